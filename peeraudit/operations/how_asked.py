"""How people are asked so far, in numbers: never who, and never who has answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from peeraudit.audit.audit import Audit
from peeraudit.audit.promise import GroupPromise
from peeraudit.instrument.frozen import Group
from peeraudit.mail.letter import Kind
from peeraudit.operations.ask_by_mail import left_to_ask
from peeraudit.operations.extend_audit import moves_to
from peeraudit.operations.installation import Installation
from peeraudit.operations.mail_trouble import MailTrouble, read_trouble
from peeraudit.storage import audits, mailings, progress
from peeraudit.storage.mail import OUTBOX, REQUESTS, State


@dataclass(frozen=True, slots=True)
class GroupAsked:
    """How one group is asked."""

    promise: GroupPromise
    by_mail: int
    """People whose addresses were given."""
    codes: int
    """Codes that are spoken for, on paper or by mail."""
    quarters: int | None = None
    """How many quarters of the group had answered when the day's count was made; none
    where nothing is told."""

    @property
    def on_paper(self) -> int:
        """Codes that were made for paper."""
        if self.promise.shared_link:
            # Else every page here would tell how many have started.
            return 0
        joint = self.promise.sheets < self.promise.asked
        return self.codes - (min(self.by_mail, 1) if joint else self.by_mail)

    @property
    def left_for_mail(self) -> int:
        """People who can still be asked by mail."""
        return left_to_ask(self.promise, self.codes)

    @property
    def left_for_paper(self) -> int:
        """Codes that can still be made."""
        if self.promise.shared_link:
            return 0
        return self.promise.sheets - self.codes


@dataclass(frozen=True, slots=True)
class HowAsked:
    """How everyone of an audit is asked."""

    groups: tuple[GroupAsked, ...]
    waiting: int
    """Mails that the mail server does not have yet."""
    refused: int
    """Addresses that it does not take."""
    unknown: int
    """Changes of an address at which nobody was asked."""
    twice: int
    """Addresses that were given a second time."""
    reminded: tuple[datetime, ...]
    trouble: MailTrouble | None
    moves_to: datetime | None
    """The closing time that the worker is about to write down."""

    @property
    def by_mail(self) -> int:
        """How many people are asked by mail."""
        return sum(each.by_mail for each in self.groups)

    @property
    def left_for_mail(self) -> int:
        """How many can still be asked by mail."""
        return sum(each.left_for_mail for each in self.groups)


def how_asked(installation: Installation, audit: Audit) -> HowAsked:
    """Return how people are asked, from numbers alone."""
    with installation.database.reading() as connection:
        by_mail = mailings.asked(connection, audit.id)
        requests = REQUESTS.numbers(connection, audit.id)
        outbox = OUTBOX.numbers(connection, audit.id)
        reminded = tuple(
            each.ordered_at
            for each in mailings.of_audit(connection, audit.id)
            if each.kind == Kind.REMINDER
        )
        groups = tuple(_groups(connection, audit, by_mail))
        trouble, later = read_trouble(connection), moves_to(connection, audit.id)
    return HowAsked(
        groups,
        requests.get(State.WAITING, 0) + outbox.get(State.WAITING, 0),
        outbox.get(State.REFUSED, 0),
        requests.get(State.UNKNOWN, 0),
        requests.get(State.TWICE, 0),
        reminded,
        trouble,
        later,
    )


def _groups(
    connection: Connection, audit: Audit, by_mail: Mapping[Group, int]
) -> list[GroupAsked]:
    """Return how each group is asked."""
    counted = progress.find(connection, audit.id)
    return [
        GroupAsked(
            each,
            by_mail.get(each.group, 0),
            audits.issued(connection, audit.id, each.group),
            counted[each.group].quarters if each.group in counted else None,
        )
        for each in audit.promise.groups
    ]
