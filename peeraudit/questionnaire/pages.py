"""A group's questions laid out over pages: a topic a page, at most five questions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from peeraudit.instrument.definition import AgreementItem, CommentItem, PracticeItem
from peeraudit.instrument.frozen import Group
from peeraudit.questionnaire.questions import Asked, Asking, questions

MOST_PER_PAGE = 5
"""Questions on a page: few enough to see at once on a phone (our judgement)."""

SECONDS_PER_QUESTION = 10
"""What a question takes, for "about 8 minutes" (our judgement; check with users)."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some questions on one topic, under one title."""

    slug: str
    """Names the page in its address."""
    title: str
    asked: tuple[Asked, ...]


@dataclass(frozen=True)
class Questionnaire:
    """All that one group is asked, page by page."""

    group: Group
    pages: tuple[Page, ...]

    @cached_property
    def page(self) -> Mapping[str, Page]:
        """The pages by slug."""
        return {page.slug: page for page in self.pages}

    @cached_property
    def asked(self) -> Mapping[str, Asked]:
        """Every question by the name of its field."""
        return {str(each.key): each for page in self.pages for each in page.asked}

    @property
    def minutes(self) -> int:
        """About how long the questions take."""
        return max(1, round(len(self.asked) * SECONDS_PER_QUESTION / 60))


def questionnaire(
    asking: Asking, group: Group, *, one_per_page: bool = False
) -> Questionnaire:
    """Lay out what ``group`` is asked; ``one_per_page`` for those who prefer it."""
    most = 1 if one_per_page else MOST_PER_PAGE
    pages = []
    for topic, asked in groupby(questions(asking, group), key=lambda each: each.theme):
        sheets = list(_sheets(list(asked), most))
        for number, sheet in enumerate(sheets, 1):
            slug = f"{topic}-{number}".lower()
            pages.append(Page(slug, _title(asking, sheet[0]), tuple(sheet)))
    return Questionnaire(group, tuple(pages))


def _sheets(asked: list[Asked], most: int) -> Iterator[list[Asked]]:
    """Share the questions of a topic evenly over pages, each guess beside its item."""
    blocks = [
        list(block) for _, block in groupby(asked, key=lambda each: each.key.item)
    ]
    if most == 1:
        blocks = [[each] for each in asked]
    sheets_needed = -(-len(asked) // most)
    fill = -(-len(asked) // sheets_needed)
    sheet: list[Asked] = []
    for block in blocks:
        if sheet and len(sheet) + len(block) > max(fill, len(block)):
            yield sheet
            sheet = []
        sheet = sheet + block
    yield sheet


def _title(asking: Asking, first: Asked) -> str:
    """Return what a page of such questions is headed."""
    wording = asking.instrument.wording
    match first.item:
        case AgreementItem(theme=theme):
            title = wording.themes[theme].title
        case PracticeItem():
            title = wording.practice.title
        case CommentItem():
            title = first.words
        case _:
            title = first.words
    return asking.words.fill(title)
