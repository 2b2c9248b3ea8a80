"""The trust view on the website: who opens it, what it reads, and what it believes."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook
from sqlalchemy import event, select, update

from peeraudit.account.roles import Role
from peeraudit.instrument.frozen import Group
from peeraudit.operations import see_trust
from peeraudit.operations.distil_releases import distil_releases
from peeraudit.plan.action import Action
from peeraudit.release.release import Release
from peeraudit.storage import actions, pooled_views
from peeraudit.storage.pooled_views import PooledView
from peeraudit.storage.tables import DocumentRow, ReleaseRow
from tests.integration.manage.managing import Join, Manager, team_of
from tests.journeys.site import Site
from tests.many_teams import Reported, report
from tests.unit.report.releases import site as reference
from tests.unit.report.views import view as pooled_view

PAGES = ("", "/actions", "/actions.xlsx", "/facts", "/facts.xlsx", "/facts/role")


def let_teams_have_reports(site: Site, number: int, first: int = 0) -> list[str]:
    """Let teams have London's report."""
    release = reference("London", 5)
    return report(
        site.installation,
        *(
            Reported(f"Team {each:02}", release, facts=release.facts)
            for each in range(first, first + number)
        ),
    )


@contextmanager
def asked_of_the_database(site: Site) -> Iterator[list[str]]:
    """The statements that are sent meanwhile."""
    sent: list[str] = []

    def note(*said: object) -> None:
        sent.append(str(said[2]))

    engine = site.installation.database.engine
    event.listen(engine, "before_cursor_execute", note)
    yield sent
    event.remove(engine, "before_cursor_execute", note)


def test_only_who_sees_the_trust_opens_it(
    site: Site, first: Manager, join: Join
) -> None:
    first.open("/manage")
    assert first.page.link("Over teams") == "/manage/trust"
    manager = join(Role.TEAM_MANAGER, team_of(site))
    manager.open("/manage")
    assert "Over teams" not in manager.page.words
    for page in (*PAGES, "/pooled", "/pooled/00"):
        manager.open(f"/manage/trust{page}", 404)


def test_four_teams_are_not_counted_and_it_says_who_is_missing(
    site: Site, first: Manager
) -> None:
    let_teams_have_reports(site, 4)
    words = first.open("/manage/trust").words
    assert "4 teams have a report on exactly these questions. From 5 on" in words
    assert "1 team has no report yet Harbour team" in words
    assert "Findings" not in words


def test_before_any_report_it_says_what_it_waits_for(first: Manager) -> None:
    words = first.open("/manage/trust").words
    assert "No team has a report yet." in words
    assert "as soon as 5 teams have one" in words


def test_of_two_rounds_of_a_team_the_latest_counts(site: Site, first: Manager) -> None:
    let_teams_have_reports(site, 5)
    release = reference("Control", 5)
    later = datetime(2026, 9, 1, 17, tzinfo=UTC)
    report(site.installation, Reported("Team 00", release, closed=later))
    words = first.open("/manage/trust").words
    assert "The 5 teams with a report on these questions" in words
    assert "False consensus on equality Found in: 4 of 5 teams" in words


def test_before_the_worker_comes_it_is_the_same(site: Site, first: Manager) -> None:
    let_teams_have_reports(site, 5)
    before = first.open("/manage/trust").words
    site.installation.distilled.clear()
    distil_releases(site.installation)
    assert first.open("/manage/trust").words == before
    assert "5 of 5 teams" in before


def test_what_the_database_was_made_to_say_is_not_believed(
    site: Site, first: Manager
) -> None:
    let_teams_have_reports(site, 5)
    distil_releases(site.installation)
    before = first.open("/manage/trust").words
    forge(site)
    site.installation.distilled.clear()
    assert first.open("/manage/trust").words == before


def test_no_report_is_counted_as_that_of_another_team(
    site: Site, first: Manager
) -> None:
    let_teams_have_reports(site, 5)
    control = reference("Control", 5)
    report(site.installation, Reported("Team 06", control))
    distil_releases(site.installation)
    before = first.open("/manage/trust").words
    assert "Found in: 5 of 6 teams" in before
    with site.installation.database.transaction() as connection:
        connection.execute(update(ReleaseRow).values(hash=control.hash))
    assert first.open("/manage/trust").words == before


def forge(site: Site) -> None:
    """Let nothing be found anywhere, as whoever can write the database could."""
    with site.installation.database.transaction() as connection:
        for row in connection.execute(select(DocumentRow)).all():
            forged = row.content.replace(b'"found"', b'"not found"')
            assert forged != row.content
            mine = DocumentRow.audit_id == row.audit_id
            connection.execute(update(DocumentRow).where(mine).values(content=forged))


def test_a_second_look_reads_no_release_and_asks_no_more_of_more_teams(
    site: Site, first: Manager, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_teams_have_reports(site, 5)
    first.open("/manage/trust")
    with asked_of_the_database(site) as of_five:
        first.open("/manage/trust")
    let_teams_have_reports(site, 10, first=5)
    distil_releases(site.installation)

    def read_whole(release: Release) -> None:
        raise AssertionError(f"{release.audit.team} was read whole")

    monkeypatch.setattr(see_trust, "distil", read_whole)
    first.open("/manage/trust")
    with asked_of_the_database(site) as of_fifteen:
        words = first.open("/manage/trust").words
    assert "15 of 15 teams" in words
    assert len(of_fifteen) == len(of_five)
    assert not any("release.content" in each for each in of_fifteen)


def test_facts_and_actions_are_handed_out_as_spreadsheets(
    site: Site, first: Manager
) -> None:
    audits = let_teams_have_reports(site, 2)
    add_action(site, audits[0], "=HYPERLINK(1)")
    assert "=HYPERLINK(1)" in first.open("/manage/trust/actions").words
    assert first.page.link("Team 00").endswith("/plan")
    for name, said in (("facts", "Team 01"), ("actions", "=HYPERLINK(1)")):
        response = first.client.get(f"/manage/trust/{name}.xlsx")
        assert "attachment" in response.headers["Content-Disposition"]
        book = load_workbook(BytesIO(response.data))
        cells = [cell for row in book.worksheets[-1].values for cell in row]
        assert said in cells
    first.open("/manage/trust/facts/route")
    assert "What each team states" in first.page.words
    first.open("/manage/trust/facts/nothing", 404)


def add_action(site: Site, audit: str, what: str) -> None:
    """Let a team have an action that is overdue."""
    with site.installation.database.transaction() as connection:
        due = site.clock().date().replace(day=1)
        actions.add(connection, Action(audit, what, "Manager", due))


def test_a_view_over_small_groups_is_read_as_a_page(site: Site, first: Manager) -> None:
    made = PooledView("abc", "Coast teams", Group.PEER_WORKER, site.clock())
    with site.installation.database.transaction() as connection:
        pooled_views.add(connection, made, pooled_view(called="Coast teams"))
    first.open("/manage/trust/pooled")
    assert "Peer workers Made on: 3 March 2026" in first.page.words
    first.follow("Coast teams")
    assert first.page.heading.startswith("Peer workers over 3 teams")
    first.open("/manage/trust/pooled/none", 404)
