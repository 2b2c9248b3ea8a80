"""What people send: a code, a return word, or a page of answers."""

from collections.abc import Mapping
from dataclasses import dataclass

from wtforms import Field, Form, StringField, ValidationError

from peeraudit.instrument.definition import CommentItem
from peeraudit.questionnaire.pages import Questionnaire
from peeraudit.questionnaire.questions import Asked
from peeraudit.response.answers import offers
from peeraudit.response.responses import Scope
from peeraudit.sealing.codes import MistypedCode, read_code, read_return_word
from peeraudit.web.nhsuk import Choice, EvenRadios, TextInput
from peeraudit.web.words import _, later

TYPED = {"autocomplete": "off", "autocapitalize": "none", "spellcheck": False}


def _is_a_code(_form: Form, field: Field) -> None:
    """Refuse letters that cannot be a code, and say so before anything is looked up."""
    if not (field.data or "").strip():
        raise ValidationError(_("Enter your code"))
    try:
        read_code(field.data)
    except MistypedCode as error:
        raise ValidationError(
            _("Check the letters of your code: at least one is wrong or missing")
        ) from error


def _is_there(_form: Form, field: Field) -> None:
    """Refuse an empty word."""
    if not (field.data or "").strip():
        raise ValidationError(_("Enter your return word"))


@dataclass(frozen=True, slots=True)
class Fault:
    """A line of the error summary, and the field that it leads to."""

    text: str
    field: str


class PlainForm(Form):
    """A form that can tell its faults to the page."""

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong, field after field."""
        return tuple(
            Fault(str(text), name)
            for name, errors in self.errors.items()
            for text in errors
        )


class CodeForm(PlainForm):
    """The access code, as somebody types it from paper."""

    code = StringField(
        later("Your code"),
        [_is_a_code],
        description=later(
            "It looks like ACEF-HJKM-NPRT-VWXY-3456. "
            "Small letters are fine, and so are spaces."
        ),
        widget=TextInput(code=True, classes="nhsuk-input--width-20", **TYPED),
    )


class ReturnWordForm(PlainForm):
    """The word that opens a saved draft."""

    word = StringField(
        later("Your return word"),
        [_is_there],
        description=later("It has two halves, like bakolu-mifeta."),
        widget=TextInput(code=True, classes="nhsuk-input--width-20", **TYPED),
    )

    @property
    def read(self) -> str:
        """The word as it was shown."""
        return read_return_word(self.word.data or "")


SCOPES: Mapping[str, Choice] = {
    Scope.THIS_TEAM: Choice(
        later("In this team's report"),
        later(
            "If your group is not shown there, your answers can count together with "
            "other teams."
        ),
    ),
    Scope.ONLY_POOLED: Choice(
        later("Only together with other teams"),
        later(
            "Your answers can count if your group is not shown in this team's report. "
            "If it is shown there, they are destroyed."
        ),
    ),
}
"""Where answers may count, as people read it."""


def _without_spaces(value: str | None) -> str | None:
    """Take away what made all choices one length."""
    return value.strip() if value else value


def _is_chosen(_form: Form, field: Field) -> None:
    """Refuse a form in which nothing is chosen, or something that is not offered."""
    if field.data not in set(Scope):
        raise ValidationError(_("Choose where your answers may count"))


class ScopeForm(PlainForm):
    """Where somebody's answers may count: nothing is chosen beforehand."""

    scope = StringField(
        later("Where may your answers count?"),
        [_is_chosen],
        filters=[_without_spaces],
        widget=EvenRadios(SCOPES),
    )

    @property
    def chosen(self) -> Scope:
        """What was chosen, once it has been found to be on offer."""
        return Scope(self.scope.data or "")


def read_page(form: Mapping[str, str]) -> dict[str, str]:
    """Return what a page of questions sent, an empty value for what it cleared.

    A question that is not in ``form`` stays as it was saved: so a page that was opened
    long ago, or in another layout, takes nothing away.
    """
    sent = {name: _as_written(value) for name, value in form.items()}
    return sent | dict.fromkeys(form.get("clear", "").split(), "")


def _as_written(value: str) -> str:
    """Return what was sent, where a browser makes two signs of the end of a line."""
    return value.replace("\r\n", "\n").strip()


def faults_of(questionnaire: Questionnaire, sent: Mapping[str, str]) -> dict[str, str]:
    """Say what would be right for each value that its question does not offer."""
    asked = questionnaire.asked
    named = {name: _fault(asked[name], sent[name]) for name in sent if name in asked}
    return {name: fault for name, fault in named.items() if fault}


def _fault(asked: Asked, value: str) -> str:
    """Say what would be right, where a value is none that the question offers."""
    if offers(asked, value):
        return ""
    if isinstance(asked.item, CommentItem):
        return _(
            "Use %(most)s characters or fewer: there are %(used)s now",
            most=asked.item.longest,
            used=len(value),
        )
    return _("Choose one of the answers shown")
