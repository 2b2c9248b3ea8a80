"""Change since the last audit: told in words, and of nobody who may not be compared."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from peeraudit.audit.promise import GroupMode
from peeraudit.consensus.themes import whole
from peeraudit.consensus.trend import changes
from peeraudit.instrument.definition import Mode
from peeraudit.instrument.frozen import Group
from peeraudit.release.release import Release
from peeraudit.release.rounds import earlier_round
from peeraudit.release.verify import verify
from peeraudit.report.about import LATER
from peeraudit.report.change import NEEDED, ChangeView
from peeraudit.report.content import content
from peeraudit.report.page import body
from peeraudit.report.reader import Reader
from tests.unit.factories import (
    PW,
    ST,
    SU,
    Says,
    make_audit,
    make_promise,
    make_release,
)
from tests.unit.report import rounds
from tests.unit.report.reading import TEAMS, by_id, named, parse, table_rows, words

NINE = dict.fromkeys(Group, 9)
NOBODY_CHANGED = dict.fromkeys(Group, 0)


def view(release: Release) -> ChangeView:
    return content(release).change


def section(release: Release) -> str:
    """What a reader reads of change."""
    return words(by_id(parse(body(release)), "report-change"))


def again(
    then: Says,
    now: Says,
    changed: Mapping[Group, int] | None = None,
    *,
    modes: Mapping[Group, GroupMode] | None = None,
    staff: int = 9,
) -> Release:
    """The second of two rounds, of so many other staff."""
    first = make_release(then, answered=NINE)
    people = {**NINE, ST: staff}
    promise = make_promise(
        people,
        changed=NOBODY_CHANGED if changed is None else changed,
        modes=modes,
    )
    earlier = earlier_round(first, make_audit(promise))
    release = make_release(now, promise=promise, answered=people, earlier=earlier)
    return replace(release, audit=replace(release.audit, mode=Mode.RE_AUDIT))


def test_the_first_sentence_counts_what_went_up_and_down() -> None:
    assert view(rounds.moved()).message == (
        "Since 20 November 2025, 1 score has gone up and 1 down, of 32."
    )
    assert view(rounds.moved()).moved == (
        "Peer workers, Support: higher. It was 65, and is 84 now.",
        "Other staff, Shared expectations: lower. It was 65, and is 16 now.",
    )


def test_the_first_page_has_that_sentence_too() -> None:
    first = words(by_id(parse(body(rounds.moved())), "report-summary"))
    assert f"{view(rounds.moved()).message} See what has changed" in first
    assert "has changed" not in words(
        by_id(parse(body(rounds.repeated())), "report-summary")
    )


def test_each_group_has_a_table_of_what_was_and_is() -> None:
    release = rounds.moved()
    told = by_id(parse(body(release)), "report-change")
    tables = list(named(told, "table"))
    assert [words(each.find("caption")) for each in tables][:2] == [  # type: ignore[arg-type]
        "Managers: scores then and now as a table, from 0 to 100; "
        "high is good for the role",
        "Peer workers: scores then and now as a table, from 0 to 100; "
        "high is good for the role",
    ]
    rows = {row[0]: row[1:] for row in table_rows(tables[1])}
    assert rows["Support"] == ["65 (from 60 to 70)", "84 (from 80 to 100)", "▲ Higher"]
    assert rows["Identity"][2] == "None that can be told"


def test_the_tables_say_what_the_cells_of_both_rounds_give() -> None:
    release = rounds.moved()
    reader = Reader(release)
    told = [row for chart in view(release).charts for row in chart.table().rows]
    assert [row.entries[1].text.split()[0] for row in told] == [
        str(whole(each.now.value)) for each in changes(reader.evidence)
    ]
    assert verify(release) == ()


def test_where_groups_have_moved_on_practices_it_is_said() -> None:
    practices = view(rounds.moved()).practices
    assert practices is not None
    assert practices.message == (
        "Of 18 practices to compare, the groups agreed on 0 then and on 4 now."
    )
    assert practices.table is not None
    assert len(practices.table.rows) == 4


def test_findings_are_told_as_found_again_gone_or_new() -> None:
    found = view(TEAMS["compared"]).found
    assert found is not None
    by_heading = {each.heading: each.titles for each in found.lists}
    assert "No shared view of the work" in by_heading["Found in both audits"]
    assert by_heading["Found then, and not found now"] == (
        "Some staff feel less sure of their own jobs",
    )


@pytest.mark.parametrize(
    ("then", "cautious"),
    [(date(2025, 7, 20), False), (date(2025, 7, 21), True), (date(2025, 11, 20), True)],
)
def test_within_eight_months_a_dip_is_read_with_care(
    then: date, *, cautious: bool
) -> None:
    release = rounds.moved()
    assert release.earlier
    assert release.audit.closed_on == date(2026, 3, 20)
    near = replace(release, earlier=replace(release.earlier, closed_on=then))
    assert view(near).caution == (LATER if cautious else "")


def test_a_first_audit_says_so_and_when_to_ask_again() -> None:
    said = section(TEAMS["South x 5"])
    assert "There is no earlier audit to compare this one with." in said
    assert "Ask the same questions again in 4 months and in 12." in said


def test_a_repeat_that_cannot_be_compared_says_what_comparing_needs() -> None:
    said = section(rounds.repeated())
    assert "No change since the audit before can be told." in said
    assert all(each in said for each in NEEDED)
    assert view(rounds.repeated()).charts == ()


def test_before_anyone_starts_there_is_no_such_section() -> None:
    sections = content(TEAMS["before the start"]).sections
    assert "change" not in {each.key for each in sections}


def test_groups_that_are_not_compared_are_named() -> None:
    told = view(rounds.manager_left_out())
    assert told.not_compared.startswith("Managers: not compared.")
    assert [each.title.split(":")[0] for each in told.charts] == [
        "Peer workers",
        "Other staff",
        "People who use the service",
    ]


SUPPORT = [f"SP{number}" for number in range(1, 9)]
UP: Says = {f"PW {item}": "70_or_more" for item in SUPPORT}
LOW: Says = {f"PW {item}": "below_50" for item in SUPPORT}


@pytest.mark.parametrize("kept_out", [{ST: 1}, {ST: 2}])
def test_what_a_group_said_that_is_not_compared_leaves_no_trace(
    kept_out: Mapping[Group, int],
) -> None:
    """Whatever other staff said then, the report on now is the same to the letter."""
    changed = {**NOBODY_CHANGED, **kept_out}
    now = {**UP, "ST SE8": "60_to_69", "ST PR1": "part"}
    told = {
        without_fingerprints(body(again({**LOW, **then}, now, changed)))
        for then in (
            {},
            {"ST SE8": "below_50", "ST PR1": "must_never"},
            {"ST SE8": "70_or_more", "ST PR1": "part"},
        )
    }
    assert len(told) == 1


def without_fingerprints(html: str) -> str:
    """A report but for its hash, which is of the round before as well."""
    return re.sub(r"\b[0-9a-f]{64}\b", "", html)


def test_why_a_group_is_not_compared_is_told_alike_whatever_it_is() -> None:
    """One left, two did, nobody said, or too few answered then: the words are one."""
    then, now = {**LOW, "ST SE8": "below_50"}, {**UP, "ST SE8": "60_to_69"}
    releases = [
        again(then, now, {**NOBODY_CHANGED, ST: 1}),
        again(then, now, {**NOBODY_CHANGED, ST: 2}),
        again(then, now, {group: 0 for group in Group if group is not ST}),
        again(then, now, staff=8),
        again(LOW, now),  # too few of them answered then
    ]
    assert len({section(each) for each in releases}) == 1
    assert "Managers, other staff and people who use the service" in section(
        releases[0]
    )


def test_nothing_but_cells_of_compared_groups_is_taken_into_the_release() -> None:
    then = {**LOW, "ST SE8": "below_50", "SU SE1": "below_50"}
    release = again(then, UP, {**NOBODY_CHANGED, ST: 1, SU: 2})
    assert release.earlier
    assert {cell.group for cell in release.earlier.cells} == {PW}
    told = view(release)
    assert [each.title for each in told.charts] == ["Peer workers: scores then and now"]
    assert told.moved == ("Peer workers, Support: higher. It was 35, and is 80 now.",)
