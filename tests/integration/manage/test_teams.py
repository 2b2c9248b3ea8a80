"""Teams: who adds one, who sees which, and where their audits stand."""

from datetime import timedelta

import pytest

from peeraudit.account.roles import Role
from peeraudit.operations.close_audit import close_audit
from peeraudit.operations.teams import find_team_audit
from tests.integration.manage.drafting import TEAM, Drafting
from tests.integration.manage.managing import Join, Manager, team_of
from tests.journeys.site import CLOSES, Site


def test_a_trust_lead_adds_a_team_and_sees_all(first: Manager) -> None:
    first.open("/manage")
    first.follow("Add a team")
    page = first.choose(TEAM, "Add this team")
    assert page.heading == "Pier team"
    assert "lived experience workers" in page.words
    assert "No audit yet." in page.words
    page = first.open("/manage")
    assert "Pier team" in page.words
    assert "Harbour team" in page.words
    assert "closes in" in page.words


@pytest.mark.parametrize("field", sorted(TEAM))
def test_a_name_that_is_missing_is_asked_for(first: Manager, field: str) -> None:
    first.open("/manage/teams/new")
    page = first.choose({**TEAM, field: " "}, "Add this team", 400)
    assert page.title.startswith("Error: ")


def test_a_team_of_the_same_name_is_the_same_team(site: Site, first: Manager) -> None:
    first.open("/manage/teams/new")
    page = first.choose({**TEAM, "team": "HARBOUR TEAM"}, "Add this team")
    assert page.path == f"/manage/teams/{team_of(site)}"


def test_two_services_have_no_two_teams_of_one_name(first: Manager) -> None:
    for service, status in (("Adults, north", 200), ("adults,  NORTH", 200)):
        first.open("/manage/teams/new")
        first.choose({**TEAM, "service": service}, "Add this team", status)
    first.open("/manage/teams/new")
    page = first.choose({**TEAM, "service": "Older people"}, "Add this team", 400)
    assert "There is a team of this name already, in adults, NORTH" in page.words


def test_what_a_team_is_called_changes_and_its_name_stays(
    site: Site, first: Manager
) -> None:
    first.open(f"/manage/teams/{team_of(site)}")
    first.follow("Change what the team is called")
    words = {"service": "Adults, north", "one": "peer guide", "many": "peer guides"}
    page = first.choose(words, "Save")
    assert page.heading == "Harbour team"
    assert "Adults, north" in page.words
    assert "peer guides" in page.words
    page = first.open(f"/manage/teams/{team_of(site)}/words")
    page = first.choose({**words, "one": " "}, "Save", 400)
    assert page.title.startswith("Error: ")
    assert first.choose({**words, "service": "x" * 201}, "Save", 400)


def test_new_words_reach_a_draft_and_no_audit_that_people_were_asked_in(
    site: Site, first: Manager
) -> None:
    team = f"/manage/teams/{team_of(site)}"
    first.open(f"{team}/words")
    first.choose({"service": "", "one": "peer guide", "many": "peer guides"}, "Save")
    asked = find_team_audit(site.installation, team_of(site), site.audit)
    assert asked
    assert asked.team.words.peer_workers != "peer guides"
    draft = Drafting.begin(first)
    first.open(f"{draft.address.partition('/audits')[0]}/words")
    first.choose({"service": "", "one": "peer guide", "many": "peer guides"}, "Save")
    assert "peer guides" in draft.at("promise").words


@pytest.mark.parametrize("role", [Role.TEAM_MANAGER, Role.FACILITATOR])
def test_a_role_for_one_team_sees_that_team_alone(
    site: Site, first: Manager, join: Join, role: Role
) -> None:
    first.open("/manage/teams/new")
    other = first.choose(TEAM, "Add this team").path
    manager = join(role, team_of(site))
    page = manager.open("/manage")
    assert "Harbour team" in page.words
    assert "Pier team" not in page.words
    assert "Add a team" not in page.words
    manager.open(other, status=404)
    manager.open("/manage/teams/new", status=404)


def test_who_looks_after_accounts_sees_no_team(site: Site, join: Join) -> None:
    administrator = join(Role.IT_ADMINISTRATOR)
    page = administrator.open("/manage")
    assert "Harbour team" not in page.words
    administrator.open(f"/manage/teams/{team_of(site)}", status=404)


def test_an_audit_says_where_it_stands(site: Site, first: Manager) -> None:
    address = f"/manage/teams/{team_of(site)}/audits/{site.audit}"
    assert "Open: closes in" in first.open(address).words
    assert site.report in first.page.words
    first.open(f"/manage/teams/other/audits/{site.audit}", status=404)
    first.open(f"/manage/teams/{team_of(site)}/audits/nothing", status=404)
    close_audit(site.installation, site.audit, at=CLOSES + timedelta(hours=1))
    page = first.open(address)
    assert "Report is out" in page.words
    assert page.link("Read the report") == site.report
