"""The trust's report on the website: who opens it, and whose foreword it has."""

from peeraudit.account.roles import Role
from peeraudit.operations.trust_report import read_foreword
from tests.integration.manage.managing import Join, Manager, team_of
from tests.integration.manage.test_trust import let_teams_have_reports
from tests.journeys.site import Site

REPORT = "/manage/trust/report"


def test_only_who_sees_the_trust_opens_it(
    site: Site, first: Manager, join: Join
) -> None:
    assert first.open("/manage/trust").link("Report for your board, over all teams")
    manager = join(Role.TEAM_MANAGER, team_of(site))
    for page in ("", ".pdf", "/foreword"):
        manager.open(f"{REPORT}{page}", 404)


def test_the_lead_writes_the_foreword_and_the_record_says_so(
    site: Site, first: Manager
) -> None:
    let_teams_have_reports(site, 5)
    assert "Foreword" not in first.open(REPORT).words
    first.open(first.page.link("Write the foreword"))
    first.press("Save", words="We will meet every team.\nBy May.")
    assert first.page.heading == "Role development report: 6 teams"
    assert "Foreword We will meet every team. By May." in first.page.words
    assert "5 of 5 teams" in first.page.words
    assert "Team 00" not in first.page.words
    answer = first.client.get(first.page.link("Download this as a PDF"))
    assert answer.mimetype == "application/pdf"
    assert answer.data.startswith(b"%PDF-")
    record = first.open("/manage/record").words
    assert "Changed the settings" in record
    assert "foreword" in record


def test_a_foreword_that_is_too_long_stays_typed(site: Site, first: Manager) -> None:
    first.open(f"{REPORT}/foreword")
    first.press("Save", words="a" * 3_001, status=400)
    assert "Use at most 3,000 characters" in first.page.words
    assert "a" * 3_001 in first.page.words
    assert read_foreword(site.installation).words == ""


def test_of_two_who_write_at_once_neither_writes_over_the_other(
    site: Site, first: Manager
) -> None:
    first.open(f"{REPORT}/foreword")
    stale = first.page
    first.press("Save", words="The first words.")
    first.page = stale
    first.press("Save", words="Other words.", status=409)
    assert "Somebody else has saved a foreword meanwhile." in first.page.words
    assert read_foreword(site.installation).words == "The first words."
    first.press("Save", words="Both.")
    assert read_foreword(site.installation).words == "Both."
