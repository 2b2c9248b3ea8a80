"""What a trust lead says of how long things are kept."""

from dataclasses import asdict

from wtforms import Field, Form, RadioField, SelectField, TextAreaField, ValidationError

from peeraudit.audit.audit import Audit
from peeraudit.audit.retention import (
    AUDIT_MONTHS,
    DRAFT_MONTHS,
    FOREVER,
    RECORD_MONTHS,
    Retention,
    in_days,
)
from peeraudit.operations.keep_audit import LONGEST_REASON, longer_times
from peeraudit.web.forms import PlainForm
from peeraudit.web.manage.forms import required
from peeraudit.web.nhsuk import Radios, Select, TextArea
from peeraudit.web.site import site
from peeraudit.web.words import _, later

YEAR = 12


def in_words(months: int) -> str:
    """Say a number of months as people say it."""
    if months == FOREVER:
        return _("until somebody erases it")
    if months % YEAR:
        return _("%(months)s months", months=months)
    years = months // YEAR
    return _("1 year") if years == 1 else _("%(years)s years", years=years)


def _on_offer(_form: Form, field: SelectField) -> None:
    """Refuse what is not on offer."""
    if field.data not in [value for value, *_rest in field.iter_choices()]:
        raise ValidationError(_("Choose how long"))


def _select(label: str, hint: str) -> SelectField:
    """Return the field for one time."""
    return SelectField(
        label, [_on_offer], description=hint, validate_choice=False, widget=Select()
    )


class RetentionForm(PlainForm):
    """For how long everything is kept."""

    audits = _select(
        later("Audits, after the closing time"),
        later("The report, what was agreed, the meeting and the actions."),
    )
    drafts = _select(
        later("Audits that were never launched"),
        later("After the closing time that was planned."),
    )
    record = _select(
        later("The record of what managers did"),
        later("Each entry, after its day."),
    )

    def offer(self) -> "RetentionForm":
        """Say what can be chosen."""
        for field, months in (
            (self.audits, AUDIT_MONTHS),
            (self.drafts, DRAFT_MONTHS),
            (self.record, RECORD_MONTHS),
        ):
            field.choices = [(str(each), in_words(each)) for each in months]
        return self

    @classmethod
    def of(cls, kept: Retention) -> "RetentionForm":
        """Return the form as things are."""
        now = {name: str(months) for name, months in asdict(kept).items()}
        return cls(data=now).offer()

    @property
    def read(self) -> Retention:
        """What was chosen, once it was found to be on offer."""
        return Retention(
            int(self.audits.data), int(self.record.data), int(self.drafts.data)
        )


def _a_day(_form: Form, field: RadioField) -> None:
    """Refuse what is not on offer."""
    if field.data not in [value for value, *_rest in field.iter_choices()]:
        raise ValidationError(_("Choose until when"))


def _short_enough(_form: Form, field: Field) -> None:
    """Refuse a reason that is no reason but a story."""
    if len(field.data or "") > LONGEST_REASON:
        raise ValidationError(_("Use at most %(most)s characters", most=LONGEST_REASON))


class KeepForm(PlainForm):
    """Until when one audit is kept, and why."""

    months = RadioField(
        later("Until when?"),
        [_a_day],
        validate_choice=False,
        widget=Radios(),
    )
    reason = TextAreaField(
        later("Why?"),
        [required("Say why it is kept for longer"), _short_enough],
        description=later(
            "In a sentence, for whoever asks later. Do not name anyone who was asked."
        ),
        widget=TextArea(rows=3),
    )

    def offer(self, audit: Audit) -> "KeepForm":
        """Say until when it can be kept for longer."""
        times = longer_times(site().installation, audit, at=site().now())
        self.months.choices = [(str(months), in_days(until)) for months, until in times]
        return self
