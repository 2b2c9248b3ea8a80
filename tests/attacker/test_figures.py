"""The figures of a page are read to the last mark, and one too exact gives away."""

import json
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from peeraudit.report import figure
from tests.attacker.catalogue import Catalogue
from tests.attacker.claims import Commonest, MeanFrom, ShareFrom
from tests.attacker.learned import ThemeTold, Told
from tests.attacker.publish import Published
from tests.attacker.read_figure import read_figures
from tests.unit.report.releases import site


@pytest.fixture(scope="module")
def out() -> Published:
    return Published(site("London", 5))


def test_every_kind_of_figure_is_read(out: Published) -> None:
    told = set(read_figures(out.screen, Catalogue(json.loads(out.release))))
    themes = {(each.group, each.theme) for each in told if isinstance(each, ThemeTold)}
    assert themes == {(each.group, each.theme) for each in out.made.derived.themes}
    claims = {type(each.claim) for each in told if isinstance(each, Told)}
    assert claims >= {Commonest, MeanFrom, ShareFrom}


def test_a_mark_that_is_too_exact_is_seen_by_the_attacker(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn = figure._range

    def exact(chart: Any, series: Any, style: Any, told: Any) -> figure.Json:
        narrow = [
            (y, row, replace(mark, low=mark.value, high=mark.value))
            for y, row, mark in told
        ]
        return drawn(chart, series, style, narrow)

    monkeypatch.setattr(figure, "_range", exact)
    out = Published(site("London", 5))
    found = read_figures(out.screen, Catalogue(json.loads(out.release)))
    within = {
        each.claim.high - each.claim.low
        for each in found
        if isinstance(each, Told) and isinstance(each.claim, MeanFrom)
    }
    assert Fraction(1) in within
