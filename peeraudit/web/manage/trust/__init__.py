"""The trust view: what recurs, facts and actions over teams, and pooled views."""

from peeraudit.web.manage.trust import actions, facts, overview, pooled, report
from peeraudit.web.manage.trust.place import trust

__all__ = ["actions", "facts", "overview", "pooled", "report", "trust"]
