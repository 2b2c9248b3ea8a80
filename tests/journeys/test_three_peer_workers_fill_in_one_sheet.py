"""docs/journeys/three-peer-workers-fill-in-one-sheet.md"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from peeraudit.audit.promise import GroupMode
from peeraudit.instrument.frozen import Group
from tests.journeys.others import all_alike, answer
from tests.journeys.site import Site, Team1, make_site, served
from tests.journeys.walking import answer_all, at, fits, follow, heading, press

OpenPage = Callable[..., Page]

TEAM = Team1(
    asked={Group.MANAGER: 2, Group.PEER_WORKER: 3, Group.OTHER_STAFF: 8},
    modes={Group.PEER_WORKER: GroupMode.JOINT_SHEET},
)
TOGETHER = "You fill in this sheet together, so “I” means each of you."


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """A website with an audit in which the peer workers fill in one sheet."""
    with served(make_site(tmp_path, team=TEAM)) as made:
        yield made


def test_three_peer_workers_fill_in_one_sheet(site: Site, open_page: OpenPage) -> None:
    (code,) = site.codes[Group.PEER_WORKER]
    phone = open_page(320, 640)
    read_what_is_promised(site, phone, code)
    fill_it_in(site, phone)
    a_second_try_opens_nothing(site, open_page(), code)
    others_answer(site)
    site.close()
    phone.goto(site.url + site.report)
    read_both_views(phone)
    see_nothing_of_the_managers(phone)


def read_what_is_promised(site: Site, phone: Page, code: str) -> None:
    """Learn first that there are three, one sheet, and no anonymity."""
    phone.goto(f"{site.url}/a/{code}")
    promise = phone.get_by_text("There are 3 of you.")
    expect(promise).to_contain_text("You fill in one sheet together")
    expect(promise).to_contain_text("It is not anonymous.")
    assert phone.get_by_text("Where may your answers count?").count() == 0
    assert phone.locator("main").inner_text().count("anonymous") == 1
    assert fits(phone)


def fill_it_in(site: Site, phone: Page) -> None:
    """Answer as one voice; each page says what "I" means now."""
    press(phone, "Start")
    while heading(phone) != "Check your answers":
        expect(phone.get_by_text(TOGETHER)).to_be_visible()
        assert "anonymous" not in phone.locator("body").inner_text()
        is_practice = "/practice-" in phone.url
        answer_all(phone, value=0 if is_practice else 4)
        press(phone, "Continue")
    press(phone, "Submit my answers")
    at(phone, site, "/answer/done")


def a_second_try_opens_nothing(site: Site, other: Page, code: str) -> None:
    """One sheet is one code: there is none for each of the three."""
    other.goto(f"{site.url}/a/{code}")
    assert heading(other) == "This code does not open anything now"


def others_answer(site: Site) -> None:
    """Let staff say that all of it must never be, and two managers answer too."""
    for group, place in ((Group.OTHER_STAFF, 2), (Group.MANAGER, 0)):
        codes = site.codes[group]
        answer(site.installation, codes, all_alike(site.installation, codes[0], place))


def read_both_views(phone: Page) -> None:
    """See "one sheet" beside the others' view, and where the two clash."""
    main = phone.locator("main")
    follow(phone, "Who answered")
    row = phone.locator("#report-answered tr", has_text="Peer workers")
    expect(row).to_contain_text("1 sheet")
    expect(row).to_contain_text("Openly, from one sheet filled in together")
    practices = phone.locator("#report-practices")
    expect(practices).to_contain_text("one group says yes and another says never")
    clash = practices.locator("tbody tr", has_text="Yes against never").first
    expect(clash).to_contain_text("Part of the role")
    expect(clash).to_contain_text("Must never")
    expect(phone.locator("#report-themes")).to_contain_text("Peer workers")
    expect(main).to_contain_text("Managers: not shown. Fewer than 5 answered.")
    assert fits(phone)


def see_nothing_of_the_managers(phone: Page) -> None:
    """Two managers answered without names: nothing that they said stands anywhere."""
    columns = phone.locator("#report-themes th, #report-practices th")
    assert "Managers" not in columns.all_inner_texts()
    assert "Peer workers" in columns.all_inner_texts()
    rows = phone.locator("tr", has=phone.get_by_role("rowheader", name="Managers"))
    how_many, how_shown, guesses, purpose = rows.all_inner_texts()
    assert how_many.split("\t") == ["Managers", "2", "Fewer than 5"]
    assert "Not shown" in how_shown
    # All six guesses of theirs stand under "Cannot be told".
    assert guesses.split("\t") == ["Managers about peer workers", "0", "6"]
    assert purpose.split("\t") == ["Managers", "Not shown"]
