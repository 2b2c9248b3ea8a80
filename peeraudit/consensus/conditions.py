"""Whether one condition of a rule holds, on the evidence of one audit."""

from collections.abc import Callable
from functools import singledispatch

from peeraudit.audit.facts import Unknown
from peeraudit.consensus.evidence import Evidence, Missing, Score
from peeraudit.consensus.practice import practice_map
from peeraudit.consensus.themes import whole
from peeraudit.consensus.truth import Basis, Outcome, Truth, every, some
from peeraudit.instrument import rules
from peeraudit.instrument.rules import Bounds, Condition, Leaf

Finder = Callable[[str], Truth]
"""Says whether another rule has found something."""


def holds(condition: Condition, evidence: Evidence, found: Finder) -> Outcome:
    """Say whether a condition holds."""
    match condition:
        case rules.All(all=parts):
            return every([holds(part, evidence, found) for part in parts])
        case rules.Some(any=parts):
            return some([holds(part, evidence, found) for part in parts])
        case rules.Found(found=rule):
            return Outcome(found(rule), (Basis("finding", rule),))
        case _:
            return _leaf(condition, evidence)


@singledispatch
def _leaf(condition: Leaf, _evidence: Evidence) -> Outcome:
    """Say whether one test passes."""
    raise TypeError(f"no way to test {type(condition).__name__}")


@_leaf.register
def _(condition: rules.Score, evidence: Evidence) -> Outcome:
    test = condition.score
    basis = Basis("cell", test.item, test.group)
    score = evidence.score(test.group, test.item)
    return Outcome(_bounded(score, test, evidence), (basis,))


@_leaf.register
def _(condition: rules.Theme, evidence: Evidence) -> Outcome:
    test = condition.theme
    score = evidence.theme(test.group, test.theme)
    basis = Basis("theme", test.theme, test.group)
    return Outcome(_bounded(score, test, evidence), (basis,))


@_leaf.register
def _(condition: rules.ThemeAlike, evidence: Evidence) -> Outcome:
    test = condition.theme_alike
    scores = {
        group: score.value
        for group in evidence.groups
        if isinstance(score := evidence.theme(group, test.theme), Score)
    }
    rests_on = tuple(Basis("theme", test.theme, group) for group in scores)
    # One group alone cannot agree with anybody.
    if len(scores) < 2:  # noqa: PLR2004
        return Outcome(Missing.NOT_ENOUGH, rests_on)
    low, high = min(scores.values()), max(scores.values())
    alike = high - low <= evidence.instrument.threshold(test.within)
    return Outcome(
        alike and low >= evidence.instrument.threshold(test.at_least), rests_on
    )


@_leaf.register
def _(condition: rules.Gap, evidence: Evidence) -> Outcome:
    test = condition.gap
    higher = evidence.score(test.higher, test.item)
    lower = evidence.score(test.lower, test.item)
    rests_on = (
        Basis("cell", test.item, test.higher),
        Basis("cell", test.item, test.lower),
    )
    if isinstance(higher, Missing) or isinstance(lower, Missing):
        return Outcome(_why(higher, lower), rests_on)
    gap = higher.value - lower.value
    if test.within is not None:
        return Outcome(abs(gap) <= evidence.instrument.threshold(test.within), rests_on)
    least = evidence.instrument.threshold(test.at_least or 0)
    return Outcome(gap >= least, rests_on, whole(gap))


@_leaf.register
def _(condition: rules.Guess, evidence: Evidence) -> Outcome:
    test = condition.guess
    own = evidence.score(test.by, test.item)
    guess = evidence.score(test.by, test.item, test.of)
    rests_on = (
        Basis("cell", test.item, test.by),
        Basis("cell", test.item, test.by, test.of),
    )
    if isinstance(own, Missing) or isinstance(guess, Missing):
        return Outcome(_why(own, guess), rests_on)
    near = evidence.instrument.threshold(test.near_own)
    return Outcome(abs(own.value - guess.value) <= near, rests_on)


@_leaf.register
def _(condition: rules.Purpose, evidence: Evidence) -> Outcome:
    test = condition.purpose
    option = evidence.option(test.group, test.item)
    truth = option if isinstance(option, Missing) else option in test.any_of
    return Outcome(truth, (Basis("purpose", test.item, test.group),))


@_leaf.register
def _(condition: rules.Practice, evidence: Evidence) -> Outcome:
    test = condition.practice
    option = evidence.option(test.group, test.item)
    truth = option if isinstance(option, Missing) else option != test.is_not
    return Outcome(truth, (Basis("practice", test.item, test.group),))


@_leaf.register
def _(condition: rules.Consensus, evidence: Evidence) -> Outcome:
    practices = practice_map(evidence)
    rests_on = (Basis("practices", "consensus"),)
    if not practices.covered:
        return Outcome(_no_practice(evidence), rests_on)
    least = evidence.instrument.threshold(condition.practice_consensus.below)
    return Outcome(100 * practices.agreed < least * practices.covered, rests_on)


@_leaf.register
def _(condition: rules.Conflict, evidence: Evidence) -> Outcome:
    test = condition.hard_conflict
    practices = practice_map(evidence)
    staff = evidence.instrument.reading.practice_groups
    clashes = tuple(
        Basis("practice", view.item)
        for view in practices.practices
        if {test.part, test.never} <= {view.says.get(group) for group in staff}
    )
    if clashes:
        return Outcome(truth=True, rests_on=clashes)
    all_seen = practices.practices and practices.covered == len(practices.practices)
    truth = False if all_seen else _no_practice(evidence)
    return Outcome(truth, (Basis("practices", "conflict"),))


@_leaf.register
def _(condition: rules.Fact, evidence: Evidence) -> Outcome:
    test = condition.fact
    value = evidence.facts.value(test.fact)
    rests_on = (Basis("fact", test.fact),)
    if isinstance(value, Unknown):
        return Outcome(_fact_missing(value), rests_on)
    if test.at_least is not None:
        return Outcome(isinstance(value, int) and value >= test.at_least, rests_on)
    return Outcome(value in test.any_of, rests_on)


@_leaf.register
def _(condition: rules.Ratio, evidence: Evidence) -> Outcome:
    test = condition.fact_ratio
    numbers = _numbers(evidence, test.of, test.to)
    rests_on = (Basis("fact", test.of), Basis("fact", test.to))
    if isinstance(numbers, Missing):
        return Outcome(numbers, rests_on)
    part, whole_number = numbers
    below = evidence.instrument.threshold(test.below)
    return Outcome(100 * part < below * whole_number, rests_on)


@_leaf.register
def _(condition: rules.Less, evidence: Evidence) -> Outcome:
    test = condition.fact_less
    numbers = _numbers(evidence, test.fact, test.than)
    rests_on = (Basis("fact", test.fact), Basis("fact", test.than))
    if isinstance(numbers, Missing):
        return Outcome(numbers, rests_on)
    return Outcome(numbers[0] < numbers[1], rests_on)


@_leaf.register
def _(condition: rules.NotAsked, evidence: Evidence) -> Outcome:
    group = condition.not_asked.group
    return Outcome(group not in evidence.groups, (Basis("group", group, group),))


@_leaf.register
def _(condition: rules.Change, evidence: Evidence) -> Outcome:
    test = condition.change
    rests_on = (
        Basis("earlier", test.item, test.group),
        Basis("cell", test.item, test.group),
    )
    if evidence.earlier is None:
        return Outcome(Missing.NOT_ASKED, rests_on)
    now = evidence.score(test.group, test.item)
    then = evidence.earlier.score(test.group, test.item)
    if isinstance(now, Missing) or isinstance(then, Missing):
        return Outcome(_why(now, then), rests_on)
    least = evidence.instrument.threshold(test.at_least)
    return Outcome(now.value - then.value >= least, rests_on)


def _bounded(score: Score | Missing, bounds: Bounds, evidence: Evidence) -> Truth:
    """Say whether a score is below, or at least, a threshold."""
    if isinstance(score, Missing):
        return score
    if bounds.below is not None:
        return score.value < evidence.instrument.threshold(bounds.below)
    return score.value >= evidence.instrument.threshold(bounds.at_least or 0)


def _why(*inputs: object) -> Missing:
    """Return why something is unknown: not asked only where nothing else is missing."""
    missing = {each for each in inputs if isinstance(each, Missing)}
    return Missing.NOT_ASKED if missing == {Missing.NOT_ASKED} else Missing.NOT_ENOUGH


def _fact_missing(unknown: Unknown) -> Missing:
    """A fact left out was not asked; one not known is an answer that is missing."""
    return Missing.NOT_ASKED if unknown is Unknown.NOT_GIVEN else Missing.NOT_ENOUGH


def _numbers(evidence: Evidence, *names: str) -> tuple[int, ...] | Missing:
    """Return facts that are whole numbers, or why one of them is missing."""
    values = [evidence.facts.value(name) for name in names]
    missing = [_fact_missing(each) for each in values if isinstance(each, Unknown)]
    if missing:
        return _why(*missing)
    return tuple(int(value) for value in values)


def _no_practice(evidence: Evidence) -> Missing:
    """Return why nothing can be said of practices: too few groups shown, or asked."""
    reading = evidence.instrument.reading
    asked = [
        group
        for group in reading.practice_groups
        if any(
            evidence.find(group, item.id) is not Missing.NOT_ASKED
            for item in evidence.instrument.practices
        )
    ]
    enough = len(asked) >= reading.practice_groups_needed
    return Missing.NOT_ENOUGH if enough else Missing.NOT_ASKED
