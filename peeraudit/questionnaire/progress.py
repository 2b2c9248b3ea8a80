"""How far a person has come: which page is next, and what is still open."""

from collections.abc import Mapping
from dataclasses import dataclass

from peeraudit.questionnaire.pages import Page, Questionnaire


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page stands among the others."""

    page: Page
    number: int
    of: int
    before: Page | None
    after: Page | None


def place(questionnaire: Questionnaire, slug: str) -> Place | None:
    """Return where a page stands, or nothing where there is no such page."""
    page = questionnaire.page.get(slug)
    if page is None:
        return None
    pages = questionnaire.pages
    index = pages.index(page)
    before = pages[index - 1] if index else None
    after = pages[index + 1] if index + 1 < len(pages) else None
    return Place(page, index + 1, len(pages), before, after)


def first_unseen(
    questionnaire: Questionnaire, answers: Mapping[str, str]
) -> Page | None:
    """Return the first page on which nothing is answered, to go on from."""
    for page in questionnaire.pages:
        if not any(str(each.key) in answers for each in page.asked):
            return page
    return None
