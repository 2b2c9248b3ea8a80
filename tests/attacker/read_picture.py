"""Reads the chart of themes by its coordinates alone: where shapes and lines lie."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from xml.etree.ElementTree import Element

from tests.attacker.catalogue import Catalogue
from tests.attacker.learned import Fact, NotUnderstood, ThemeTold

LANE = "4"
"""The height of a line that marks where a score can lie."""
TEXTS = {"end": "name", "middle": "tick"}
FRAME = {"desc", "line", "title"}


@dataclass(frozen=True)
class Scale:
    """Where the picture puts nought and a hundred, in percent of its width."""

    nought: Fraction
    hundred: Fraction

    def value(self, x: Fraction) -> Fraction:
        """Return the points of a place."""
        return 100 * (x - self.nought) / (self.hundred - self.nought)

    @property
    def within(self) -> Fraction:
        """How far off, in points, a sum of two places of two decimals can be."""
        return 100 * Fraction(1, 100) / (self.hundred - self.nought)


def picture_told(picture: Element, catalogue: Catalogue) -> Iterator[Fact]:
    """Yield where each group's scores lie on each theme."""
    scale = _scale(picture)
    theme = group = ""
    ends = (Fraction(0), Fraction(0))
    for kind, drawn in groupby(picture, _kind):
        parts = list(drawn)
        text = " ".join(each.text or "" for each in parts)
        if kind == "title":
            theme = catalogue.themes[text]
        elif kind == "name":
            group = catalogue.names[text.lower()]
        elif kind == "line":
            start = _percent(parts[0], "x")
            ends = (start, start + _percent(parts[0], "width"))
        elif kind == "shape":
            places = (_percent(parts[0], "x"), *ends)
            told = zip(("score", "low", "high"), map(scale.value, places), strict=True)
            yield from (ThemeTold(group, theme, *each, scale.within) for each in told)


def _kind(element: Element) -> str:
    """Say what an element of the picture is."""
    tag = element.tag.rpartition("}")[2]
    if tag == "text":
        anchor = element.get("text-anchor", "")
        return TEXTS.get(anchor) or ("title" if element.get("font-weight") else "none")
    if tag == "rect":
        return "line" if element.get("height") == LANE else "frame"
    if tag not in {"svg", *FRAME}:
        raise NotUnderstood(f"in a picture: {tag}")
    return "shape" if tag == "svg" else "frame"


def _percent(element: Element, name: str) -> Fraction:
    """Return a place across, in percent of the width."""
    return Fraction(element.attrib[name].removesuffix("%"))


def _scale(picture: Element) -> Scale:
    """Find out from the numbers along the edge what a place means."""
    ticks = [each for each in picture if _kind(each) == "tick"]
    places = {each.text: _percent(each, "x") for each in ticks}
    return Scale(places["0"], places["100"])
