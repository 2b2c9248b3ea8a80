"""Scores, lists and dates as people say them, and long names on a chart."""

from datetime import date
from fractions import Fraction
from itertools import pairwise

import pytest

from peeraudit.consensus.evidence import Score
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.sentences import listed
from peeraudit.report.chart import Chart, ChartKind, ChartRow, Mark, Series
from peeraudit.report.drawing import STYLES, draw
from peeraudit.report.words import between, counted, days, pages_words, score_words
from tests.unit.factories import role_adoption


def test_every_class_of_the_instrument_reads_right() -> None:
    reading = role_adoption().reading
    coarse = [between(each.low, each.high) for each in reading.coarse_classes]
    fine = [between(each.low, each.high) for each in reading.fine_classes]
    assert coarse == ["below 50", "50 to 59", "60 to 69", "70 or more"]
    assert fine[0] == "below 20"
    assert fine[3] == "40 to 49"
    assert fine[-1] == "80 or more"


def test_an_exact_score_is_a_whole_number() -> None:
    exact = Fraction(275, 4)
    assert score_words(Score(exact, exact, exact)) == "69"


@pytest.mark.parametrize(
    ("words", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_lists_are_said_as_people_do(words: list[str], said: str) -> None:
    assert listed(words) == said


def test_one_is_one_and_pages_are_named() -> None:
    assert counted(1, "practice", "practices") == "1 practice"
    assert counted(0, "practice", "practices") == "0 practices"
    assert pages_words([6]) == "page 6"
    assert pages_words([6, 7, 11]) == "pages 6, 7 and 11"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 3, 2), date(2026, 3, 20), "2 to 20 March 2026"),
        (date(2026, 3, 30), date(2026, 4, 2), "30 March to 2 April 2026"),
        (date(2025, 12, 30), date(2026, 1, 9), "30 December 2025 to 9 January 2026"),
        (date(2026, 3, 2), date(2026, 3, 2), "2 March 2026"),
    ],
)
def test_days_are_said_without_saying_anything_twice(
    first: date, last: date, said: str
) -> None:
    assert days(first, last) == said


def chart(name: str = "Peer workers", label: str = "Support") -> Chart:
    """A chart of one theme, with one group shown and one not."""
    return Chart(
        ChartKind.DOT_RANGE,
        "themes",
        "Themes",
        "One group is shown.",
        "in points",
        (50, 60, 70),
        (Series(Group.PEER_WORKER, name), Series(Group.MANAGER, "Managers")),
        (ChartRow(label, (Mark(45, 40, 50, "45 (from 40 to 50)"), "Not shown")),),
    )


def test_picture_and_table_are_the_same_value() -> None:
    table = chart().table()
    assert table.columns == ("Theme", "Peer workers", "Managers")
    assert [each.text for each in table.rows[0].entries] == [
        "45 (from 40 to 50)",
        "Not shown",
    ]
    assert chart().description() == (
        "Support: Peer workers 45 (from 40 to 50); Managers Not shown."
    )


def test_a_mark_lies_where_its_value_is() -> None:
    drawing = draw(chart(), 15)
    shown, hidden = drawing.bands[0].lanes
    ticks = {each.label: each.x for each in drawing.ticks}
    assert list(ticks) == ["0", "50", "60", "70", "100"]
    assert shown.at is not None
    assert ticks["0"] < shown.start < shown.at < shown.start + shown.width
    assert shown.start + shown.width == pytest.approx(ticks["50"])
    assert (hidden.at, hidden.words) == (None, "Not shown")


def test_no_two_groups_share_a_shape_or_a_colour() -> None:
    assert len({each.shape for each in STYLES.values()}) == len(Group)
    assert len({each.colour for each in STYLES.values()}) == len(Group)


@pytest.mark.parametrize("name", ["lived experience practitioners", "z" * 60])
def test_a_long_name_is_broken_and_nothing_lies_on_anything_else(name: str) -> None:
    drawing = draw(chart(name, "A theme " * 12), 15)
    band = drawing.bands[0]
    heights = [each.y for each in band.title]
    heights += [line.y for lane in band.lanes for line in lane.names]
    assert all(after - before >= 13 for before, after in pairwise(heights))
    assert max(heights) < drawing.height
    lines = [line.words for lane in band.lanes for line in lane.names]
    assert max(map(len, lines)) <= 15
