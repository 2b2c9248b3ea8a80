"""An instrument's table made into its types; what does not fit is named and set aside."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from pydantic import ValidationError

from peeraudit.instrument.checks.draft import Draft
from peeraudit.instrument.definition import Form, Instrument, Mode
from peeraudit.instrument.faults import Fault
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.plain_words import Path, in_plain_words
from peeraudit.instrument.source import LISTS, Source

ENTRIES = ("items", *LISTS)
HEAD_STAND_IN = {
    "id": "unread",
    "version": 1,
    "modes": list(Mode),
    "forms": list(Form),
    "groups": list(Group),
    "guesses": {},
    "themes": [],
    "reading": {
        "thresholds": {},
        "coarse_classes": [],
        "fine_classes": [],
        "confidence": [],
        "theme_scores": True,
        "practice_groups": [],
        "practice_groups_needed": 1,
        "most_priorities": 1,
    },
}
"""What takes the place of a broken head, so that the other parts can still be checked."""
WORDING_STAND_IN = {
    **dict.fromkeys(("language", "title", "about", "dont_know"), "-"),
    "guess": {"lead_in": "{many}"},
    "practice": {"title": "-", "lead_in": "-", "question": "-", "options": {}},
    **{
        name: {}
        for name in (
            *("groups", "themes", "scale", "items", "practices", "purposes", "topics"),
            *("facts", "comments", "rules", "recommendations", "confidence"),
        )
    },
}
"""What takes the place of broken words."""


def shape(source: Source) -> tuple[Draft | None, tuple[Fault, ...]]:
    """Return as much of the instrument as can be read, and what is wrong with the rest.

    The draft is the whole instrument where there is no fault. There is none where what
    is broken leaves nothing to check the rest by.
    """
    table, lost = _with_stand_ins(source)
    files, faults = _identify(source)
    try:
        return Draft(Instrument.model_validate(table), lost, files), tuple(faults)
    except ValidationError as error:
        problems = error.errors(include_url=False)
    for problem in problems:
        path, words = in_plain_words(problem, table)
        faults.append(_fault(source, path, words))
    for problem in problems:
        path, _ = in_plain_words(problem, table)
        lost |= set(_set_aside(table, path, extra=problem["type"] == "extra_forbidden"))
    _drop_what_was_set_aside(table)
    try:
        return Draft(Instrument.model_validate(table), lost, files), tuple(faults)
    except ValidationError:
        return None, tuple(faults)
