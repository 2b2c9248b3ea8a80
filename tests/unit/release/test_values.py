"""What crosses a folder is a frozen value: nobody can change a cell on its way."""

import importlib
import inspect
import pkgutil
from dataclasses import is_dataclass

import pytest

import peeraudit

ROOMS = (
    "audit",
    "consensus",
    "disclosure",
    "questionnaire",
    "release",
    "response",
    "sealing",
    "tally",
)


@pytest.mark.parametrize("room", ROOMS)
def test_every_value_of_a_room_is_frozen(room: str) -> None:
    package = importlib.import_module(f"{peeraudit.__name__}.{room}")
    modules = [
        importlib.import_module(f"{package.__name__}.{each.name}")
        for each in pkgutil.iter_modules(package.__path__)
    ]
    values = {
        value
        for module in modules
        for _, value in inspect.getmembers(module, is_dataclass)
        if isinstance(value, type)
    }
    assert values
    frozen = {value: vars(value)["__dataclass_params__"].frozen for value in values}
    assert [value for value in values if not frozen[value]] == []
