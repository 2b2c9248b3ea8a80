"""The form for some facts: each has an answer, is not known yet, or is left out."""

from collections.abc import Iterable, Mapping
from typing import Any

from flask import current_app
from markupsafe import Markup
from werkzeug.datastructures import MultiDict
from wtforms import Field, ValidationError

from peeraudit.audit.facts import DONT_KNOW, Facts
from peeraudit.instrument.definition import FactItem
from peeraudit.instrument.wording import FactWords, LocalWords, Wording
from peeraudit.web.forms import PlainForm
from peeraudit.web.nhsuk import beside, component
from peeraudit.web.words import _, later

UNKNOWN = later("I do not know yet")

LONGEST = 6
"""Digits of a number; more is a slip of the finger."""

Answer = str | int | None


class FactField(Field):
    """One fact, in the words of the instrument and the team."""

    def __init__(
        self, item: FactItem, words: FactWords, team: LocalWords, **given: Any
    ) -> None:
        """Ask for a fact."""
        question, hint = team.fill(words.question), team.fill(words.hint)
        super().__init__(question, description=hint, **given)
        self.item = item
        self.called = team.fill(words.short)
        self.unit = words.unit
        self.options = {each: team.fill(words.options[each]) for each in item.options}

    @property
    def answer(self) -> Answer:
        """What the fact is now; none where it is left out."""
        raise NotImplementedError

    def _call(self, macro: str, params: Mapping[str, Any]) -> Markup:
        """Draw a part of the field."""
        folder = "input" if macro == "input" else macro
        return component(current_app.jinja_env, folder, macro, params)


class OptionFact(FactField):
    """A fact that is one of some options."""

    def pre_validate(self, _form: object) -> None:
        """Refuse what is not on offer; nothing at all leaves the fact out."""
        if self.data and self.data not in {*self.options, DONT_KNOW}:
            raise ValidationError(_("Choose one of the options shown"))

    @property
    def answer(self) -> Answer:
        """What was chosen."""
        return self.data or None

    def __call__(self, **_kw: object) -> Markup:
        """Draw it as radios, with the way out below."""
        items: list[dict[str, Any]] = [
            {"value": value, "text": words} for value, words in self.options.items()
        ]
        unknown = {"value": DONT_KNOW, "text": str(UNKNOWN)}
        params = {
            "name": self.name,
            "idPrefix": self.id,
            "fieldset": {"legend": {"text": self.label.text, "size": "s"}},
            "items": [*items, {"divider": _("or")}, unknown],
            "value": self.data or None,
            **beside(self),
        }
        return self._call("radios", params)


class NumberFact(FactField):
    """A fact that is a whole number: typed, or a box is ticked beside it."""

    typed = ""
    is_unknown = False

    def process_data(self, value: Answer) -> None:
        """Take what is known."""
        self.is_unknown = value == DONT_KNOW
        self.typed = "" if value is None or self.is_unknown else str(value)

    def process_formdata(self, valuelist: list[str]) -> None:
        """Take what was typed, and whether the box was ticked."""
        self.is_unknown = DONT_KNOW in valuelist
        typed = (each.strip() for each in valuelist if each != DONT_KNOW)
        self.typed = next(typed, "")

    def pre_validate(self, _form: object) -> None:
        """Refuse what is no number that the fact can be."""
        if self.typed and self.is_unknown:
            both = _("%(fact)s: enter a number or tick the box, not both")
            raise ValidationError(both % {"fact": self.called})
        if self.typed and not self._is_possible():
            raise ValidationError(self._bounds())

    @property
    def answer(self) -> Answer:
        """What was entered."""
        if self.is_unknown:
            return DONT_KNOW
        return int(self.typed) if self.typed else None

    def _is_possible(self) -> bool:
        """Say whether what was typed is a whole number that the fact can be."""
        digits = self.typed.isascii() and self.typed.isdecimal()
        if not digits or len(self.typed) > LONGEST:
            return False
        number, high = int(self.typed), self.item.largest
        return (self.item.smallest or 0) <= number and (high is None or number <= high)

    def _bounds(self) -> str:
        """Say which numbers the fact can be."""
        low, high = self.item.smallest or 0, self.item.largest
        if high is None:
            least = _("%(fact)s: enter a whole number, %(low)s or more")
            return least % {"fact": self.called, "low": low}
        between = _("%(fact)s: enter a whole number from %(low)s to %(high)s")
        return between % {"fact": self.called, "low": low, "high": high}

    def __call__(self, **_kw: object) -> Markup:
        """Draw a field to type in, and the box below it, under one question."""
        number = {
            "id": self.id,
            "name": self.name,
            "label": {"text": _("Number")},
            "inputmode": "numeric",
            "autocomplete": "off",
            "width": 4,
            "suffix": self.unit,
            "value": self.typed,
            **beside(self),
        }
        unknown = {"value": DONT_KNOW, "text": str(UNKNOWN), "checked": self.is_unknown}
        box = {
            "name": self.name,
            "idPrefix": f"{self.id}-unknown",
            "small": True,
            "items": [unknown],
        }
        legend = {"text": self.label.text, "size": "s"}
        inside = self._call("input", number) + self._call("checkboxes", box)
        return self._call("fieldset", {"legend": legend, "html": inside})


def field_name(fact: str) -> str:
    """Return the name of the field for a fact: no other field begins so."""
    return f"fact_{fact}"


class FactForm(PlainForm):
    """Some facts."""

    @property
    def answers(self) -> Mapping[str, Answer]:
        """What each fact is now."""
        facts = (field for field in self if isinstance(field, FactField))
        return {field.item.id: field.answer for field in facts}


def fact_form(
    items: Iterable[FactItem], wording: Wording, words: LocalWords
) -> type[FactForm]:
    """Make the form for some facts of an instrument."""
    fields = {}
    for item in items:
        kind = NumberFact if item.is_number else OptionFact
        fields[field_name(item.id)] = kind(item, wording.facts[item.id], words)
    return type("FactsOfOneTopic", (FactForm,), fields)


def filled_in(form: type[FactForm], facts: Facts) -> FactForm:
    """Return the form as the draft has it."""
    data = {field_name(fact): answer for fact, answer in facts.answers.items()}
    return form(data=data)


def sent(form: type[FactForm], values: MultiDict[str, str]) -> FactForm:
    """Return the form as somebody sent it."""
    return form(values)
