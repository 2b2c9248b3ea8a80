"""A questionnaire to answer on paper says who may type it in, and what is promised."""

from io import BytesIO

from pypdf import PdfReader

from peeraudit.audit.audit import Audit
from peeraudit.audit.promise_words import promise_words
from peeraudit.instrument.definition import Form
from peeraudit.questionnaire.rehearsal import rehearse
from peeraudit.report.paper_questionnaire import (
    PaperQuestionnaire,
    paper_questionnaire,
)
from peeraudit.report.pdf import paper_questionnaire_pdf
from tests.unit.factories import PW, role_adoption
from tests.unit.mail.test_words import audit as an_audit
from tests.unit.report.tagged import root_of

SITE = "https://audit.trust.example"


def made(choice: tuple[str, ...] = ()) -> tuple[Audit, PaperQuestionnaire]:
    audit = an_audit()
    rehearsal = rehearse(role_adoption(), Form.CORE, PW, audit.team.words)
    promise = promise_words(audit.promise, audit.promise.group[PW], audit.team)
    return audit, paper_questionnaire(audit, rehearsal, promise, choice, SITE)


def test_it_has_the_promise_every_question_and_room_for_a_code() -> None:
    audit, paper = made()
    reader = PdfReader(BytesIO(paper_questionnaire_pdf(paper)))
    text = " ".join(" ".join(each.extract_text() for each in reader.pages).split())
    promised = promise_words(audit.promise, audit.promise.group[PW], audit.team)
    assert all(" ".join(each.split()) in text for each in promised)
    assert SITE in text
    assert "Your code. Write it here only if" in text
    assert "It must never be a manager" in text
    assert "Whoever types this in sees your answers" in text
    assert "This copy is to look at" not in text
    assert root_of(reader)["/MarkInfo"]["/Marked"]


def test_where_answers_may_count_is_asked_only_where_it_can_be_chosen() -> None:
    assert made()[1].choice == ()
    _, paper = made(("Here. So.", "Elsewhere. So."))
    pages = PdfReader(BytesIO(paper_questionnaire_pdf(paper))).pages
    text = " ".join(each.extract_text() for each in pages)
    assert "Where may your answers count?" in text
    assert "Elsewhere. So." in text


def test_every_sentence_is_short() -> None:
    _, paper = made()
    for point in (*paper.before, *paper.steps):
        for sentence in point.split(". "):
            assert len(sentence.split()) <= 20, sentence
