"""How a group, and a moment, are written on a command line."""

from datetime import UTC, datetime

import click

from peeraudit.audit.promise import GroupMode, GroupPromise
from peeraudit.audit.promise_words import LONDON
from peeraudit.instrument.frozen import Group

LAST_YEAR = 2100

MOST_PEOPLE = 9_999
"""More than any team; a slip of the finger is noticed."""

MODES_NOW = (GroupMode.ANONYMOUS, GroupMode.ATTRIBUTED)
"""How groups can answer today; the joint sheet and pooling have no pages yet."""


class GroupOption(click.ParamType[GroupPromise]):
    """``group=people`` or ``group=people:mode``, as in ``manager=1:attributed``."""

    name = "GROUP=PEOPLE[:MODE]"

    def __init__(self, modes: tuple[GroupMode, ...] = MODES_NOW) -> None:
        """Take the modes that can be chosen."""
        self.modes = modes

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> GroupPromise:
        """Read one group, or say which part of it is wrong."""
        if isinstance(value, GroupPromise):
            return value
        name, _, rest = str(value).partition("=")
        people, _, mode = rest.partition(":")
        if name not in set(Group):
            self.fail(f"{name!r} should be one of {', '.join(Group)}", param, ctx)
        if not (people.isascii() and people.isdecimal()) or not int(people[:6]):
            self.fail(f"{value!r} needs how many people, as in {name}=3", param, ctx)
        if int(people[:6]) > MOST_PEOPLE:
            self.fail(f"{name}: at most {MOST_PEOPLE} people", param, ctx)
        if (mode or GroupMode.ANONYMOUS) not in self.modes:
            self.fail(f"{mode!r} should be one of {', '.join(self.modes)}", param, ctx)
        return GroupPromise(
            Group(name), int(people), GroupMode(mode or GroupMode.ANONYMOUS)
        )


class LondonTime(click.ParamType[datetime]):
    """A moment as people in the service read it: ``2027-01-29 17:00``."""

    name = "'YYYY-MM-DD HH:MM'"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> datetime:
        """Read London time."""
        if isinstance(value, datetime):
            return value
        try:
            moment = datetime.strptime(str(value), "%Y-%m-%d %H:%M").replace(
                tzinfo=LONDON
            )
        except ValueError:
            self.fail(f"{value!r} should look like 2027-01-29 17:00", param, ctx)
        if moment.year > LAST_YEAR:
            self.fail(f"{value!r} lies too far ahead", param, ctx)
        return moment.astimezone(UTC)
