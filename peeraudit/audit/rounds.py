"""Rounds: how far apart audits of one team lie, and when a change may be told."""

from collections.abc import Iterable
from datetime import timedelta

from peeraudit.audit.audit import Audit, State
from peeraudit.audit.promise import GroupPromise
from peeraudit.instrument.definition import Instrument, Mode

APART = timedelta(days=90)
"""Two audits nearer than this would show what those said who came or left between."""

FEW = 10
"""Below so many people, one or two who came or left can be read from a change."""

ONE_OR_TWO = frozenset({1, 2})


def too_near(audit: Audit, others: Iterable[Audit]) -> Audit | None:
    """Return another round of the same team that closes within 90 days of this one."""
    for other in others:
        apart = abs(audit.promise.closes_at - other.promise.closes_at)
        if is_launched(other) and other.id != audit.id and apart < APART:
            return other
    return None


def is_launched(audit: Audit) -> bool:
    """Say whether people have been, or are being, asked."""
    return audit.state is not State.DRAFT


def round_before(others: Iterable[Audit]) -> Audit | None:
    """Return the last round that was asked of people in post: what changes since."""
    asked = [
        each
        for each in others
        if is_launched(each) and each.mode is not Mode.BEFORE_START
    ]
    return max(asked, key=lambda each: each.promise.closes_at, default=None)


def last_of_several(audit: Audit, others: Iterable[Audit]) -> bool:
    """Say whether a report is the last of its team that is out, and not the only one.

    The next round tells who joined or left since then. Were it not there, the next
    would be compared with one that is earlier still.
    """
    out = [each.promise.closes_at for each in others if each.state is State.RELEASED]
    return len(out) > 1 and max(out) == audit.promise.closes_at


def mode_of(instrument: Instrument, others: Iterable[Audit]) -> Mode:
    """Return when in the life of the role a new audit of a team looks at it."""
    again = Mode.RE_AUDIT in instrument.modes and round_before(others)
    return Mode.RE_AUDIT if again else instrument.modes[0]


def may_tell_change(then_asked: int, now: GroupPromise) -> bool:
    """Say whether a change of a group since the round before may be told.

    Not for a group of fewer than ten where one or two people joined or left, nor where
    nobody has said how many: what is not known may be one or two.
    """
    if min(then_asked, now.asked) >= FEW:
        return True
    if now.changed is None:
        return False
    # Nobody can say that fewer changed than the numbers themselves show.
    changed = max(now.changed, abs(now.asked - then_asked))
    return changed not in ONE_OR_TWO
