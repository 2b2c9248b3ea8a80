"""Ask people by mail: addresses are sealed at once, and the worker does the rest."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection

from peeraudit.account.record import COMMAND_LINE, Act, done_by
from peeraudit.account.roles import Account
from peeraudit.audit.audit import Audit, State
from peeraudit.audit.promise import GroupMode, GroupPromise
from peeraudit.instrument.frozen import Group
from peeraudit.mail.letter import Request, Wanted
from peeraudit.operations.installation import Installation
from peeraudit.operations.launch_record import record_of
from peeraudit.operations.mail_book import seal_mail
from peeraudit.operations.record_act import record_act
from peeraudit.operations.wrong_state import WrongState
from peeraudit.storage import audits, mailings
from peeraudit.storage.mail import REQUESTS

Addresses = Mapping[Group, tuple[str, ...]]


class MailOff(WrongState):
    """Mail is not set up here, or was not when this audit opened."""


class TooMany(WrongState):
    """More addresses than there are people left to ask."""


def ask_by_mail(
    installation: Installation,
    audit: str,
    addresses: Addresses,
    *,
    at: datetime,
    by: Account = COMMAND_LINE,
) -> None:
    """Seal addresses for the worker, which makes a code for each and sends it.

    Raises
    ------
    MailOff
        If there is no mail server to give mail to.
    WrongState
        If the audit takes no answers now.
    TooMany
        If a group has fewer people left to ask.
    """
    if installation.mail is None:
        raise MailOff("mail is not set up")
    with installation.database.transaction() as connection:
        found, public = open_for_mail(installation, connection, audit, at=at)
        sealed: list[bytes] = []
        for group, some in addresses.items():
            _count_in(connection, found, group, len(some))
            sealed += (
                seal_mail(public, Request(Wanted.ASK, each, group)) for each in some
            )
        REQUESTS.add(connection, audit, sealed)
        entry = done_by(by, Act.ASKED_BY_MAIL, at, team=found.team.id, audit=audit)
        record_act(installation, connection, entry)


def _count_in(connection: Connection, audit: Audit, group: Group, some: int) -> None:
    """Remember how many more of a group are asked by mail, if so many are left."""
    promise, issued = _promise_of(connection, audit, group)
    if some > left_to_ask(promise, issued):
        raise TooMany(f"{group}: {left_to_ask(promise, issued)} are left to ask")
    if some:
        now = mailings.asked(connection, audit.id).get(group, 0) + some
        mailings.set_asked(connection, audit.id, group, now)
        codes = min(issued + some, promise.sheets)
        audits.set_issued(connection, audit.id, group, codes)


def open_for_mail(
    installation: Installation, connection: Connection, audit: str, *, at: datetime
) -> tuple[Audit, bytes]:
    """Return an audit that takes answers, held, and what its addresses are sealed to.

    Raises
    ------
    WrongState, MailOff
        If it does not, or has no key for addresses.
    """
    found = audits.find(connection, audit, locked=True)
    launched = audits.launched(connection, audit)
    if found is None or launched is None:
        raise WrongState("people are asked once an audit has been launched")
    if found.state is not State.OPEN or at >= found.promise.closes_at:
        raise WrongState("people can be asked while an audit is open")
    public = record_of(installation, found, launched).mail_key
    if not public:
        raise MailOff("this audit opened before there was mail")
    return found, public


def left_to_ask(promise: GroupPromise, issued: int) -> int:
    """Return how many people of a group can still be asked by mail.

    All who fill in one sheet together get its one code, and so at the same time. A
    shared link makes the codes of its group.
    """
    if promise.shared_link:
        return 0
    if promise.mode is GroupMode.JOINT_SHEET:
        return 0 if issued else promise.asked
    return promise.asked - issued


def _promise_of(
    connection: Connection, audit: Audit, group: Group
) -> tuple[GroupPromise, int]:
    """Return what a group was promised, and how many codes are spoken for."""
    promise = audit.promise.group.get(group)
    if promise is None:
        raise WrongState(f"this audit does not ask {group}")
    return promise, audits.issued(connection, audit.id, group)
