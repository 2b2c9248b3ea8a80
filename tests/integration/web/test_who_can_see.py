"""Who can see what I say: every limit is named, in sentences that anyone can read."""

import re
from collections.abc import Iterator

from peeraudit.audit.promise import COMMENTS_FROM, KEPT_FOR_POOLING_MONTHS
from peeraudit.disclosure.proof.shipped import MOST
from tests.integration.web.visiting import Page, Person, text_of
from tests.journeys.site import Site

ADDRESS = "/who-can-see"
MOST_WORDS, MOST_SENTENCES = 20, 3
"""In a sentence, and in a paragraph: as the NHS content guide asks."""

LIMITS = {
    "a small group that answers openly": "What they say is shown openly.",
    "everyone of a group answered": "If all of you did, everyone can see that.",
    "a guess": "A colleague may still make a good guess, or rule one side out.",
    "two who tell each other": "If two colleagues tell each other what they said",
    "counts that are kept": "locked counts are kept for up to 24 months",
    "how many have answered": "can count how many of each group have answered",
    "traces of when": "They may find traces of when.",
    "root": "breaks its rules before closing, could read answers. We cannot prevent",
    "a code that was kept": "can see whether it has been used",
    "several codes": "could use them for made-up answers",
    "the screen": "whoever looks at your screen can read it",
    "the history of a browser": "Its history still shows that you were here.",
    "a lost word": "If you lose the word, we cannot open them for you.",
    "the network": "They can see that you use this site, and when.",
    "sizes": "how many questions you leave out, and how long a comment is",
    "the reader's code": "hands them a code to open comments with, and could misuse it",
    "one's own words": "Your own words can give you away all the same.",
}

TOO_MUCH = ("anonymous", "100%", "impossible", "completely", "guarantee", "never")
"""Words that promise more than anybody can keep."""


def paragraphs(page: Page) -> Iterator[str]:
    """Every paragraph that the page says itself."""
    (main,) = page.tree.iter("main")
    yield from map(text_of, main.iter("p"))


def sentences(page: Page) -> list[str]:
    return [
        sentence
        for paragraph in paragraphs(page)
        for sentence in re.split(r"(?<=[.!?]) ", paragraph)
    ]


def test_every_limit_is_named(person: Person) -> None:
    said = " ".join(paragraphs(person.open(ADDRESS)))
    assert [limit for limit, words in LIMITS.items() if words not in said] == []


def test_sentences_and_paragraphs_are_short(person: Person) -> None:
    page = person.open(ADDRESS)
    said = sentences(page)
    assert len(said) > len(LIMITS)
    assert [each for each in said if len(each.split()) > MOST_WORDS] == []
    assert max(each.count(". ") for each in paragraphs(page)) < MOST_SENTENCES


def test_nothing_is_promised_that_nobody_can_keep(person: Person) -> None:
    said = person.open(ADDRESS).words.lower()
    assert [words for words in TOO_MUCH if words in said] == []


def test_its_numbers_are_those_that_hold(person: Person) -> None:
    said = " ".join(paragraphs(person.open(ADDRESS)))
    assert re.findall(r"\d+", said) == [
        str(MOST),
        str(KEPT_FOR_POOLING_MONTHS),
        str(COMMENTS_FROM),
    ]


def test_the_first_page_leads_there_and_back(site: Site, person: Person) -> None:
    person.open(f"/a/{site.code()}")
    assert person.follow("who can see what you say").path == ADDRESS
    assert person.follow("Go on with your questions").path == "/answer"
