"""When a team looks again after an audit: proposed, and at the earliest."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from peeraudit.audit.audit import Audit, State
from peeraudit.audit.promise_words import LONDON
from peeraudit.audit.rounds import APART, is_launched, round_before
from peeraudit.plan.cycle import RE_AUDIT_AFTER, Cycle


@dataclass(frozen=True, slots=True)
class Proposed:
    """A day on which a team may look again."""

    months: int
    """So many after the audit before closed."""
    on: date


@dataclass(frozen=True, slots=True)
class ReAudit:
    """The next round of a team, as far as it follows from the rounds before."""

    after: Audit
    """The round that it would be compared with."""
    proposed: tuple[Proposed, ...]
    """Those still to come."""
    closes_from: datetime
    """When it may close at the earliest."""


def re_audit(audits: Iterable[Audit], *, today: date) -> ReAudit | None:
    """Propose when to look again.

    Nothing is proposed before a round in post is released, nor while another is on its
    way: what is proposed follows from the last one.
    """
    every = tuple(audits)
    launched = [each for each in every if is_launched(each)]
    last = round_before(launched)
    if last is None or any(each.state is not State.RELEASED for each in every):
        return None
    days = Cycle(last.promise.closes_at.astimezone(LONDON).date()).audits_on
    return ReAudit(
        last,
        tuple(
            Proposed(months, on)
            for months, on in zip(RE_AUDIT_AFTER, days, strict=True)
            if on >= today
        ),
        max(each.promise.closes_at for each in launched) + APART,
    )
