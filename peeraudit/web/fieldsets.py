"""Questions as NHS.UK radios: each drawn once for each answer, and kept."""

from collections.abc import Mapping
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
from peeraudit.web.nhsuk import component
from peeraudit.web.words import _

MOST_KEPT = 4_000
"""About 10 MB of markup: every answer to every question of a dozen audits."""


@dataclass(frozen=True, slots=True)
class Given:
    """What makes a question look different from one person or moment to another."""

    value: str = ""
    """What was answered."""
    error: str = ""
    turn: int = 0
    """By how many places the order of purposes is turned; none for anything else."""
    heading: bool = False
    """Whether the question is the heading of its page."""


@dataclass(frozen=True, slots=True)
class Fieldsets:
    """Draws questions, and remembers those that it has drawn."""

    environment: Environment
    kept: dict[tuple[str, Group, QuestionKey, Given], Markup] = field(
        default_factory=dict
    )

    def draw(self, sitting: Sitting, asked: Asked, given: Given) -> Markup:
        """Return a question as its group reads it."""
        if isinstance(asked.item, CommentItem):
            return self._textarea(asked, asked.item, given)
        key = (sitting.audit.id, sitting.group, asked.key, given)
        if key not in self.kept:
            if len(self.kept) >= MOST_KEPT:
                self.kept.clear()
            self.kept[key] = self._radios(sitting, asked, given)
        return self.kept[key]

    def _radios(self, sitting: Sitting, asked: Asked, given: Given) -> Markup:
        """Draw a question with stacked radios."""
        options = list(asked.options.items())
        if isinstance(asked.item, PurposeItem):
            options = options[given.turn :] + options[: given.turn]
        items: list[dict[str, Any]] = [{"value": v, "text": t} for v, t in options]
        dont_know = sitting.instrument.wording.dont_know
        items += [{"divider": _("or")}, {"value": DONT_KNOW, "text": dont_know}]
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
            "value": given.value,
            **_error(given),
        }
        if asked.key.about:
            params["formGroup"] = {"classes": "app-guess"}
        return component(self.environment, "radios", "radios", params)

    def _textarea(self, asked: Asked, item: CommentItem, given: Given) -> Markup:
        """Draw a field for a comment: not kept, since somebody wrote what is in it."""
        params = {
            "name": str(asked.key),
            "id": str(asked.key),
            "label": {"text": asked.words, "size": "s"},
            "hint": {"text": _("Up to %(most)s characters.", most=item.longest)},
            "value": given.value,
            **_error(given),
        }
        return component(self.environment, "textarea", "textarea", params)


def _error(given: Given) -> Mapping[str, Any]:
    """Return the error of a question as the macros take it."""
    return {"errorMessage": {"text": given.error}} if given.error else {}


def lead_in(sitting: Sitting, asked: Asked) -> str:
    """Return what comes before a statement: whom a guess is about, or nothing."""
    about = asked.key.about
    if about is None:
        return ""
    wording = sitting.instrument.wording
    many = wording.groups[about].inline
    ask = wording.guess.lead_in.replace("{many}", many)
    return sitting.audit.team.words.fill(ask)


def legend_of(sitting: Sitting, asked: Asked) -> Markup:
    """Return the words of a question so that they make sense on their own."""
    if ask := lead_in(sitting, asked):
        return Markup(
            '<span class="app-guess__ask">{}</span> '
            '<span class="app-guess__said">{}</span>'
        ).format(ask, _("“%(statement)s”", statement=asked.words))
    if isinstance(asked.item, PracticeItem):
        question = sitting.instrument.wording.practice.question
        return Markup('{}<span class="nhsuk-u-visually-hidden">. {}</span>').format(
            asked.words, question
        )
    return Markup("{}").format(asked.words)
