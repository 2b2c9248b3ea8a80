"""Questions laid out over pages, for a phone."""

from itertools import pairwise

import pytest

from peeraudit.instrument.definition import Form
from peeraudit.instrument.frozen import Group
from peeraudit.questionnaire.pages import MOST_PER_PAGE, Questionnaire, questionnaire
from peeraudit.questionnaire.progress import Place, first_unseen, place
from peeraudit.questionnaire.questions import questions
from tests.unit.factories import MG, PW, ST, SU, make_asking

LAYOUTS = [
    (form, group, comments)
    for form in Form
    for group in Group
    for comments in (True, False)
]


def laid_out(
    group: Group = PW,
    *,
    form: Form = Form.FULL,
    comments: bool = False,
    one_per_page: bool = False,
) -> Questionnaire:
    asking = make_asking(form=form, comments=comments)
    return questionnaire(asking, group, one_per_page=one_per_page)


@pytest.mark.parametrize(("form", "group", "comments"), LAYOUTS)
def test_a_page_has_at_most_five_questions_on_one_topic(
    form: Form, group: Group, comments: bool
) -> None:
    for page in laid_out(group, form=form, comments=comments).pages:
        assert 1 <= len(page.asked) <= MOST_PER_PAGE == 5
        assert len({each.theme for each in page.asked}) == 1


@pytest.mark.parametrize(("form", "group", "comments"), LAYOUTS)
@pytest.mark.parametrize("one_per_page", [True, False])
def test_everything_is_asked_once_and_in_order(
    form: Form, group: Group, comments: bool, one_per_page: bool
) -> None:
    told = laid_out(group, form=form, comments=comments, one_per_page=one_per_page)
    asking = make_asking(form=form, comments=comments)
    everything = [str(each.key) for each in questions(asking, group)]
    shown = [str(each.key) for page in told.pages for each in page.asked]
    assert shown == everything == list(told.asked)


@pytest.mark.parametrize("group", [MG, PW, ST])
def test_a_guess_is_on_the_page_of_its_statement(group: Group) -> None:
    for page in laid_out(group).pages:
        for before, asked in pairwise((None, *page.asked)):
            if asked and asked.key.about:
                assert before is not None
                assert before.key.item == asked.key.item


def test_those_who_prefer_it_have_one_question_on_a_page() -> None:
    told = laid_out(ST, one_per_page=True)
    assert {len(page.asked) for page in told.pages} == {1}
    assert len(told.pages) == len(told.asked)


def test_a_topic_is_shared_evenly_over_its_pages() -> None:
    sizes = [len(page.asked) for page in laid_out(SU, form=Form.CORE).pages]
    topics = [page.slug.rpartition("-")[0] for page in laid_out(SU).pages]
    assert max(sizes) <= MOST_PER_PAGE
    # 18 practices over four pages: none has a page to itself
    practices = [
        len(page.asked)
        for page in laid_out(SU).pages
        if page.slug.startswith("practice")
    ]
    assert topics.count("practice") == 4
    assert practices == [5, 5, 5, 3]


@pytest.mark.parametrize("one_per_page", [True, False])
def test_every_page_has_an_address_of_its_own_in_small_letters(
    one_per_page: bool,
) -> None:
    told = laid_out(one_per_page=one_per_page)
    slugs = [page.slug for page in told.pages]
    assert len(set(slugs)) == len(slugs)
    assert all(slug == slug.lower() and " " not in slug for slug in slugs)
    assert all(told.page[page.slug] is page for page in told.pages)


def test_a_page_is_headed_by_its_topic_and_a_lone_question_by_itself() -> None:
    told = laid_out(comments=True)
    titles = {page.slug: page.title for page in told.pages}
    assert titles["se-1"] == "Shared expectations"
    assert titles["practice-1"] == "What peer workers may do"
    for slug in ("purpose-1", "comment-1"):
        assert titles[slug] == told.page[slug].asked[0].words


def test_a_question_takes_ten_seconds_and_a_form_at_least_a_minute() -> None:
    assert laid_out(form=Form.CORE).minutes == 8  # 46 questions: 7.7
    assert laid_out().minutes == 15  # 89 questions: 14.8
    assert Questionnaire(PW, laid_out(one_per_page=True).pages[:1]).minutes == 1


def test_a_page_knows_its_place() -> None:
    told = laid_out()
    first, second, third, *_ = told.pages
    count = len(told.pages)
    assert place(told, first.slug) == Place(first, 1, count, None, second)
    assert place(told, second.slug) == Place(second, 2, count, first, third)
    *_, before, last_but_one, last = told.pages
    assert place(told, last.slug) == Place(last, count, count, last_but_one, None)
    assert place(told, last_but_one.slug) == Place(
        last_but_one, count - 1, count, before, last
    )


def test_a_page_that_is_not_there_has_no_place() -> None:
    assert place(laid_out(), "se-99") is None


def test_one_goes_on_from_the_first_page_without_an_answer() -> None:
    told = laid_out()
    first, second, *_ = told.pages
    assert first_unseen(told, {}) is first
    assert first_unseen(told, {str(first.asked[-1].key): "4"}) is second
    assert first_unseen(told, {str(second.asked[0].key): "4"}) is first
    everything = dict.fromkeys(told.asked, "3")
    assert first_unseen(told, everything) is None
