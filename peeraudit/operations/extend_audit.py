"""Move a closing time, later only: asked for by the website, written by the worker.

The launch record lies where only the worker writes, and nothing is taken or released
that does not fit it. So the website marks the terms that would hold, under the key to
the marks of launches, which the database does not have. The worker looks whether they
are the launched ones but for a later time, and writes them down in both places.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from peeraudit.account.record import COMMAND_LINE, Act, done_by
from peeraudit.account.roles import Account
from peeraudit.audit.audit import Audit, State
from peeraudit.audit.promise_words import promise_words
from peeraudit.audit.rounds import APART, too_near
from peeraudit.mail.letter import Kind
from peeraudit.operations.installation import Installation
from peeraudit.operations.launch_record import (
    hash_of_terms,
    read_record,
    record_of,
    terms_seal,
)
from peeraudit.operations.record_act import record_act
from peeraudit.operations.wrong_state import WrongState
from peeraudit.sealing.keys import KeyKind
from peeraudit.sealing.marks import fits, mark
from peeraudit.storage import audits, extensions, mailings
from peeraudit.storage.audits import Launched
from peeraudit.storage.extensions import Extension
from peeraudit.storage.mailings import Mailing

LATER = "later"
"""What the mark of an extension is for."""

CHOICES = (timedelta(days=3), timedelta(days=7), timedelta(days=14))
"""By how much a closing time can be moved at once (our judgement)."""

FURTHEST = timedelta(days=28)
"""No closing time lies further ahead after it was moved (our judgement)."""


@dataclass(frozen=True, slots=True)
class Terms:
    """An audit with what it has from its launch on."""

    audit: Audit
    launched: Launched

    def until(self, closes_at: datetime) -> "Terms":
        """Return the same with a later closing time, also in the words."""
        promise = replace(self.audit.promise, closes_at=closes_at)
        words = {
            each.group: promise_words(promise, each, self.audit.team)
            for each in promise.groups
        }
        return Terms(
            replace(self.audit, promise=promise),
            replace(self.launched, promise_words=words),
        )


def later_times(audit: Audit, *, at: datetime) -> tuple[datetime, ...]:
    """Return the closing times that an audit can be moved to."""
    if not audit.takes_answers(at=at, has_draft=False):
        return ()
    times = (audit.promise.closes_at + each for each in CHOICES)
    return tuple(each for each in times if each <= at + FURTHEST)


def ask_to_extend(
    installation: Installation,
    audit: str,
    closes_at: datetime,
    *,
    at: datetime,
    by: Account = COMMAND_LINE,
) -> None:
    """Ask for a later closing time, which holds once the worker has written it down.

    Raises
    ------
    WrongState
        If it is none of those on offer, or too near another audit of the team.
    """
    with installation.database.transaction() as connection:
        terms = _terms(connection, audit)
        if closes_at not in later_times(terms.audit, at=at):
            raise WrongState("this closing time is not on offer now")
        record_of(installation, terms.audit, terms.launched)
        moved = terms.until(closes_at)
        _refuse_too_near(connection, moved.audit)
        seal = _mark(installation, moved)
        extensions.ask_for(connection, audit, Extension(closes_at, seal))
        team = terms.audit.team.id
        entry = done_by(by, Act.EXTENDED, at, team=team, audit=audit)
        record_act(installation, connection, entry)


def extend_audit(installation: Installation, audit: str, *, at: datetime) -> Audit:
    """Write down a closing time that was asked for. The worker does this.

    May be interrupted and run again: the record is written before the database is, so
    whoever comes between the two is asked to wait.

    Raises
    ------
    TermsChanged
        If the database does not hold what was launched.
    """
    with installation.database.transaction() as connection:
        wanted = extensions.find(connection, audit)
        terms = _terms(connection, audit)
        if wanted is None or terms.audit.state is not State.OPEN:
            extensions.forget(connection, audit)
            return terms.audit
        extensions.forget(connection, audit)
        moved = terms.until(wanted.closes_at)
        if not _is_ours(installation, terms, moved, wanted):
            return terms.audit
        _write(installation, connection, terms, moved)
        _tell(connection, moved.audit, at=at)
    return moved.audit


def moves_to(connection: Connection, audit: str) -> datetime | None:
    """Return the closing time that an audit is about to have, if it moves."""
    wanted = extensions.find(connection, audit)
    return wanted.closes_at if wanted else None


def _terms(connection: Connection, audit: str) -> Terms:
    """Return the terms of a launched audit, held as they are."""
    found = audits.find(connection, audit, locked=True)
    launched = audits.launched(connection, audit)
    if found is None or launched is None:
        raise WrongState(f"audit {audit} was never launched")
    return Terms(found, launched)


def _mark(installation: Installation, moved: Terms) -> bytes:
    """Return the mark of the terms that would hold."""
    terms = hash_of_terms(installation, moved.audit, moved.launched)
    return mark(installation.seal_key, LATER, moved.audit.id, terms)


def _is_ours(
    installation: Installation, terms: Terms, moved: Terms, wanted: Extension
) -> bool:
    """Say whether the website asked for this, and it loosens nothing."""
    new = hash_of_terms(installation, moved.audit, moved.launched)
    name = moved.audit.id
    is_marked = fits(installation.seal_key, wanted.seal, LATER, name, new)
    return is_marked and wanted.closes_at > terms.audit.promise.closes_at


def _write(
    installation: Installation, connection: Connection, terms: Terms, moved: Terms
) -> None:
    """Write the record anew, and then the audit."""
    name = moved.audit.id
    new = hash_of_terms(installation, moved.audit, moved.launched)
    record = read_record(installation, name)
    if record.terms != new:
        # A try that was interrupted wrote the record, and not the audit.
        record = record_of(installation, terms.audit, terms.launched)
        written = replace(record, terms=new).written()
        installation.web_keys.replace(name, KeyKind.RECORD, written)
    # The mark of the launch was made before there was an opening.
    before_opening = replace(moved.audit, opened_at=None)
    seal = terms_seal(installation, before_opening, moved.launched)
    launched = replace(moved.launched, seal=seal)
    audits.extend(connection, name, moved.audit.promise, launched)


def _tell(connection: Connection, audit: Audit, *, at: datetime) -> None:
    """Let everyone who was asked by mail hear of it."""
    before = mailings.of_audit(connection, audit.id)
    number = 1 + sum(each.kind == Kind.EXTENSION for each in before)
    if mailings.asked(connection, audit.id):
        mailings.add(connection, Mailing(audit.id, Kind.EXTENSION, number, at))


def _refuse_too_near(connection: Connection, audit: Audit) -> None:
    """Keep rounds of one team apart."""
    if other := too_near(audit, audits.rounds(connection, audit.id)):
        raise WrongState(
            f"audit {other.id} of this team would close within {APART.days} days"
        )
