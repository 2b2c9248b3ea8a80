"""What a change rests on is told line by line: what was said before, and now."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from peeraudit.consensus.truth import Basis
from peeraudit.instrument.frozen import Group
from peeraudit.release.release import Release
from peeraudit.release.rounds import earlier_round
from peeraudit.report.about import about
from peeraudit.report.evidence import TURNED, Line, evidence_line
from peeraudit.report.reader import Reader
from tests.unit.factories import ST, Says, make_audit, make_promise, make_release
from tests.unit.release.test_earlier import less_threat, second_round
from tests.unit.report.reading import TEAMS, body, by_id, words

THREAT = "“Having peer workers makes me feel less sure about my own job.”"
EQUALS = "“Peer workers are treated as equals in this team.”"
NINE = dict.fromkeys(Group, 9)


def compared(then: Says, now: Says) -> Release:
    """A round of nine of each group, with one before it in which nobody else was."""
    promise = make_promise(NINE, changed=dict.fromkeys(Group, 0))
    first = make_release(then, promise=promise, answered=NINE)
    earlier = earlier_round(first, make_audit(promise))
    return make_release(now, promise=promise, answered=NINE, earlier=earlier)


def line(release: Release, item: str = "SE8") -> Line:
    return evidence_line(Basis("earlier", item, ST), Reader(release))


def test_what_was_said_before_stands_with_its_round() -> None:
    told = line(compared({"ST SE4": "below_50"}, {"ST SE4": "70_or_more"}), "SE4")
    assert told == Line("Other staff, in the audit before", EQUALS, "below 50")


def test_both_lines_of_a_change_say_which_way_a_turned_statement_reads() -> None:
    release = second_round("below_50", "70_or_more")
    lines = [
        evidence_line(basis, Reader(release)) for basis in less_threat(release).rests_on
    ]
    assert lines == [
        Line("Other staff, in the audit before", THREAT, f"below 50 ({TURNED})"),
        Line("Other staff", THREAT, f"70 or more ({TURNED})"),
    ]


@pytest.mark.parametrize(
    ("then", "said"),
    [
        ({"ST SE5": "70_or_more"}, "Not shown"),
        ({"ST SE4": "50_to_59"}, "50 to 59"),
        ({"ST SE4": 62}, "62"),
    ],
)
def test_what_was_not_shown_before_is_said_not_to_be(
    then: Mapping[str, str | int], said: str
) -> None:
    assert line(compared(then, {"ST SE4": "70_or_more"}), "SE4").says == said


def test_a_group_of_which_nothing_may_be_told_was_not_asked() -> None:
    release = compared({"ST SE4": "below_50"}, {})
    assert release.earlier is not None
    without = replace(
        release,
        earlier=replace(
            release.earlier,
            groups=tuple(g for g in release.earlier.groups if g.group is not ST),
        ),
    )
    assert line(without, "SE4").says == "Not asked"
    assert line(replace(release, earlier=None), "SE4").says == "Not asked"


def test_the_report_tells_the_round_before_where_it_tells_of_a_change() -> None:
    team = "compared"
    told = words(by_id(body(team), "report-S3"))
    assert "Other staff, in the audit before" in told
    assert told.count(TURNED) == 2
    facts = {
        row.head: row.entries[0].text for row in about(Reader(TEAMS[team])).facts.rows
    }
    assert facts["Compared with"] == "The audit that closed on 12 September 2025"


def test_without_a_round_before_nothing_is_compared() -> None:
    heads = [row.head for row in about(Reader(TEAMS["South x 5"])).facts.rows]
    assert "Compared with" not in heads
