"""Looking again: proposed on the team's page, and set beside what was agreed."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from peeraudit.account.roles import Role
from peeraudit.audit.facts import Facts
from peeraudit.audit.promise import GroupPromise, Promise
from peeraudit.audit.team import Team
from peeraudit.instrument.definition import Mode
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.library import load
from peeraudit.instrument.wording import LocalWords
from peeraudit.operations.close_audit import close_audit
from peeraudit.operations.create_audit import Plan, create_audit
from peeraudit.operations.launch_audit import launch_audit
from peeraudit.operations.open_audit import open_audit
from peeraudit.operations.read_report import set_report_open
from peeraudit.plan.agreement import Agreement, Verdict
from peeraudit.settings import CHECKOUT
from peeraudit.storage import agreements
from peeraudit.web.manage import look_again
from tests.integration.manage.managing import Join, Manager, add_pier_team, team_of
from tests.journeys.site import CLOSES, OPENS, Site, Team1, make_site
from tests.journeys.two_rounds import EIGHT, first_round, second_round

# What is on these pages is the same in every database.
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def site(tmp_path: Path, database_url: str) -> Iterator[Site]:
    """A website with an open audit of a team that can be shown."""
    made = make_site(tmp_path, database_url, Team1(asked=EIGHT))
    yield made
    made.installation.database.engine.dispose()


def audit_page(site: Site) -> str:
    return f"/manage/teams/{team_of(site)}/audits/{site.audit}"


def test_nothing_is_proposed_while_people_are_asked(site: Site, first: Manager) -> None:
    assert "Look again" not in first.open(f"/manage/teams/{team_of(site)}").words


def test_after_an_audit_the_next_one_is_proposed(site: Site, first: Manager) -> None:
    site.close()
    first.sign_in()
    for address in (f"/manage/teams/{team_of(site)}", audit_page(site)):
        said = first.open(address).words
        assert "July 2026, 4 months after" in said
        assert "March 2027, 12 months after" in said
        assert "A dip is not a failure" in said
        assert "It may close at 6pm on Thursday 18 June 2026 at the earliest" in said
        assert "They have not been changed since." in said
    assert first.follow("Start the next audit").heading.startswith("Start an audit")


def test_when_it_may_close_at_once_no_day_is_named(site: Site, first: Manager) -> None:
    site.close()
    site.clock.now = CLOSES + timedelta(days=150)
    first.sign_in()
    said = first.open(f"/manage/teams/{team_of(site)}").words
    assert "at the earliest" not in said
    assert "July 2026" not in said
    assert "March 2027" in said
    site.clock.now = CLOSES + timedelta(days=400)
    first.sign_in()
    said = first.open(f"/manage/teams/{team_of(site)}").words
    assert "more than 12 months old" in said


def test_when_the_questions_have_changed_nothing_can_be_compared(
    site: Site, first: Manager, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.close()
    first.sign_in()
    monkeypatch.setattr(look_again, "digest", lambda _: "of other questions")
    said = first.open(audit_page(site)).words
    assert "The next report will stand by itself." in said
    assert "They have not been changed since." not in said


def test_after_a_readiness_audit_the_next_one_looks_at_the_role(
    site: Site, first: Manager
) -> None:
    readiness = load(CHECKOUT / "instruments" / "readiness")
    team = Team("Seaside NHS Trust", LocalWords("Pier team"))
    promise = Promise(5, CLOSES, (GroupPromise(Group.OTHER_STAFF, 6),))
    before, form = Mode.BEFORE_START, readiness.forms[0]
    plan = Plan(team, readiness, before, form, promise, Facts())
    audit = create_audit(site.installation, plan)
    launch_audit(site.installation, audit.id)
    open_audit(site.installation, audit.id, at=OPENS)
    close_audit(site.installation, audit.id, at=CLOSES + timedelta(hours=1))
    site.clock.now = CLOSES + timedelta(days=1)
    first.sign_in()
    address = f"/manage/teams/{audit.team.id}/audits/{audit.id}"
    said = first.open(address).words
    assert "it is not compared with a readiness audit" in said
    assert "What can be compared?" not in said
    assert first.follow("Start the next audit").heading.startswith("Start an audit")


def test_a_facilitator_reads_it_and_starts_nothing(site: Site, join: Join) -> None:
    facilitator = join(Role.FACILITATOR, team_of(site))
    site.close()
    facilitator.sign_in()
    page = facilitator.open(audit_page(site))
    assert "Look again" in page.words
    assert "Start the next audit" not in page.words


def test_a_first_report_has_no_agreements_to_be_set_beside(
    site: Site, first: Manager
) -> None:
    address = f"{audit_page(site)}/agreed-then"
    first.open(address, 404)  # nothing is told before the report is out
    site.close()
    first.sign_in()
    assert "What you agreed" not in first.open(audit_page(site)).words
    assert "Nothing to compare." in first.open(address).words


def test_what_was_agreed_stands_beside_what_people_now_say(
    site: Site, first: Manager
) -> None:
    first_round(site)
    with site.installation.database.transaction() as connection:
        for practice, verdict in (("PR2", Verdict.PART), ("PR3", Verdict.TALK_AGAIN)):
            told = Agreement(practice, verdict, "<b>ours</b>", date(2026, 4, 14))
            agreements.keep(connection, site.audit, told)
    second = second_round(site)
    first.sign_in()
    first.open(audit_page(second))
    said = first.follow("What you agreed, and what people say now").words
    assert "Some now say otherwise" in said
    assert "Written down on 14 April 2026 Part of the role" in said
    assert "Other staff now Not part of the role" in said
    assert "<b>ours</b>" in said
    assert said.index("otherwise") < said.index("Left open then")
    assert said.index("Left open then") < said.index("People still say so")


def test_what_was_agreed_of_a_team_is_nothing_to_others(
    site: Site, first: Manager, join: Join
) -> None:
    stranger = join(Role.TEAM_MANAGER, add_pier_team(first))
    site.close()
    stranger.sign_in()
    stranger.open(f"{audit_page(site)}/agreed-then", 404)


def test_what_people_now_say_is_closed_with_the_report(
    site: Site, first: Manager
) -> None:
    first_round(site)
    second = second_round(site)
    first.sign_in()
    set_report_open(site.installation, second.audit, is_open=False)
    first.open(f"{audit_page(second)}/agreed-then", 404)
    assert "What you agreed" not in first.open(audit_page(second)).words
