"""Starting an audit: what it asks, one draft a team, and who may."""

import pytest

from peeraudit.account.roles import Role
from peeraudit.audit.audit import State
from peeraudit.instrument.definition import Form, Mode
from tests.integration.manage.conftest import Join
from tests.integration.manage.drafting import TEAM, Drafting
from tests.integration.manage.managing import Manager
from tests.journeys.site import Site


@pytest.mark.parametrize(
    ("questions", "asked", "said"),
    [
        ("readiness.full", (Mode.BEFORE_START, Form.FULL), "Readiness audit."),
        ("role-adoption.full", (Mode.IN_POST, Form.FULL), "audit, all questions."),
        ("role-adoption.core", (Mode.IN_POST, Form.CORE), "the core questions."),
    ],
)
def test_an_audit_is_started_from_the_page_of_its_team(
    site: Site, first: Manager, questions: str, asked: tuple[Mode, Form], said: str
) -> None:
    draft = Drafting.begin(first, questions)
    assert first.page.heading == "Set up the audit of Pier team"
    assert said in first.page.words
    found = site.installation.audit(draft.audit)
    assert (found.mode, found.form) == asked
    assert found.state is State.DRAFT


def test_each_audit_is_offered_with_minutes_for_every_group(first: Manager) -> None:
    first.open("/manage/teams/new")
    first.choose(TEAM, "Add this team")
    page = first.follow("Start an audit")
    ways = ["readiness.full", "role-adoption.full", "role-adoption.core"]
    assert page.questions() == {"questions": ways}
    assert (
        "About how many minutes it takes: managers 8, lived experience workers 8, "
        "other staff 8 and people who use the service 4." in page.words
    )
    page = first.press("Continue", status=400)
    assert "Choose one of the options shown" in page.words


def test_a_second_manager_finds_what_the_first_has_begun(
    site: Site, first: Manager
) -> None:
    first.open("/manage/teams/new")
    team = first.choose(TEAM, "Add this team").path
    second = Manager(site, secret=first.secret)
    second.sign_in()
    second.open(f"{team}/start")
    first.open(f"{team}/start")
    begun = first.choose({"questions": "readiness.full"}).path
    assert second.choose({"questions": "role-adoption.core"}).path == begun
    assert "Readiness audit." in second.page.words
    assert second.open(f"{team}/start").path == begun
    page = first.open(team)
    assert page.words.count("Being set up") == 1
    assert first.follow("Go on setting up the audit").path == begun
    assert first.open(begun.removesuffix("/set-up")).path == begun


def test_what_is_asked_can_be_changed_and_keeps_what_fits(
    site: Site, first: Manager
) -> None:
    draft = Drafting.begin(first, "role-adoption.core")
    draft.fill("numbers", {"posts": "3", "started": "9"})
    draft.promise()
    draft.at("questions")
    assert first.page.checked() == {"questions": "role-adoption.core"}
    page = first.choose({"questions": "readiness.full"})
    assert page.path == draft.address
    found = site.installation.audit(draft.audit)
    assert found.mode is Mode.BEFORE_START
    assert dict(found.facts.answers) == {"posts": 3}
    assert len(found.promise.groups) == 3


def test_who_may_not_run_audits_starts_none(first: Manager, join: Join) -> None:
    draft = Drafting.begin(first)
    team = draft.address.split("/")[3]
    facilitator = join(Role.FACILITATOR, team)
    page = facilitator.open(f"/manage/teams/{team}")
    assert "Start an audit" not in page.words
    assert "setting up" not in page.words
    facilitator.open(f"/manage/teams/{team}/start", status=404)
    for address in ("", "/facts", "/promise", "/try", "/launch"):
        facilitator.open(draft.address + address, status=404)
    page = facilitator.open(draft.address.removesuffix("/set-up"))
    assert "Being set up." in page.words


def test_a_draft_is_found_under_its_own_team_alone(site: Site, first: Manager) -> None:
    draft = Drafting.begin(first)
    team = draft.address.split("/")[3]
    other = site.installation.audit(site.audit).team.id
    first.open(draft.address.replace(team, other), status=404)
    first.open(draft.address.replace(draft.audit, "nothing"), status=404)
    first.open("/manage/teams/nothing/start", status=404)
