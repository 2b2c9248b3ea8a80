"""The agenda of a meeting: the practices in the report's order and words."""

from datetime import date

from peeraudit.plan.agreement import Agreement, Verdict
from peeraudit.report.agenda import points, progress
from peeraudit.report.practices import practices
from peeraudit.report.reader import Reader
from tests.unit.report.releases import nobody_shown, open_groups


def test_practices_stand_as_in_the_report_with_what_each_group_says() -> None:
    reader = Reader(open_groups())
    grid = practices(reader).grid
    assert grid
    agenda = points(reader)
    assert [point.practice for point in agenda] == [row.head for row in grid.rows]
    names = grid.columns[2:]
    for point, row in zip(agenda, grid.rows, strict=True):
        together, *said = (entry.text for entry in row.entries)
        assert point.together == together
        told = {each.group: each.says for each in point.says}
        assert [told[name] for name in names] == said


def test_a_group_that_is_withheld_stands_there_and_says_that_it_is() -> None:
    agenda = points(Reader(nobody_shown()))
    assert len(agenda) == 18
    for point in agenda:
        assert point.together == "Cannot be told"
        assert {each.says for each in point.says} <= {"Not shown", "Not asked"}
        assert all(each.is_quiet for each in point.says)
        assert len(point.says) == 4


def test_a_team_can_choose_what_people_could_or_talk_again() -> None:
    first = points(Reader(nobody_shown()))[0]
    assert [each.words for each in first.choices] == [
        "Part of the role",
        "Not part of the role",
        "Must never",
        "Talk again",
    ]
    assert first.words(Verdict.MUST_NEVER) == "Must never"


def test_what_is_to_be_talked_about_again_is_not_agreed() -> None:
    agenda = points(Reader(nobody_shown()))

    def agreed(number: int, verdict: Verdict) -> dict[str, Agreement]:
        practice = agenda[number].id
        return {practice: Agreement(practice, verdict, "", date(2026, 3, 24))}

    assert progress(agenda, {}).words == "Agreed: 0 of 18."
    some = agreed(0, Verdict.PART) | agreed(1, Verdict.TALK_AGAIN)
    assert progress(agenda, some).words == ("Agreed: 1 of 18. To talk about again: 1.")
    gone = {"PR99": Agreement("PR99", Verdict.PART, "", date(2026, 3, 24))}
    assert progress(agenda, gone).agreed == 0
