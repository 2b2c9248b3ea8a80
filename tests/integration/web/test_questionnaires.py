"""Questionnaires to look at: the pages that people answer on, taking nothing."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.integration.web.visiting import Page, Person, text_of
from tests.journeys.site import Site, make_site

PEER_WORKERS = "/questionnaires/role-adoption/core/peer_worker"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """A website on one database: a look at questions reads nothing from any."""
    made = make_site(tmp_path)
    yield made
    made.installation.database.engine.dispose()


def walk(person: Person, first: str) -> Iterator[Page]:
    """Press Next from the first page to the last."""
    person.open(first)
    yield person.follow("Look at the first page")
    while any(text_of(link) == "Next" for link in person.page.tree.iter("a")):
        yield person.follow("Next")


def test_the_list_leads_to_every_group_of_each_form(person: Person) -> None:
    page = person.open("/questionnaires")
    leads = {
        each.attrib["href"]
        for each in page.tree.iter("a")
        if each.attrib["href"].startswith("/questionnaires/")
    }
    groups = ("manager", "peer_worker", "other_staff", "person_using_service")
    forms = ("role-adoption/full", "role-adoption/core", "readiness/full")
    contents = {f"/questionnaires/{form}/{group}" for form in forms for group in groups}
    assert leads == contents | {f"{each}/questionnaire.pdf" for each in contents}
    for address in contents:
        assert person.open(address).heading.startswith("Questions for ")


def test_next_leads_through_the_pages_that_people_answer_on(
    site: Site, person: Person
) -> None:
    looked = [page.questions() for page in walk(person, PEER_WORKERS)]
    person.begin(site.code())
    answered = [person.page.questions()]
    while person.page.path != "/answer/check":
        person.press("Continue")
        answered.append(person.page.questions())
    # An audit without comments asks for none, and purposes come in any order.
    *looked, comments = looked
    *answered, check = answered
    assert [[*page] for page in looked] == [[*page] for page in answered]
    assert comments == check == {}


def test_a_page_reads_as_the_page_that_people_answer_on(
    site: Site, person: Person
) -> None:
    address = "/se-1"
    looked = person.open(PEER_WORKERS + address)
    person.begin(site.code())
    real = person.open("/answer" + address)
    assert [text_of(each) for each in looked.tree.iter("fieldset")] == [
        text_of(each) for each in real.tree.iter("fieldset")
    ]
    assert looked.heading == real.heading


def test_back_leads_to_the_page_before_and_from_the_first_to_the_contents(
    person: Person,
) -> None:
    pages = [page.path for page in walk(person, PEER_WORKERS)]
    for before in reversed(pages[:-1]):
        assert person.follow("Back").path == before
    assert person.follow("Back").path == PEER_WORKERS
    assert person.follow("Back").path == "/questionnaires"


def test_the_last_page_asks_for_a_comment_and_leads_to_the_list(
    person: Person,
) -> None:
    *_, last = walk(person, PEER_WORKERS)
    assert "Only some audits ask for a comment." in last.words
    assert person.follow("See all questionnaires").path == "/questionnaires"


def test_nothing_can_be_sent_and_no_cookie_is_set(person: Person) -> None:
    for page in walk(person, PEER_WORKERS):
        assert "Nothing you press here is kept or sent." in page.words
        assert list(page.tree.iter("form")) == []
        assert "Set-Cookie" not in page.headers
    assert person.client.get_cookie("peeraudit") is None
    person.send(f"{PEER_WORKERS}/rc-1", {"RC1": "4"}, status=405)


def test_looking_leaves_somebody_who_is_answering_where_they_were(
    site: Site, person: Person
) -> None:
    person.begin(site.code())
    person.press("Continue", RC1="4")
    looked = person.open(f"{PEER_WORKERS}/rc-1")
    assert looked.checked() == {}
    assert person.open("/answer/rc-1").checked() == {"RC1": "4"}


def test_its_pdf_has_every_question_once(person: Person) -> None:
    page = person.open(PEER_WORKERS)
    answer = person.client.get(page.link("Download all questions as a PDF"))
    assert answer.mimetype == "application/pdf"
    assert "role-adoption-core-peer_worker.pdf" in answer.headers["Content-Disposition"]
    printed = PdfReader(BytesIO(answer.data))
    words = " ".join(" ".join(each.extract_text() for each in printed.pages).split())
    assert "I know what my team expects me to do." in words


@pytest.mark.parametrize(
    "address",
    [
        "/questionnaires/nothing/full/manager",
        "/questionnaires/readiness/core/manager",
        "/questionnaires/readiness/full/nobody",
        "/questionnaires/readiness/full/manager/nothing-1",
        "/questionnaires/readiness/full/nobody/questionnaire.pdf",
        "/questionnaires/%2e%2e/full/manager",
    ],
)
def test_what_is_no_questionnaire_has_no_page(person: Person, address: str) -> None:
    person.open(address, status=404)
