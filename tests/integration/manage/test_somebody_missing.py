"""Somebody is missing: what can be done is done blindly, and what cannot is said."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from peeraudit.audit.promise import GroupMode
from peeraudit.instrument.frozen import Group
from peeraudit.operations.admit import Admitted, Refusal, admit
from peeraudit.operations.do_what_is_due import do_what_is_due
from tests.integration.asking.post_office import PostOffice, opened_office
from tests.integration.manage.managing import Manager
from tests.integration.manage.test_asking_on_paper import codes_in, download
from tests.integration.web.visiting import Person
from tests.journeys.site import Site, Team1, make_site

PW, MG = Group.PEER_WORKER, Group.MANAGER
SMALL = Team1(
    asked={MG: 1, PW: 3, Group.OTHER_STAFF: 6},
    modes={MG: GroupMode.ATTRIBUTED, PW: GroupMode.JOINT_SHEET},
)
STAFF = [f"staff{n}@trust.example" for n in range(6)]


@pytest.fixture
def office() -> Iterator[PostOffice]:
    with opened_office() as opened:
        yield opened


@pytest.fixture
def site(tmp_path: Path, database_url: str, office: PostOffice) -> Iterator[Site]:
    """A website with mail, and a team with small groups in which nobody was asked."""
    server = replace(office.server, site_url="http://localhost")
    made = make_site(tmp_path, database_url, SMALL, server, with_codes=False)
    yield made
    made.installation.database.engine.dispose()


def address(site: Site, rest: str = "") -> str:
    team = site.installation.audit(site.audit).team.id
    return f"/manage/teams/{team}/audits/{site.audit}/ask{rest}"


def work(site: Site) -> None:
    do_what_is_due(site.installation, at=site.clock())


def ask_staff(first: Manager) -> None:
    first.open(address(first.site, "/mail"))
    first.press("Continue", other_staff="\n".join(STAFF))
    first.press("Send")


def paper_code(first: Manager, group: Group) -> str:
    first.open(address(first.site, f"/paper/{group}"))
    first.press("Make the codes")
    (code,) = codes_in(download(first, "Download a list (text)"))
    return code


def test_codes_that_are_left_can_go_to_whoever_joined(
    site: Site, first: Manager
) -> None:
    first.open(address(site))
    first.follow("Somebody is missing")
    assert "Other staff: 6 people" in first.page.words
    ask_staff(first)
    words = first.open(address(site, "/missing")).words
    assert "Other staff: 6 people" not in words
    assert "There cannot be more codes than that" in words


def test_a_wrong_address_is_put_right(
    site: Site, first: Manager, office: PostOffice
) -> None:
    office.refuses[STAFF[0]] = "550 nobody"
    ask_staff(first)
    work(site)
    first.open(address(site, "/missing"))
    page = first.press("Use the right address", address=STAFF[0], instead="right@x.uk")
    assert "The change is made in a moment" in page.words
    work(site)
    (mail,) = office.to("right@x.uk")
    assert Person(site).begin(mail.code).path.startswith("/answer/")


def test_a_leaver_hears_nothing_more(
    site: Site, first: Manager, office: PostOffice
) -> None:
    ask_staff(first)
    work(site)
    first.open(address(site, "/missing"))
    first.press("Send nothing more to them", left=STAFF[0])
    first.open(address(site, "/reminder"))
    first.press("Send the reminder")
    work(site)
    assert len(office.to(STAFF[0])) == 1
    assert len(office.to(STAFF[1])) == 2


def test_what_is_no_address_is_named(site: Site, first: Manager) -> None:
    ask_staff(first)
    first.open(address(site, "/missing"))
    page = first.press("Send nothing more to them", status=400, left="staff")
    assert "Enter an e-mail address" in page.words
    first.press("Use the right address", status=400, address=STAFF[0], instead=" ")


def test_a_change_at_which_nobody_was_asked_is_counted(
    site: Site, first: Manager
) -> None:
    ask_staff(first)
    first.open(address(site, "/missing"))
    first.press("Send nothing more to them", left="nobody@x.uk")
    work(site)
    assert "1 change was not made" in first.open(address(site)).words


@pytest.mark.parametrize("group", [PW, MG])
def test_the_one_code_of_a_group_can_be_replaced(
    site: Site, first: Manager, group: Group
) -> None:
    old = paper_code(first, group)
    Person(site).begin(old)
    first.open(address(site, "/missing"))
    first.follow("Replace the one code of this group")
    first.press("Make a new code")
    for _ in range(2):
        (new,) = codes_in(download(first, "Download a list (text)"))
    at, here = site.clock(), site.installation
    assert admit(here, old, at=at) is Refusal.UNKNOWN
    admitted = admit(here, new, at=at)
    assert isinstance(admitted, Admitted)
    assert admitted.draft is None


def replaced(first: Manager) -> tuple[str, str]:
    """Replace the code of the joint sheet: what is told, and the new code."""
    first.open(address(first.site, f"/again/{PW}"))
    told = first.press("Make a new code").words
    (new,) = codes_in(download(first, "Download a list (text)"))
    return told + first.open(address(first.site)).words, new


def test_whether_the_sheet_is_in_is_not_told_by_replacing_its_code(
    site: Site, first: Manager
) -> None:
    paper_code(first, PW)
    before, code = replaced(first)
    person = Person(site)
    person.begin(code)
    person.open("/answer/check")
    person.press("Submit my answers")
    after, new = replaced(first)
    assert before == after
    assert admit(site.installation, new, at=site.clock()) is Refusal.UNKNOWN


def test_no_code_of_a_group_with_several_is_replaced(
    site: Site, first: Manager
) -> None:
    ask_staff(first)
    first.open(address(site, f"/again/{Group.OTHER_STAFF}"), status=404)
    first.open(address(site, f"/again/{PW}"), status=404)  # it has had none
    assert "Replace the one code" not in first.open(address(site, "/missing")).words


def test_ready_words_have_the_time_and_the_report_and_no_code(
    site: Site, first: Manager
) -> None:
    first.open(address(site))
    page = first.follow("Words for a team meeting")
    assert "5pm on Friday 20 March 2026" in page.words
    assert "managers, peer workers and other staff" in page.words
    assert "too small to be hidden answer openly" in page.words
    assert site.report in page.words
    assert "/a/" not in page.words
