"""Reads the report's pictures by their coordinates: where shapes and lines lie."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby, pairwise
from xml.etree.ElementTree import Element

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
from tests.attacker.read_words import TURNED, option_told

LINES = {"4": "line", "8": "share"}
"""What a rectangle is by its height: where a score, or a share, can lie."""
TEXTS = {"end": "name", "middle": "tick"}
FRAME = {"desc", "line", "title"}
HALF = Fraction(1, 2)


@dataclass(frozen=True)
class Scale:
    """Where the picture puts values, in percent of its width."""

    places: tuple[tuple[Fraction, Fraction], ...]
    """Where each value stands that is written at the edge, from nought to a hundred."""

    @property
    def within(self) -> Fraction:
        """How far off, in points, a sum of two places of two decimals can be."""
        (nought, _), *_, (hundred, _) = self.places
        return 100 * Fraction(1, 100) / (hundred - nought)

    def value(self, x: Fraction) -> Fraction:
        """Return the points of a place, where the scale is even throughout."""
        (nought, _), *_, (hundred, _) = self.places
        return 100 * (x - nought) / (hundred - nought)

    def step(self, x: Fraction) -> Fraction:
        """Return the whole points of a place, where each step has its own scale."""
        for (left, low), (right, high) in pairwise(self.places):
            if x <= right + Fraction(1, 50):
                return Fraction(round(low + (high - low) * (x - left) / (right - left)))
        raise NotUnderstood(f"in a picture, to the right of everything: {x}")


@dataclass(frozen=True)
class Drawn:
    """One mark: below which title and beside which name, and from where to where."""

    title: str
    name: str
    start: Fraction
    end: Fraction
    shape: Fraction | None


def picture_told(picture: Element, catalogue: Catalogue) -> Iterator[Fact]:
    """Yield what a picture tells, whichever kind it is."""
    kind = picture.attrib["class"].removeprefix("report-chart report-chart--")
    if kind not in KINDS:
        raise NotUnderstood(f"a picture: {kind}")
    yield from KINDS[kind](picture, catalogue)


def _marks(picture: Element) -> Iterator[Drawn]:
    """Yield the marks of a picture with a scale."""
    words = {"title": "", "name": ""}
    drawn = [(kind, list(parts)) for kind, parts in groupby(picture, _kind)]
    for (kind, parts), (after, shapes) in pairwise([*drawn, ("", [])]):
        if kind in words:
            words[kind] = " ".join(each.text or "" for each in parts)
        elif kind in LINES.values():
            start = _percent(parts[0], "x")
            end = start + _percent(parts[0], "width")
            shape = _percent(shapes[0], "x") if after == "shape" else None
            yield Drawn(words["title"], words["name"], start, end, shape)


def _themes(picture: Element, catalogue: Catalogue) -> Iterator[Fact]:
    """Yield where each group's scores lie on each theme."""
    scale = _scale(picture)
    for mark in _marks(picture):
        theme, group = catalogue.themes[mark.title], catalogue.names[mark.name.lower()]
        for part, place in zip(
            ("score", "low", "high"), (mark.shape, mark.start, mark.end), strict=True
        ):
            if place is not None:
                yield ThemeTold(group, theme, part, scale.value(place), scale.within)


def _ladder(picture: Element, catalogue: Catalogue) -> Iterator[Fact]:
    """Yield in which class each group's scores lie."""
    scale = _scale(picture)
    for mark in _marks(picture):
        item = catalogue.item_by_words[mark.title.removesuffix(TURNED)]
        low, high = scale.step(mark.start), scale.step(mark.end)
        if low == high:
            low, high = low - HALF, high + HALF
        question = Question(catalogue.names[mark.name.lower()], item)
        yield Told(question, mean_claim(low, high))


def _shares(picture: Element, catalogue: Catalogue) -> Iterator[Fact]:
    """Yield from where to where shares go."""
    scale = _scale(picture)
    for mark in _marks(picture):
        name, _, statement = mark.title.partition(": ")
        question = catalogue.by_words[catalogue.names[name.lower()], statement]
        sides = ["disagree", "neither", "agree"]
        if catalogue.is_reverse(question.item):
            sides.reverse()
        options = SIDES[sides.index(mark.name.lower())]
        low, high = round(scale.value(mark.start)), round(scale.value(mark.end))
        yield Told(question, ShareFrom(options, low, high))


def _choices(picture: Element, catalogue: Catalogue) -> Iterator[Fact]:
    """Yield what each group most often puts first."""
    names = (each.text or "" for each in picture if _kind(each) == "none")
    groups = [name for name in names if name.lower() in catalogue.names]
    places = [
        (kind, " ".join(each.text or "" for each in parts))
        for kind, parts in groupby(picture, _kind)
        if kind in {"title", "none"}
    ]
    chosen = ""
    for kind, text in places:
        if kind == "title":
            chosen = text
        elif text in groups:
            purpose = next(
                name
                for name, item in catalogue.items.items()
                if item["kind"] == "purpose"
            )
            question = Question(catalogue.names[text.lower()], purpose)
            yield from option_told(question, chosen, catalogue)


def _tiles(_picture: Element, _catalogue: Catalogue) -> Iterator[Fact]:
    """Yield nothing: states of guesses, counted, follow from what each group says."""
    return iter(())


Read = Callable[[Element, Catalogue], Iterator[Fact]]
KINDS: Mapping[str, Read] = {
    "dot_range": _themes,
    "ladder": _ladder,
    "shares": _shares,
    "choices": _choices,
    "tiles": _tiles,
}


def _kind(element: Element) -> str:
    """Say what an element of the picture is."""
    tag = element.tag.rpartition("}")[2]
    if tag == "text":
        if (element.text or "").endswith("%"):
            return "none"
        anchor = element.get("text-anchor", "")
        return TEXTS.get(anchor) or ("title" if element.get("font-weight") else "none")
    if tag == "rect":
        return LINES.get(element.get("height", ""), "frame")
    if tag not in {"svg", *FRAME}:
        raise NotUnderstood(f"in a picture: {tag}")
    return "shape" if tag == "svg" else "frame"


def _percent(element: Element, name: str) -> Fraction:
    """Return a place across, in percent of the width."""
    return Fraction(element.attrib[name].removesuffix("%"))


def _scale(picture: Element) -> Scale:
    """Find out from the numbers along the edge what a place means."""
    ticks = [each for each in picture if _kind(each) == "tick"]
    found = {Fraction(each.text or ""): _percent(each, "x") for each in ticks}
    return Scale(tuple((found[value], value) for value in sorted(found)))
