"""Set-up facts: "I do not know yet" counts, and what they tell is told at once."""

import pytest

from tests.integration.manage.drafting import Drafting
from tests.integration.manage.managing import Manager
from tests.journeys.site import Site

UNKNOWN = "dont_know"


@pytest.fixture
def draft(first: Manager) -> Drafting:
    """A readiness audit that was just started."""
    return Drafting.begin(first)


def test_a_topic_is_done_when_every_fact_is_known_or_not_known_yet(
    site: Site, draft: Drafting
) -> None:
    page = draft.fill("boundaries", {"boundary_policy": UNKNOWN})
    assert "Boundaries 1 of 2" in page.words
    page = draft.fill("boundaries", {"work_held_back": "no"})
    assert "Boundaries Completed" in page.words
    assert "Numbers To do" in page.words
    page = draft.fill("numbers", {"posts": UNKNOWN, "fixed_term_posts": "0"})
    assert "Numbers Completed" in page.words
    assert dict(site.installation.audit(draft.audit).facts.answers) == {
        "boundary_policy": UNKNOWN,
        "work_held_back": "no",
        "posts": UNKNOWN,
        "fixed_term_posts": 0,
    }
    assert "1. How the role is set up" in draft.at().words
    assert "4 of 36" in draft.manager.page.words


def test_what_was_filled_in_stands_there_again(draft: Drafting) -> None:
    draft.fill("boundaries", {"boundary_policy": "none"})
    page = draft.at("facts/boundaries")
    assert page.checked() == {"fact_boundary_policy": "none"}
    draft.fill("numbers", {"posts": UNKNOWN, "fixed_term_posts": "2"})
    page = draft.at("facts/numbers")
    values = [
        (each.attrib["type"], each.attrib["value"])
        for each in page.tree.iter("input")
        if each.attrib["name"].startswith("fact_")
        and ("checked" in each.attrib or each.attrib["type"] == "text")
    ]
    assert values == [("text", ""), ("checkbox", UNKNOWN), ("text", "2")]


def test_a_number_that_was_not_known_can_be_entered_later(
    site: Site, draft: Drafting
) -> None:
    draft.fill("numbers", {"posts": UNKNOWN})
    draft.fill("numbers", {"posts": "4"})
    assert dict(site.installation.audit(draft.audit).facts.answers) == {"posts": 4}


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("three", "Posts: enter a whole number from 0 to 500"),
        ("501", "Posts: enter a whole number from 0 to 500"),
        ("-1", "Posts: enter a whole number from 0 to 500"),
        ("٣", "Posts: enter a whole number from 0 to 500"),
        ("9" * 5000, "Posts: enter a whole number from 0 to 500"),
    ],
)
def test_a_number_that_cannot_be_is_named_and_nothing_is_kept(
    site: Site, draft: Drafting, typed: str, fault: str
) -> None:
    page = draft.fill("numbers", {"posts": typed, "fixed_term_posts": "1"}, 400)
    assert page.title.startswith("Error: Numbers")
    assert page.words.count(fault) == 2
    assert "#fact_posts" in {each.attrib.get("href") for each in page.tree.iter("a")}
    assert not site.installation.audit(draft.audit).facts.answers


def test_a_number_and_the_box_are_one_too_many(draft: Drafting) -> None:
    page = draft.at("facts/numbers")
    sent = {"csrf_token": draft.manager.token(), "fact_posts": ["3", UNKNOWN]}
    page = draft.manager.send(page.path, sent, 400)
    assert "Posts: enter a number or tick the box, not both" in page.words


def test_an_option_that_is_not_offered_is_refused(draft: Drafting) -> None:
    page = draft.fill("boundaries", {"boundary_policy": "odd"}, 400)
    assert "Choose one of the options shown" in page.words


def test_there_is_no_page_for_a_topic_that_is_none(draft: Drafting) -> None:
    draft.at("facts/nothing", status=404)


def test_findings_from_facts_are_told_at_once_with_page_and_advice(
    draft: Drafting,
) -> None:
    assert "Nothing yet." in draft.at("facts").words
    page = draft.fill("boundaries", {"boundary_policy": "written_without"})
    assert "Limits on the work are not agreed with those who do it" in page.words
    assert "or lived experience workers did not help to write it" in page.words
    assert "What you could do" in page.words
    assert "Yes, written without lived experience workers" in page.words
    assert page.link("Read the paper, pages 8, 11 and 12").startswith("https://doi.org")
    page = draft.fill("boundaries", {"boundary_policy": UNKNOWN})
    assert "Limits on the work" not in page.words


def test_what_is_not_known_yet_is_a_list_to_ask(draft: Drafting) -> None:
    assert "as a list to ask HR" not in draft.at("facts").words
    draft.fill("terms", {"paid": UNKNOWN, "band": UNKNOWN, "contract": "bank"})
    page = draft.manager.follow("Copy 2 questions as a list to ask HR")
    asked = (
        "Questions about lived experience workers in Pier team\n\n"
        "1. Will lived experience workers be paid?\n"
        "2. Which Agenda for Change band will most lived experience workers be on?\n"
    )
    (area,) = page.tree.iter("textarea")
    assert area.text == asked
    response = draft.manager.client.get(page.link("Get the list as a text file"))
    assert response.text == asked
    assert response.mimetype == "text/plain"
    assert "attachment" in response.headers["Content-Disposition"]


def test_two_who_fill_in_the_same_fact_do_not_write_over_each_other(
    site: Site, first: Manager, draft: Drafting
) -> None:
    second = Manager(site, secret=first.secret)
    second.sign_in()
    second.open(f"{draft.address}/facts/boundaries")
    draft.fill("boundaries", {"boundary_policy": "none"})
    mine = {"fact_boundary_policy": "written_with"}
    page = second.choose(mine, "Save and continue", 409)
    assert page.heading == "Somebody else has just changed this"
    page = second.follow("See how it is now")
    assert page.checked() == {"fact_boundary_policy": "none"}
    page = second.choose(mine, "Save and continue")
    assert page.heading == "How the role is set up"
    # Another topic is nobody else's business.
    second.open(f"{draft.address}/facts/numbers")
    draft.fill("terms", {"paid": "paid"})
    second.choose({"fact_posts": "2"}, "Save and continue")
    answers = site.installation.audit(draft.audit).facts.answers
    assert dict(answers) == {
        "boundary_policy": "written_with",
        "paid": "paid",
        "posts": 2,
    }
