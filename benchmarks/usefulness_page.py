"""The page in docs that tells what cells cost, written from what was measured."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from benchmarks.two_roads import Comparison, Found
from peeraudit.instrument.definition import Reading
from peeraudit.settings import CHECKOUT

PAGE = CHECKOUT / "docs/usefulness.md"

WORTH_TELLING = 0.05
"""A rule stands in the second table where its two shares differ by this much."""


def page(
    comparisons: Sequence[Comparison], reading: Reading, *, aim: float, seed: int
) -> str:
    """Write the page; ``aim`` is how far cells may be from raw answers."""
    shown = [each for each in comparisons if each.all_shown]
    parts = (
        INTRODUCTION.format(runs=len(comparisons[0].raw), seed=seed),
        class_values(reading),
        "",
        *_table(HEAD, map(_row, comparisons)),
        "",
        *_verdict(shown, aim),
        "",
        WHERE.format(least=WORTH_TELLING),
        *_table(RULES_HEAD, _rule_rows(shown)),
        "",
        MEANING,
        *_neighbours(reading),
        "",
        ADVICE,
    )
    return "\n".join(parts)


def class_values(reading: Reading) -> str:
    """Say what each class counts as; another instrument needs another page."""
    few, more = (
        ", ".join(f"{each.id.replace('_', ' ')} as {each.value}" for each in classes)
        for classes in (reading.coarse_classes, reading.fine_classes)
    )
    return f"From 5 answers, {few}.\nFrom 10 answers, {more}."


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table."""
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def _row(each: Comparison) -> tuple[str, ...]:
    """Tell of one team at one size."""
    raw, cells = each.found(each.raw), each.found(each.cells)
    found = ("",) * 3 if raw is None or cells is None else _pair(raw, cells)
    shown = "yes" if each.all_shown else "no"
    false = _pair(each.false(each.raw), each.false(each.cells))
    return (_name(each), shown, *found, *false)


def _name(each: Comparison) -> str:
    """Name a team at a size, as reports do."""
    return f"{each.team.name} x {each.team.times}"


def _pair(raw: float, cells: float) -> tuple[str, str, str]:
    """Tell of two numbers and their difference."""
    return f"{raw:.3f}", f"{cells:.3f}", f"{cells - raw:+.3f}"


def _verdict(shown: Sequence[Comparison], aim: float) -> Iterator[str]:
    """Say whether cells are as near to raw answers as we want them."""
    beyond = [_name(each) for each in shown if each.largest_difference > aim]
    chance = 2 * max(each.standard_error for each in shown)
    if beyond:
        yield f"**Not within {aim} everywhere.** Where every group is shown, we want"
        yield f"no difference above {aim}. It is larger for {', '.join(beyond)}."
    else:
        yield f"**Within {aim} wherever every group is shown**, as we want it."
    yield f"Chance alone moves a difference by up to {chance:.3f} (2 standard errors)."


def _rule_rows(shown: Sequence[Comparison]) -> Iterator[tuple[str, ...]]:
    """Tell of every rule that the two roads read differently often enough."""
    for each in shown:
        for rule in sorted(Found().union(*each.raw, *each.cells)):
            raw, cells = (each.share(runs, rule) for runs in (each.raw, each.cells))
            if abs(cells - raw) >= WORTH_TELLING:
                expected = "yes" if rule in each.expected else "no"
                yield (_name(each), rule, expected, *_pair(raw, cells))


def _neighbours(reading: Reading) -> Iterator[str]:
    """Say what it means where a guess in the class beside is not near."""
    values = [each.value for each in reading.fine_classes]
    apart = max(high - low for low, high in pairwise(values))
    near = reading.thresholds["same_as_own"]
    if apart > near:
        yield ""
        yield f"F05 calls a guess near within {near} points. Two ten-point classes side"
        yield f"by side count as up to {apart} points apart. So a guess in the class"
        yield "beside one's own may count as far off, and then F05 finds nothing."


SIZE = "team x the paper's size"
HEAD = (
    SIZE,
    "every group shown",
    *("found, raw", "found, cells", "difference"),
    *("false, raw", "false, cells", "difference"),
)
RULES_HEAD = (SIZE, "rule", "expected", "found, raw", "found, cells", "difference")

INTRODUCTION = """\
# What cells cost

Written by `python -m benchmarks.usefulness`, which is part of `make bench`, with seed
{seed}. Do not edit it.

A report knows classes, not scores. Does it still find what there is to find? We tried
it on the reference teams: three that are modelled on the paper's sites, and a control
in which all is well. {runs} times, every answer to a statement or a guess strays from
its target by a normal number with a standard deviation of one step, rounded, and kept
on the scale of five. Practices and purposes stay as they are. The same answers then go
two roads. *Raw* takes the exact score of every group, whatever its size: no report may
do that. *Cells* is what a release holds when every group is anonymous, at floor 5.

- **found**: the share of the expected findings that an audit has. Expected is what the
  team gives when no answer strays, raw, at five times the paper's size. That is
  nothing for the control.
- **false**: how many findings an audit has that are not expected.

What a class counts as is a setting of the instrument. It was:
"""

WHERE = """\
## Where the two roads part

Rules that one road finds more often, by a share of {least} or more, where every group
is shown:
"""

MEANING = """\
## What it means

At the paper's own size, and at twice that, some groups are below the floor. What is
missing there is not lost by classes: it is withheld, because two or three people cannot
be shown and stay unknown. [What small teams see](what-small-teams-see.md) says what
helps.

Where every group is shown, a rule that asks whether one score is below 50, or 60 or
more, reads a class exactly as it would read the score, because classes end where rules
look. Such a rule never differs, and most rules are such.

Rules that set two scores against each other, such as F05, and rules that take the mean
of a theme, F17 and with it F25, read the one number that a class counts as. They do
differ, both ways, where a team lies near an edge. F17 always lies near one: it asks for
a mean of 70 over the benefits. The targets of the three teams are from 70.6 to 75, and
straying on a scale that ends at 5 brings them down to about 70."""

ADVICE = """\
A false finding comes from few answers far more than from classes: compare a team with
itself at twice the size. So a report calls a finding something to talk about, and says
how many answers it rests on.
"""
