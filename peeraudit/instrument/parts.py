"""An instrument taken apart: what stands in each part of it, to be held beside another.

A part is a statement, a practice, a rule, a threshold; with the words that people read.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from peeraudit.instrument.definition import Instrument
from peeraudit.instrument.frozen import Frozen

Fields = Mapping[str, object]
Parts = Mapping[str, Fields]
"""The fields of each part, by its id."""

SECTIONS = (
    *("Statements", "Practices", "Reasons for the role", "Set-up facts", "Comments"),
    *("Rules", "Recommendations", "Counts over teams", "Thresholds", "Answers"),
    "Everything else",
)


def sections(instrument: Instrument) -> Mapping[str, Parts]:
    """Return every part of an instrument, by section; together they are all of it."""
    wording, reading = instrument.wording, instrument.reading.model_dump(mode="json")
    thresholds = reading.pop("thresholds")
    return dict(
        zip(
            SECTIONS,
            (
                _worded(instrument.items, wording.items),
                _worded(instrument.practices, wording.practices),
                _worded(instrument.purposes, wording.purposes),
                _worded(instrument.facts, wording.facts),
                _worded(instrument.comments, wording.comments),
                _worded(instrument.rules, wording.rules),
                {name: {"": words} for name, words in wording.recommendations.items()},
                _worded(instrument.trust, wording.trust),
                {name: {"": number} for name, number in thresholds.items()},
                _answers(instrument),
                _rest(instrument, reading),
            ),
            strict=True,
        )
    )


def _worded(entries: Iterable[Any], words: Mapping[str, Any]) -> Parts:
    """Return the fields of entries, each with its words."""
    return {each.id: {**_fields(each), **_words(words[each.id])} for each in entries}


def _fields(entry: Frozen) -> dict[str, object]:
    """Return the fields of an entry, but for its id."""
    fields = entry.model_dump(mode="json")
    fields.pop("id", None)
    return fields


def _words(words: object) -> dict[str, object]:
    """Return words by what they are: a group's, a question, a title."""
    if isinstance(words, Frozen):
        return {f"words, {name}": each for name, each in words.model_dump().items()}
    if isinstance(words, Mapping):
        return {f"words, {name}": each for name, each in words.items()}
    return {"words": words}


def _answers(instrument: Instrument) -> Parts:
    """Return what can be answered, and how it is asked for, over all questions."""
    wording = instrument.wording
    return {
        "scale": {str(step): words for step, words in wording.scale.items()},
        "dont_know": {"": wording.dont_know},
        "guess": dict(wording.guess.model_dump()),
        "practice": dict(wording.practice.model_dump()),
    }


def _rest(instrument: Instrument, reading: dict[str, object]) -> Parts:
    """Return everything that stands in no other section."""
    head = instrument.model_dump(
        mode="json", include={"modes", "forms", "groups", "guesses", "themes"}
    )
    words = instrument.wording.model_dump(
        mode="json",
        include={
            *("language", "title", "about", "groups", "themes", "topics"),
            "confidence",
        },
    )
    return {
        name: each if isinstance(each, dict) else {"": each}
        for name, each in (
            *head.items(),
            *((f"reading, {name}", each) for name, each in reading.items()),
            *((f"words, {name}", each) for name, each in words.items()),
        )
    }
