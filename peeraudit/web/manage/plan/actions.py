"""The plan of a team: what needs doing, the review, and what the report suggests."""

from dataclasses import dataclass

from flask import request, url_for
from flask.typing import ResponseReturnValue

from peeraudit.audit.team import Team
from peeraudit.operations.list_audits import report_address
from peeraudit.plan.action import Action
from peeraudit.plan.need import Need, by_need, need
from peeraudit.plan.review import Review, review, size_of
from peeraudit.report.plan_words import (
    NEED_WORDS,
    SIGNS,
    STATUS_WORDS,
    how_far,
    long_day,
)
from peeraudit.report.words import day
from peeraudit.web.manage.navigation import Navigation, navigation
from peeraudit.web.manage.plan.actions_place import (
    Place,
    place,
    plan,
    to_who_sees_it,
)
from peeraudit.web.manage.plan.actions_suggested import Suggestions, suggestions
from peeraudit.web.rendering import render
from peeraudit.web.site import site

DONE = {"added", "changed", "deleted"}


@dataclass(frozen=True, slots=True)
class Card:
    """One action, as it is told."""

    action: Action
    due: str
    how_far: str
    """How far off its day is; empty where that does not matter any more."""
    status: str
    finding: str
    """The title of the finding that it answers."""
    is_refused: bool
    """Whether the mail server refused the address of whoever is reminded."""


@dataclass(frozen=True, slots=True)
class NeedBlock:
    """All actions that need the same."""

    key: str
    sign: str
    heading: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class ReviewBlock:
    """When the team looks at its plan again, and what it does then."""

    state: str
    on: str
    how_far: str
    audits: tuple[str, ...]
    """When the team could audit again."""


@dataclass(frozen=True, slots=True)
class PlanPage:
    """The plan of a team."""

    navigation: Navigation
    team: Team
    may_change: bool
    blocks: tuple[NeedBlock, ...]
    review: ReviewBlock | None
    """None before there is any report."""
    suggestions: tuple[Suggestions, ...]
    published: str
    """Where everyone reads what is published; empty where nothing is."""
    done: str
    """What was just done; empty where somebody only looks."""


@plan.get("/plan")
@to_who_sees_it
def show(team: str) -> ResponseReturnValue:
    """Show the actions of a team by what needs doing."""
    found, done = place(team), request.args.get("done", "")
    last = found.plan.audits[0].id if found.plan.audits else ""
    page = PlanPage(
        navigation(),
        found.plan.team,
        found.may_change,
        tuple(_blocks(found)),
        _review(found),
        suggestions(found, last, found.first(last)) if found.may_change else (),
        _published(found),
        done if done in DONE else "",
    )
    return render("manage/plan/actions.html", page=page)


def _blocks(found: Place) -> list[NeedBlock]:
    """Lay the actions out by what needs doing."""
    return [
        NeedBlock(
            each, SIGNS[each], NEED_WORDS[each], tuple(_card(a, found) for a in held)
        )
        for each, held in by_need(found.plan.actions, found.today).items()
    ]


def _card(action: Action, found: Place) -> Card:
    """Lay one action out."""
    # What is on hold is not due soon: its day stands there, without how far off it is.
    matters = need(action, found.today) in {Need.OVERDUE, Need.SOON, Need.LATER}
    return Card(
        action,
        day(action.due),
        how_far(action.due, found.today) if matters else "",
        STATUS_WORDS[action.status],
        found.titles.get((action.audit, action.finding), ""),
        action.id in found.plan.refused,
    )


def _review(found: Place) -> ReviewBlock | None:
    """Say when the plan is reviewed, and whether that is due or late."""
    cycle = found.plan.cycle
    if cycle is None:
        return None
    state = review(cycle.review_on, size_of(found.plan.actions), found.today)
    return ReviewBlock(
        state,
        long_day(cycle.review_on),
        "" if state is Review.PAST else how_far(cycle.review_on, found.today),
        tuple(day(each) for each in cycle.audits_on),
    )


def _published(found: Place) -> str:
    """Return where everyone reads what the team has published, if it has."""
    if not found.plan.published:
        return ""
    address = report_address(site().installation, found.plan.published[0].id)
    return url_for("what_came.show", address=address)
