"""Words are plain, short, ours, and take the team's own job title."""

import re
from collections.abc import Iterator, Mapping

import pytest

from peeraudit.instrument.definition import Instrument
from peeraudit.instrument.library import load
from peeraudit.instrument.wording import LocalWords
from tests.unit.instrument.breaking import INSTRUMENTS

MOST_WORDS_IN_A_SENTENCE = 20
"""The NHS service manual: sentences of up to 20 words."""
NOT_OUR_WORDS = (
    *("service user", "suffering", "mentally ill", "non-peer", "patient", "please"),
    *("stakeholder", "utilise", "facilitate"),
)
PAGES = re.compile(r" \(p\.(\d+(?:, \d+)*)\)\.$")


@pytest.fixture(scope="module", params=["readiness", "role-adoption"])
def instrument(request: pytest.FixtureRequest) -> Instrument:
    return load(INSTRUMENTS / str(request.param))


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inside in value.values():
            yield from texts(inside)


def all_texts(instrument: Instrument) -> list[str]:
    return list(texts(instrument.wording.model_dump()))


def test_no_sentence_is_over_20_words(instrument: Instrument) -> None:
    words = LocalWords("Hill Street")
    for text in all_texts(instrument):
        for sentence in re.split(r"(?<=[.?!:])\s", PAGES.sub(".", words.fill(text))):
            assert len(sentence.split()) <= MOST_WORDS_IN_A_SENTENCE, sentence


def test_no_finding_is_over_three_sentences(instrument: Instrument) -> None:
    for name, words in instrument.wording.rules.items():
        assert len(re.findall(r"[.?!](?:\s|$)", words.means)) <= 3, name


def test_words_that_we_do_not_use(instrument: Instrument) -> None:
    for text in all_texts(instrument):
        assert not [word for word in NOT_OUR_WORDS if word in text.lower()], text


def test_a_job_title_is_never_written_out_but_of_the_paper(
    instrument: Instrument,
) -> None:
    papers = {words.paper for words in instrument.wording.rules.values()}
    for text in set(all_texts(instrument)) - papers:
        assert "peer worker" not in text.lower(), text


def test_a_job_title_has_a_capital_where_a_sentence_begins(
    instrument: Instrument,
) -> None:
    inline = {words.inline for words in instrument.wording.groups.values()}
    for text in set(all_texts(instrument)) - inline:
        for sentence in re.split(r"(?<=[.?!]) ", text):
            assert not sentence.startswith("{peer_"), sentence
            assert "{Peer_" not in sentence[1:], sentence


def test_every_finding_says_the_pages_it_is_traced_to(instrument: Instrument) -> None:
    for rule in instrument.rules:
        found = PAGES.search(instrument.wording.rules[rule.id].paper)
        assert found, rule.id
        assert tuple(int(page) for page in found[1].split(", ")) == rule.pages


def test_every_page_is_one_of_the_paper_s_thirteen(instrument: Instrument) -> None:
    for traced in (
        *instrument.questions.values(),
        *instrument.facts,
        *instrument.rules,
    ):
        assert list(traced.pages) == sorted(set(traced.pages)), traced.id
        assert set(traced.pages) <= set(range(1, 14)), traced.id


def test_every_recommendation_is_there_and_used(instrument: Instrument) -> None:
    used = {name for rule in instrument.rules for name in rule.recommend}
    used |= {
        name
        for rule in instrument.rules
        for note in rule.notes
        for name in note.recommend
    }
    assert used == instrument.wording.recommendations.keys()


def test_words_of_a_team_are_put_in() -> None:
    words = LocalWords(
        "Hill Street", "lived experience worker", "lived experience workers"
    )
    assert words.fill("In {team}, a {peer_worker} may") == (
        "In Hill Street, a lived experience worker may"
    )
    assert words.fill("{Peer_workers} here. A {peer_worker}. {Peer_worker}") == (
        "Lived experience workers here. A lived experience worker. "
        "Lived experience worker"
    )


def test_a_becomes_an_before_a_vowel() -> None:
    words = LocalWords("Hill Street", "expert by experience", "experts by experience")
    assert words.fill("If a {peer_worker} is upset") == (
        "If an expert by experience is upset"
    )
    assert words.fill("A {peer_worker} here") == "An expert by experience here"
    assert words.fill("a new {peer_worker}") == "a new expert by experience"
    assert words.fill("Extra {peer_workers}") == "Extra experts by experience"


def test_the_usual_words_need_no_choice() -> None:
    assert LocalWords("Hill Street").fill("a {peer_worker}") == "a peer worker"
    assert LocalWords("Hill Street").fill("Nothing to fill") == "Nothing to fill"
