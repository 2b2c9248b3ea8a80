"""How long things are kept: what is set, and when each audit is erased."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from peeraudit.account.record import Act, done_by
from peeraudit.account.roles import Account, Right
from peeraudit.audit.audit import Audit
from peeraudit.audit.retention import (
    AUDIT_MONTHS,
    DRAFT_MONTHS,
    FOREVER,
    RECORD_MONTHS,
    USUAL,
    Erasure,
    Keeping,
    Retention,
    erasure_of,
)
from peeraudit.operations.acting import NotAllowed, as_they_are
from peeraudit.operations.installation import Installation
from peeraudit.operations.record_act import record_within
from peeraudit.operations.wrong_state import ChangedMeanwhile, WrongState
from peeraudit.storage import audits, installation_settings, keeping
from peeraudit.storage.sealed_rows import SealedRows

RETENTION = "retention"

LONGEST = Retention(FOREVER, max(RECORD_MONTHS), max(DRAFT_MONTHS))
"""The longest that can be chosen."""


@dataclass(frozen=True, slots=True)
class KeptRetention:
    """What is set, and since when."""

    retention: Retention
    since: datetime | None = None
    """None where nobody has ever changed it."""


def read_retention(installation: Installation) -> KeptRetention:
    """Return how long things are kept."""
    with installation.reading_accounts() as rows:
        return retention_within(rows)


def retention_within(rows: SealedRows) -> KeptRetention:
    """Return the same within a transaction.

    Whoever writes the database could else have the record erased by right, soon after
    they did something. Where a time has no mark of ours, all is kept for the longest.
    """
    kept = installation_settings.find(rows.connection, RETENTION)
    if kept is None:
        return KeptRetention(USUAL)
    mark, _, written = kept.partition(" ")
    if not rows.holds(RETENTION, _bytes(mark), written):
        return KeptRetention(LONGEST)
    content = json.loads(written)
    since = datetime.fromisoformat(content.pop("since"))
    return KeptRetention(Retention(**content), since)


def _bytes(mark: str) -> bytes:
    """Return a mark as it was made; one that fits nothing, of anything else."""
    try:
        return bytes.fromhex(mark)
    except ValueError:
        return b""


def change_retention(
    installation: Installation,
    by: Account,
    changed: Retention,
    *,
    seen: Retention,
    at: datetime,
) -> None:
    """Keep things for longer, or less long: what is erased sooner is told for 30 days.

    Raises
    ------
    NotAllowed
        If it is not theirs to change.
    ChangedMeanwhile
        If somebody else has changed it since they saw it.
    WrongState
        If it is not on offer.
    """
    _refuse_others(changed)
    with installation.changing_accounts() as rows:
        if not as_they_are(rows, by).may(Right.CHANGE_RETENTION):
            raise NotAllowed("how long things are kept is not yours to change")
        before = retention_within(rows).retention
        if before == changed:
            return
        if before != seen:
            raise ChangedMeanwhile("somebody else has changed this just now")
        content = json.dumps({**asdict(changed), "since": at.isoformat()})
        sealed = f"{rows.seal(RETENTION, content).hex()} {content}"
        installation_settings.keep(rows.connection, RETENTION, sealed)
        record_within(rows, done_by(by, Act.CHANGED_RETENTION, at, about="settings"))


def erasures(
    installation: Installation, found: tuple[Audit, ...], *, at: datetime
) -> Mapping[str, Erasure]:
    """Return when audits are erased, by audit; nothing where nobody knows yet."""
    with installation.reading_accounts() as rows:
        retention = retention_within(rows).retention
        decided = keeping.every(rows.connection)
    known = {
        each.id: erasure_of(each, retention, decided.get(each.id, Keeping()), at=at)
        for each in found
    }
    return {audit: erasure for audit, erasure in known.items() if erasure}


def near_erasures(
    installation: Installation, *, at: datetime
) -> tuple[tuple[Audit, Erasure], ...]:
    """Return the audits that are erased in the next 30 days, the next first."""
    with installation.database.reading() as connection:
        found = tuple(audits.every(connection))
    when = erasures(installation, found, at=at)
    near = [(each, when[each.id]) for each in found if each.id in when]
    return tuple(
        sorted((each for each in near if each[1].is_near), key=lambda each: each[1].at)
    )


def _refuse_others(retention: Retention) -> None:
    """Raise for a number of months that is not on offer."""
    if (
        retention.audits not in AUDIT_MONTHS
        or retention.record not in RECORD_MONTHS
        or retention.drafts not in DRAFT_MONTHS
    ):
        raise WrongState("this is not on offer")
