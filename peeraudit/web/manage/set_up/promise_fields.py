"""What is asked about a promise, field by field, and what a promise puts in them."""

from wtforms import Field, RadioField, StringField, ValidationError

from peeraudit.audit.closing_time import LATEST, SOONEST
from peeraudit.audit.promise import FLOORS, GroupMode, Promise
from peeraudit.audit.promise_words import LONDON
from peeraudit.instrument.frozen import Group
from peeraudit.web.forms import PlainForm
from peeraudit.web.headcounts import (
    MODES,
    headcount,
    is_headcount,
    is_offered,
    mode_field,
)
from peeraudit.web.manage.set_up.moments import DayField, read_time, time_words
from peeraudit.web.nhsuk import Radios, TextInput
from peeraudit.web.words import _, later

YES, NO = "yes", "no"


def changed_field(group: Group) -> str:
    """Return the name of the field for how many of a group joined or left."""
    return f"{group}_changed"


def _changed() -> StringField:
    """Return a field for how many joined or left."""
    number = TextInput(size="s", inputmode="numeric", classes="nhsuk-input--width-4")
    return StringField(validators=[is_headcount], widget=number)


class ModeField(RadioField):
    """How a group answers that is too small to be shown and stay unknown."""

    offered: tuple[GroupMode, ...] = ()

    def offer(self, modes: tuple[GroupMode, ...]) -> None:
        """Offer what so many people can choose."""
        self.offered = modes
        self.choices = {mode: str(MODES[mode]) for mode in modes}

    @property
    def chosen(self) -> GroupMode | None:
        """What was chosen, if it is on offer."""
        return GroupMode(self.data) if self.data in self.offered else None


def _mode() -> ModeField:
    """Return a field for how a group answers."""
    return ModeField(validate_choice=False, widget=Radios(small=True, size="s"))


def _is_time(_form: object, field: Field) -> None:
    """Refuse what is no time."""
    if read_time(field.data or "") is None:
        raise ValidationError(_("Enter a time, like 5pm or 17:00"))


class PromiseFields(PlainForm):
    """Everything that people are promised."""

    manager = headcount()
    peer_worker = headcount()
    other_staff = headcount()
    person_using_service = headcount()
    manager_changed = _changed()
    peer_worker_changed = _changed()
    other_staff_changed = _changed()
    person_using_service_changed = _changed()
    floor = RadioField(
        later("From how many answers is a group shown?"),
        [is_offered],
        choices={str(floor): f"{floor}, {why}" for floor, why in FLOORS.items()},
        validate_choice=False,
        widget=Radios(),
    )
    manager_mode = _mode()
    peer_worker_mode = _mode()
    other_staff_mode = _mode()
    person_using_service_mode = _mode()
    closes_on = DayField(
        later("On which day does it close?"),
        description=later(
            "At least %(soonest)s days and at most %(latest)s weeks from now."
        )
        % {"soonest": SOONEST.days, "latest": LATEST.days // 7},
    )
    closes_at = StringField(
        later("At what time?"),
        [_is_time],
        description=later("In London. Who has begun by then has an hour to submit."),
        widget=TextInput(autocomplete="off", classes="nhsuk-input--width-5"),
    )
    pooling = RadioField(
        later("May groups that are not shown here count in a view over several teams?"),
        [is_offered],
        validate_choice=False,
        widget=Radios(),
        description=later(
            "Your trust lead can make such a view, from three teams up. It shows no "
            "single team."
        ),
    )
    shared_link = RadioField(
        later("How do people who use the service get in?"),
        [is_offered],
        validate_choice=False,
        widget=Radios(),
        description=later(
            "With one link on a notice, each Start makes a code, up to their number. "
            "One person could answer twice, and the report says so."
        ),
    )
    comments = RadioField(
        later("May people write a comment?"),
        [is_offered],
        validate_choice=False,
        widget=Radios(),
        description=later(
            "Somebody outside the team reads comments first, and takes out what tells "
            "who wrote it."
        ),
    )
    reader = StringField(
        later("If yes, who reads them first?"),
        description=later(
            "By name or role, as people will read it. Not somebody of the team."
        ),
        widget=TextInput(autocomplete="off", classes="nhsuk-input--width-20", size="s"),
    )


def as_it_is(promise: Promise) -> dict[str, object]:
    """Return what the fields hold for a promise."""
    closes = promise.closes_at.astimezone(LONDON)
    data: dict[str, object] = {
        "floor": str(promise.floor),
        "closes_on": closes.date(),
        "closes_at": time_words(closes),
        "pooling": YES if promise.pooling else NO,
        "shared_link": YES if promise.shared_links else NO,
        "comments": YES if promise.comments else NO,
        "reader": promise.comments_read_by,
    }
    for each in promise.groups:
        data[each.group] = str(each.asked)
        data[mode_field(each.group)] = each.mode
        data[changed_field(each.group)] = (
            "" if each.changed is None else str(each.changed)
        )
    return data
