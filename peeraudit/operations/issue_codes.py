"""Issue access codes to one group: one for each person, or for their joint sheet."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from sqlalchemy import Connection

from peeraudit.account.record import COMMAND_LINE, Act, done_by
from peeraudit.account.roles import Account
from peeraudit.audit.audit import State
from peeraudit.instrument.frozen import Group
from peeraudit.operations.installation import Installation
from peeraudit.operations.record_act import record_act
from peeraudit.operations.wrong_state import WrongState
from peeraudit.sealing.codes import fingerprint, new_code
from peeraudit.sealing.keys import KeyKind
from peeraudit.sealing.marks import mark
from peeraudit.storage import audits, codes

CODE = "code"
"""What the mark of a code is for."""

Deliver = Callable[[tuple[str, ...]], None]
"""Hands the codes over; what it raises leaves the codes unissued."""


def issue_codes(
    installation: Installation,
    audit: str,
    group: Group,
    *,
    deliver: Deliver,
    by: Account = COMMAND_LINE,
) -> int:
    """Make the codes that a group has not had yet, hand them over, and return how many.

    They are kept as hashes only. They count from the moment that they have been handed
    over: what fails before leaves codes that open nothing, and may be done again.

    Raises
    ------
    WrongState
        If the audit is not open, or the group has had its codes.
    """
    with installation.database.transaction() as connection:
        left = codes_left(connection, audit, group)
        fresh = tuple(new_code() for _ in range(left))
        count_in(installation, connection, audit, group, fresh)
        record_codes(installation, connection, audit, by)
        deliver(fresh)
    return len(fresh)


def codes_left(connection: Connection, audit: str, group: Group) -> int:
    """Return how many codes a group has not had, and hold the audit as it is.

    Raises
    ------
    WrongState
        If the audit is not open, or the group has had its codes.
    """
    found = audits.find(connection, audit, locked=True)
    if found is None or found.state is not State.OPEN:
        raise WrongState("codes can be made while an audit is open")
    promise = found.promise.group.get(group)
    if promise is None:
        raise WrongState(f"this audit does not ask {group}")
    if promise.shared_link:
        raise WrongState(f"{group} starts from its shared link, which makes the codes")
    issued = audits.issued(connection, audit, group)
    if issued >= promise.sheets:
        raise WrongState(f"all {issued} codes of {group} have been made")
    return promise.sheets - issued


def count_in(
    installation: Installation,
    connection: Connection,
    audit: str,
    group: Group,
    fresh: Sequence[str],
) -> None:
    """Let codes open the questionnaire from now on, and remember how many there are."""
    codes.add(connection, seals_of(installation, fresh, audit, group), audit, group)
    issued = audits.issued(connection, audit, group)
    audits.set_issued(connection, audit, group, issued + len(fresh))


def record_codes(
    installation: Installation,
    connection: Connection,
    audit: str,
    by: Account,
    at: datetime | None = None,
) -> None:
    """Write down that somebody made codes: not for whom, how many, or in whose place.

    Where a group has one code, a new one would tell that its one person lost theirs.
    """
    found = audits.find(connection, audit)
    team = found.team.id if found else ""
    entry = done_by(by, Act.MADE_CODES, at, team=team, audit=audit)
    record_act(installation, connection, entry)


def seals_of(
    installation: Installation, fresh: Iterable[str], audit: str, group: Group
) -> dict[bytes, bytes]:
    """Return the hashes of codes, each with the mark that ties it to its group."""
    key = installation.web_keys.read(audit, KeyKind.DRAFTS)
    return {each: mark(key, CODE, each, group) for each in map(fingerprint, fresh)}
