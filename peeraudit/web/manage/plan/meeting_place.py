"""What every page of a meeting stands on: the audit, its release, what is agreed."""

from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus
from typing import Any

from flask import Blueprint, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from peeraudit.account.roles import Right
from peeraudit.audit.audit import Audit
from peeraudit.operations.hold_meeting import Writer
from peeraudit.operations.read_meeting import MeetingBasis, read_meeting
from peeraudit.operations.teams import find_team_audit
from peeraudit.operations.wrong_state import WrongState
from peeraudit.report.agenda import Point, Progress, points, progress
from peeraudit.report.findings import FindingView, first_to_talk_about, view
from peeraudit.report.reader import Reader
from peeraudit.web.manage.guard import account, open_to
from peeraudit.web.site import site

meeting = Blueprint(
    "meeting", __name__, url_prefix="/manage/teams/<team>/audits/<audit>/meeting"
)

SEE_OTHER = 303

to_who_runs_the_plan = open_to(Right.RUN_PLAN, team="team")
"""Opens a page to whoever holds meetings of the team."""


@dataclass(frozen=True)
class Place:
    """The meeting after one audit."""

    basis: MeetingBasis

    @property
    def audit(self) -> Audit:
        """The audit."""
        return self.basis.audit

    @cached_property
    def reader(self) -> Reader:
        """Its release."""
        return Reader(self.basis.release)

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """The practices in the order in which to talk about them."""
        return points(self.reader)

    @cached_property
    def priorities(self) -> tuple[FindingView, ...]:
        """The findings to talk about first."""
        first = first_to_talk_about(self.reader)
        return tuple(view(each, self.reader) for each in first)

    @property
    def progress(self) -> Progress:
        """How far the team has come."""
        return progress(self.points, self.basis.agreed)

    def address(self, page: str, **parts: Any) -> str:
        """Return the address of a page of this meeting."""
        team, audit = self.audit.team.id, self.audit.id
        return url_for(f"meeting.{page}", team=team, audit=audit, **parts)


def team_audit(team: str, audit: str) -> Audit:
    """Return the audit of an address, or answer that there is no such page."""
    found = find_team_audit(site().installation, team, audit)
    return found or abort(HTTPStatus.NOT_FOUND)


def place(team: str, audit: str) -> Place:
    """Return a meeting, or lead to where it says why there can be none now."""
    basis = read_meeting(site().installation, team_audit(team, audit))
    if basis is None:
        agenda = url_for("meeting.agenda", team=team, audit=audit)
        abort(redirect(agenda, SEE_OTHER))
    return Place(basis)


@meeting.errorhandler(WrongState)
def closed_meanwhile(_error: WrongState) -> ResponseReturnValue:
    """Lead to where it is said why: somebody closed the report at this moment."""
    parts = {name: (request.view_args or {})[name] for name in ("team", "audit")}
    return redirect(url_for("meeting.agenda", **parts), SEE_OTHER)


def writer(seen: str = "") -> Writer:
    """Return whoever asks, as somebody who writes down what is agreed."""
    return Writer(account(), site().now(), seen)
