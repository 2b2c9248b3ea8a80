"""Questions as NHS.UK radios: drawn once, and kept without any answer."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from peeraudit.instrument.definition import (
    CommentItem,
    PracticeItem,
    PurposeItem,
)
from peeraudit.instrument.frozen import Group
from peeraudit.operations.sitting import Sitting
from peeraudit.questionnaire.questions import DONT_KNOW, Asked, QuestionKey
from peeraudit.questionnaire.rehearsal import Rehearsal
from peeraudit.web.nhsuk import component
from peeraudit.web.sizes import filled
from peeraudit.web.words import _

AnySitting = Sitting | Rehearsal
"""How a group is asked in an audit, or would be."""

MOST_KEPT = 400
"""Groups of audits held ready, of some 150 kB each."""

CHECKED = " checked"

RADIO = re.compile(r'(<input[^>]*type="radio" value="([^"]*)")(?=\s*>)')
"""A radio button that is not chosen, up to where ``checked`` would stand."""


@dataclass(frozen=True, slots=True)
class Given:
    """What makes a question look different from one person or moment to another."""

    value: str = ""
    """What was answered."""
    error: str = ""
    turn: int = 0
    """By how many places the order of purposes is turned; none for anything else."""
    heading: bool = False
    """Whether the page is headed with the question."""


@dataclass(frozen=True, slots=True)
class Blank:
    """A question that nobody has answered, cut where an answer would be marked."""

    parts: tuple[str, ...]
    values: tuple[str, ...]
    """The value of the radio button at the end of each part but the last."""

    def chosen(self, value: str) -> Markup:
        """Return the question with an answer marked, at the same cost for each."""
        marks = [CHECKED if each.rstrip() == value else "" for each in self.values]
        # As long without an answer as with one.
        end = "" if CHECKED in marks else " " * len(CHECKED)
        pairs = zip(self.parts, (*marks, end), strict=True)
        return Markup("".join(part + mark for part, mark in pairs))  # noqa: S704 # macros escaped it


Blanks = dict[tuple[QuestionKey, int], Blank]


@dataclass(frozen=True, slots=True)
class Fieldsets:
    """Draws questions, and keeps them as nobody has answered them.

    What is kept must not depend on what anybody did: how long a page takes would tell
    the next person of the group. So all questions of a group are drawn at once, without
    answers, and the answer is put in afterwards.
    """

    environment: Environment
    kept: dict[tuple[str, Group], Blanks] = field(default_factory=dict)

    def prepare(self, sitting: AnySitting) -> None:
        """Hold all questions of a group ready, before anybody asks for one."""
        self._blanks(sitting)

    def draw(self, sitting: AnySitting, asked: Asked, given: Given) -> Markup:
        """Return a question as its group reads it."""
        if isinstance(asked.item, CommentItem):
            return self._textarea(asked, asked.item, given)
        turn = given.turn if isinstance(asked.item, PurposeItem) else 0
        blank = self._blanks(sitting).get((asked.key, turn))
        if blank is None or given.error or given.heading != _is_heading(asked):
            return self._radios(sitting, asked, given)
        return blank.chosen(given.value)

    def draw_once(self, sitting: AnySitting, asked: Asked, given: Given) -> Markup:
        """Return a question of a draft, which may read otherwise a moment later."""
        if isinstance(asked.item, CommentItem):
            return self._textarea(asked, asked.item, given)
        return self._radios(sitting, asked, given)

    def _blanks(self, sitting: AnySitting) -> Blanks:
        """Return all questions of a group, unanswered."""
        key = (sitting.name, sitting.group)
        blanks = self.kept.get(key)
        if blanks is None:
            if len(self.kept) >= MOST_KEPT:
                self.kept.clear()
            blanks = dict(self._all_blanks(sitting))
            self.kept[key] = blanks
        return blanks

    def _all_blanks(
        self, sitting: AnySitting
    ) -> Iterator[tuple[tuple[QuestionKey, int], Blank]]:
        """Draw every question of a group, and purposes in every order."""
        for asked in sitting.by_topic.asked.values():
            if isinstance(asked.item, CommentItem):
                continue
            turns = len(asked.options) if isinstance(asked.item, PurposeItem) else 1
            for turn in range(turns):
                given = Given(turn=turn, heading=_is_heading(asked))
                pieces = RADIO.split(self._radios(sitting, asked, given))
                yield (
                    (asked.key, turn),
                    Blank(
                        (
                            *map("".join, zip(pieces[::3], pieces[1::3], strict=False)),
                            pieces[-1],
                        ),
                        tuple(pieces[2::3]),
                    ),
                )

    def _radios(self, sitting: AnySitting, asked: Asked, given: Given) -> Markup:
        """Draw a question with stacked radios."""
        options = list(asked.options.items())
        if isinstance(asked.item, PurposeItem):
            options = options[given.turn :] + options[: given.turn]
        values = (*asked.options, DONT_KNOW)
        items: list[dict[str, Any]] = [
            {"value": filled(value, values), "text": text} for value, text in options
        ]
        dont_know = sitting.instrument.wording.dont_know
        unsure = {"value": filled(DONT_KNOW, values), "text": dont_know}
        items += [{"divider": _("or")}, unsure]
        legend = {
            "html": legend_of(sitting, asked),
            "size": "l" if given.heading else "s",
            "isPageHeading": given.heading,
        }
        params = {
            "name": str(asked.key),
            "idPrefix": str(asked.key),
            "fieldset": {"legend": legend},
            "items": items,
            "value": filled(given.value, values) if given.value else None,
            **_error(given),
        }
        if asked.key.about:
            params["formGroup"] = {"classes": "app-guess"}
        return component(self.environment, "radios", "radios", params)

    def _textarea(self, asked: Asked, item: CommentItem, given: Given) -> Markup:
        """Draw a field for a comment: not kept, since somebody wrote what is in it."""
        label = _("Your comment") if given.heading else asked.words
        params = {
            "name": str(asked.key),
            "id": str(asked.key),
            "label": {"text": label, "size": "s"},
            "hint": {"text": _("Up to %(most)s characters.", most=item.longest)},
            "value": given.value,
            **_error(given),
        }
        return component(self.environment, "textarea", "textarea", params)


def _is_heading(asked: Asked) -> bool:
    """Say whether a question is the heading of its page: a purpose stands alone."""
    return isinstance(asked.item, PurposeItem)


def _error(given: Given) -> Mapping[str, Any]:
    """Return the error of a question as the macros take it."""
    return {"errorMessage": {"text": given.error}} if given.error else {}


def legend_of(sitting: AnySitting, asked: Asked) -> Markup:
    """Return the words of a question so that they make sense on their own."""
    if asked.lead_in:
        return Markup(
            '<span class="app-guess__ask">{}</span> '
            '<span class="app-guess__said">{}</span>'
        ).format(asked.lead_in, _("“%(statement)s”", statement=asked.words))
    if isinstance(asked.item, PracticeItem):
        question = sitting.instrument.wording.practice.question
        return Markup('{}<span class="nhsuk-u-visually-hidden">. {}</span>').format(
            asked.words, question
        )
    return Markup("{}").format(asked.words)
