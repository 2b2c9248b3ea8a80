"""Whether every part of an instrument has its words, and all words their part."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from peeraudit.instrument.checks.draft import Draft
from peeraudit.instrument.definition import FactItem, PurposeItem
from peeraudit.instrument.faults import Fault, instead
from peeraudit.instrument.wording import FactWords, PurposeWords

SCALE = (1, 2, 3, 4, 5)
"""The answers to a statement."""
STANDS_ON = {
    "topics": ("facts", "facts.*"),
    "confidence": ("reading", "reading.confidence"),
}
"""Parts without which nobody can say which words these sections should have."""

Match = tuple[str, str, Collection[str], Collection[str]]
"""Section, id of the entry, the words that it has, and those that it should have."""


def words(draft: Draft) -> Iterator[Fault]:
    """Yield words that are missing, and words that are too many."""
    if not draft.has("wording"):
        return
    for section, ids in _sections(draft).items():
        if draft.has(section, f"wording.{section}", *STANDS_ON.get(section, ())):
            yield from _match(draft, section, ids)
    for match in (*_of_questions(draft), *_of_facts_and_rules(draft)):
        yield from _match_inside(draft, match)


def _sections(draft: Draft) -> Mapping[str, Collection[object]]:
    """Return the ids that each section of the wording should have words for."""
    instrument = draft.instrument
    return {
        "groups": instrument.groups,
        "themes": instrument.themes,
        "scale": SCALE,
        "items": [item.id for item in instrument.items],
        "practices": [item.id for item in instrument.practices],
        "purposes": [item.id for item in instrument.purposes],
        "topics": [fact.topic for fact in instrument.facts],
        "facts": [fact.id for fact in instrument.facts],
        "comments": [item.id for item in instrument.comments],
        "rules": [rule.id for rule in instrument.rules],
        "confidence": [word.id for word in instrument.reading.confidence],
        "trust": [count.id for count in instrument.trust],
    }


def _match(draft: Draft, section: str, ids: Collection[object]) -> Iterator[Fault]:
    """Yield what has no words, and words for what is not there."""
    given = getattr(draft.instrument.wording, section)
    for name in dict.fromkeys(ids):
        if name not in given and draft.has(f"wording.{section}.{name}"):
            yield draft.words(str(name), section, f"is missing: write words for {name}")
    for name in given:
        if name not in ids and draft.has(str(name)):
            names = [str(one) for one in ids]
            problem = f"there is no {name} to write words for; {instead(name, names)}"
            yield draft.words(str(name), section, problem)


def _match_inside(draft: Draft, match: Match) -> Iterator[Fault]:
    """Yield the same for the groups, options or notes of one entry."""
    section, entry, given, wanted = match
    for name in dict.fromkeys(wanted):
        if name not in given:
            yield draft.words(entry, f"{section}.{name}", "is missing: write its words")
    for name in given:
        if name not in wanted:
            problem = f"is too much here; {instead(name, wanted)}"
            yield draft.words(entry, f"{section}.{name}", problem)


def _of_questions(draft: Draft) -> Iterator[Match]:
    """Match the wordings of statements by group, and the answers of the other kinds."""
    instrument, wording = draft.instrument, draft.instrument.wording
    for item in instrument.items:
        if item.id in wording.items:
            yield "items", item.id, wording.items[item.id], item.groups
    yield from _options("purposes.options", instrument.purposes, wording.purposes)
    if draft.has("practices", "practices.*", "wording.practice"):
        options = [one for item in instrument.practices for one in item.options]
        yield "practice.options", "", wording.practice.options, options


def _of_facts_and_rules(draft: Draft) -> Iterator[Match]:
    """Match the options of facts, and the notes of rules."""
    instrument, wording = draft.instrument, draft.instrument.wording
    yield from _options("facts.options", instrument.facts, wording.facts)
    for rule in instrument.rules:
        if rule.id in wording.rules:
            notes = [note.id for note in rule.notes]
            yield "rules.notes", rule.id, wording.rules[rule.id].notes, notes


def _options(
    section: str,
    entries: Iterable[PurposeItem | FactItem],
    worded: Mapping[str, PurposeWords | FactWords],
) -> Iterator[Match]:
    """Match the options of entries with their words."""
    for entry in entries:
        if entry.id in worded:
            yield section, entry.id, worded[entry.id].options, entry.options
