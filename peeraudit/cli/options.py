"""How a group, and a moment, are written on a command line."""

from datetime import UTC, datetime

import click

from peeraudit.audit.promise import GroupMode, GroupPromise
from peeraudit.audit.promise_words import LONDON
from peeraudit.instrument.frozen import Group

LAST_YEAR = 2100

MOST_PEOPLE = 9_999
"""More than any team; a slip of the finger is noticed."""


class GroupOption(click.ParamType[GroupPromise]):
    """``group=people``, with a mode and how many changed where these are told.

    As in ``manager=1:attributed``, or ``peer_worker=4:anonymous:1`` where one person
    has joined or left since the team's audit before.
    """

    name = "GROUP=PEOPLE[:MODE[:CHANGED]]"

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
        people, _, rest = rest.partition(":")
        mode, _, changed = rest.partition(":")
        if name not in set(Group):
            self.fail(f"{name!r} should be one of {', '.join(Group)}", param, ctx)
        if not (people.isascii() and people.isdecimal()) or not int(people[:6]):
            self.fail(f"{value!r} needs how many people, as in {name}=3", param, ctx)
        if int(people[:6]) > MOST_PEOPLE:
            self.fail(f"{name}: at most {MOST_PEOPLE} people", param, ctx)
        if (mode or GroupMode.ANONYMOUS) not in set(GroupMode):
            self.fail(f"{mode!r} should be one of {', '.join(GroupMode)}", param, ctx)
        return GroupPromise(
            Group(name),
            int(people),
            GroupMode(mode or GroupMode.ANONYMOUS),
            self._changed(changed, param, ctx),
        )

    def _changed(
        self, changed: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> int | None:
        """Read how many joined or left; none where nobody says."""
        if changed and not (changed.isascii() and changed.isdecimal()):
            self.fail(f"{changed!r} should be how many joined or left", param, ctx)
        return int(changed[:6]) if changed else None


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
