"""When a team looks again, on its own page and on the page of its last audit."""

from dataclasses import dataclass

from flask import url_for

from peeraudit.audit.audit import Audit, State
from peeraudit.audit.promise_words import LONDON, london
from peeraudit.instrument.definition import Mode
from peeraudit.instrument.library import digest
from peeraudit.plan.re_audit import ReAudit, re_audit
from peeraudit.report.about import LATER
from peeraudit.web.site import site
from peeraudit.web.words import _


@dataclass(frozen=True, slots=True)
class LookAgain:
    """What is proposed, from when, and what could be compared."""

    times: tuple[str, ...]
    """Months to come in which to look again; none once 12 months are over."""
    caution: str
    closes_from: str
    """When the next audit may close at the earliest; empty where it may at once."""
    same_questions: bool
    """Whether what would be asked now is what was asked then."""
    start: str
    """Where to start; empty for whoever may not."""
    in_post: bool = True
    """False after a readiness audit: the next one asks other questions."""


def look_again(
    audits: tuple[Audit, ...], team: str, *, may_run: bool
) -> LookAgain | None:
    """Propose when to look again; nothing while an audit of the team is on its way."""
    now = site().now()
    start = url_for("set_up.ask_start", team=team) if may_run else ""
    found = re_audit(audits, today=now.astimezone(LONDON).date())
    if found is None:
        return _after_readiness(audits, start)
    return LookAgain(
        tuple(
            _(
                "%(month)s, %(months)s months after",
                month=f"{each.on:%B %Y}",
                months=each.months,
            )
            for each in found.proposed
        ),
        LATER,
        london(found.closes_from) if now < found.closes_from else "",
        _asks_the_same(found),
        start,
    )


def _after_readiness(audits: tuple[Audit, ...], start: str) -> LookAgain | None:
    """Propose an audit of the role after one before anybody was in it."""
    is_ready = audits and all(
        each.state is State.RELEASED and each.mode is Mode.BEFORE_START
        for each in audits
    )
    if not is_ready:
        return None
    return LookAgain((), LATER, "", same_questions=False, start=start, in_post=False)


def _asks_the_same(found: ReAudit) -> bool:
    """Say whether any instrument that lies ready is the one that was asked."""
    ready = site().shelf.instruments().values()
    return found.after.instrument in map(digest, ready)
