"""Counts that wait for a view over teams, sealed with what their group was promised.

Once an audit has closed, nothing but the database says what it promised. Whoever can
write there could lower a floor, or keep counts for longer: so both are inside the seal.
"""

import json
from calendar import monthrange
from dataclasses import asdict, dataclass
from datetime import datetime

from peeraudit.audit.audit import Audit
from peeraudit.audit.promise import KEPT_FOR_POOLING_MONTHS
from peeraudit.disclosure.cells import GroupCount
from peeraudit.disclosure.pooling import CannotPool
from peeraudit.instrument.frozen import Group
from peeraudit.operations.installation import Installation
from peeraudit.questionnaire.questions import Asking
from peeraudit.sealing.boxes import Unreadable, new_pair, public_part, seal, unseal
from peeraudit.sealing.keys import KeyKind
from peeraudit.tally import packed
from peeraudit.tally.counts import Tallies


@dataclass(frozen=True, slots=True)
class Terms:
    """What a group's counts may be used for."""

    organisation: str
    team: str
    asked: int
    missing: int
    """How many of it the team's own report tells not to have answered, at the least."""
    floor: int
    alike: str
    """What was asked: only the same can be added up."""
    until: str
    """When the counts are destroyed, as ISO 8601."""

    @property
    def is_over(self) -> datetime:
        """When the counts may not be used any more."""
        return datetime.fromisoformat(self.until)


@dataclass(frozen=True, slots=True)
class KeptCounts:
    """The counts of one group of one audit, opened, and their terms."""

    terms: Terms
    tallies: Tallies


def seal_counts(
    installation: Installation,
    audit: Audit,
    who: Asking,
    tallies: Tallies,
    told: GroupCount,
) -> bytes:
    """Seal the counts of a group under a key of their own, made now.

    A key that was not there before could not be stolen before.
    """
    group = told.group
    name = pooling_key(audit.id, group)
    installation.keys.keep(name, KeyKind.POOLING, new_pair().private)
    public = public_part(installation.keys.read(name, KeyKind.POOLING))
    terms = json.dumps(asdict(_terms(audit, told))).encode()
    length = packed.longest(who, group, audit.promise.group[group].asked)
    counts = packed.pack(tallies, group)
    return seal(public, terms + b"\n" + counts, len(terms) + 1 + length)


def open_counts(
    installation: Installation, audit: str, group: Group, sealed: bytes
) -> KeptCounts:
    """Open what :func:`seal_counts` sealed.

    Raises
    ------
    KeyLost
        If the key is gone; the counts are then lost.
    CannotPool
        If they do not open with it.
    """
    key = installation.keys.read(pooling_key(audit, group), KeyKind.POOLING)
    try:
        terms, counts = unseal(key, sealed).split(b"\n", 1)
    except Unreadable as error:
        raise CannotPool(
            f"the counts of {group} of audit {audit} do not open: the key or the "
            "database is damaged. Restore both to where they fit."
        ) from error
    return KeptCounts(Terms(**json.loads(terms)), packed.unpack(counts, group))


def pooling_key(audit: str, group: Group) -> str:
    """Return what the key to the counts of one group is filed under."""
    return f"{audit}.{group}"


def kept_until(at: datetime) -> datetime:
    """Return until when counts are kept that were sealed at a moment.

    >>> kept_until(datetime(2026, 8, 31, 18))
    datetime.datetime(2028, 8, 31, 18, 0)
    """
    years, month = divmod(at.month - 1 + KEPT_FOR_POOLING_MONTHS, 12)
    year, month = at.year + years, month + 1
    return at.replace(
        year=year, month=month, day=min(at.day, monthrange(year, month)[1])
    )


def _terms(audit: Audit, told: GroupCount) -> Terms:
    """Return what holds for the counts of a group of which so much is told."""
    promise = audit.promise
    # "Fewer than five" of six is two who are missing, or more.
    most = promise.floor - 1 if told.answered is None else told.answered
    organisation, team = audit.team.folded
    return Terms(
        organisation,
        team,
        told.asked,
        max(0, told.asked - most),
        promise.floor,
        f"{audit.instrument}.{audit.form}",
        kept_until(promise.last_submission).isoformat(),
    )
