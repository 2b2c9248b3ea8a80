"""A questionnaire on paper: every question once, tagged, with boxes to tick."""

import re
from functools import cache
from io import BytesIO
from itertools import pairwise

import pytest
from pypdf import PdfReader

from peeraudit.instrument.definition import Form, Instrument
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.wording import LocalWords
from peeraudit.questionnaire.rehearsal import Rehearsal, rehearse
from peeraudit.report.guide import BOX
from peeraudit.report.pdf import questionnaire_pdf
from peeraudit.report.questionnaire import ANY_COMMENT, printed
from tests.unit.factories import MG, PW, ST, SU, readiness, role_adoption
from tests.unit.report.releases import HOSTILE, LONG
from tests.unit.report.tagged import root_of, structure

HERE = LocalWords("this team")
ALL = [
    (instrument, form, group)
    for instrument in (role_adoption(), readiness())
    for form in instrument.forms
    for group in instrument.groups
]
every_questionnaire = pytest.mark.parametrize(
    ("instrument", "form", "group"), ALL, ids=lambda each: getattr(each, "id", each)
)


def of(group: Group, form: Form = Form.FULL, words: LocalWords = HERE) -> Rehearsal:
    return rehearse(role_adoption(), form, group, words)


@cache
def opened(group: Group, words: LocalWords = HERE) -> PdfReader:
    """Make the PDF of a group's questionnaire and open it."""
    made = questionnaire_pdf(printed(of(group, words=words)))
    return PdfReader(BytesIO(made))


@every_questionnaire
def test_every_question_is_there_once_and_in_order(
    instrument: Instrument, form: Form, group: Group
) -> None:
    rehearsal = rehearse(instrument, form, group, HERE)
    laid_out: list[str] = []
    for topic in printed(rehearsal).topics:
        heads = [each.head for each in topic.table.rows] if topic.table else []
        laid_out += heads or [topic.title]
    assert laid_out == [
        f"{each.lead_in} “{each.words}”" if each.lead_in else each.words
        for each in rehearsal.by_topic.asked.values()
    ]


def test_each_question_has_a_box_for_every_answer_and_for_none() -> None:
    topics = {each.title: each for each in printed(of(PW)).topics}
    support = topics["Support"].table
    practices = topics["What peer workers may do"].table
    assert support is not None
    assert practices is not None
    assert support.columns[1] == "Strongly disagree"
    assert support.columns[-1] == practices.columns[-1] == "I do not know"
    for table, boxes in ((support, 6), (practices, 4)):
        for line in table.rows:
            assert [each.text for each in line.entries] == [BOX] * boxes


def test_a_purpose_is_chosen_from_a_list_and_a_comment_has_room() -> None:
    *_, purpose, _practices, comment = printed(of(ST)).topics
    assert purpose.options[0] == "To use their own experience to help others"
    assert purpose.options[-1] == "I do not know"
    assert comment.lead_in == ANY_COMMENT
    assert comment.lines == 8


def test_a_guess_says_whom_it_is_about() -> None:
    tables = [each.table for each in printed(of(MG)).topics if each.table]
    guesses = [
        line.head
        for table in tables
        for line in table.rows
        if line.head.startswith("What do you think most peer workers")
    ]
    assert len(guesses) == 6


def test_the_teams_own_words_stand_in_it() -> None:
    words = LocalWords("Elm Road", "recovery guide", "recovery guides")
    made = printed(of(PW, words=words))
    assert made.title == "Questions for recovery guides"
    assert any("recovery guides may do" in topic.title for topic in made.topics)


@pytest.mark.parametrize("words", [HERE, LONG, HOSTILE], ids=lambda each: each.team[:9])
def test_on_paper_it_is_tagged_titled_and_in_one_language(words: LocalWords) -> None:
    made = opened(PW, words)
    root = root_of(made)
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712  # pypdf's own boolean
    assert root["/Lang"] == "en-GB"
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_object().get_data()
    assert made.metadata is not None
    assert made.metadata.title == printed(of(PW, words=words)).title


def test_on_paper_headings_skip_no_level_and_boxes_have_heads() -> None:
    elements = structure(opened(SU))
    levels = [int(e["/S"][2:]) for e in elements if re.fullmatch(r"/H\d", e["/S"])]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    cells = [each for each in elements if each["/S"] == "/TD"]
    assert len(cells) == 6 * 26 + 4 * 18
    assert all(each["/A"]["/Headers"] for each in cells)


def test_on_paper_each_page_says_whose_it_is_and_its_number() -> None:
    pages = [each.extract_text() for each in opened(SU).pages]
    for number, page in enumerate(pages, start=1):
        assert "Questions for people who use the service" in page
        assert f"Page {number} of {len(pages)}" in page
