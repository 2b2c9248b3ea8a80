"""Where answers may count: kept as chosen, and told by no size of any page."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from peeraudit.instrument.frozen import Group
from peeraudit.response.responses import Scope
from tests.integration.web.visiting import Person
from tests.journeys.site import SMALL, Site, make_site

TOO_LONG = "What I would like to say. " * 50


@pytest.fixture
def site(tmp_path: Path, database_url: str) -> Iterator[Site]:
    """A website in which staff choose, and everybody may write a comment."""
    made = make_site(tmp_path, database_url, SMALL)
    yield made
    made.installation.database.engine.dispose()


def choose(site: Site, scope: Scope) -> Person:
    """Let a member of staff begin with a choice."""
    person = Person(site)
    person.open(f"/a/{site.code(Group.OTHER_STAFF)}")
    person.press("Start", scope=scope)
    return person


def test_nothing_is_chosen_beforehand_and_nobody_goes_on_without(
    site: Site, person: Person
) -> None:
    page = person.open(f"/a/{site.code(Group.OTHER_STAFF)}")
    assert page.checked() == {}
    page = person.press("Start", status=400)
    assert page.title.startswith("Error: Tell us")
    assert page.link("Choose where your answers may count") == "#scope"
    for address in ("/answer/rc-1", "/answer/check"):
        assert person.open(address).path == "/answer"
    assert person.send("/answer/submit", {"csrf_token": person.token()}).path == (
        "/answer"
    )


def test_no_size_tells_what_was_chosen(site: Site) -> None:
    people = [choose(site, scope) for scope in Scope]
    values = [
        each.attrib["value"]
        for each in people[0].open("/answer").tree.iter("input")
        if each.attrib["name"] == "scope"
    ]
    assert {each.strip() for each in values} == set(Scope)
    assert len({len(each) for each in values}) == 1
    for address in ("/answer", "/answer/rc-1", "/answer/comment-1", "/answer/check"):
        sizes = {len(person.client.get(address).data) for person in people}
        assert len(sizes) == 1, address


def test_a_choice_that_is_changed_on_the_way_to_the_check_is_kept(site: Site) -> None:
    person = choose(site, Scope.THIS_TEAM)
    person.press("Continue", RC1="4")
    assert "In this team's report" in person.open("/answer/check").words
    page = person.follow("Change where your answers may count")
    assert page.checked() == {"scope": "this_team"}
    page = person.press("Check my answers", scope="only_pooled")
    assert page.path == "/answer/check"
    assert "Only together with other teams" in page.words


def test_a_comment_that_is_too_long_is_not_taken_from_who_wrote_it(site: Site) -> None:
    person = choose(site, Scope.THIS_TEAM)
    person.open("/answer/comment-1")
    page = person.press("Continue", status=400, comment=TOO_LONG)
    assert page.title.startswith("Error: Is there anything else")
    fault = f"Use 1000 characters or fewer: there are {len(TOO_LONG.strip())} now"
    assert page.link(fault) == "#comment"
    (text,) = page.tree.iter("textarea")
    assert text.text == TOO_LONG.strip()
    assert "Skipped" in person.open("/answer/check").words


def test_one_sheet_offers_no_choice_and_says_what_it_means(
    site: Site, person: Person
) -> None:
    page = person.open(f"/a/{site.code(Group.PEER_WORKER)}")
    assert page.questions() == {}
    assert "It is not anonymous." in page.words
    assert "“I” means each of you" in person.press("Start").words
