"""Until when an audit is kept, as its page says it."""

from dataclasses import dataclass

from flask import url_for

from peeraudit.account.roles import Right
from peeraudit.audit.audit import Audit
from peeraudit.audit.retention import is_over
from peeraudit.operations.retention import erasures
from peeraudit.web.manage.guard import account
from peeraudit.web.site import site


@dataclass(frozen=True, slots=True)
class Kept:
    """When an audit will be erased."""

    day: str = ""
    """Empty where nobody knows yet, or never."""
    is_near: bool = False
    """Whether that is in the next 30 days."""
    change: str = ""
    """Where somebody can keep it for longer; empty for who may not."""


def kept(audit: Audit) -> Kept:
    """Return until when an audit is kept."""
    when = erasures(site().installation, (audit,), at=site().now()).get(audit.id)
    team = audit.team.id
    may_change = is_over(audit) and account().may(Right.CHANGE_RETENTION, team)
    change = url_for("keeping.show", team=team, audit=audit.id) if may_change else ""
    return Kept(when.day, when.is_near, change) if when else Kept(change=change)
