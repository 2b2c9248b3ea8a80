"""Whether rules hang together: what they recommend, and which rules they build on."""

from collections.abc import Iterator, Mapping

from peeraudit.instrument.checks.conditions import problems, walk
from peeraudit.instrument.checks.draft import Draft, Problems
from peeraudit.instrument.faults import Fault, twice
from peeraudit.instrument.rules import Found, Rule


def rules(draft: Draft) -> Iterator[Fault]:
    """Yield every fault of every rule and its notes."""
    builds_on = {
        rule.id: {part.found for _, part in walk(rule.when) if isinstance(part, Found)}
        for rule in draft.instrument.rules
    }
    for rule in draft.instrument.rules:
        for field, problem in (
            *_conditions(rule, draft),
            *_recommendations(rule, draft),
            *(("notes", problem) for problem in twice(note.id for note in rule.notes)),
            *_circle(rule.id, builds_on),
        ):
            yield Fault("rules.yaml", rule.id, field, problem)


def _conditions(rule: Rule, draft: Draft) -> Problems:
    """Yield what is wrong with what a rule and its notes test, by field."""
    parts = [("when", rule.when)]
    parts += [(f"notes.{note.id}.when", note.when) for note in rule.notes]
    for start, condition in parts:
        for place, part in walk(condition, start):
            for field, problem in problems(part, draft):
                yield f"{place}.{field}", problem


def _recommendations(rule: Rule, draft: Draft) -> Problems:
    """Yield recommendations that nobody has worded."""
    known = draft.instrument.wording.recommendations
    section = "wording.recommendations"
    lists = [("recommend", rule.recommend)]
    lists += [(f"notes.{note.id}.recommend", note.recommend) for note in rule.notes]
    for field, names in lists:
        for name in names:
            for problem in draft.unknown(
                "recommendation", name, known, "wording", section, f"{section}.{name}"
            ):
                yield field, problem


def _circle(start: str, builds_on: Mapping[str, set[str]]) -> Problems:
    """Yield that a rule builds on itself, directly or through others."""
    reached: set[str] = set()
    ahead = set(builds_on[start])
    while ahead:
        name = ahead.pop()
        reached.add(name)
        ahead |= builds_on.get(name, set()) - reached
    if start in reached:
        yield "when", "goes in a circle: it is found only where it is found"
