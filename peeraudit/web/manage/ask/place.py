"""What every page about asking stands on: the audit, its groups and their names."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import Blueprint, abort, redirect, url_for

from peeraudit.account.roles import Right
from peeraudit.audit.audit import Audit
from peeraudit.audit.told import Names
from peeraudit.instrument.frozen import Group
from peeraudit.operations.how_asked import HowAsked, how_asked
from peeraudit.operations.teams import find_team_audit
from peeraudit.web.manage.guard import open_to
from peeraudit.web.site import site

ask = Blueprint("ask", __name__, url_prefix="/manage/teams/<team>/audits/<audit>/ask")

SEE_OTHER = 303

to_who_runs_it = open_to(Right.RUN_AUDIT, team="team")
"""Opens a page to whoever runs audits of the team."""


@dataclass(frozen=True, slots=True)
class Place:
    """One audit whose people are asked."""

    audit: Audit
    names: Names
    how: HowAsked

    @property
    def is_open(self) -> bool:
        """Whether people can still begin."""
        return self.audit.takes_answers(at=site().now(), has_draft=False)

    def heading(self, group: Group) -> str:
        """What a group is called as a label."""
        return self.names.heading(group)


def place(team: str, audit: str) -> Place:
    """Return the audit that an address names, or abort where it is of another team."""
    installation = site().installation
    found = find_team_audit(installation, team, audit)
    if found is None:
        abort(HTTPStatus.NOT_FOUND)
    names = Names(installation.instrument(found.instrument), found.team.words)
    return Place(found, names, how_asked(installation, found))


def open_place(team: str, audit: str) -> Place:
    """Return an audit in which people can be asked, or lead to where that is said."""
    found = place(team, audit)
    if not found.is_open:
        abort(redirect(overview_of(found.audit), SEE_OTHER))
    return found


def overview_of(audit: Audit, done: str | None = None) -> str:
    """Return where it stands how the people of an audit are asked."""
    return url_for("ask.overview", team=audit.team.id, audit=audit.id, done=done)
