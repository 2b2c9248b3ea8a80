"""Do with addresses what the website asks for. The worker does this.

All that one look finds is done in one transaction, so that a kill leaves it all to do.
"""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import datetime
from secrets import token_hex

from sqlalchemy import Connection

from peeraudit.audit.audit import Audit
from peeraudit.audit.promise import GroupMode
from peeraudit.instrument.frozen import Group
from peeraudit.mail.letter import Addressee, Kind, Letter, Request
from peeraudit.operations.installation import Installation
from peeraudit.operations.issue_codes import seals_of
from peeraudit.operations.mail_book import MailBook, Opened
from peeraudit.sealing.codes import fingerprint, new_code
from peeraudit.storage import audits, codes, mailings
from peeraudit.storage.mail import ADDRESSES, OUTBOX, REQUESTS, State

THREAD_BYTES = 16

Requests = list[Opened[Request]]


@dataclass(frozen=True, slots=True)
class Desk:
    """What the worker has before it while it does what is asked for."""

    installation: Installation
    connection: Connection
    book: MailBook
    audit: Audit


def take_requests(installation: Installation, audit: str, *, at: datetime) -> None:
    """Make a code and a letter for everyone to be asked, and put addresses right.

    Raises
    ------
    KeyLost
        In a process without the worker's keys.
    """
    with installation.database.reading() as connection:
        if not REQUESTS.waiting(connection, audit):
            return
    book = MailBook.of(installation, audit)
    with installation.database.transaction() as connection:
        found = audits.find(connection, audit, locked=True)
        if found is None:
            return
        desk = Desk(installation, connection, book, found)
        requests = book.requests(connection)
        _ask_all(desk, requests, at=at)
        # A list may be put right before the worker has read it.
        for each in requests:
            if each.content.group is None:
                _change(desk, each)


def _ask_all(desk: Desk, requests: Requests, *, at: datetime) -> None:
    """Ask everyone who is to be asked; after the closing time nobody."""
    asks: dict[Group, Requests] = defaultdict(list)
    for each in requests:
        if each.content.group is not None:
            asks[each.content.group].append(each)
    for group, some in asks.items():
        if desk.audit.takes_answers(at=at, has_draft=False):
            _ask(desk, group, some)
        else:
            _drop(desk, some)


def _ask(desk: Desk, group: Group, asks: Requests) -> None:
    """Ask everyone of a group who was not asked before: nobody gets a second code."""
    known = set(desk.book.addressees(desk.connection))
    fresh: dict[str, Addressee] = {}
    for each in asks:
        address = each.content.address
        if address in known or address in fresh:
            _set_aside(desk, each, State.TWICE)
            _free_place(desk, group)
        else:
            fresh[address] = Addressee(address, group, token_hex(THREAD_BYTES))
            REQUESTS.drop(desk.connection, each.kept)
    if not fresh and _is_joint(desk, group):
        # Their one code was spoken for when they were given, and is not made now.
        audits.set_issued(desk.connection, desk.audit.id, group, 0)
    letters = _letters(desk, group, list(fresh.values()))
    sealed = [desk.book.seal(each) for each in fresh.values()]
    ADDRESSES.add(desk.connection, desk.audit.id, sealed)
    OUTBOX.add(desk.connection, desk.audit.id, map(desk.book.seal, letters))


def _letters(desk: Desk, group: Group, fresh: list[Addressee]) -> list[Letter]:
    """Make the codes of people of one group, and a letter with each.

    All codes come at once: were each made when its mail goes, two backups and the mail
    server's log would show whose it is.
    """
    if desk.audit.promise.group[group].mode is GroupMode.JOINT_SHEET:
        made = [new_code()] * len(fresh)
    else:
        made = [new_code() for _ in fresh]
    seals = seals_of(desk.installation, set(made), desk.audit.id, group)
    codes.add(desk.connection, seals, desk.audit.id, group)
    return [
        Letter(Kind.INVITATION, to, code=code)
        for to, code in zip(fresh, made, strict=True)
    ]


def _change(desk: Desk, request: Opened[Request]) -> None:
    """Write to another address from now on, or to none."""
    wanted, connection = request.content, desk.connection
    known = desk.book.addressees(connection)
    found = known.get(wanted.address)
    if found is None:
        _set_aside(desk, request, State.UNKNOWN)
    elif wanted.instead in known:
        _set_aside(desk, request, State.TWICE)
    elif wanted.instead:
        _move(desk, found, wanted.instead)
        REQUESTS.drop(connection, request.kept)
    else:
        _take_out(desk, found)
        REQUESTS.drop(connection, request.kept)


def _move(desk: Desk, found: Opened[Addressee], address: str) -> None:
    """Put another address in the place of one, also on letters that wait."""
    to = replace(found.content, address=address)
    sealed = desk.book.seal(to)
    ADDRESSES.replace(desk.connection, found.kept, sealed, State.WAITING)
    for each in _letters_to(desk, found.content):
        # The code in it has reached nobody, so it is still good.
        letter = replace(each.content, to=to, tries=0, not_before=None)
        sealed = desk.book.seal(letter)
        OUTBOX.replace(desk.connection, each.kept, sealed, State.WAITING)


def _take_out(desk: Desk, found: Opened[Addressee]) -> None:
    """Send nothing more to an address; a code that reached nobody becomes free."""
    ADDRESSES.drop(desk.connection, found.kept)
    for each in _letters_to(desk, found.content):
        OUTBOX.drop(desk.connection, each.kept)
        if each.content.code and not _is_joint(desk, found.content.group):
            was_there = codes.spend(desk.connection, fingerprint(each.content.code))
            # The one code of a group can have been replaced: the other still stands.
            # Of several it is not looked at: numbers would tell that it was used.
            if was_there or desk.audit.promise.group[found.content.group].sheets > 1:
                _free_place(desk, found.content.group)


def _letters_to(desk: Desk, to: Addressee) -> list[Opened[Letter]]:
    """Return what waits for somebody, or was refused."""
    return [
        each
        for state in (State.WAITING, State.REFUSED)
        for each in desk.book.letters(desk.connection, state)
        if each.content.to == to
    ]


def _free_place(desk: Desk, group: Group) -> None:
    """Let somebody else of a group be asked in the place of who is not."""
    asked = mailings.asked(desk.connection, desk.audit.id).get(group, 0)
    mailings.set_asked(desk.connection, desk.audit.id, group, max(0, asked - 1))
    if not _is_joint(desk, group):
        issued = audits.issued(desk.connection, desk.audit.id, group)
        audits.set_issued(desk.connection, desk.audit.id, group, max(0, issued - 1))


def _is_joint(desk: Desk, group: Group) -> bool:
    """Say whether a group fills in one sheet together, with one code."""
    return desk.audit.promise.group[group].mode is GroupMode.JOINT_SHEET


def _set_aside(desk: Desk, request: Opened[Request], state: State) -> None:
    """Keep what cannot be done, so that the manager is told how many there are."""
    REQUESTS.replace(desk.connection, request.kept, request.kept.sealed, state)


def _drop(desk: Desk, requests: Requests) -> None:
    """Delete requests whose time is over."""
    for each in requests:
        REQUESTS.drop(desk.connection, each.kept)
