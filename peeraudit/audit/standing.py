"""Where an audit stands, in words for whoever runs it."""

from datetime import datetime, timedelta

from peeraudit.audit.audit import Audit, State
from peeraudit.audit.promise_words import LONDON, london

STATES = {
    State.DRAFT: "Being set up",
    State.LAUNCHING: "Opening",
    State.OPEN: "Open",
    State.CLOSING: "Closing",
    State.SCREENING: "Closed: comments are being read",
    State.RELEASED: "Report is out",
}


def standing(audit: Audit, *, at: datetime) -> str:
    """Say where an audit stands, with the days that are left while it is open."""
    if audit.state is not State.OPEN:
        return STATES[audit.state]
    if at >= audit.promise.closes_at:
        last = london(audit.promise.last_submission)
        return f"Closed to whoever has not begun; the report comes soon after {last}"
    return f"Open: {closes_in(audit.promise.closes_at, at=at)}"


def closes_in(closes_at: datetime, *, at: datetime) -> str:
    """Say how long is left, in days as people count them in London.

    >>> from datetime import UTC
    >>> closes_at = datetime(2026, 3, 20, 17, tzinfo=UTC)
    >>> closes_in(closes_at, at=datetime(2026, 3, 17, 20, tzinfo=UTC))
    'closes in 3 days'
    """
    days = (closes_at.astimezone(LONDON).date() - at.astimezone(LONDON).date()).days
    if days > 1:
        return f"closes in {days} days"
    if days == 1:
        return "closes tomorrow"
    left = closes_at - at
    hours = max(0, int(left / timedelta(hours=1)))
    if hours > 1:
        return f"closes today, in {hours} hours"
    return "closes within the hour" if hours == 0 else "closes today, in 1 hour"
