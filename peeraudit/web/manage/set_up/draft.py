"""The draft that a page is about, and plain pages for one that cannot be changed."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from flask import Blueprint, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from peeraudit.audit.audit import Audit, State
from peeraudit.audit.promise_words import london
from peeraudit.audit.rounds import APART
from peeraudit.instrument.definition import Instrument
from peeraudit.instrument.wording import LocalWords
from peeraudit.operations.teams import find_team_audit
from peeraudit.operations.wrong_state import (
    ChangedMeanwhile,
    LaunchedBefore,
    TooNear,
    WrongState,
)
from peeraudit.web.manage.navigation import Navigation, navigation
from peeraudit.web.rendering import render
from peeraudit.web.site import site
from peeraudit.web.words import _

set_up = Blueprint("set_up", __name__, url_prefix="/manage/teams/<team>")

SEE_OTHER = 303
SET_UP = "/audits/<audit>/set-up"
"""Below this stand the pages of one draft."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An audit that is being set up, and what it asks."""

    audit: Audit
    instrument: Instrument

    @property
    def words(self) -> LocalWords:
        """The team's own words."""
        return self.audit.team.words

    def address(self, page: str, **parts: Any) -> str:
        """Return the address of a page of this draft."""
        team, audit = self.audit.team.id, self.audit.id
        return url_for(f"set_up.{page}", team=team, audit=audit, **parts)


@dataclass(frozen=True, slots=True)
class StoppedPage:
    """Why something was not done, and where to go on."""

    navigation: Navigation
    title: str
    paragraphs: tuple[str, ...]
    link: str
    address: str


def draft_of(team: str, audit: str) -> Draft:
    """Return a draft of a team; lead on from one that has been launched.

    Raises
    ------
    LaunchedBefore
        If somebody sends a form for one that has been launched.
    """
    found = find_team_audit(site().installation, team, audit)
    if found is None:
        abort(HTTPStatus.NOT_FOUND)
    if found.state is not State.DRAFT:
        if request.method == "POST":
            raise LaunchedBefore(f"audit {audit} has been launched before")
        abort(redirect(url_for("home.show_audit", team=team, audit=audit)))
    return Draft(found, site().installation.instrument(found.instrument))


@set_up.errorhandler(WrongState)
def stopped(error: WrongState) -> ResponseReturnValue:
    """Say in plain words why something was not done, and what is so instead."""
    title, *paragraphs = _reason(error)
    parts = {name: (request.view_args or {})[name] for name in ("team", "audit")}
    if isinstance(error, ChangedMeanwhile):
        link, address = _("See how it is now"), request.path
    elif isinstance(error, LaunchedBefore):
        link, address = _("Go to the audit"), url_for("home.show_audit", **parts)
    else:
        link, address = _("Go back to the list"), url_for("set_up.tasks", **parts)
    page = StoppedPage(navigation(), title, tuple(paragraphs), link, address)
    return render("manage/set_up/stopped.html", page=page), HTTPStatus.CONFLICT


def _reason(error: WrongState) -> tuple[str, ...]:
    """Return a title and what there is to say."""
    match error:
        case ChangedMeanwhile():
            return (
                _("Somebody else has just changed this"),
                _("So we did not keep what you sent, or theirs would be lost."),
                _("Look at what is there now, and change it again if you need to."),
            )
        case LaunchedBefore():
            return (
                _("This audit has been launched already"),
                _("What you sent has changed nothing: what was promised holds."),
            )
        case TooNear(other=other):
            return (
                _("There is another audit of this team at about that time"),
                _("It closes at %(time)s.", time=london(other.promise.closes_at)),
                _(
                    "Two audits of a team close at least %(days)s days apart. Nearer "
                    "together, the two would show what those said who joined or left.",
                    days=APART.days,
                ),
                _("Choose a later closing time, or wait."),
            )
        case _:
            return (
                _("This audit cannot be launched as it is"),
                _("See on the list what there is still to do."),
            )
