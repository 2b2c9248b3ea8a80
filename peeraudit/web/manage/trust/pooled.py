"""Views over several small groups: which were made, and which groups wait for one.

They are made at the command line and not here: making one opens sealed counts, and the
website has no key to any (docs/adr/0012).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from http import HTTPStatus

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from peeraudit.account.roles import Right
from peeraudit.audit.promise import POOLED_FROM_ANSWERS, POOLED_FROM_TEAMS
from peeraudit.audit.promise_words import LONDON
from peeraudit.instrument.frozen import Group
from peeraudit.operations.pool_teams import list_views, read_view, waiting_teams
from peeraudit.report.page import body, title
from peeraudit.report.templates import SCREEN
from peeraudit.report.words import day
from peeraudit.web.manage.guard import open_to
from peeraudit.web.manage.navigation import Navigation, navigation
from peeraudit.web.manage.trust.place import trust
from peeraudit.web.rendering import render
from peeraudit.web.site import site
from peeraudit.web.words import later

GROUPS = {
    Group.MANAGER: later("Managers"),
    Group.PEER_WORKER: later("Peer workers"),
    Group.OTHER_STAFF: later("Other staff"),
    Group.PERSON_USING_SERVICE: later("People who use the service"),
}


@dataclass(frozen=True, slots=True)
class ViewLine:
    """A view that was made."""

    address: str
    name: str
    group: str
    made_on: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A group that waits in some teams: of none is told how many answered."""

    group: str
    id: str
    teams: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PooledPage:
    """The views that were made, and what waits."""

    navigation: Navigation
    views: tuple[ViewLine, ...]
    waiting: tuple[Waiting, ...]
    fewest_teams: int = POOLED_FROM_TEAMS
    fewest_answers: int = POOLED_FROM_ANSWERS


@dataclass(frozen=True, slots=True)
class ViewPage:
    """One view, told as any report."""

    navigation: Navigation
    title: str
    body: Markup


@trust.get("/pooled")
@open_to(Right.SEE_TRUST)
def list_pooled() -> ResponseReturnValue:
    """List the views that were made, the newest first, and what waits for one."""
    views = [
        ViewLine(
            url_for("trust.show_pooled", view=view.id),
            view.name,
            str(GROUPS[view.group]),
            day(view.made_at.astimezone(LONDON).date()),
        )
        for view in reversed(list_views(site().installation))
    ]
    page = PooledPage(navigation(), tuple(views), tuple(_waiting()))
    return render("manage/trust/pooled.html", page=page)


@trust.get("/pooled/<view>")
@open_to(Right.SEE_TRUST)
def show_pooled(view: str) -> ResponseReturnValue:
    """Show one view."""
    release = read_view(site().installation, view) or abort(HTTPStatus.NOT_FOUND)
    medium = replace(SCREEN, guides=url_for("guide.index"))
    markup = Markup(body(release, medium))  # noqa: S704 # its templates escape
    page = ViewPage(navigation(), title(release), markup)
    return render("manage/trust/view.html", page=page)


def _waiting() -> Iterator[Waiting]:
    """Yield each group that waits anywhere, with the teams that it waits in."""
    for group, name in GROUPS.items():
        names = {each.team.name for each in waiting_teams(site().installation, group)}
        if names:
            yield Waiting(str(name), group, tuple(sorted(names, key=str.casefold)))
