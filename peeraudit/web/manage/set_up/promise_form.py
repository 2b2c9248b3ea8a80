"""The form for a promise: what it asks of a draft, and what cannot be promised."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import Field

from peeraudit.audit.closing_time import (
    HOUR,
    LATEST,
    SOONEST,
    TimeFault,
    closing_fault,
    is_a_time,
)
from peeraudit.audit.promise import (
    FLOORS,
    GroupMode,
    GroupPromise,
    Promise,
    can_share_link,
)
from peeraudit.audit.promise_words import LONDON
from peeraudit.instrument.frozen import Group
from peeraudit.operations.create_audit import LONGEST_NAME, is_a_name
from peeraudit.web.headcounts import mode_field, offered_modes
from peeraudit.web.manage.set_up.draft import Draft
from peeraudit.web.manage.set_up.moments import read_time
from peeraudit.web.manage.set_up.promise_fields import (
    NO,
    YES,
    ModeField,
    PromiseFields,
    as_it_is,
    changed_field,
)
from peeraudit.web.words import _

DIGITS = 4
"""Of a number of people; more is refused where it was typed."""


class PromiseForm(PromiseFields):
    """The same, for the groups that a draft can ask."""

    def __init__(
        self,
        draft: Draft,
        sent: MultiDict[str, str] | None,
        *,
        now: datetime,
        since: str = "",
    ) -> None:
        """Ask for the groups of the instrument; what was typed before stands there.

        Parameters
        ----------
        since
            When the round before closed; empty where there was none to compare with.
        """
        super().__init__(sent, data=None if sent else as_it_is(draft.audit.promise))
        self.draft, self.now = draft, now
        for field in (self.pooling, self.comments):
            field.choices = {YES: _("Yes"), NO: _("No")}
        self.shared_link.choices = {
            NO: _("Each with a code that they are given"),
            YES: _("All with one shared link"),
        }
        if Group.PERSON_USING_SERVICE not in draft.instrument.groups:
            del self.shared_link
        for group in Group:
            if group in draft.instrument.groups:
                self._name(group, since)
            else:
                for name in (group, changed_field(group), mode_field(group)):
                    del self[name]

    def _name(self, group: Group, since: str) -> None:
        """Name the fields of a group, and take away those that ask nothing now."""
        wording = self.draft.instrument.wording.groups[group]
        name = self.draft.words.fill(wording.name)
        self[group].label.text = name
        changed = self[changed_field(group)]
        changed.label.text = _(
            "%(group)s: how many joined or left since %(time)s?", group=name, time=since
        )
        if not since:
            del self[changed.name]
        offered = offered_modes(group, self._number(group), self.chosen_floor)
        mode = self[mode_field(group)]
        mode.label.text = _("%(group)s: how do they answer?", group=name)
        if isinstance(mode, ModeField) and offered and self._number(group):
            mode.offer(offered)
        else:
            del self[mode.name]

    def _number(self, group: Group) -> int:
        """Return how many people a group has, as far as a number was typed."""
        return _whole(self[group].data) or 0

    @property
    def chosen_floor(self) -> int:
        """Return the floor that was chosen, or the usual one."""
        offered = {str(each): each for each in FLOORS}
        return offered.get(self.floor.data, min(FLOORS))

    def validate(self, *args: Any, **kwargs: Any) -> bool:
        """Refuse what cannot be promised, each fault beside its field."""
        well = super().validate(*args, **kwargs)
        well = self.validate_people() and well
        for field, fault in self._faults_between_fields():
            if not field.errors:
                field.errors = [fault]
                well = False
        return well

    def validate_people(self) -> bool:
        """Look at the numbers of people alone: what is seen follows from them."""
        groups = self.draft.instrument.groups
        counts = [self[group] for group in groups]
        wrong = [field for field in counts if not field.validate(self)]
        if not wrong and not any(map(self._number, groups)):
            nobody = _("Enter how many people there are in at least one group")
            counts[0].errors = [nobody]
            return False
        return not wrong

    def _faults_between_fields(self) -> Iterator[tuple[Field, str]]:
        """Yield the faults that no field can see alone, and where to mend each."""
        yield from self._faults_of_modes()
        if not (self.closes_on.errors or self.closes_at.errors):
            yield from self._faults_of_time()
        if self.comments.data == YES and not is_a_name(self.reader.data or ""):
            yield (
                self.reader,
                _(
                    "Enter who reads comments first, in 1 to %(most)s characters",
                    most=LONGEST_NAME,
                ),
            )

    def _faults_of_modes(self) -> Iterator[tuple[Field, str]]:
        """Yield where nothing is chosen for a small group, or what needs pooling."""
        for field in self.modes:
            if field.chosen is None:
                group = self[field.name.removesuffix("_mode")].label.text
                few = _("%(group)s: choose how they answer, as they are too few")
                yield field, few % {"group": group}
        yield from self._faults_of_link()
        pooled = any(field.chosen is GroupMode.POOLED_ONLY for field in self.modes)
        if pooled and self.pooling.data == NO:
            needed = _(
                "Choose yes, as a group is to count in a view over several teams"
            )
            yield self.pooling, needed

    def _faults_of_link(self) -> Iterator[tuple[Field, str]]:
        """Yield that a link is shared by a group that answers openly."""
        if any(each.shared_link and not can_share_link(each) for each in self.groups):
            yield (
                self.shared_link,
                _("A shared link is not for a group that answers openly"),
            )

    @property
    def _shares_link(self) -> bool:
        """Return whether people who use the service are to start from one link."""
        return "shared_link" in self and self.shared_link.data == YES

    def _faults_of_time(self) -> Iterator[tuple[Field, str]]:
        """Yield what is wrong with the closing time."""
        if not is_a_time(self._local()):
            clocks = _("The clocks change at that time: enter another")
            yield self.closes_at, clocks
            return
        match closing_fault(self._local(), at=self.now):
            case TimeFault.TOO_SOON:
                soon = _("Choose a day at least %(days)s days from now")
                yield self.closes_on, soon % {"days": SOONEST.days}
            case TimeFault.TOO_LATE:
                late = _("Choose a day at most %(weeks)s weeks from now")
                yield self.closes_on, late % {"weeks": LATEST.days // 7}
            case None:
                pass

    @property
    def people(self) -> tuple[Field, ...]:
        """The fields for how many there are, and how many joined or left."""
        names = (
            name
            for group in self.draft.instrument.groups
            for name in (group, changed_field(group))
        )
        return tuple(self[name] for name in names if name in self)

    @property
    def modes(self) -> tuple[ModeField, ...]:
        """The fields for how small groups answer, in the instrument's order."""
        asked = (self[name] for name in map(mode_field, Group) if name in self)
        return tuple(field for field in asked if isinstance(field, ModeField))

    @property
    def groups(self) -> tuple[GroupPromise, ...]:
        """Who is asked, as far as it was typed; anonymously where nothing is chosen."""
        modes = {field.name: field.chosen for field in self.modes}
        return tuple(
            GroupPromise(
                group,
                number,
                modes.get(mode_field(group)) or GroupMode.ANONYMOUS,
                self._changed(group),
                shared_link=group is Group.PERSON_USING_SERVICE and self._shares_link,
            )
            for group in self.draft.instrument.groups
            if (number := self._number(group))
        )

    def _changed(self, group: Group) -> int | None:
        """Return how many joined or left; none where nobody says."""
        name = changed_field(group)
        return _whole(self[name].data) if name in self else None

    def _local(self) -> datetime:
        """Return the closing time as London reads it, once both parts are there."""
        hour = read_time(self.closes_at.data or "") or HOUR
        return datetime.combine(self.closes_on.data, hour, LONDON)

    def promise(self) -> Promise:
        """Return the promise, once nothing is wrong with it."""
        reader = self.reader.data or ""
        return Promise(
            self.chosen_floor,
            self._local().astimezone(UTC),
            self.groups,
            self.pooling.data == YES,
            reader.strip() if self.comments.data == YES else "",
        )


def _whole(typed: str | None) -> int | None:
    """Return the number that was typed, if it is one."""
    digits = (typed or "").strip()
    is_number = digits.isascii() and digits.isdecimal() and len(digits) <= DIGITS
    return int(digits) if is_number else None
