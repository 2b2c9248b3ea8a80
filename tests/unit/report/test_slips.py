"""Slips: tagged, four on a page, each with its own code and its group's promise."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from peeraudit.audit.audit import Audit
from peeraudit.audit.facts import Facts
from peeraudit.audit.promise import GroupMode
from peeraudit.instrument.definition import Form, Mode
from peeraudit.report.pdf import slips_pdf
from peeraudit.report.slips import Addresses, Slips, listed, slips
from peeraudit.sealing.codes import new_code
from tests.unit.factories import PW, TEAM, make_promise
from tests.unit.report.tagged import root_of, structure

WHERE = Addresses("https://audit.example", "https://audit.example/r/3kVb7qk2T0aVn0E2n8")
CODES = tuple(new_code() for _ in range(6))


def made(
    asked: int = 6,
    mode: GroupMode = GroupMode.ANONYMOUS,
    codes: tuple[str, ...] = CODES,
) -> Slips:
    promise = make_promise({PW: asked}, modes={PW: mode})
    audit = Audit("a", TEAM, "i", Mode.IN_POST, Form.CORE, promise, Facts())
    return slips(audit, promise.group[PW], "Peer workers", codes, WHERE)


@pytest.fixture(scope="module")
def printed() -> PdfReader:
    return PdfReader(BytesIO(slips_pdf(made())))


def test_it_is_tagged_titled_and_in_one_language(printed: PdfReader) -> None:
    root = root_of(printed)
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 # pypdf's own boolean
    assert root["/Lang"] == "en-GB"
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_object().get_data()
    assert printed.metadata is not None
    assert printed.metadata.title == "Slips for Café Team: Peer workers"
    levels = [e["/S"] for e in structure(printed) if re.fullmatch(r"/H\d", e["/S"])]
    assert levels == ["/H1", *["/H2"] * 6]


def test_every_code_is_on_one_slip_with_all_that_is_needed(printed: PdfReader) -> None:
    # Spaces at the ends of lines and of bold words are not told.
    pages = ["".join(page.extract_text().split()) for page in printed.pages]
    assert [sum(code in page for code in CODES) for page in pages] == [4, 2]
    for said in (
        "https://audit.example and type this code",
        "Begin by 5pm on Friday 20 March 2026",
        "There are 6 of you",
        "at least 5 of you answer",
        WHERE.report,
    ):
        assert [page.count(said.replace(" ", "")) for page in pages] == [4, 2], said


def test_every_picture_is_told_in_words(printed: PdfReader) -> None:
    figures = [each for each in structure(printed) if each["/S"] == "/Figure"]
    assert len(figures) == 6
    assert all(each["/Alt"] for each in figures)


def test_each_picture_is_of_its_own_code() -> None:
    drawn = {str(each.picture) for each in made().slips}
    assert len(drawn) == len(CODES)
    again = {str(each.picture) for each in made().slips}
    assert drawn == again


def test_a_joint_sheet_has_one_slip_that_says_so() -> None:
    one = made(3, GroupMode.JOINT_SHEET, CODES[:1])
    assert len(one.slips) == 1
    assert "sheet together" in one.draw
    assert "not anonymous" in one.promise


def test_a_list_has_every_code_with_its_link_and_the_report_once() -> None:
    lines = listed(CODES, WHERE).splitlines()
    for code in CODES:
        assert f"{code}  https://audit.example/a/{code}" in lines
    assert lines.count(f"The report: {WHERE.report}") == 1
