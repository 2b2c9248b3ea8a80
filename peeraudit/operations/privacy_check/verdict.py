"""What an attack is, and what came of it, in words that can be quoted."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from peeraudit.operations.privacy_check.scene import Scene


class Outcome(StrEnum):
    """How an attack ended."""

    HELD = "held"
    WON = "WON"
    """Something was learned that nobody may learn."""
    LIMIT = "known limit"
    """Something was learned that docs/deployment.md says is not protected."""
    NOT_TRIED = "not tried"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of one attack."""

    outcome: Outcome
    found: str
    """What was found; never the thing itself."""


@dataclass(frozen=True, slots=True)
class Attack:
    """One way to learn what nobody may learn."""

    name: str
    tried: str
    """What is tried, in plain words."""
    run: Callable[[Scene], Verdict]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the result."""

    name: str
    tried: str
    verdict: Verdict

    def __str__(self) -> str:
        """Write the line as people read it."""
        return f"{self.verdict.outcome:11}  {self.tried}: {self.verdict.found}"


def held(found: str) -> Verdict:
    """Return that an attack learned nothing."""
    return Verdict(Outcome.HELD, found)


def won(found: str) -> Verdict:
    """Return that an attack learned something."""
    return Verdict(Outcome.WON, found)


def limit(found: str) -> Verdict:
    """Return that an attack learned what is said to be unprotected."""
    return Verdict(Outcome.LIMIT, f"{found} (docs/deployment.md says so)")


def not_tried(why: str) -> Verdict:
    """Return that an attack could not be tried."""
    return Verdict(Outcome.NOT_TRIED, why)
