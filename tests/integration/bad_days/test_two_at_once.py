"""Two who do the same at one moment: it is done once, and neither sees a fault."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

import pytest
from sqlalchemy import func, select

from peeraudit.account.record import Act
from peeraudit.account.roles import Account, Membership, Role
from peeraudit.audit.audit import State
from peeraudit.audit.team import Team
from peeraudit.instrument.wording import LocalWords
from peeraudit.operations.accept_invitation import read_invitation
from peeraudit.operations.acting import NotAllowed
from peeraudit.operations.close_audit import close_audit
from peeraudit.operations.create_audit import create_audit
from peeraudit.operations.do_what_is_due import do_what_is_due
from peeraudit.operations.first_account import first_token, make_first_account
from peeraudit.operations.hold_meeting import Writer, agree
from peeraudit.operations.installation import Installation
from peeraudit.operations.invite import Offer, invite
from peeraudit.operations.launch_audit import launch_audit
from peeraudit.operations.people import Person as Named
from peeraudit.operations.read_record import read_record
from peeraudit.operations.screening import publish_comments, read_comments
from peeraudit.operations.teams import add_team
from peeraudit.operations.wrong_state import WrongState
from peeraudit.plan.agreement import Agreement, Verdict, seen_agreement
from peeraudit.sealing.keys import KeyKind, KeyLost
from peeraudit.storage import record
from peeraudit.storage.tables import (
    AgreementRow,
    Base,
    InstrumentRow,
    InvitationRow,
    LedgerRow,
    OrganisationRow,
    ReleaseRow,
    TeamRow,
)
from tests.integration.manage.managing import EMAIL, PASSWORD
from tests.integration.storage.conftest import OPENS, OpenAudit, OpenOne
from tests.integration.storage.plans import plan_for
from tests.integration.storage.test_closing import answer, assert_nothing_is_left
from tests.journeys.site import ASKED

T = TypeVar("T")

TIMES = 4
"""How many do it at once: two may miss each other."""


def at_once(do: Callable[[int], T]) -> list[T | Exception]:
    """Let some do the same at one moment; return what each got."""
    barrier = Barrier(TIMES)

    def one(number: int) -> T | Exception:
        barrier.wait()
        try:
            return do(number)
        except (WrongState, NotAllowed, KeyLost) as said:
            return said

    with ThreadPoolExecutor(TIMES) as crowd:
        return list(crowd.map(one, range(TIMES)))


def rows(here: Installation, table: type[Base]) -> int:
    """How many rows a table has."""
    with here.database.reading() as connection:
        found = connection.execute(select(func.count()).select_from(table))
        return found.scalar_one()


def done(results: list[T | Exception]) -> list[T]:
    """What those got who were not told that it had been done."""
    return [each for each in results if not isinstance(each, Exception)]


def test_the_first_team_and_its_instrument_are_added_once(
    installation: Installation,
) -> None:
    team = Team("A trust", LocalWords("Pier team"))
    at_once(lambda _: add_team(installation, team).id)
    at_once(lambda _: create_audit(installation, plan_for(ASKED, team="Quay")).id)
    counted = [
        rows(installation, table) for table in (OrganisationRow, TeamRow, InstrumentRow)
    ]
    assert counted == [1, 2, 1]


def test_what_is_done_at_once_stands_in_the_record_one_behind_the_other(
    installation: Installation,
) -> None:
    plan = plan_for(ASKED)
    made = done(at_once(lambda _: create_audit(installation, plan).id))
    found = read_record(installation)
    assert {each.audit for each in found.entries} == set(made)
    assert len(found.entries) == len(made) == TIMES
    assert found.changed_at == 0


@pytest.fixture
def lead(installation: Installation) -> Account:
    """Whoever made the first account."""
    token = first_token(installation) or ""
    return make_first_account(installation, token, Named("A lead", EMAIL), PASSWORD)


def test_one_address_is_invited_once(installation: Installation, lead: Account) -> None:
    offer = Offer("new@trust.example", Membership(Role.TRUST_LEAD))
    tokens = done(at_once(lambda _: invite(installation, lead, offer, at=OPENS)))
    assert rows(installation, InvitationRow) == 1
    found = [read_invitation(installation, each, at=OPENS) for each in tokens]
    assert len(found) - found.count(None) == 1


def test_a_launched_audit_opens_once(installation: Installation) -> None:
    audit = create_audit(installation, plan_for(ASKED)).id
    launched = at_once(lambda _: launch_audit(installation, audit).id)
    assert len(done(launched)) == 1
    at_once(lambda _: do_what_is_due(installation, at=OPENS))
    do_what_is_due(installation, at=OPENS)
    assert installation.audit(audit).state is State.OPEN
    assert installation.keys.holds(audit, KeyKind.ANSWERS)


def test_an_audit_is_closed_once(audit: OpenAudit) -> None:
    answer(audit)
    at_once(lambda _: close_audit(audit.installation, audit.id, at=audit.over))
    assert_nothing_is_left(audit)
    assert audit.release is not None
    assert [told.answered for told in audit.release.groups] == [5, 6]
    assert rows(audit.installation, ReleaseRow) == 1
    assert rows(audit.installation, LedgerRow) == 2


def test_comments_are_published_once(open_one: OpenOne) -> None:
    audit = open_one(comments_read_by="Somebody of another team")
    answer(audit)
    audit.close()
    screening = read_comments(audit.installation, audit.reader)
    assert screening
    publish = publish_comments
    published = at_once(
        lambda _: publish(audit.installation, audit.reader, screening.seen)
    )
    assert len(done(published)) <= 1
    assert audit.installation.audit(audit.id).state is State.RELEASED


def test_of_those_who_write_down_what_was_agreed_the_others_are_told(
    audit: OpenAudit,
) -> None:
    here, verdicts = audit.installation, list(Verdict)
    audit.close()
    writer = Writer(Account("a1", EMAIL, "A lead"), OPENS, seen_agreement(None))

    def write(number: int) -> int:
        agreement = Agreement("PR10", verdicts[number], "", OPENS.date())
        agree(here, writer, audit.id, agreement)
        return number

    (kept,) = done(at_once(write))
    assert rows(here, AgreementRow) == 1
    with here.reading_accounts() as kept_there:
        acts = [each.act for each in record.every(kept_there)]
    assert acts.count(Act.AGREED) == 1
    with here.database.reading() as connection:
        verdict = connection.execute(select(AgreementRow.verdict)).scalar_one()
    assert verdict == verdicts[kept]
