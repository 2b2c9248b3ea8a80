"""A measure in words: what the documentation page and the command line both say."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from textwrap import indent

import numpy as np

from peeraudit.stats.interval import Interval
from peeraudit.stats.registry.measure import Measure, Subject


def by_subject(
    measures: Mapping[str, Measure],
) -> Iterator[tuple[Subject, tuple[Measure, ...]]]:
    """Yield the measures of each subject, in order."""
    for subject in Subject:
        yield subject, tuple(m for m in measures.values() if m.subject is subject)


def call_of(measure: Measure) -> str:
    """Return the example as it is typed."""
    example = measure.example
    named = [f"{name}={value!r}" for name, value in example.by_name.items()]
    arguments = ", ".join([*map(repr, example.by_place), *named])
    if example.through:
        arguments = f"{example.through.__name__}({arguments})"
    return f"{measure.function.__name__}({arguments})"


def result_of(measure: Measure) -> str:
    """Return what the example comes to, of the part that is meant."""
    found = measure.worked()
    return told(getattr(found, measure.part) if measure.part else found)


def told(value: object) -> str:
    """Return a result in words: to three figures, None and NaN as undefined."""
    match value:
        case None:
            return "undefined"
        case bool():
            return "yes" if value else "no"
        case Enum():
            return str(value.value)
        case Interval():
            return f"{told(value.low)} to {told(value.high)}"
        case float():
            return "undefined" if np.isnan(value) else f"{value:.3g}"
        case _:
            return _several(value)


def _several(value: object) -> str:
    """Return a list, or a result of several parts, in words."""
    if isinstance(value, np.ndarray):
        return told(tuple(value.tolist()))
    if isinstance(value, (tuple, list)):
        return "(" + ", ".join(map(told, value)) + ")"
    if is_dataclass(value):
        return "\n".join(_part(f.name, getattr(value, f.name)) for f in fields(value))
    return str(value)


def _part(name: str, value: object) -> str:
    """Return a part of a result on a line; on more where it has parts itself."""
    words = told(value)
    if "\n" in words:
        return f"{name}:\n{indent(words, '  ')}"
    return f"{name}: {words}"
