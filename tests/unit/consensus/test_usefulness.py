"""Cells find what raw answers find, in reference teams whose answers stray.

A tenth of the runs of ``benchmarks.usefulness``, which writes the page in docs.
"""

from collections.abc import Callable
from functools import cache

import pytest

from benchmarks.two_roads import ENLARGED, Comparison, compare
from benchmarks.usefulness import SEED
from benchmarks.usefulness_page import PAGE, class_values
from peeraudit.instrument import rules
from peeraudit.instrument.definition import Instrument, ScoreClass
from peeraudit.instrument.rules import Rule, leaves
from peeraudit.operations.reference_teams import NAMES
from tests.unit.factories import altered, role_adoption

RUNS = 30

CLOSE = 0.06
"""Twice the 0.03 that 300 runs are held to.

With a tenth of the runs, chance alone moves a difference by so much (two standard
errors). The seed is fixed: nothing moves from one test run to the next.
"""

COMPARING = (rules.Gap, rules.Guess, rules.Theme)


@cache
def compared(name: str) -> Comparison:
    """One reference team at five times the paper's size, read as it is shipped."""
    return compare(name, ENLARGED, role_adoption(), runs=RUNS, seed=SEED)


def compares(rule: Rule) -> bool:
    """Say whether a rule sets scores against each other, or rests on one that does."""
    return any(
        isinstance(leaf, COMPARING)
        or (
            isinstance(leaf, rules.Found) and compares(role_adoption().rule[leaf.found])
        )
        for leaf in leaves(rule.when)
    )


def counting_as(value: Callable[[ScoreClass], int]) -> Instrument:
    """The instrument with other numbers for its classes to count as."""
    reading = role_adoption().reading
    classes = {
        name: tuple(
            each.model_copy(update={"value": value(each)})
            for each in getattr(reading, name)
        )
        for name in ("coarse_classes", "fine_classes")
    }
    return altered(role_adoption(), reading=reading.model_copy(update=classes))


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_that_looks_at_one_score_reads_a_class_as_exactly(name: str) -> None:
    each = compared(name)
    assert each.all_shown
    parting = {
        rule
        for raw, cells in zip(each.raw, each.cells, strict=True)
        for rule in raw ^ cells
    }
    exact = {rule.id for rule in role_adoption().rules if not compares(rule)}
    assert len(exact) > len(role_adoption().rules) / 2
    assert parting & exact == set()


@pytest.mark.parametrize("name", NAMES)
def test_cells_find_about_as_much_as_raw_answers_and_as_little_that_is_false(
    name: str,
) -> None:
    assert compared(name).largest_difference < CLOSE


def test_a_team_in_which_all_is_well_has_hardly_a_false_finding() -> None:
    control = compared("Control")
    assert control.expected == frozenset()
    assert control.false(control.cells) < CLOSE


@pytest.mark.parametrize(
    "value",
    [lambda each: each.low, lambda each: each.high],
    ids=["its lower end", "its upper end"],
)
def test_it_is_noticed_when_every_class_counts_as(
    value: Callable[[ScoreClass], int],
) -> None:
    instrument = counting_as(value)
    north = compare("North", ENLARGED, instrument, runs=RUNS, seed=SEED)
    assert north.largest_difference > CLOSE


def test_the_page_in_docs_is_of_the_classes_as_they_are() -> None:
    again = "write it again: python -m benchmarks.usefulness"
    assert class_values(role_adoption().reading) in PAGE.read_text("utf-8"), again
