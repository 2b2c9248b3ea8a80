"""The page about the measures, docs/measures.md: written from the registry."""

import re
from collections.abc import Iterable, Iterator

from peeraudit.stats.chance_agreement import (
    chance_of_average_deviation,
    chance_of_rwg,
    critical_average_deviation,
    critical_rwg,
    practical_limit,
)
from peeraudit.stats.registry import MEASURES
from peeraudit.stats.registry.measure import Measure
from peeraudit.stats.registry.telling import by_subject, call_of, result_of, told

FIVE = 5
MOST_PEOPLE = 10
BEGINNING = """# The measures

Written by `python -m peeraudit.stats` from the list that `peeraudit measures` shows. A
test writes it again and compares.

Every measure is a function of `peeraudit.stats`. Answers are plain lists, with `None`
where somebody gave none: a skipped question, or "I do not know". What is undefined is
`None`, never 0 or 1. Each definition is held against numbers that R and Python
packages compute: see `tests/published`.

Measures **for everyone** can be told in plain words. Those for **analysts** need more
care. Neither says what a report of an audit may show: that is drawn from cells alone.
"""
CHANCE = """## What chance makes of agreement

People who answer at random on five options look alike surprisingly often. Every set
of answers is counted here. A value counts for something where chance reaches it in at
most 5 of 100 groups; with two people no value does.
"""
CHANCE_HEAD = (
    "people",
    "rWG of .70 or more by chance",
    "AD of 0.83 or less by chance",
    "rWG that counts",
    "AD that counts",
    "AD from the median that counts",
)


def page() -> str:
    """Return the page."""
    return "\n".join([BEGINNING, *_contents(), *_entries(), CHANCE, *_chance(), ""])


def _contents() -> Iterator[str]:
    """List the measures by subject."""
    for subject, measures in by_subject(MEASURES):
        yield f"**{subject.value}**\n"
        yield from _table(
            ("measure", "name", "for"),
            (
                (_link(measure.title), f"`{measure.name}`", measure.readers.value)
                for measure in measures
            ),
        )


def _entries() -> Iterator[str]:
    """Tell of every measure."""
    for subject, measures in by_subject(MEASURES):
        yield f"## {subject.value}\n"
        for measure in measures:
            yield from _entry(measure)


def _entry(measure: Measure) -> Iterator[str]:
    """Tell of one measure: reading, cut-offs, warning, source, and a worked example."""
    yield f"### {_safe(measure.title)}\n"
    part = f", `{measure.part}`" if measure.part else ""
    yield f"`{measure.name}`, for {measure.readers.value}: `{measure.call}`{part}\n"
    yield f"{_safe(measure.reading)}\n"
    if measure.cut_offs:
        yield from _table(("value", "word"), measure.cut_offs.ranges())
        yield f"Cut-offs: {measure.cut_offs.source}.\n"
    if measure.warning:
        yield f"**Careful.** {_safe(measure.warning)}\n"
    yield f"Source: {measure.source}.\n"
    yield f"```text\n{call_of(measure)}\n{result_of(measure)}\n```\n"


def _chance() -> Iterator[str]:
    """Tell what chance makes of agreement, for each number of people."""
    return _table(CHANCE_HEAD, map(_by_chance, range(2, MOST_PEOPLE + 1)))


def _by_chance(people: int) -> tuple[str, ...]:
    """Return a row: what chance makes of the agreement of so many people."""
    limit = practical_limit(options=FIVE)
    below = chance_of_average_deviation(people=people, options=FIVE, at_most=limit)
    about_mean, about_median = (
        critical_average_deviation(people=people, options=FIVE, about=about)
        for about in ("mean", "median")
    )
    return (
        str(people),
        f"{chance_of_rwg(people=people, options=FIVE, at_least=0.70):.3f}",
        f"{below:.3f}",
        told(critical_rwg(people=people, options=FIVE)),
        told(about_mean),
        told(about_median),
    )


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Return a table."""
    for row in (head, ("---",) * len(head), *rows):
        yield f"| {' | '.join(row)} |"
    yield ""


def _link(heading: str) -> str:
    """Return a link to a heading of the page."""
    return f"[{_safe(heading)}](#{_anchor(heading)})"


def _safe(words: str) -> str:
    """Return words of which no sign is taken for markup."""
    return words.replace("*", r"\*")


def _anchor(heading: str) -> str:
    """Return the anchor of a heading, as code forges make it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
