"""Scores by theme, drawn with their width, and how far apart groups are on a theme."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import combinations

from peeraudit.consensus.evidence import Evidence, Score, mean
from peeraudit.instrument.frozen import Group


class GapSize(StrEnum):
    """How much to make of a gap between two groups."""

    NONE = "none"
    POSSIBLE = "possible"
    CLEAR = "clear"


@dataclass(frozen=True, slots=True)
class ThemeScore:
    """A group's score on a theme, from 0 to 100, and the ends between which it lies."""

    group: Group
    theme: str
    score: int
    low: int
    high: int
    items: int
    """How many statements it rests on."""


@dataclass(frozen=True, slots=True)
class ThemeGap:
    """By how many points one group scores a theme higher than another."""

    theme: str
    higher: Group
    lower: Group
    gap: int
    size: GapSize
    items: int


def theme_scores(evidence: Evidence) -> Iterator[ThemeScore]:
    """Yield every theme score that the cells allow."""
    for theme in evidence.instrument.themes:
        for group in evidence.groups:
            score = evidence.theme(group, theme)
            if isinstance(score, Score):
                yield ThemeScore(
                    group,
                    theme,
                    whole(score.value),
                    whole(score.low),
                    whole(score.high),
                    evidence.theme_support(group, theme),
                )


def theme_gaps(evidence: Evidence) -> Iterator[ThemeGap]:
    """Yield how far apart each two groups are, over what both were asked alike."""
    for theme in evidence.instrument.themes:
        for one, other in combinations(evidence.groups, 2):
            gap = _gap(evidence, theme, one, other)
            if gap is not None:
                yield gap


def _gap(evidence: Evidence, theme: str, one: Group, other: Group) -> ThemeGap | None:
    """Return the mean gap over at least half of the statements asked alike."""
    if not evidence.instrument.reading.theme_scores:
        return None
    asked = evidence.parallel_items(one, other, theme)
    gaps = [
        first.value - second.value
        for item in asked
        if isinstance(first := evidence.score(one, item), Score)
        and isinstance(second := evidence.score(other, item), Score)
    ]
    if not gaps or 2 * len(gaps) < len(asked):
        return None
    gap = mean(gaps)
    higher, lower = (one, other) if gap >= 0 else (other, one)
    size = _size(evidence, abs(gap))
    return ThemeGap(theme, higher, lower, whole(abs(gap)), size, len(gaps))


def _size(evidence: Evidence, gap: Fraction) -> GapSize:
    """Say what to make of a gap: none below 20, possible below 30, clear from 30."""
    if gap < evidence.instrument.threshold("gap_none"):
        return GapSize.NONE
    if gap < evidence.instrument.threshold("gap_clear"):
        return GapSize.POSSIBLE
    return GapSize.CLEAR


def whole(number: Fraction) -> int:
    """Round half up, as people do."""
    return int(number + Fraction(1, 2)) if number >= 0 else -whole(-number)
