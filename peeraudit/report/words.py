"""Numbers, lists and dates in words: plain, and the same all over the report."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from peeraudit.consensus.evidence import Missing, Score
from peeraudit.consensus.themes import ThemeScore, whole
from peeraudit.instrument.sentences import listed

LOWEST, HIGHEST = 0, 100
"""The ends of every score."""


def between(low: int, high: int) -> str:
    """Return a class of scores in words, from its two ends.

    >>> between(0, 50), between(60, 70), between(70, 100)
    ('below 50', '60 to 69', '70 or more')
    """
    if low <= LOWEST:
        return f"below {high}"
    if high >= HIGHEST:
        return f"{low} or more"
    return f"{low} to {high - 1}"


def band_words(low: int) -> str:
    """Return a band of shares of ten percent; the highest ends at 100.

    >>> band_words(0), band_words(90)
    ('0 to 9%', '90 to 100%')
    """
    return f"{low} to {HIGHEST if low == HIGHEST - 10 else low + 9}%"


def score_words(score: Score) -> str:
    """Return the class of a score on a statement, or the exact score, rounded."""
    if score.low == score.high:
        return str(whole(score.value))
    return between(whole(score.low), whole(score.high))


def theme_words(score: ThemeScore) -> str:
    """Return a score on a theme with the ends between which it lies."""
    return _with_ends(score.score, score.low, score.high)


def range_words(score: Score) -> str:
    """Return a mean of scores with the ends between which it lies."""
    return _with_ends(whole(score.value), whole(score.low), whole(score.high))


def _with_ends(value: int, low: int, high: int) -> str:
    """Return a number with its ends, or alone where it is exact."""
    return str(value) if low == high else f"{value} (from {low} to {high})"


def missing_words(missing: Missing) -> str:
    """Say why a table has no entry."""
    return "Not asked" if missing is Missing.NOT_ASKED else "Not shown"


def counted(number: int, one: str, many: str) -> str:
    """Return a number and what it counts.

    >>> counted(1, "practice", "practices"), counted(3, "practice", "practices")
    ('1 practice', '3 practices')
    """
    return f"{number} {one if number == 1 else many}"


def sentence(words: str) -> str:
    """Return the words as a sentence: with a full stop, unless one is there."""
    return words if words.endswith((".", "?", "!")) else f"{words}."


def pages_words(pages: Sequence[int]) -> str:
    """Return pages of the paper.

    >>> pages_words([6]), pages_words([6, 12])
    ('page 6', 'pages 6 and 12')
    """
    return f"{'page' if len(pages) == 1 else 'pages'} {listed([str(p) for p in pages])}"


@lru_cache(maxsize=1_000)
def day(when: date) -> str:
    """Return a date as people read it, such as 20 March 2026."""
    return f"{when.day} {when:%B %Y}"


def days(first: date, last: date) -> str:
    """Return the days from one to another, with month and year as seldom as can be.

    >>> days(date(2026, 3, 2), date(2026, 3, 20))
    '2 to 20 March 2026'
    >>> days(date(2026, 3, 30), date(2026, 4, 2))
    '30 March to 2 April 2026'
    """
    if first == last:
        return day(first)
    if first.year != last.year:
        return f"{day(first)} to {day(last)}"
    if first.month != last.month:
        return f"{first.day} {first:%B} to {day(last)}"
    return f"{first.day} to {day(last)}"
