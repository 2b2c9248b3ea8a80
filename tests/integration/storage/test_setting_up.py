"""Setting an audit up: a draft a team, changed until its launch, by two at once."""

from dataclasses import replace
from datetime import timedelta
from threading import Barrier, Thread

import pytest
from sqlalchemy import func, select

from peeraudit.account.roles import Account, Membership, Role
from peeraudit.audit.audit import Audit, State
from peeraudit.audit.facts import Facts
from peeraudit.audit.promise import GroupPromise, Promise
from peeraudit.audit.seen import (
    seen_facts,
    seen_promise,
    seen_questions,
    seen_whole,
)
from peeraudit.audit.team import Team
from peeraudit.instrument.definition import Form, Mode
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.library import load
from peeraudit.instrument.wording import LocalWords
from peeraudit.operations.begin_draft import Questions, begin_draft
from peeraudit.operations.change_draft import (
    change_facts,
    change_promise,
    change_questions,
)
from peeraudit.operations.create_audit import AuditFault
from peeraudit.operations.installation import Installation, NoSuchTeam
from peeraudit.operations.launch_audit import launch_audit
from peeraudit.operations.launch_draft import Confirmation, Launch, launch_draft
from peeraudit.operations.list_audits import list_audits
from peeraudit.operations.teams import add_team
from peeraudit.operations.wrong_state import (
    ChangedMeanwhile,
    LaunchedBefore,
    TooNear,
    WrongState,
)
from peeraudit.sealing.codes import new_code
from peeraudit.settings import CHECKOUT
from peeraudit.storage.tables import AuditRow
from tests.integration.storage.conftest import OPENS
from tests.integration.storage.plans import role_adoption

READINESS = load(CHECKOUT / "instruments/readiness")
IN_POST = Questions(role_adoption(), Form.CORE)
LEAD = Account("l", "lead@trust.example", "Lead", (Membership(Role.TRUST_LEAD),))
CODE = new_code()
Answers = dict[str, str | int | None]
ASKED = (GroupPromise(Group.PEER_WORKER, 6), GroupPromise(Group.OTHER_STAFF, 8))


@pytest.fixture
def team(installation: Installation) -> str:
    """The id of a team that has no audit."""
    return add_team(installation, Team("A trust", LocalWords("Pier team"))).id


@pytest.fixture
def draft(installation: Installation, team: str) -> Audit:
    """An audit that was just begun."""
    return begin_draft(installation, team, IN_POST, at=OPENS)


def promised(installation: Installation, draft: Audit, *, comments: str = "") -> Audit:
    """The draft, with people who are asked."""
    promise = replace(draft.promise, groups=ASKED, comments_read_by=comments)
    return change_promise(installation, draft.id, promise, seen=seen_promise(draft))


def launch(
    installation: Installation,
    draft: Audit,
    by: Account = LEAD,
    later: timedelta = timedelta(),
) -> Launch:
    """Press Launch on what this draft is."""
    confirmed = Confirmation(by, seen_whole(draft), OPENS + later, CODE)
    return launch_draft(installation, draft.id, confirmed)


def test_a_draft_asks_nobody_yet_and_closes_in_two_weeks(draft: Audit) -> None:
    assert draft.state is State.DRAFT
    assert draft.mode is Mode.IN_POST
    assert draft.promise.groups == ()
    assert draft.promise.floor == 5
    assert timedelta(days=14) < draft.promise.closes_at - OPENS < timedelta(days=15)


def test_a_team_sets_up_one_audit_at_a_time(
    installation: Installation, team: str, draft: Audit
) -> None:
    again = begin_draft(installation, team, Questions(READINESS, Form.FULL), at=OPENS)
    assert again == draft
    with pytest.raises(NoSuchTeam):
        begin_draft(installation, "nothing", IN_POST, at=OPENS)


def test_two_who_begin_at_the_same_moment_set_up_one(
    installation: Installation, team: str
) -> None:
    barrier, begun = Barrier(2), []

    def begin() -> None:
        barrier.wait()
        begun.append(begin_draft(installation, team, IN_POST, at=OPENS).id)

    both = [Thread(target=begin) for _ in range(2)]
    for each in both:
        each.start()
    for each in both:
        each.join()
    assert len(set(begun)) == 1
    with installation.database.reading() as connection:
        assert connection.execute(select(func.count(AuditRow.id))).scalar() == 1


def test_facts_are_filled_in_part_by_part(
    installation: Installation, draft: Audit
) -> None:
    seen = seen_facts(draft.facts, ("route", "posts"))
    first: Answers = {"route": "informal", "posts": 3}
    change_facts(installation, draft.id, first, seen=seen)
    other = seen_facts(draft.facts, ("paid",))
    change_facts(installation, draft.id, {"paid": "dont_know"}, seen=other)
    kept = installation.audit(draft.id)
    assert kept.facts == Facts({"route": "informal", "posts": 3, "paid": "dont_know"})
    seen = seen_facts(kept.facts, ("route",))
    cleared = change_facts(installation, draft.id, {"route": None}, seen=seen)
    assert cleared.facts == Facts({"posts": 3, "paid": "dont_know"})
    assert installation.audit(draft.id) == cleared


def test_what_the_instrument_does_not_ask_is_refused(
    installation: Installation, draft: Audit
) -> None:
    wrongs: list[Answers] = [{"route": "odd"}, {"nothing": "yes"}, {"posts": -1}]
    for wrong in wrongs:
        seen = seen_facts(draft.facts, tuple(wrong))
        with pytest.raises(AuditFault):
            change_facts(installation, draft.id, wrong, seen=seen)
    assert installation.audit(draft.id) == draft


def test_what_somebody_else_changed_is_not_written_over(
    installation: Installation, draft: Audit
) -> None:
    seen = seen_facts(draft.facts, ("route",))
    change_facts(installation, draft.id, {"route": "informal"}, seen=seen)
    with pytest.raises(ChangedMeanwhile):
        change_facts(installation, draft.id, {"route": "open_advert"}, seen=seen)
    # The same again is no change: so does a second press end.
    change_facts(installation, draft.id, {"route": "informal"}, seen=seen)
    assert installation.audit(draft.id).facts == Facts({"route": "informal"})
    mine = promised(installation, draft)
    with pytest.raises(ChangedMeanwhile):
        change_promise(
            installation,
            draft.id,
            replace(draft.promise, floor=8),
            seen=seen_promise(draft),
        )
    assert installation.audit(draft.id).promise == mine.promise


def test_another_audit_keeps_of_the_draft_what_fits(
    installation: Installation, draft: Audit
) -> None:
    seen = seen_facts(draft.facts, ("route", "started"))
    facts: Answers = {"route": "informal", "started": 9}
    change_facts(installation, draft.id, facts, seen=seen)
    promised(installation, draft)
    changed = change_questions(
        installation,
        draft.id,
        Questions(READINESS, Form.FULL),
        seen=seen_questions(draft),
    )
    assert changed.mode is Mode.BEFORE_START
    assert changed.facts == Facts({"route": "informal"})
    assert changed.promise.groups == ASKED
    kept = installation.audit(draft.id)
    assert kept == changed
    assert installation.instrument(kept.instrument).id == "readiness"
    with pytest.raises(AuditFault, match="form"):
        change_questions(
            installation,
            draft.id,
            Questions(READINESS, Form.CORE),
            seen=seen_questions(kept),
        )


def test_a_launch_locks_what_was_seen_and_happens_once(
    installation: Installation, draft: Audit
) -> None:
    seen = promised(installation, draft)
    launched = launch(installation, seen)
    assert launched.audit.state is State.LAUNCHING
    assert launched.readers_code == ""
    with pytest.raises(LaunchedBefore):
        launch(installation, seen)
    with pytest.raises(LaunchedBefore):
        change_promise(
            installation,
            draft.id,
            replace(seen.promise, floor=8),
            seen=seen_promise(seen),
        )
    with pytest.raises(LaunchedBefore):
        change_facts(installation, draft.id, {"posts": 3}, seen="")


def test_what_was_changed_since_it_was_seen_is_not_launched(
    installation: Installation, draft: Audit
) -> None:
    seen = promised(installation, draft)
    facts = seen_facts(seen.facts, ("posts",))
    change_facts(installation, draft.id, {"posts": 3}, seen=facts)
    with pytest.raises(ChangedMeanwhile):
        launch(installation, seen)
    with pytest.raises(ChangedMeanwhile):
        launch_audit(installation, draft.id, as_seen=seen)
    assert installation.audit(draft.id).state is State.DRAFT
    assert launch(installation, installation.audit(draft.id)).audit.facts.answers


@pytest.mark.parametrize("days", [12, -80])
def test_a_closing_time_that_lay_too_long_is_not_launched(
    installation: Installation, draft: Audit, days: int
) -> None:
    seen = promised(installation, draft)
    with pytest.raises(WrongState, match="too soon, or too late"):
        launch(installation, seen, later=timedelta(days=days))


def test_an_audit_that_asks_nobody_is_not_launched(
    installation: Installation, draft: Audit
) -> None:
    with pytest.raises(WrongState, match="asks nobody"):
        launch(installation, draft)


def test_the_team_itself_does_not_get_the_code_that_opens_comments(
    installation: Installation, draft: Audit, team: str
) -> None:
    seen = promised(installation, draft, comments="The lead of another service")
    manager = Membership(Role.TEAM_MANAGER, team)
    for of_the_team in ((manager,), (manager, Membership(Role.TRUST_LEAD))):
        account = Account("m", "m@trust.example", "Manager", of_the_team)
        with pytest.raises(WrongState, match="comments"):
            launch(installation, seen, account)
    assert launch(installation, seen).readers_code == CODE


def test_whoever_launched_sees_the_readers_code_again_and_nobody_else(
    installation: Installation, draft: Audit
) -> None:
    seen = promised(installation, draft, comments="The lead of another service")
    assert launch(installation, seen).readers_code == CODE
    assert launch(installation, seen).readers_code == CODE
    other = Confirmation(LEAD, seen_whole(seen), OPENS, new_code())
    with pytest.raises(LaunchedBefore):
        launch_draft(installation, draft.id, other)


def test_another_audit_of_the_team_nearby_is_named(
    installation: Installation, team: str, draft: Audit
) -> None:
    first = launch(installation, promised(installation, draft)).audit
    second = begin_draft(installation, team, IN_POST, at=OPENS)
    assert second.id != first.id
    assert second.mode is Mode.RE_AUDIT
    with pytest.raises(TooNear) as refused:
        launch(installation, promised(installation, second))
    assert refused.value.other.id == first.id


def test_the_promise_of_a_draft_is_kept_whole(
    installation: Installation, draft: Audit
) -> None:
    promise = Promise(
        8,
        OPENS + timedelta(days=20),
        (GroupPromise(Group.PEER_WORKER, 9, changed=2),),
        pooling=True,
        comments_read_by="Somebody",
    )
    change_promise(installation, draft.id, promise, seen=seen_promise(draft))
    assert [each.promise for each in list_audits(installation)] == [promise]
