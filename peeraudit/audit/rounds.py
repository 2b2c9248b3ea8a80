"""Rounds: how far apart audits of one team lie, and when a change may be told."""

from collections.abc import Iterable
from datetime import timedelta

from peeraudit.audit.audit import Audit, State
from peeraudit.audit.promise import GroupPromise

APART = timedelta(days=90)
"""Two audits nearer than this would show what those said who came or left between."""

FEW = 10
"""Below so many people, one or two who came or left can be read from a change."""

ONE_OR_TWO = frozenset({1, 2})


def too_near(audit: Audit, others: Iterable[Audit]) -> Audit | None:
    """Return another round of the same team that closes within 90 days of this one."""
    for other in others:
        apart = abs(audit.promise.closes_at - other.promise.closes_at)
        launched = other.state not in {State.DRAFT, State.PILOT}
        if launched and other.id != audit.id and apart < APART:
            return other
    return None


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
