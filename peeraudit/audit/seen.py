"""What somebody saw of a draft, in short: tells whether it is still so.

Two who set an audit up at once each send what they saw along with what they change.
"""

import hashlib
import json
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime

from peeraudit.audit.audit import Audit
from peeraudit.audit.facts import Facts


def seen(*parts: object) -> str:
    """Return a short hash of some frozen values, the same for the same ones.

    >>> seen("a", 1) == seen("a", 1), seen("a", 1) == seen("a", 2)
    (True, False)
    """
    written = json.dumps(parts, sort_keys=True, default=_written)
    return hashlib.sha256(written.encode()).hexdigest()[:16]


def _written(value: object) -> object:
    """Return what JSON does not know: a moment in UTC, a day, a value by its fields."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return [getattr(value, each.name) for each in fields(value)]
    raise TypeError(f"cannot say in short what a {type(value).__name__} is")


def seen_questions(audit: Audit) -> str:
    """Return what was seen of what is asked."""
    return seen(audit.instrument, audit.mode, audit.form)


def seen_facts(facts: Facts, names: tuple[str, ...]) -> str:
    """Return what was seen of some of the facts."""
    return seen(*((name, facts.answers.get(name)) for name in names))


def seen_promise(audit: Audit) -> str:
    """Return what was seen of the promise."""
    return seen(audit.promise)


def seen_whole(audit: Audit) -> str:
    """Return what was seen of everything that a launch locks."""
    return seen(
        seen_questions(audit),
        sorted(audit.facts.answers.items()),
        audit.promise,
        audit.team,
    )
