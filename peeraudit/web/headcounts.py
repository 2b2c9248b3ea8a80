"""The form that asks how many people there are: read, answered, and never kept."""

from collections.abc import Mapping
from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import Field, Form, RadioField, StringField, ValidationError

from peeraudit.audit.preview import Choice, choices
from peeraudit.audit.promise import FLOORS, GroupMode, GroupPromise
from peeraudit.audit.sight import is_shown
from peeraudit.instrument.definition import Instrument
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.wording import LocalWords
from peeraudit.web.forms import PlainForm
from peeraudit.web.nhsuk import Radios, TextInput
from peeraudit.web.words import _, later

USUAL = "role-adoption"
"""The instrument that is chosen where nobody has chosen one."""

MOST_PEOPLE = 9_999
"""More than any team; a slip of the finger is noticed."""

HERE = LocalWords("this team")

MODES = {
    GroupMode.ANONYMOUS: later("Each alone, with nothing of theirs shown here"),
    GroupMode.ATTRIBUTED: later("Each alone and openly, shown as theirs"),
    GroupMode.JOINT_SHEET: later("Openly, on one sheet that they fill in together"),
    GroupMode.POOLED_ONLY: later("Only for a view over several teams"),
}


def is_headcount(_form: Form, field: Field) -> None:
    """Refuse what is no number of people; nothing at all is none of them."""
    typed = (field.data or "").strip()
    group = field.label.text
    if typed and not (typed.isascii() and typed.isdecimal()):
        raise ValidationError(_("%(group)s: enter a whole number, like 3", group=group))
    if typed and (len(typed) > len(str(MOST_PEOPLE)) or int(typed) > MOST_PEOPLE):
        raise ValidationError(
            _("%(group)s: enter %(most)s or fewer", group=group, most=MOST_PEOPLE)
        )


def is_offered(_form: Form, field: RadioField) -> None:
    """Refuse what is none of the options."""
    if field.data not in [value for value, *_rest in field.iter_choices()]:
        raise ValidationError(_("Choose one of the options shown"))


def headcount() -> StringField:
    """Return a field for the number of people in a group."""
    number = TextInput(size="s", inputmode="numeric", classes="nhsuk-input--width-4")
    return StringField(validators=[is_headcount], widget=number)


class HeadcountForm(PlainForm):
    """How many people of each group there are, and what would be asked of them."""

    instrument = RadioField(later("Which audit?"), [is_offered], validate_choice=False)
    manager = headcount()
    peer_worker = headcount()
    other_staff = headcount()
    person_using_service = headcount()
    floor = RadioField(
        later("From how many answers would a group be shown?"),
        [is_offered],
        choices={str(floor): f"{floor}, {why}" for floor, why in FLOORS.items()},
        default=str(min(FLOORS)),
        validate_choice=False,
        widget=Radios(),
    )

    def __init__(
        self, instruments: Mapping[str, Instrument], sent: MultiDict[str, str]
    ) -> None:
        """Ask for the groups of the instrument that is chosen, by their names in it."""
        super().__init__(sent)
        usual = USUAL if USUAL in instruments else next(iter(instruments))
        self.instrument.choices = {
            name: HERE.fill(each.wording.title) for name, each in instruments.items()
        }
        self.instrument.widget = Radios(
            {name: HERE.fill(each.wording.about) for name, each in instruments.items()}
        )
        self.instrument.data = self.instrument.data or usual
        self.chosen = instruments.get(self.instrument.data, instruments[usual])
        """The instrument that the groups are named after."""
        for group in Group:
            if group in self.chosen.groups:
                name = self.chosen.wording.groups[group].name
                self[group].label.text = HERE.fill(name)
            else:
                del self[group]
        self.sent = sent

    @property
    def headcounts(self) -> tuple[Field, ...]:
        """The fields for the groups, in the instrument's order."""
        return tuple(self[group] for group in self.chosen.groups)

    def validate(self, *args: Any, **kwargs: Any) -> bool:
        """Refuse what is no number, and a team of nobody."""
        well = super().validate(*args, **kwargs)
        if well and not any(int(field.data or 0) for field in self.headcounts):
            nobody = _("Enter how many people there are in at least one group")
            self.headcounts[0].errors = [nobody]
            return False
        return well

    def groups(self) -> tuple[GroupPromise, ...]:
        """Return who would be asked, each group as it chose to answer if it could."""
        counts = {group: int(self[group].data or 0) for group in self.chosen.groups}
        alone = [GroupPromise(group, n) for group, n in counts.items() if n]
        return tuple(
            GroupPromise(each.group, each.asked, self._mode(each)) for each in alone
        )

    def modes(self, group: GroupPromise) -> tuple[GroupMode, ...]:
        """Return how a group could answer; none to choose from where it is shown."""
        return offered_modes(group.group, group.asked, int(self.floor.data))

    def _mode(self, group: GroupPromise) -> GroupMode:
        """Return what was chosen for a group, if that is on offer to so many."""
        chosen = self.sent.get(mode_field(group.group), "")
        offered = self.modes(group)
        return GroupMode(chosen) if chosen in offered else GroupMode.ANONYMOUS


def mode_field(group: Group) -> str:
    """Return the name of the field for how a group answers."""
    return f"{group}_mode"


def offered_modes(group: Group, asked: int, floor: int) -> tuple[GroupMode, ...]:
    """Return how so many people can answer; nothing where they are shown."""
    alone = GroupPromise(group, asked)
    if is_shown(alone, floor):
        return ()
    others = choices(alone, floor)
    return (
        GroupMode.ANONYMOUS,
        *(GroupMode(each) for each in others if each is not Choice.GUIDE),
    )
