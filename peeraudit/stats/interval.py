"""From where to where a value lies."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """From where to where."""

    low: float
    high: float
