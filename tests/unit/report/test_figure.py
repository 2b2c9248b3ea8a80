"""The Plotly figure of a chart: the same values, in data that Plotly takes as sound."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import unescape
from typing import Any

import plotly.graph_objects as go  # type: ignore[import-untyped] # has no types
import pytest

from peeraudit.report import page
from peeraudit.report.chart import Chart, ChartKind, Mark
from peeraudit.report.figure import figure, figure_json
from peeraudit.report.templates import SCREEN
from tests.unit.report.reading import TEAMS, named, parse
from tests.unit.report.test_charts import chart, charts

KINDS = {each.kind: each for team in ("London x 5", "moved") for each in charts(team)}
every_team = pytest.mark.parametrize("team", TEAMS)


def marks(told: Chart) -> list[Mark]:
    """Everything in a chart that has a value."""
    return [m for row in told.rows for m in row.marks if isinstance(m, Mark)]


def points(trace: Mapping[str, Any]) -> Iterator[tuple[tuple[int, ...], str]]:
    """The values of a trace with their ends, and the words beside each."""
    lines = trace.get("error_x") or {"array": [0] * 99, "arrayminus": [0] * 99}
    for number, value in enumerate(trace["x"]):
        ends = value - lines["arrayminus"][number], value + lines["array"][number]
        yield (value, *ends), spoken(trace["text"][number])


def spoken(text: str) -> str:
    """Words as they are read: a line may break where there is no space."""
    return unescape(text.replace("<br>", "")).replace(" ", "")


@every_team
def test_every_value_in_a_figure_is_in_its_chart_and_none_is_left_out(
    team: str,
) -> None:
    for told in charts(team):
        drawn = [point for trace in figure(told)["data"] for point in points(trace)]
        expected = marks(told)
        assert len(drawn) == len(expected)
        if told.kind is not ChartKind.CHOICES:
            assert sorted(each for each, _ in drawn) == sorted(
                (mark.value, mark.low, mark.high) for mark in expected
            )
        for mark in expected:
            assert any(spoken(mark.words) in words for _, words in drawn)


def test_what_each_group_puts_first_stands_below_that_reason() -> None:
    (told,) = (c for c in charts("London x 5") if c.kind is ChartKind.CHOICES)
    drawn = figure(told)
    labels = {spoken(a["text"]): a["y"] for a in drawn["layout"]["annotations"]}
    tops = sorted(labels.values())
    for trace in drawn["data"]:
        (row,) = (row for row in told.rows if row.label == trace["name"])
        above = max(top for top in tops if top < trace["y"][0])
        mark = row.marks[0]
        assert isinstance(mark, Mark)
        assert labels[spoken(mark.words)] == above


def test_what_is_not_shown_has_no_mark() -> None:
    told = chart()
    assert told.rows[0].marks[1] == "Not shown"
    (trace,) = figure(told)["data"]
    assert trace["name"] == "Peer workers"
    assert "Not shown" not in figure_json(told)


@pytest.mark.parametrize("kind", ChartKind)
def test_plotly_takes_every_kind_of_figure_as_sound(kind: ChartKind) -> None:
    drawn = figure(KINDS[kind])
    assert drawn["data"]
    assert go.Figure(drawn).to_plotly_json()["data"]


def test_no_words_end_the_script_or_become_a_link() -> None:
    hostile = replace(chart(name="</script><a href='https://example.org'>more</a>"))
    written = figure_json(hostile)
    assert "<" not in written
    (trace,) = json.loads(written)["data"]
    assert "<a" not in trace["name"].replace("<br>", "")
    assert "&lt;a" in trace["name"]


def test_figures_stand_only_where_a_script_can_draw_them() -> None:
    release = TEAMS["hostile names"]
    assert list(named(parse(page.body(release)), "script")) == []
    drawn = parse(page.body(release, replace(SCREEN, plots=True)))
    scripts = list(named(drawn, "script"))
    assert scripts
    assert {each.get("type") for each in scripts} == {"application/json"}
    assert all(json.loads(each.text or "")["data"] for each in scripts)
