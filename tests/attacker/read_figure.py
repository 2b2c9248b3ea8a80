"""Reads what Plotly's script is given to draw: every number and every word of it."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from html import unescape
from typing import Any

from tests.attacker.catalogue import Catalogue, Question
from tests.attacker.claims import ShareFrom
from tests.attacker.learned import (
    SIDES,
    Fact,
    NotUnderstood,
    ThemeTold,
    Told,
    mean_claim,
)
from tests.attacker.read_words import TURNED, option_told, score_told, theme_told

DATA = re.compile(r'<script type="application/json"[^>]*>(.*?)</script>', re.DOTALL)
HALF = Fraction(1, 2)
UNREAD_KINDS = {"bar"}
"""States of guesses, counted: they follow from what each group says."""


@dataclass(frozen=True)
class Point:
    """One mark: below which label, of which trace, from where to where, in words."""

    label: str
    name: str
    value: int
    low: int
    high: int
    words: str


def read_figures(page: str, catalogue: Catalogue) -> Iterator[Fact]:
    """Yield what the figures of a page tell."""
    for written in DATA.findall(page):
        found = json.loads(written)
        if set(found) != {"data", "layout"}:
            raise NotUnderstood(f"a figure of {sorted(found)}")
        for point in _points(found):
            yield from _told(point, catalogue)


def _plain(words: str) -> str:
    """Return words as they are read."""
    return unescape(words.replace("<br>", " "))


def _points(figure: Mapping[str, Any]) -> Iterator[Point]:
    """Yield the marks of a figure."""
    written = figure["layout"]["annotations"]
    labels = {each["y"]: _plain(each["text"]) for each in written}
    for trace in figure["data"]:
        if trace["type"] in UNREAD_KINDS:
            continue
        lines = trace.get("error_x", {"array": [0], "arrayminus": [0]})
        places = zip(trace["x"], trace["y"], strict=True)
        for number, (value, y) in enumerate(places):
            label = labels[max(top for top in labels if top < y)]
            ends = value - lines["arrayminus"][number], value + lines["array"][number]
            words = _plain(trace["text"][number])
            yield Point(label, _plain(trace["name"]), value, *ends, words)


def _told(point: Point, catalogue: Catalogue) -> Iterator[Fact]:
    """Yield what a mark tells, and what its words do."""
    said = point.words.removeprefix(f"{point.label} ").removeprefix(f"{point.name}: ")
    item = catalogue.item_by_words.get(point.label.removesuffix(TURNED))
    group = catalogue.names.get(point.name.lower(), "")
    if point.label in catalogue.themes:
        theme = catalogue.themes[point.label]
        for part in ("score", "low", "high"):
            value = point.value if part == "score" else getattr(point, part)
            yield ThemeTold(group, theme, part, Fraction(value), HALF)
        yield from theme_told(group, theme, said)
    elif item:
        question = Question(group, item)
        exact = HALF if point.low == point.high else Fraction(0)
        yield Told(question, mean_claim(point.low - exact, point.high + exact))
        yield from score_told(question, said)
    elif point.name.lower() in {"agree", "neither", "disagree"}:
        yield _share(point, catalogue)
    else:
        yield from _choice(point, catalogue)


def _share(point: Point, catalogue: Catalogue) -> Fact:
    """Return from where to where a share goes."""
    name, _, statement = point.label.partition(": ")
    question = catalogue.by_words[catalogue.names[name.lower()], statement]
    sides = ["disagree", "neither", "agree"]
    if catalogue.is_reverse(question.item):
        sides.reverse()
    options = SIDES[sides.index(point.name.lower())]
    return Told(question, ShareFrom(options, point.low, point.high))


def _choice(point: Point, catalogue: Catalogue) -> Iterator[Fact]:
    """Yield what a group most often puts first."""
    for name, item in catalogue.items.items():
        if item["kind"] == "purpose":
            question = Question(catalogue.names[point.name.lower()], name)
            yield from option_told(question, point.label, catalogue)
