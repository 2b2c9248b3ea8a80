"""The trust lead reads what managers did, and nobody else does."""

import pytest
from sqlalchemy import text

from peeraudit.account.record import Act, done_by
from peeraudit.account.roles import Role
from peeraudit.operations.read_record import read_record
from peeraudit.operations.record_act import record_act
from tests.integration.manage.drafting import PEOPLE, Drafting
from tests.integration.manage.managing import (
    Join,
    Manager,
    add_pier_team,
    send_invitation,
    team_of,
)
from tests.journeys.site import Site


def acts(site: Site) -> list[Act]:
    """What the record says was done, the first first."""
    return [each.act for each in reversed(read_record(site.installation).entries)]


def test_a_launch_is_recorded_from_the_team_on(site: Site, first: Manager) -> None:
    before = len(acts(site))
    draft = Drafting.begin(first)
    draft.promise()
    draft.launch()
    assert acts(site)[before:] == [
        Act.ADDED_TEAM,
        Act.BEGAN_AUDIT,
        Act.CHANGED_AUDIT,
        Act.LAUNCHED,
    ]
    page = first.open("/manage/record")
    assert "Launched an audit (Pier team), by A lead" in page.words
    for number in PEOPLE.values():
        assert f" {number} " not in page.words


def test_what_the_machine_did_is_said_to_be_of_the_command_line(
    first: Manager,
) -> None:
    words = first.open("/manage/record").words
    assert "Launched an audit (Harbour team), by the command line" in words
    assert words.index("Made the first account, by") < words.index(
        "Launched an audit ("
    )


def test_no_address_of_anybody_stands_in_it(site: Site, first: Manager) -> None:
    send_invitation(first, "new@trust.example", Role.FACILITATOR, team_of(site))
    words = first.open("/manage/record").words
    assert "Invited somebody: facilitator (Harbour team), by A lead" in words
    assert "@" not in words


def test_one_team_or_one_kind_of_act_can_be_looked_at(first: Manager) -> None:
    pier = add_pier_team(first)
    words = first.open(f"/manage/record?team={pier}").words
    assert "Added a team (Pier team), by A lead" in words
    assert "Made the first account, by" not in words
    words = first.open(f"/manage/record?team={pier}&act=launched").words
    assert "Nothing of this kind has been done" in words


@pytest.mark.parametrize("asked", ["page=9999999", "page=-1", "page=x", "act=nothing"])
def test_what_is_no_page_or_act_shows_what_there_is(first: Manager, asked: str) -> None:
    assert "Made the first account, by" in first.open(f"/manage/record?{asked}").words


def test_fifty_stand_on_a_page(site: Site, first: Manager) -> None:
    with site.installation.database.transaction() as connection:
        for number in range(60):
            entry = done_by(
                first.account, Act.CHANGED_TEAM, site.clock(), about=f"Team {number}."
            )
            record_act(site.installation, connection, entry)
    page = first.open("/manage/record")
    assert page.words.count("Changed what a team is called: Team") == 50
    older = first.follow("Older")
    assert "Team 9." in older.words
    assert "Team 10." not in older.words
    assert "Team 59." in first.follow("Newer").words


def test_a_record_that_was_changed_says_where(site: Site, first: Manager) -> None:
    with site.installation.database.transaction() as connection:
        connection.execute(text("UPDATE record SET about = 'x' WHERE number = 2"))
    words = first.open("/manage/record").words
    assert "changed outside PeerAudit at entry 2." in words


@pytest.mark.parametrize("role", [Role.TEAM_MANAGER, Role.IT_ADMINISTRATOR])
def test_nobody_but_the_trust_lead_reads_it(site: Site, join: Join, role: Role) -> None:
    team = team_of(site) if role.is_for_a_team else ""
    other = join(role, team)
    assert "Record" not in other.open("/manage").words
    other.open("/manage/record", 404)
