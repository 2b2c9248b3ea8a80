"""What a release stands on beside its own cells: an earlier round, or several teams."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from peeraudit.consensus.blind_spots import BlindSpot
from peeraudit.disclosure.cells import Cell, GroupCount, ThemeCell
from peeraudit.instrument.definition import Form
from peeraudit.instrument.frozen import Group


@dataclass(frozen=True, slots=True)
class Earlier:
    """The round before, as far as a change since may be told."""

    release: str
    """The hash of its release."""
    closed_on: date
    form: Form
    groups: tuple[GroupCount, ...]
    """Only those whose change may be told."""
    changed: Mapping[Group, int | None]
    """How many of each joined or left since then; none where nobody said."""
    cells: tuple[Cell | ThemeCell, ...]


@dataclass(frozen=True, slots=True)
class PooledTeam:
    """One of the teams that a view over teams stands on."""

    team: str
    closed_on: date
    release: str
    """The hash of the team's own release."""
    guesses: tuple[Cell, ...]
    """What its other groups say, and think that the pooled group would say."""
    blind_spots: tuple[BlindSpot, ...]
    """Those guesses beside the pooled view."""


@dataclass(frozen=True, slots=True)
class Pooled:
    """That a release is a view over several teams, made by a person, once."""

    made_on: date
    teams: tuple[PooledTeam, ...]
