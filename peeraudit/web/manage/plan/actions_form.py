"""The form for an action: what, who, by when, and who may read it."""

from dataclasses import replace
from datetime import date

from werkzeug.datastructures import MultiDict
from wtforms import Form, RadioField, SelectField, StringField, ValidationError

from peeraudit.operations.check_action import Checked, in_lines, in_one_line
from peeraudit.operations.people import tidy
from peeraudit.plan.action import Action, Status
from peeraudit.report.findings import FindingView
from peeraudit.report.plan_words import STATUS_WORDS
from peeraudit.web.forms import PlainForm
from peeraudit.web.manage.forms import WIDE
from peeraudit.web.manage.set_up.moments import DayField
from peeraudit.web.nhsuk import Radios, Select, TextArea, TextInput
from peeraudit.web.words import _, later

MANAGERS, EVERYONE = "managers", "everyone"

MAY_READ = {
    MANAGERS: later("Only those who manage the team"),
    EVERYONE: later("Everyone who was asked may read this"),
}
WHO_THAT_IS = {
    EVERYONE: later(
        "At the report address they read what you will do, the role, the day, how it "
        "stands and how you will know. They never see notes or the e-mail address. "
        "You can take it back at any time."
    ),
}


def _is_offered(_form: Form, field: RadioField | SelectField) -> None:
    """Refuse what is none of the choices."""
    if (field.data or "") not in [value for value, *_rest in field.iter_choices()]:
        raise ValidationError(_("Choose one of these"))


class ActionForm(PlainForm):
    """One action."""

    what = StringField(
        later("What will the team do?"),
        description=later("In a sentence. Do not name anyone."),
        widget=TextArea(rows=3),
    )
    owner = StringField(
        later("Who sees to it?"),
        description=later("A role, not a name: the team manager, say."),
        widget=TextInput(autocomplete="off", size="s", classes=WIDE),
    )
    due = DayField(
        later("By when?"), description=later("For example, 27 3 2027"), size="s"
    )
    measure = StringField(
        later("How will you know that it is done, or that it helped? (optional)"),
        description=later("Something that anybody could see. Do not name anyone."),
        widget=TextArea(rows=2),
    )
    status = RadioField(
        later("How does it stand?"),
        [_is_offered],
        validate_choice=False,
        widget=Radios(size="s"),
    )
    finding = SelectField(
        later("Which finding does it answer?"),
        [_is_offered],
        validate_choice=False,
        widget=Select(size="s"),
    )
    remind = StringField(
        later("E-mail address for reminders (optional)"),
        description=later(
            "One mail a week before the day, one when it has passed, and one at the "
            "review. The address is deleted when the action is complete or cancelled."
        ),
        widget=TextInput(
            type="email", autocomplete="off", spellcheck=False, size="s", classes=WIDE
        ),
    )
    notes = StringField(
        later("Notes (optional)"),
        description=later("Only those who manage read them. Do not name anyone."),
        widget=TextArea(rows=4),
    )
    may_read = RadioField(
        later("Who may read this?"),
        [_is_offered],
        validate_choice=False,
        widget=Radios(WHO_THAT_IS, size="s"),
    )

    def __init__(
        self,
        action: Action,
        found: tuple[FindingView, ...],
        sent: MultiDict[str, str] | None = None,
        *,
        has_mail: bool,
    ) -> None:
        """Ask for an action; it stands there as it is, or as it was just sent."""
        super().__init__(sent, data=None if sent else _as_it_is(action))
        self.action = action
        self.status.choices = {str(each): words for each, words in STATUS_WORDS.items()}
        self.may_read.choices = {each: str(words) for each, words in MAY_READ.items()}
        titles = {each.key: each.title for each in found}
        if action.finding and action.finding not in titles:
            titles[action.finding] = _("A finding of a report that is closed")
        self.finding.choices = {"": _("None of them"), **titles}
        if not action.id:
            del self.status
        if not has_mail:
            del self.remind

    @property
    def read(self) -> Action:
        """The action as it was sent; what is no choice or no day stays as it was."""
        status = self.action.status
        if "status" in self and self.status.data in set(Status):
            status = Status(self.status.data)
        remind = tidy(self.remind.data or "") if "remind" in self else ""
        return replace(
            self.action,
            what=in_one_line(self.what.data or ""),
            owner=in_one_line(self.owner.data or ""),
            due=self.due.data or self.action.due,
            measure=in_one_line(self.measure.data or ""),
            status=status,
            finding=self.finding.data or "",
            remind="" if status.is_over else remind or self._kept_address,
            notes=in_lines(self.notes.data or ""),
            is_published=self.may_read.data == EVERYONE,
        )

    @property
    def _kept_address(self) -> str:
        """What stands there already, where it cannot be changed."""
        return "" if "remind" in self else self.action.remind

    def is_right(self, today: date, before: Action | None = None) -> bool:
        """Say whether it can be kept so; where it cannot, each field says why."""
        self.validate()
        for fault in Checked(self.read, today, before).faults():
            field = self[fault.field]
            field.errors = field.errors or [str(fault)]
        return not self.errors


def words_of(field: RadioField | SelectField, chosen: str) -> str:
    """Return the words of a choice."""
    offered = {value: str(words) for value, words, *_rest in field.iter_choices()}
    return offered.get(chosen, "")


def _as_it_is(action: Action) -> dict[str, object]:
    """Return what stands in the form before anybody types."""
    return {
        "what": action.what,
        "owner": action.owner,
        "due": action.due,
        "measure": action.measure,
        "status": action.status.value,
        "finding": action.finding,
        "remind": action.remind,
        "notes": action.notes,
        "may_read": EVERYONE if action.is_published else MANAGERS,
    }
