"""Answers from paper are typed in on one page, with the same locks and receipts."""

from collections.abc import Callable
from pathlib import Path

import pytest

from peeraudit.instrument.frozen import Group
from tests.integration.web.visiting import Person
from tests.journeys.site import SMALL, Site, Team1, make_site

HERE = "/answer/from-paper"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A website with one open audit; what is new here asks nothing of the database."""
    return make_site(tmp_path)


def arrive(person: Person, code: str) -> None:
    person.open(f"/a/{code}")
    person.press("Type in answers from paper")


def test_all_questions_stand_on_one_page_and_are_kept_and_submitted(
    site: Site, person: Person, boxes: Callable[[], int]
) -> None:
    arrive(person, site.code())
    assert person.page.path == HERE
    assert "Whoever types this in sees the answers" in person.page.words
    every = person.page.questions()
    person.choose({name: values[0] for name, values in every.items()})
    assert person.page.path == "/answer/check"
    assert f"answered {len(every)} of {len(every)} questions" in person.page.words
    assert person.press("Submit my answers").heading == (
        "Thank you: your answers are in"
    )
    assert boxes() == 1


def test_there_is_one_heading_whatever_is_asked(site: Site, person: Person) -> None:
    arrive(person, site.code())
    assert len(list(person.page.tree.iter("h1"))) == 1


def test_it_opens_with_a_code_alone(person: Person) -> None:
    assert person.open(HERE).path == "/"


def test_what_is_offered_nowhere_is_refused(site: Site, person: Person) -> None:
    arrive(person, site.code())
    person.choose({"RC1": "9"}, status=400)
    assert "Choose one of the answers shown" in person.page.words


def test_it_can_be_saved_and_goes_on_with_the_return_word(
    site: Site, person: Person
) -> None:
    code = site.code()
    arrive(person, code)
    person.press("Save and come back later", RC1="4")
    assert "Your return word" in person.page.words
    other = Person(site)
    assert other.open(f"/a/{code}").path == "/answer/return"


def test_it_is_as_large_whatever_was_answered(site: Site, person: Person) -> None:
    arrive(person, site.code())
    sizes = set()
    for answer in ("1", "5", "dont_know"):
        person.open(HERE)
        person.choose({"RC1": answer, "PR1": "part"})
        sizes.add(len(person.client.get(HERE).data))
    assert len(sizes) == 1


def test_where_answers_may_count_is_chosen_first(tmp_path: Path) -> None:
    site = make_site(tmp_path, team=Team1(pooling=True))
    person = Person(site)
    person.open(f"/a/{site.code()}")
    person.press("Type in answers from paper", status=400)
    assert "Choose where your answers may count" in person.page.words
    assert person.open(HERE).path == "/answer"
    person.press("Type in answers from paper", scope="this_team")
    assert person.page.path == HERE


def test_a_comment_that_is_too_long_stays_where_it_was_typed(tmp_path: Path) -> None:
    site = make_site(tmp_path, team=SMALL)
    person = Person(site)
    person.open(f"/a/{site.code(Group.MANAGER)}")
    person.press("Type in answers from paper")
    (name,) = (each.attrib["name"] for each in person.page.tree.iter("textarea"))
    page = person.choose({name: "a long story " * 400}, status=400)
    assert "characters or fewer" in page.words
    assert "a long story a long story" in page.words
