"""Whether what a rule tests is there: one function for each kind of test."""

from collections.abc import Iterator
from functools import singledispatch
from typing import Any

from peeraudit.instrument.checks.draft import Draft, Problems
from peeraudit.instrument.checks.references import (
    asked_item,
    class_edge,
    known_threshold,
    listed_options,
    scored_theme,
    told_fact,
)
from peeraudit.instrument.definition import (
    AgreementItem,
    Mode,
    PracticeItem,
    PurposeItem,
)
from peeraudit.instrument.rules import All, Condition, Some
from peeraudit.instrument.tested import (
    ChangeTest,
    ConflictTest,
    ConsensusTest,
    FactTest,
    GapTest,
    GuessTest,
    LessTest,
    NotAskedTest,
    PracticeTest,
    PurposeTest,
    RatioTest,
    ScoreTest,
    ThemeAlikeTest,
    ThemeTest,
)

BOUNDS = ("below", "at_least", "within", "near_own")
"""The fields that hold a threshold, in any test but that of a fact."""


def walk(condition: Condition, place: str = "when") -> Iterator[tuple[str, Condition]]:
    """Yield the conditions that test something, and where they stand."""
    match condition:
        case All(all=parts):
            kind = "all"
        case Some(any=parts):
            kind = "any"
        case _:
            yield place, condition
            return
    for number, part in enumerate(parts, start=1):
        yield from walk(part, f"{place}.{kind}[{number}]")


def problems(condition: Condition, draft: Draft) -> Problems:
    """Yield what is wrong with one condition."""
    kind = next(iter(type(condition).model_fields))
    test = getattr(condition, kind)
    for field, problem in (*_problems(test, draft), *_bounds(test, draft)):
        yield f"{kind}.{field}".rstrip("."), problem


def _bounds(test: Any, draft: Draft) -> Problems:
    """Yield thresholds with no number behind them, or one that is out of range."""
    for field in () if isinstance(test, FactTest) else BOUNDS:
        for problem in known_threshold(getattr(test, field, None), draft):
            yield field, problem


@singledispatch
def _problems(test: Any, draft: Draft) -> Problems:
    """Yield what is wrong with one test, by its kind."""
    raise TypeError(test, draft)


@_problems.register
def _(test: ScoreTest, draft: Draft) -> Problems:
    yield from asked_item(test.item, AgreementItem, (test.group,), draft)
    field = "below" if test.at_least is None else "at_least"
    for problem in class_edge(getattr(test, field), draft):
        yield field, problem


@_problems.register
def _(test: ThemeTest, draft: Draft) -> Problems:
    yield from scored_theme(test.theme, draft)
    items = [item for item in draft.instrument.items if item.theme == test.theme]
    asked = any(test.group in item.groups for item in items)
    if items and not asked and draft.has("items.*"):
        yield "group", f"{test.group} is asked nothing about {test.theme}"


@_problems.register
def _(test: ThemeAlikeTest, draft: Draft) -> Problems:
    yield from scored_theme(test.theme, draft)


@_problems.register
def _(test: GapTest, draft: Draft) -> Problems:
    yield from asked_item(test.item, AgreementItem, (test.higher, test.lower), draft)
    if test.higher == test.lower:
        yield "lower", f"{test.lower} cannot differ from itself"


@_problems.register
def _(test: GuessTest, draft: Draft) -> Problems:
    yield from asked_item(test.item, AgreementItem, (test.by, test.of), draft)
    item = draft.instrument.questions.get(test.item)
    if isinstance(item, AgreementItem) and not item.guess:
        yield "item", f"nobody guesses {test.item}: it has no 'guess: true'"
    guesses = draft.instrument.guesses
    if guesses.get(test.by) != test.of and draft.has("guesses"):
        known = ", ".join(f"{by} of {of}" for by, of in guesses.items())
        yield "by", f"{test.by} does not guess {test.of}; there are guesses by {known}"


@_problems.register
def _(test: PurposeTest, draft: Draft) -> Problems:
    yield from asked_item(test.item, PurposeItem, (test.group,), draft)
    item = draft.instrument.questions.get(test.item)
    if isinstance(item, PurposeItem):
        yield from listed_options("any_of", test.any_of, item.options)


@_problems.register
def _(test: PracticeTest, draft: Draft) -> Problems:
    yield from asked_item(test.item, PracticeItem, (test.group,), draft)
    item = draft.instrument.questions.get(test.item)
    if isinstance(item, PracticeItem):
        yield from listed_options("is_not", [test.is_not], item.options)


@_problems.register
def _(_test: ConsensusTest, draft: Draft) -> Problems:
    if not draft.instrument.practices and draft.has("practices", "practices.*"):
        yield "", "there are no practices to agree on"


@_problems.register
def _(test: ConflictTest, draft: Draft) -> Problems:
    if draft.has("practices", "practices.*"):
        known = {one for item in draft.instrument.practices for one in item.options}
        yield from listed_options("part", [test.part], known)
        yield from listed_options("never", [test.never], known)


@_problems.register
def _(test: FactTest, draft: Draft) -> Problems:
    yield from told_fact("fact", test.fact, draft, number=test.at_least is not None)
    fact = draft.instrument.fact.get(test.fact)
    if fact and not fact.is_number:
        yield from listed_options("any_of", test.any_of, fact.options)


@_problems.register
def _(test: RatioTest, draft: Draft) -> Problems:
    yield from told_fact("of", test.of, draft, number=True)
    yield from told_fact("to", test.to, draft, number=True)


@_problems.register
def _(test: LessTest, draft: Draft) -> Problems:
    yield from told_fact("fact", test.fact, draft, number=True)
    yield from told_fact("than", test.than, draft, number=True)


@_problems.register
def _(test: NotAskedTest, draft: Draft) -> Problems:
    groups = draft.instrument.groups
    for problem in draft.unknown("group", test.group, groups, "groups"):
        yield "group", problem


@_problems.register
def _(test: ChangeTest, draft: Draft) -> Problems:
    yield from asked_item(test.item, AgreementItem, (test.group,), draft)
    if Mode.RE_AUDIT not in draft.instrument.modes:
        yield "", "needs an audit before this one: add re_audit to 'modes'"


@_problems.register
def _(test: str, draft: Draft) -> Problems:
    for problem in draft.unknown("rule", test, draft.instrument.rule, "rules"):
        yield "", problem
