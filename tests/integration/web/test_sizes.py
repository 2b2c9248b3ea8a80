"""Who watches an encrypted connection learns no answer from how much is sent."""

import pytest

from tests.integration.web.visiting import Person
from tests.journeys.site import Site

ANSWERS = ("1", "2", "3", "4", "5", "dont_know")


def sizes(
    person: Person, address: str, name: str, answers: tuple[str, ...]
) -> set[int]:
    """How large a page is after each answer to one question."""
    seen = set()
    for answer in answers:
        person.open("/answer/rc-1" if name == "RC1" else "/answer/practice-1")
        person.choose({name: answer})
        person.open(address)
        seen.add(len(person.client.get(address).data))
    return seen


@pytest.mark.parametrize("address", ["/answer/check", "/answer/rc-1"])
def test_a_page_is_as_large_whatever_was_answered(
    site: Site, person: Person, address: str
) -> None:
    person.begin(site.code())
    assert len(sizes(person, address, "RC1", ANSWERS)) == 1


def test_a_page_of_practices_is_as_large_whatever_was_answered(
    site: Site, person: Person
) -> None:
    person.begin(site.code())
    answers = ("part", "not_part", "must_never", "dont_know")
    assert len(sizes(person, "/answer/check", "PR1", answers)) == 1
    assert len(sizes(person, "/answer/practice-1", "PR1", answers)) == 1


def test_a_skipped_question_makes_the_check_page_no_smaller(
    site: Site, person: Person
) -> None:
    person.begin(site.code())
    person.press("Continue", RC1="4", RC6="2")
    with_both = len(person.client.get("/answer/check").data)
    person.open("/answer/rc-1")
    person.press("Continue", RC6="")
    assert len(person.client.get("/answer/check").data) == with_both


def test_every_answer_to_a_question_is_sent_at_one_size(
    site: Site, person: Person
) -> None:
    for page in (person.begin(site.code()), person.open("/answer/practice-1")):
        for offered in page.tree.iter("fieldset"):
            values = [
                each.attrib["value"]
                for each in offered.iter("input")
                if each.attrib["type"] == "radio"
            ]
            assert len({len(value) for value in values}) == 1
