"""Whether the items, themes, facts and thresholds that a rule names are there."""

from collections.abc import Iterable, Iterator

from peeraudit.instrument.checks.draft import Draft, Problems
from peeraudit.instrument.checks.reading import EDGES, TOP, edges
from peeraudit.instrument.definition import (
    AgreementItem,
    PracticeItem,
    PurposeItem,
    Question,
)
from peeraudit.instrument.faults import instead
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.tested import Threshold

CALLED = {
    AgreementItem: "statement",
    PracticeItem: "practice",
    PurposeItem: "purpose",
}
TESTED_BY = {
    AgreementItem: "score, gap, guess or change",
    PracticeItem: "practice",
    PurposeItem: "purpose",
}
"""The conditions that can test an item of this kind."""
SECTION = {AgreementItem: "items", PracticeItem: "practices", PurposeItem: "purposes"}


def asked_item(
    name: str, kind: type[Question], groups: Iterable[Group], draft: Draft
) -> Problems:
    """Yield that an item is not there, of another kind, or not asked of a group."""
    questions = draft.instrument.questions
    item = questions.get(name)
    if item is None:
        known = [one.id for one in questions.values() if type(one) is kind]
        for problem in draft.unknown(CALLED[kind], name, known, SECTION[kind]):
            yield "item", problem
    elif type(item) is not kind:
        tests = TESTED_BY[type(item)]
        yield "item", f"{name} is a {CALLED[type(item)]}: test it by {tests}"
    else:
        for group in groups:
            if group not in item.groups:
                asked = ", ".join(item.groups)
                yield "item", f"{name} is not asked of {group}, only of {asked}"


def scored_theme(name: str, draft: Draft) -> Problems:
    """Yield that a theme is not there, or has no score."""
    themes = draft.instrument.themes
    for problem in draft.unknown("theme", name, themes, "themes"):
        yield "theme", problem
    if not draft.instrument.reading.theme_scores:
        yield "theme", "themes have no scores here: reading.theme_scores is false"


def told_fact(field: str, name: str, draft: Draft, *, number: bool) -> Problems:
    """Yield that a fact is not there, or not a number where one is needed."""
    facts = draft.instrument.fact
    if name not in facts:
        known = [one.id for one in facts.values() if one.is_number or not number]
        for problem in draft.unknown("fact", name, known, "facts"):
            yield field, problem
    elif number and not facts[name].is_number:
        yield field, f"{name} is no number: test its options by any_of"
    elif facts[name].is_number and not number:
        yield field, f"{name} is a number: test it by at_least"


def listed_options(field: str, names: Iterable[str], known: Iterable[str]) -> Problems:
    """Yield options that a question does not have."""
    known = tuple(known)
    for name in names:
        if name not in known:
            yield field, f"there is no option {name}; {instead(name, known)}"


def known_threshold(value: Threshold | None, draft: Draft) -> Iterator[str]:
    """Yield that a threshold has no number behind it, or one that is out of range."""
    if isinstance(value, str):
        known = draft.instrument.reading.thresholds
        parts = ("reading", "reading.thresholds", f"reading.thresholds.{value}")
        yield from draft.unknown("threshold", value, known, *parts)
    elif value is not None and not 0 <= value <= TOP:
        yield f"{value} should be from 0 to {TOP}"


def class_edge(value: Threshold, draft: Draft) -> Iterator[str]:
    """Yield that a score is tested inside a class, where nobody can tell.

    Of the thresholds that every instrument has, the head is asked already.
    """
    if value in EDGES:
        return
    reading = draft.instrument.reading
    score = reading.thresholds.get(value) if isinstance(value, str) else value
    for name in ("coarse_classes", "fine_classes"):
        known = score is not None and draft.has("reading", f"reading.{name}")
        if known and score not in edges(getattr(reading, name)):
            yield f"no class of {name} begins at {score}, so this cannot be told"
