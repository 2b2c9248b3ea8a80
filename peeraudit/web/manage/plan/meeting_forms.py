"""What is written down at a meeting: who met and when, and what was agreed."""

import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import Any

from wtforms import Field, Form, RadioField, TextAreaField, ValidationError

from peeraudit.plan.agreement import (
    LONGEST_SENTENCE,
    LONGEST_WHO,
    Agreement,
    Meeting,
    Verdict,
)
from peeraudit.report.agenda import Choice
from peeraudit.report.words import day
from peeraudit.web.forms import PlainForm
from peeraudit.web.manage.forms import is_offered
from peeraudit.web.manage.set_up.moments import DayField
from peeraudit.web.nhsuk import Radios, TextArea
from peeraudit.web.words import _, later

UNSEEN = {"Cc", "Cs"}
"""Kinds of signs that are no part of any text."""


def _one_paragraph(words: str | None) -> str:
    """Take away ends of lines, and signs that no page can show."""
    spaced = " ".join((words or "").split())
    return "".join(sign for sign in spaced if unicodedata.category(sign) not in UNSEEN)


def _fits(most: int) -> object:
    """Return a check that words are not too many."""

    def check(_form: Form, field: Field) -> None:
        used = len(field.data)
        if used > most:
            words = _("Use %(most)s characters or fewer: there are %(used)s now")
            raise ValidationError(words % {"most": most, "used": used})

    return check


class MeetingForm(PlainForm):
    """When a team met, and who took part."""

    held_on = DayField(
        later("When did you meet?"),
        description=later(
            "What you agree from now on bears this date. If you meet again, change it."
        ),
    )
    who = TextAreaField(
        later("Who took part? (optional)"),
        [_fits(LONGEST_WHO)],
        filters=[_one_paragraph],
        description=later(
            "Roles and groups, like: the manager, three peer workers, most other "
            "staff. Name nobody."
        ),
        widget=TextArea(rows="3"),
    )

    def __init__(self, sent: Any, *, days: tuple[date, date], **given: Any) -> None:
        """Take what was sent, and between which days a team can have met."""
        super().__init__(sent, **given)
        self.first, self.today = days

    def validate_held_on(self, field: DayField) -> None:
        """Refuse a day to come, and one before there was anything to talk about."""
        if field.data is None:
            return
        if field.data > self.today:
            raise ValidationError(_("Enter today, or a day that is over"))
        if field.data < self.first:
            closed = day(self.first)
            words = _("The audit closed on %(day)s: enter that day, or a later one")
            raise ValidationError(words % {"day": closed})

    @property
    def meeting(self) -> Meeting:
        """What was filled in, once it was found to be right."""
        return Meeting(self.held_on.data, self.who.data or "")


class AgreementForm(PlainForm):
    """What a team agrees about one practice."""

    verdict = RadioField(
        validators=[is_offered("Choose what you agree, or skip this practice")],
        validate_choice=False,
        widget=Radios(size="l"),
    )
    sentence = TextAreaField(
        later("How do you mean it? (optional)"),
        [_fits(LONGEST_SENTENCE)],
        filters=[_one_paragraph],
        description=later(
            "A sentence that somebody new would understand. Name nobody, and nothing "
            "that tells who is meant."
        ),
        widget=TextArea(rows="2"),
    )

    def __init__(
        self, sent: Any, question: str, choices: Iterable[Choice], **given: Any
    ) -> None:
        """Ask the question of the instrument, with its options."""
        super().__init__(sent, **given)
        self.verdict.label.text = question
        self.verdict.choices = [(str(each.verdict), each.words) for each in choices]

    def agreement(self, practice: str, on: date) -> Agreement:
        """Return what was chosen, once it was found to be on offer."""
        verdict, sentence = Verdict(self.verdict.data), self.sentence.data or ""
        return Agreement(practice, verdict, sentence, on)
