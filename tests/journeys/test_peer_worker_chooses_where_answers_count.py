"""docs/journeys/peer-worker-chooses-where-answers-count.md"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from peeraudit.instrument.frozen import Group
from peeraudit.instrument.wording import LocalWords
from peeraudit.operations.close_audit import close_audit
from peeraudit.operations.issue_codes import issue_codes
from peeraudit.operations.pool_teams import ViewPlan, pool_teams, read_view
from peeraudit.report.page import single_file
from peeraudit.response.responses import Scope
from tests.journeys.others import all_alike, answer
from tests.journeys.site import Site, Team1, begin, make_site, served
from tests.journeys.walking import answer_all, at, fits, focused, follow, heading, press

OpenPage = Callable[..., Page]

TEAM = Team1(asked={Group.PEER_WORKER: 4, Group.OTHER_STAFF: 6}, pooling=True)
HERE = "In this team's report"
POOLED = "Only together with other teams"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """A website with an audit of a team that may count in a view over several."""
    with served(make_site(tmp_path, team=TEAM)) as made:
        yield made


def test_a_peer_worker_chooses_where_the_answers_count(
    site: Site, open_page: OpenPage
) -> None:
    phone = open_page(320, 640)
    read_that_four_are_too_few(site, phone)
    nothing_is_chosen_beforehand(phone)
    choose_and_change(site, phone)
    press(phone, "Submit my answers")
    others_answer(site)
    site.close()
    read_the_report(site, phone)
    read_the_view(site, phone)


def read_that_four_are_too_few(site: Site, phone: Page) -> None:
    phone.goto(f"{site.url}/a/{site.code()}")
    promise = phone.get_by_text("There are 4 of you.")
    expect(promise).to_contain_text("That is fewer than 5")
    expect(promise).to_contain_text("even if all of you answer")
    expect(
        phone.get_by_text("Nobody is told who chose what, or how many.")
    ).to_be_visible()
    assert fits(phone)


def nothing_is_chosen_beforehand(phone: Page) -> None:
    """Neither is chosen; without a choice there is an error that leads to it."""
    for words in (HERE, POOLED):
        expect(phone.get_by_label(words)).not_to_be_checked()
    press(phone, "Start")
    assert phone.title().startswith("Error: Tell us about the peer worker role")
    expect(phone.get_by_role("alert")).to_be_focused()
    phone.keyboard.press("Tab")
    assert "Choose where your answers may count" in focused(phone)
    phone.keyboard.press("Enter")
    assert HERE in focused(phone)


def choose_and_change(site: Site, phone: Page) -> None:
    """Choose, answer, see the choice before submitting, and change it twice."""
    phone.get_by_label(POOLED).check()
    press(phone, "Start")
    while heading(phone) != "Check your answers":
        answer_all(phone)
        press(phone, "Continue")
    for now, then in ((POOLED, HERE), (HERE, POOLED)):
        row = phone.get_by_role("definition").filter(has_text=now)
        expect(row).to_be_visible()
        follow(phone, "Change where your answers may count")
        expect(phone.get_by_label(now)).to_be_checked()
        phone.get_by_label(then).check()
        press(phone, "Check my answers")
        at(phone, site, "/answer/check#scope")
    assert fits(phone)


def others_answer(site: Site) -> None:
    """Let the other three choose as they like, and staff answer too."""
    peers, staff = site.codes[Group.PEER_WORKER], site.codes[Group.OTHER_STAFF]
    said = all_alike(site.installation, peers[0], 1)
    answer(site.installation, peers[:1], said, Scope.THIS_TEAM)
    answer(site.installation, peers[1:], said, Scope.ONLY_POOLED)
    say = all_alike(site.installation, staff[0])
    answer(site.installation, staff, say, Scope.THIS_TEAM)


def read_the_report(site: Site, phone: Page) -> None:
    """See that the four are not shown, and nothing of what they chose."""
    phone.goto(site.url + site.report)
    words = phone.locator("main").inner_text()
    assert (
        "Peer workers: not shown. Fewer than 5 answered. "
        "What they say may still count in a view over several teams."
    ) in words
    assert "Only together" not in words
    columns = phone.locator("#report-themes th, #report-practices th")
    assert "Other staff" in columns.all_inner_texts()
    assert "Peer workers" not in columns.all_inner_texts()


def read_the_view(site: Site, phone: Page) -> None:
    """Find all four in a view over three teams, whatever each of them chose."""
    audits = (site.audit, *(another_team(site, name) for name in ("Elm", "Oak")))
    plan = ViewPlan("Three teams", Group.PEER_WORKER, audits)
    view = pool_teams(site.installation, plan, at=site.clock.now)
    release = read_view(site.installation, view.id)
    assert release is not None
    phone.set_content(single_file(release))
    expect(phone.locator(".report-lede")).to_contain_text(
        "At least 10 peer workers answered"
    )
    expect(phone.locator("#report-teams")).to_contain_text("Harbour team")
    assert "Only together" not in phone.locator("main").inner_text()


def another_team(site: Site, name: str) -> str:
    """Take an audit of another small team to its release, at the same time."""
    here, codes = site.installation, list[str]()
    audit = begin(here, replace(TEAM, words=LocalWords(name)))
    issue_codes(here, audit, Group.PEER_WORKER, deliver=codes.extend)
    answer(here, codes, all_alike(here, codes[0], 1), Scope.THIS_TEAM)
    close_audit(here, audit, at=site.clock.now)
    return audit
