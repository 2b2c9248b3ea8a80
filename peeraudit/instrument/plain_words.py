"""What pydantic finds wrong with an instrument, told to the person who edits it."""

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, get_args, get_origin

from pydantic_core import ErrorDetails

from peeraudit.instrument.definition import Instrument
from peeraudit.instrument.faults import instead

Path = tuple[str | int, ...]
"""The way from the instrument to a value: names of fields and places in lists."""

TEXT = "should be text"
NUMBER = "should be a whole number"
YES_OR_NO = "should be true or false"
LIST = "should be a list, as in [a, b]"
NAMES = "should be names with values, as in 'id: RC1'"

WORDS = {
    "missing": "is missing",
    "string_type": TEXT,
    "int_type": NUMBER,
    "int_parsing": NUMBER,
    "int_from_float": NUMBER,
    "bool_type": YES_OR_NO,
    "bool_parsing": YES_OR_NO,
    "string_pattern_mismatch": "should be one word of letters and digits",
    "tuple_type": LIST,
    "mapping_type": NAMES,
    "dict_type": NAMES,
    "model_type": NAMES,
    "model_attributes_type": NAMES,
}
"""By pydantic's name for the error."""

THRESHOLD = "should be a whole number or the name of a threshold"


def path_of(error: ErrorDetails) -> Path:
    """Return where an error lies, in the terms of the YAML.

    In a rule pydantic names each condition twice, as the kind and as the field, and
    says of a number or name for which of the two it was no good.
    """
    path = list(error["loc"])
    if path[-1] == "[key]":
        path.pop()
    if error["type"] == "invalid_key":
        path[-1] = str(path[-1])
    if path[0] in {"rules", "trust"}:
        if path[-1] in {"int", "str"}:
            path.pop()
        path = list(_without_kinds(path))
    return tuple(path)


def _without_kinds(path: list[str | int]) -> Iterator[str | int]:
    """Leave out the second of any two equal steps; a third is a field of that name."""
    before: str | int | None = None
    for step in path:
        if step == before:
            before = None
        else:
            before = step
            yield step


def in_plain_words(error: ErrorDetails, path: Path) -> str:
    """Say what is wrong and what would be right."""
    kind, value = error["type"], error["input"]
    if kind == "extra_forbidden":
        return f"is not known here; {instead(path[-1], fields_at(path[:-1]))}"
    if kind in {"enum", "literal_error"}:
        expected = re.findall(r"'([^']+)'", str(error["ctx"]["expected"]))
        return f"{value} is not known; {instead(value, expected)}"
    if error["loc"][-1] in {"int", "str"}:
        return THRESHOLD
    if kind == "string_type" and value is not None:
        return f"{TEXT}, but YAML reads it as {value}: put quotes around it"
    return WORDS.get(kind) or _lower(error["msg"])


def _lower(message: str) -> str:
    """Turn a message of pydantic's into the end of a sentence."""
    message = message.removeprefix("Value error, ").removeprefix("Input ")
    return message[:1].lower() + message[1:]


def fields_at(path: Path) -> frozenset[str]:
    """Return the fields that the value at ``path`` may have."""
    kind: Any = Instrument
    for step in path:
        kind = _below(kind, step)
    return frozenset(getattr(_plain(kind), "model_fields", ()))


def _below(kind: Any, step: str | int) -> Any:
    """Return the type that a step leads to inside another type."""
    kind = _plain(kind)
    origin, inside = get_origin(kind), get_args(kind)
    if origin is tuple:
        return inside[0]
    if origin is Mapping:
        return inside[1]
    models = (getattr(_plain(one), "model_fields", {}) for one in inside or (kind,))
    return next((fields[step].annotation for fields in models if step in fields), None)


def _plain(kind: Any) -> Any:
    """Take off what is only said beside a type."""
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind
