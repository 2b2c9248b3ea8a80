"""How people are asked so far, and what can be done next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from flask import request
from flask.typing import ResponseReturnValue

from peeraudit.audit.promise import GroupMode, GroupPromise
from peeraudit.audit.promise_words import london
from peeraudit.audit.standing import standing
from peeraudit.audit.told import Told
from peeraudit.instrument.frozen import Group
from peeraudit.operations.how_asked import GroupAsked, HowAsked
from peeraudit.web.manage.ask.place import Place, ask, place, to_who_runs_it
from peeraudit.web.manage.navigation import Navigation, navigation
from peeraudit.web.rendering import render
from peeraudit.web.site import site
from peeraudit.web.words import _, later


@dataclass(frozen=True, slots=True)
class GroupBlock:
    """How one group is asked, in words."""

    group: Group
    told: Told
    left_for_paper: int
    has_shared_link: bool


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """How everyone is asked."""

    navigation: Navigation
    team: str
    team_name: str
    audit: str
    standing: str
    closes: str
    is_open: bool
    has_mail: bool
    groups: tuple[GroupBlock, ...]
    how: HowAsked
    reminded: tuple[str, ...]
    trouble_since: str
    moves_to: str
    """The closing time that it is about to have, if it moves."""
    done: str
    """What was just done; empty where somebody only looks."""


PROGRESS = (
    later("Fewer than a quarter have answered."),
    later("A quarter or more have answered."),
    later("Half or more have answered."),
    later("Three quarters or more have answered."),
)
"""By how many quarters there are: of large groups, and no more exactly."""

DONE = {"mail", "reminder", "change", "longer", "too-late"}


@ask.get("")
@to_who_runs_it
def overview(team: str, audit: str) -> ResponseReturnValue:
    """Show how people are asked, in numbers."""
    found = place(team, audit)
    done = request.args.get("done", "")
    how, trouble = found.how, found.how.trouble
    page = OverviewPage(
        navigation(),
        team,
        found.audit.team.name,
        audit,
        standing(found.audit, at=site().now()),
        london(found.audit.promise.closes_at),
        found.is_open,
        site().installation.mail is not None,
        tuple(_block(found, each) for each in how.groups),
        how,
        tuple(map(_day, how.reminded)),
        london(trouble.since) if trouble else "",
        london(how.moves_to) if how.moves_to else "",
        done if done in DONE else "",
    )
    return render("manage/ask/overview.html", page=page)


def _block(found: Place, asked: GroupAsked) -> GroupBlock:
    """Say how one group is asked."""
    promise = asked.promise
    heading = f"{found.heading(promise.group)}: {people(promise.asked)}"
    told = Told(heading, (), tuple(_points(asked)))
    return GroupBlock(promise.group, told, asked.left_for_paper, promise.shared_link)


def _points(asked: GroupAsked) -> Iterator[str]:
    """Say how many are asked in which way, and by quarters how many have answered."""
    yield from _at_once(asked.promise)
    if asked.by_mail:
        yield _("%(number)s by e-mail.", number=people(asked.by_mail))
    if asked.on_paper:
        yield _("%(number)s on paper.", number=codes(asked.on_paper))
    if asked.left_for_paper:
        yield _("%(number)s not given out yet.", number=codes(asked.left_for_paper))
    if asked.quarters is not None:
        yield str(PROGRESS[asked.quarters])


def _at_once(promise: GroupPromise) -> Iterator[str]:
    """Say where there is one way in for a whole group."""
    if promise.mode is GroupMode.JOINT_SHEET:
        yield _("One sheet together, with one code.")
    if promise.shared_link:
        yield _("All start from one shared link. No page tells how many have started.")


def people(number: int) -> str:
    """Return a number of people."""
    return _("1 person") if number == 1 else _("%(number)s people", number=number)


def codes(number: int) -> str:
    """Return a number of codes."""
    return _("1 code") if number == 1 else _("%(number)s codes", number=number)


def _day(moment: datetime) -> str:
    """Return when something was done."""
    return london(moment)
