"""What people wrote is shown as text, as its reader left it, and without the group."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from peeraudit.release.release import Release
from peeraudit.report import page
from peeraudit.report.comments import comments
from peeraudit.report.content import content
from peeraudit.report.pdf import pdf
from peeraudit.report.reader import Reader
from tests.unit.report.reading import TEAMS, body, by_id, html, named, parse, words
from tests.unit.report.releases import HOSTILE_COMMENTS

TEAM = "with comments"


def told(*written: str, reader: str = "The trust's peer lead") -> Release:
    release = TEAMS["South x 5"]
    promise = replace(release.promise, comments_read_by=reader)
    return replace(release, promise=promise, comments=written)


@pytest.mark.parametrize(
    ("written", "how_many"),
    [(("More time.",), "1 comment is"), (("a", "b", "c"), "3 comments are")],
)
def test_it_is_told_how_many_there_are_and_who_read_them_first(
    written: tuple[str, ...], how_many: str
) -> None:
    found = comments(Reader(told(*written)))
    assert found.comments == written
    assert found.message == (
        f"{how_many} shown here. The trust's peer lead read all comments first. Where "
        "words were taken out that could tell who wrote them, you see […]. The order "
        "tells nothing, and no group is named."
    )


def test_a_sentence_begins_with_a_capital_whoever_reads_them() -> None:
    message = comments(Reader(told("a", reader="somebody from PALS"))).message
    assert " Somebody from PALS read all comments first" in message


def test_no_sentence_has_more_than_twenty_words() -> None:
    message = comments(Reader(told(*map(str, range(100))))).message
    for sentence in re.split(r"(?<=[.!?])\s+", message):
        assert len(sentence.split()) <= 20, sentence


def test_there_is_a_section_only_where_there_are_comments() -> None:
    with_them = [each.key for each in content(told("More time.")).sections]
    without = [each.key for each in content(TEAMS["South x 5"]).sections]
    assert [each for each in with_them if each != "comments"] == without
    assert with_them.index("comments") == with_them.index("findings") + 1
    assert "report-comment" not in page.body(TEAMS["South x 5"])


def test_comments_are_shown_as_they_were_written_and_in_the_releases_order() -> None:
    section = by_id(body(TEAM), "report-comments")
    shown = [words(each) for each in named(section, "blockquote")]
    assert shown == [" ".join(each.split()) for each in TEAMS[TEAM].comments]
    assert set(HOSTILE_COMMENTS) <= set(TEAMS[TEAM].comments)


def test_a_hostile_comment_is_text_and_runs_nothing() -> None:
    for written in (html(TEAM), page.single_file(TEAMS[TEAM])):
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in written
        assert "<script" not in written
        assert "<img" not in written
        assert "49" not in words(by_id(parse(written), "report-comments"))
    section = by_id(body(TEAM), "report-comments")
    assert {each.tag for each in section.iter()} == {"section", "h2", "p", "blockquote"}


def test_a_comment_says_nothing_of_who_wrote_it() -> None:
    section = words(by_id(body(TEAM), "report-comments"))
    for name in ("Managers", "Peer workers", "Other staff", "People who use"):
        assert name not in section
    for quote in named(by_id(body(TEAM), "report-comments"), "blockquote"):
        assert dict(quote.attrib) == {"class": "report-comment"}


def test_comments_stand_nowhere_else_in_the_report() -> None:
    report = words(body(TEAM))
    for written in TEAMS[TEAM].comments:
        assert report.count(" ".join(written.split())) == 1


def test_a_hostile_comment_is_text_in_the_pdf_too() -> None:
    document = PdfReader(BytesIO(pdf(TEAMS[TEAM])))
    text = " ".join(page.extract_text() for page in document.pages)
    assert "<script>alert(1)</script>" in text
    assert "{{ 7 * 7 }}" in text
    links = [
        annotation.get_object().get("/A", {}).get("/URI", "")
        for each in document.pages
        for annotation in each.get("/Annots") or ()
    ]
    assert not any("example.org" in link for link in links)
