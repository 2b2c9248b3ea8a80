"""Whether every text can be read: not empty, and with nothing left to fill."""

import re
from collections.abc import Iterator
from typing import Any

from peeraudit.instrument.checks.draft import Draft, Problems
from peeraudit.instrument.faults import Fault, instead
from peeraudit.instrument.wording import PLACEHOLDERS

MAY_BE_EMPTY = frozenset({"hint", "unit"})
WITHOUT_ENTRIES = frozenset({"guess", "practice"})
"""Sections of the wording that are one entry themselves."""
LANGUAGE = "en"
"""The language of ``wording/en.yaml``."""


def texts(draft: Draft) -> Iterator[Fault]:
    """Yield texts that nobody could read, and what is wrong with the whole of them."""
    if not draft.has("wording"):
        return
    wording = draft.instrument.wording
    for path, text in _leaves(wording.model_dump(mode="json"), ()):
        section, *inside = path
        has_entries = inside and section not in WITHOUT_ENTRIES
        item = inside.pop(0) if has_entries else ""
        for problem in _unreadable(path, text):
            yield draft.words(item, ".".join([section, *inside]), problem)
    for field, problem in _whole(draft):
        yield draft.words("", field, problem)


def _whole(draft: Draft) -> Problems:
    """Yield a language that is not the file's, and a guess of nobody."""
    wording = draft.instrument.wording
    if wording.language != LANGUAGE and draft.has("wording.language"):
        yield "language", f"should be {LANGUAGE}, as the file is named"
    if "{many}" not in wording.guess.lead_in:
        yield (
            "guess.lead_in",
            "should say {many}, for the group whose answers one guesses",
        )


def _leaves(value: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield every text of nested mappings, with the names on the way to it."""
    if isinstance(value, str):
        yield path, value
    else:
        for name, inside in value.items():
            yield from _leaves(inside, (*path, name))


def _unreadable(path: tuple[str, ...], text: str) -> Iterator[str]:
    """Yield that a text is empty, or holds braces that nobody fills."""
    if not text.strip() and path[-1] not in MAY_BE_EMPTY:
        yield "is empty"
    known = PLACEHOLDERS | ({"many"} if path[0] == "guess" else frozenset())
    for name in re.findall(r"{([^{}]*)}", text):
        if name not in known:
            yield f"nothing is put in for {{{name}}}; {instead(name, known)}"
    if re.search(r"[{}]", re.sub(r"{[^{}]*}", "", text)):
        yield "has a brace without its other half"
