"""Frozen values as JSON in a column, and back."""

from functools import cache
from typing import Any

from pydantic import TypeAdapter


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    """Return what writes and reads values of a kind."""
    return TypeAdapter(kind)


def write(kind: Any, value: Any) -> str:
    """Write a value down."""
    return _adapter(kind).dump_json(value).decode()


def read(kind: Any, written: str) -> Any:
    """Return the value that was written down."""
    return _adapter(kind).validate_json(written)
