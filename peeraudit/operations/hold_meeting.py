"""Hold the meeting after an audit: write down who met, and what is agreed."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from peeraudit.account.record import Act, Entry, done_by
from peeraudit.account.roles import Account
from peeraudit.audit.audit import Audit, State
from peeraudit.operations.installation import Installation
from peeraudit.operations.record_act import record_act
from peeraudit.operations.wrong_state import ChangedMeanwhile, WrongState
from peeraudit.plan.agreement import (
    Agreement,
    Meeting,
    Verdict,
    seen_agreement,
    seen_meeting,
)
from peeraudit.storage import agreements, audits


class NotOnAgenda(ValueError):
    """A practice that an audit does not ask about, or what no question offers."""


class NotMetYet(WrongState):
    """Something that needs a meeting, where nobody has written one down."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes something down, when, and what they saw of it before."""

    by: Account
    at: datetime
    seen: str = ""


def write_down_meeting(
    installation: Installation, writer: Writer, audit: str, meeting: Meeting
) -> None:
    """Write down when a team met and who took part; whether it is published stays.

    Raises
    ------
    ChangedMeanwhile
        If somebody else has written down something else meanwhile.
    WrongState
        If the report is not out, or is closed.
    """
    with installation.database.transaction() as connection:
        found = _released(connection, audit)
        before = agreements.meeting(connection, audit)
        if seen_meeting(before) == seen_meeting(meeting):
            return
        if seen_meeting(before) != writer.seen:
            raise ChangedMeanwhile(f"the meeting of audit {audit} was changed just now")
        is_published = bool(before and before.is_published)
        kept = replace(meeting, is_published=is_published)
        agreements.keep_meeting(connection, audit, kept)
        entry = _entry(writer, Act.HELD_MEETING, found, "")
        record_act(installation, connection, entry)


def agree(
    installation: Installation, writer: Writer, audit: str, agreement: Agreement
) -> None:
    """Keep what a team agreed about a practice, in place of what was before.

    It bears the day of the meeting, and its own day where nobody wrote one down. Who
    sends what is there already changes nothing, not even the day.

    Raises
    ------
    NotOnAgenda
        If the audit has no such practice, or its question no such option.
    ChangedMeanwhile
        If somebody else has agreed something else meanwhile.
    WrongState
        If the report is not out, or is closed.
    """
    with installation.database.transaction() as connection:
        found = _released(connection, audit)
        words = _words(installation, found, agreement)
        before = agreements.of_audit(connection, audit).get(agreement.practice)
        if seen_agreement(before) == seen_agreement(agreement):
            return
        _refuse_changed(before, writer)
        met = agreements.meeting(connection, audit)
        kept = replace(agreement, agreed_on=met.held_on) if met else agreement
        agreements.keep(connection, audit, kept)
        record_act(installation, connection, _entry(writer, Act.AGREED, found, words))


def take_back(
    installation: Installation, writer: Writer, audit: str, practice: str
) -> None:
    """Forget what was agreed about a practice.

    Raises
    ------
    ChangedMeanwhile
        If somebody else has agreed something else meanwhile.
    WrongState
        If the report is not out, or is closed.
    """
    with installation.database.transaction() as connection:
        found = _released(connection, audit)
        before = agreements.of_audit(connection, audit).get(practice)
        if before is None:
            return
        _refuse_changed(before, writer)
        agreements.drop(connection, audit, practice)
        about = f"Taken back: {_words(installation, found, before)}"
        record_act(installation, connection, _entry(writer, Act.AGREED, found, about))


def publish(
    installation: Installation, writer: Writer, audit: str, *, is_published: bool
) -> None:
    """Let everyone asked read what was agreed, or nobody but the team any more.

    Raises
    ------
    NotMetYet
        If nobody has written down when the team met.
    WrongState
        If the report is not out, or is closed.
    """
    with installation.database.transaction() as connection:
        found = _released(connection, audit)
        met = agreements.meeting(connection, audit)
        if met is None:
            raise NotMetYet(f"nobody has written down a meeting after audit {audit}")
        if met.is_published is is_published:
            return
        kept = replace(met, is_published=is_published)
        agreements.keep_meeting(connection, audit, kept)
        about = "What was agreed" if is_published else "Not any more: what was agreed"
        entry = _entry(writer, Act.PUBLISHED, found, about)
        record_act(installation, connection, entry)


def _released(connection: Connection, audit: str) -> Audit:
    """Return an audit whose report can be read, held until the transaction ends."""
    found = audits.find(connection, audit, locked=True)
    launched = audits.launched(connection, audit)
    is_out = found is not None and found.state is State.RELEASED
    if found is None or not is_out or not (launched and launched.report_open):
        raise WrongState(f"audit {audit} has no report that can be read")
    return found


def _words(installation: Installation, audit: Audit, agreement: Agreement) -> str:
    """Say which practice and which verdict, without what the team wrote itself.

    Raises
    ------
    NotOnAgenda
        If the audit has no such practice, or its question no such option.
    """
    instrument = installation.instrument(audit.instrument)
    by_id = {each.id: each for each in instrument.practices}
    if agreement.practice not in by_id:
        raise NotOnAgenda(f"audit {audit.id} does not ask about {agreement.practice}")
    practice = audit.team.words.fill(instrument.wording.practices[agreement.practice])
    if agreement.verdict is Verdict.TALK_AGAIN:
        return f"{practice}: talk again"
    if agreement.verdict not in by_id[agreement.practice].options:
        raise NotOnAgenda(f"{agreement.practice} has no option {agreement.verdict}")
    verdict = audit.team.words.fill(
        instrument.wording.practice.options[agreement.verdict]
    )
    return f"{practice}: {verdict.lower()}"


def _refuse_changed(before: Agreement | None, writer: Writer) -> None:
    """Raise :class:`ChangedMeanwhile` where it is not what the writer saw."""
    if seen_agreement(before) != writer.seen:
        raise ChangedMeanwhile("what was agreed about this practice was changed now")


def _entry(writer: Writer, act: Act, audit: Audit, about: str) -> Entry:
    """Return what is recorded of it."""
    team = audit.team.id
    return done_by(writer.by, act, writer.at, about=about, team=team, audit=audit.id)
