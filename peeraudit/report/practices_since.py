"""Practices then and now: how many are agreed on, and where groups have moved."""

from dataclasses import dataclass

from peeraudit.consensus.practice import Consensus
from peeraudit.consensus.since import PracticeChange, practice_changes
from peeraudit.report.evidence import AGREEMENT_WORDS
from peeraudit.report.practices import TONES
from peeraudit.report.reader import Reader
from peeraudit.report.table import Entry, Row, Table
from peeraudit.report.words import counted


@dataclass(frozen=True, slots=True)
class PracticesSince:
    """How many practices are agreed on, then and now, and where that has changed."""

    message: str
    table: Table | None
    """The practices on which groups stand otherwise than then."""


def practices_since(reader: Reader) -> PracticesSince | None:
    """Tell what has become of agreement; nothing where no practice can be compared."""
    told = tuple(practice_changes(reader.evidence))
    if not told:
        return None
    then = sum(each.then is Consensus.AGREED for each in told)
    now = sum(each.now is Consensus.AGREED for each in told)
    number = counted(len(told), "practice", "practices")
    rows = tuple(_row(each, reader) for each in told if each.then is not each.now)
    return PracticesSince(
        f"Of {number} to compare, the groups agreed on {then} then and on {now} now.",
        Table(
            "Practices on which the groups have moved",
            ("Practice", "Then", "Now"),
            rows,
        )
        if rows
        else None,
    )


def _row(change: PracticeChange, reader: Reader) -> Row:
    """Return how the groups stood to one practice then, and stand to it now."""
    return Row(
        reader.practice(change.item),
        tuple(
            Entry(AGREEMENT_WORDS[state], TONES[state])
            for state in (change.then, change.now)
        ),
    )
