"""What an audit can show if everyone answers: from headcounts and promise alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from peeraudit.audit.promise import GroupMode, GroupPromise
from peeraudit.instrument.definition import AgreementItem, Form, Instrument
from peeraudit.instrument.frozen import Group


@dataclass(frozen=True)
class Sight:
    """Which cells there will be, before there is any answer."""

    instrument: Instrument
    form: Form
    asked: frozenset[Group]
    shown: frozenset[Group]
    """The groups of which anything is shown."""
    open: frozenset[Group]
    """Those that answer openly: of their statements only what rules name is shown."""

    @cached_property
    def _items(self) -> dict[Group, frozenset[str]]:
        """What each group is asked about itself."""
        return {
            group: frozenset(
                item.id for item in self.instrument.asked(group, self.form)
            )
            for group in self.asked
        }

    def asks(self, group: Group, item: str) -> bool:
        """Say whether a group is asked about something."""
        return item in self._items.get(group, frozenset())

    def tells(self, group: Group, item: str) -> bool:
        """Say whether there will be a cell of what a group says to an item."""
        if group not in self.shown or not self.asks(group, item):
            return False
        statement = isinstance(self.instrument.questions[item], AgreementItem)
        whole = group not in self.open or not statement
        return whole or item in self.instrument.named_by_rules

    def tells_guess(self, by: Group, of: Group, item: str) -> bool:
        """Say whether there will be a cell of what ``by`` thinks ``of`` would say."""
        found = self.instrument.questions[item]
        guessed = (
            isinstance(found, AgreementItem)
            and found.guess
            and self.instrument.guesses.get(by) == of
            and of in self.asked
            and of in found.groups
        )
        return guessed and self.tells(by, item)

    def tells_theme(self, group: Group, theme: str) -> bool:
        """Say whether there will be a score of a group on a theme."""
        scored = self.instrument.reading.theme_scores and group in self.shown
        return scored and any(self.theme_items(group, theme))

    def theme_items(self, group: Group, theme: str) -> Iterator[AgreementItem]:
        """Yield the statements of a theme that a group is asked."""
        for item in self.instrument.items:
            if item.theme == theme and self.asks(group, item.id):
                yield item

    def tells_gap(self, one: Group, other: Group, theme: str) -> bool:
        """Say whether two groups can be compared on a theme.

        At least half of the statements that both were asked alike have to be shown.
        """
        alike = [
            item.id
            for item in self.theme_items(one, theme)
            if self.asks(other, item.id)
            and not {one, other} & set(item.not_parallel_for)
        ]
        both = sum(self.tells(one, item) and self.tells(other, item) for item in alike)
        scored = self.instrument.reading.theme_scores
        return scored and both > 0 and 2 * both >= len(alike)

    def practice_groups(self, item: str) -> int:
        """Return how many of the groups that make consensus are shown on a practice."""
        groups = self.instrument.reading.practice_groups
        return sum(self.tells(group, item) for group in groups)

    @cached_property
    def practices(self) -> tuple[str, ...]:
        """The practices that anyone is asked about."""
        return tuple(
            item.id
            for item in self.instrument.practices
            if any(self.asks(group, item.id) for group in self.asked)
        )

    @cached_property
    def covered(self) -> tuple[str, ...]:
        """The practices on which enough groups are shown to say if they agree."""
        needed = self.instrument.reading.practice_groups_needed
        return tuple(
            item for item in self.practices if self.practice_groups(item) >= needed
        )


def sight(
    instrument: Instrument, form: Form, groups: tuple[GroupPromise, ...], floor: int
) -> Sight:
    """Say what can be shown if everyone of these groups answers."""
    shown = [each for each in groups if is_shown(each, floor)]
    return Sight(
        instrument,
        form,
        frozenset(each.group for each in groups),
        frozenset(each.group for each in shown),
        frozenset(each.group for each in shown if each.mode.is_open),
    )


def is_shown(group: GroupPromise, floor: int) -> bool:
    """Say whether anything of a group is shown if all of it answers."""
    if group.mode is GroupMode.POOLED_ONLY:
        return False
    return group.mode.is_open or group.asked >= floor
