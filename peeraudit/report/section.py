"""A part of a report after its first page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a report after its first page."""

    key: str
    """Its address in the page, and the name of its template."""
    heading: str
