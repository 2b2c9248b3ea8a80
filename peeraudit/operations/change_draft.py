"""Change a draft: what is asked, the facts, the promise; until its launch."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from peeraudit.account.record import COMMAND_LINE, Act, Entry, done_by
from peeraudit.account.roles import Account
from peeraudit.audit.audit import Audit, State
from peeraudit.audit.facts import Facts, faults
from peeraudit.audit.promise import Promise
from peeraudit.audit.rounds import mode_of
from peeraudit.audit.seen import seen_facts, seen_promise, seen_questions
from peeraudit.instrument.definition import Instrument
from peeraudit.instrument.library import digest, to_json
from peeraudit.operations.begin_draft import Questions
from peeraudit.operations.create_audit import Plan, refuse_faults
from peeraudit.operations.installation import Installation
from peeraudit.operations.record_act import record_act
from peeraudit.operations.wrong_state import ChangedMeanwhile, LaunchedBefore
from peeraudit.storage import audits, drafted_audits


@dataclass(frozen=True, slots=True)
class _Part:
    """The part of a draft that is changed, and how it was when somebody saw it."""

    of: Callable[[Audit], str]
    seen: str
    name: str
    """What the record calls it."""
    by: Account
    """Who changes it."""

    def is_as_seen(self, found: Audit) -> bool:
        """Whether nobody has changed it since."""
        return self.of(found) == self.seen

    def entry(self, changed: Audit) -> Entry:
        """Return what the record says of the change."""
        return done_by(
            self.by,
            Act.CHANGED_AUDIT,
            team=changed.team.id,
            audit=changed.id,
            about=self.name,
        )


def change_questions(
    installation: Installation,
    audit: str,
    questions: Questions,
    *,
    seen: str,
    by: Account = COMMAND_LINE,
) -> Audit:
    """Ask something else, and keep of facts and promise what fits it.

    Raises
    ------
    LaunchedBefore, ChangedMeanwhile
        If the audit is no draft, or does not ask what was seen.
    AuditFault
        If the instrument has no such form.
    """
    instrument = questions.instrument
    team = installation.audit(audit).team.id
    with installation.database.reading() as connection:
        mode = mode_of(instrument, audits.of_team(connection, team))

    def changed(before: Audit) -> Audit:
        kept = replace(
            before,
            instrument=digest(instrument),
            mode=mode,
            form=questions.form,
            facts=_fitting(before.facts, instrument),
        )
        groups = tuple(
            each for each in before.promise.groups if each.group in instrument.groups
        )
        return replace(kept, promise=replace(before.promise, groups=groups))

    asked = _Part(seen_questions, seen, "questions", by)
    return _change(installation, audit, changed, asked, instrument)


def change_facts(
    installation: Installation,
    audit: str,
    answers: Mapping[str, str | int | None],
    *,
    seen: str,
    by: Account = COMMAND_LINE,
) -> Audit:
    """Fill in some facts, and leave all others; one that is ``None`` is left out.

    Raises
    ------
    LaunchedBefore, ChangedMeanwhile
        If the audit is no draft, or these facts are not as they were seen.
    AuditFault
        If a fact is none of the instrument's, or is not answered as it asks.
    """

    def changed(before: Audit) -> Audit:
        every = {**before.facts.answers, **answers}
        facts = {name: each for name, each in every.items() if each is not None}
        return replace(before, facts=Facts(facts))

    def mark(found: Audit) -> str:
        return seen_facts(found.facts, tuple(answers))

    return _change(installation, audit, changed, _Part(mark, seen, "facts", by))


def change_promise(
    installation: Installation,
    audit: str,
    promise: Promise,
    *,
    seen: str,
    by: Account = COMMAND_LINE,
) -> Audit:
    """Promise something else.

    Raises
    ------
    LaunchedBefore, ChangedMeanwhile
        If the audit is no draft, or its promise is not what was seen.
    AuditFault
        If the instrument does not ask one of the groups.
    """

    def changed(before: Audit) -> Audit:
        return replace(before, promise=promise)

    promised = _Part(seen_promise, seen, "promise", by)
    return _change(installation, audit, changed, promised)


def _change(
    installation: Installation,
    audit: str,
    changed: Callable[[Audit], Audit],
    part: _Part,
    instrument: Instrument | None = None,
) -> Audit:
    """Change a draft, if the part that is changed is still as it was seen."""
    with installation.database.transaction() as connection:
        before = audits.find(connection, audit, locked=True)
        if before is None or before.state is not State.DRAFT:
            raise LaunchedBefore(f"audit {audit} has been launched before")
        after = changed(before)
        # Who sends the same twice, or what somebody else has sent, changes nothing.
        if after == before:
            return before
        if not part.is_as_seen(before):
            raise ChangedMeanwhile(f"audit {audit} was changed just now: look again")
        if instrument:
            audits.keep_instrument(connection, after.instrument, to_json(instrument))
        _refuse_faults(after, instrument or installation.instrument(before.instrument))
        drafted_audits.change(connection, after)
        record_act(installation, connection, part.entry(after))
    return after


def _refuse_faults(audit: Audit, instrument: Instrument) -> None:
    """See that an instrument allows what a draft has become."""
    promise, facts = audit.promise, audit.facts
    refuse_faults(Plan(audit.team, instrument, audit.mode, audit.form, promise, facts))


def _fitting(facts: Facts, instrument: Instrument) -> Facts:
    """Return the facts that an instrument asks for, too, and asks alike."""
    return Facts(
        {
            name: answer
            for name, answer in facts.answers.items()
            if not list(faults(Facts({name: answer}), instrument))
        }
    )
