"""docs/journeys/somebody-answers-on-paper.md"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.site import Site, make_site, served
from tests.journeys.walking import (
    accessible,
    answer_all,
    fits,
    heading,
    press,
    questions,
)

OpenPage = Callable[..., Page]


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with served(make_site(tmp_path)) as made:
        yield made


def test_somebody_answers_on_paper(site: Site, open_page: OpenPage) -> None:
    code = site.code()
    page = open_page(320, 640)
    page.goto(site.url)
    page.get_by_label("Your code").fill(code.lower())
    press(page, "Continue")
    press(page, "Type in answers from paper")
    expect(page.get_by_text("Whoever types this in sees the answers")).to_be_visible()
    accessible(page)
    assert fits(page)
    every = len(questions(page))
    answer_all(page)
    press(page, "Continue")
    assert heading(page) == "Check your answers"
    expect(page.get_by_text(f"answered {every} of {every} questions")).to_be_visible()
    press(page, "Submit my answers")
    assert heading(page) == "Thank you: your answers are in"
    other = open_page(320, 640)
    other.goto(f"{site.url}/a/{code}")
    expect(other.get_by_text("It may have been used already")).to_be_visible()
