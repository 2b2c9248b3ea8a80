"""How two instruments differ: part by part, field by field."""

from collections.abc import Iterator
from dataclasses import dataclass

from peeraudit.instrument.definition import Instrument
from peeraudit.instrument.parts import Fields, Parts, sections


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a part that is not the same."""

    field: str
    """Empty where the part is one thing by itself, as a threshold is."""
    before: object
    """None where it was not there."""
    after: object


@dataclass(frozen=True, slots=True)
class PartChange:
    """One part that is in both, and not the same."""

    id: str
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class SectionDifference:
    """What differs in one section."""

    section: str
    added: tuple[str, ...]
    dropped: tuple[str, ...]
    changed: tuple[PartChange, ...]


def difference(one: Instrument, other: Instrument) -> tuple[SectionDifference, ...]:
    """Return the sections that differ, from ``one`` to ``other``."""
    before, after = sections(one), sections(other)
    each = (_section(name, before[name], after[name]) for name in before)
    return tuple(found for found in each if found)


def _section(name: str, before: Parts, after: Parts) -> SectionDifference | None:
    """Return what differs in a section, if anything does."""
    found = SectionDifference(
        name,
        tuple(part for part in after if part not in before),
        tuple(part for part in before if part not in after),
        tuple(
            PartChange(part, fields)
            for part in before
            if part in after and (fields := tuple(_fields(before[part], after[part])))
        ),
    )
    return found if found.added or found.dropped or found.changed else None


def _fields(before: Fields, after: Fields) -> Iterator[FieldChange]:
    """Yield the fields that are not the same."""
    for field in dict.fromkeys((*before, *after)):
        if before.get(field) != after.get(field):
            yield FieldChange(field, before.get(field), after.get(field))
