"""What stands around the pages of one organisation."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a page."""

    organisation: str = ""
    closes: str = ""
    """Until when one can answer, for whoever can."""
