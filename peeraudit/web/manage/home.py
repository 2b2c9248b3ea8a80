"""Where a manager begins: their teams, and where each audit stands."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import Blueprint, abort, redirect, url_for
from flask.typing import ResponseReturnValue

from peeraudit.account.roles import Right
from peeraudit.audit.audit import Audit, State
from peeraudit.audit.promise_words import london
from peeraudit.audit.retention import Erasure
from peeraudit.audit.standing import standing
from peeraudit.audit.team import Team
from peeraudit.instrument.definition import Mode
from peeraudit.operations.list_audits import report_address
from peeraudit.operations.retention import erasures
from peeraudit.operations.see_agreed import see_agreed
from peeraudit.operations.teams import (
    TeamWithAudits,
    find_team,
    find_team_audit,
    teams_of,
)
from peeraudit.web.manage.guard import account, open_to
from peeraudit.web.manage.kept import Kept, kept
from peeraudit.web.manage.look_again import LookAgain, look_again
from peeraudit.web.manage.navigation import Navigation, navigation
from peeraudit.web.rendering import render
from peeraudit.web.site import site

home = Blueprint("home", __name__, url_prefix="/manage")


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One audit in a list."""

    id: str
    what: str
    closes: str
    standing: str
    erased: str = ""
    """The day on which it will be erased, where that is near."""


@dataclass(frozen=True, slots=True)
class TeamBlock:
    """A team and its audits."""

    team: Team
    audits: tuple[AuditLine, ...]


@dataclass(frozen=True, slots=True)
class HomePage:
    """The first page after signing in."""

    navigation: Navigation
    teams: tuple[TeamBlock, ...]
    may_add: bool
    sees_teams: bool


@dataclass(frozen=True, slots=True)
class TeamPage:
    """One team."""

    navigation: Navigation
    block: TeamBlock
    may_run: bool
    start: str
    """Where an audit is started, or gone on with."""
    is_setting_up: bool
    """Whether an audit of the team is being set up now."""
    again: LookAgain | None
    """When to look again; none while an audit is on its way."""
    meeting: str = ""
    """Where the last report is talked about; empty before there is one."""


@dataclass(frozen=True, slots=True)
class AuditPage:
    """One audit: where it stands, and what comes next."""

    navigation: Navigation
    team: Team
    audit: Audit
    standing: str
    closes: str
    report: str
    """Where the report is, or will be; empty before the launch."""
    may_run: bool
    again: LookAgain | None
    """When to look again, on the page of the last audit."""
    agreed: str
    """Where what was agreed stands beside its report; empty where nothing can be."""
    meeting: str
    """Where the meeting about the report is held, for whoever holds it."""
    kept: Kept

    @property
    def is_out(self) -> bool:
        """Whether the report is there to read."""
        return self.audit.state is State.RELEASED

    @property
    def is_opening(self) -> bool:
        """Whether the worker has yet to make the keys."""
        return self.audit.state is State.LAUNCHING

    @property
    def ask(self) -> str:
        """Where people are asked; nowhere before the audit is open."""
        if not self.may_run or self.audit.state is not State.OPEN:
            return ""
        where = url_for("home.show_audit", team=self.team.id, audit=self.audit.id)
        return f"{where}/ask"


@home.get("")
@open_to(None)
def show() -> ResponseReturnValue:
    """Show the teams that an account sees."""
    asker = account()
    blocks = _blocks(teams_of(site().installation, asker))
    sees = asker.may(Right.SEE_TEAM)
    page = HomePage(navigation(), blocks, asker.may(Right.ADD_TEAM), sees)
    return render("manage/home.html", page=page)


@home.get("/teams/<team>")
@open_to(Right.SEE_TEAM, team="team")
def show_team(team: str) -> ResponseReturnValue:
    """Show a team and its audits."""
    found = find_team(site().installation, team) or abort(HTTPStatus.NOT_FOUND)
    may_run = account().may(Right.RUN_AUDIT, team)
    setting_up = any(each.state is State.DRAFT for each in found.audits)
    start = url_for("set_up.ask_start", team=team)
    again = look_again(found.audits, team, may_run=may_run)
    (block,) = _blocks((found,))
    last = next(iter(found.audits), None)
    is_out = last is not None and last.state is State.RELEASED
    meeting = _meeting(last) if last and is_out else ""
    page = TeamPage(navigation(), block, may_run, start, setting_up, again, meeting)
    return render("manage/team.html", page=page)


@home.get("/teams/<team>/audits/<audit>")
@open_to(Right.SEE_TEAM, team="team")
def show_audit(team: str, audit: str) -> ResponseReturnValue:
    """Show where an audit stands, and what comes next."""
    found = find_team_audit(site().installation, team, audit)
    if found is None:
        abort(HTTPStatus.NOT_FOUND)
    may_run = account().may(Right.RUN_AUDIT, team)
    if found.state is State.DRAFT and may_run:
        return redirect(url_for("set_up.tasks", team=team, audit=audit))
    address = report_address(site().installation, audit)
    page = AuditPage(
        navigation(),
        found.team,
        found,
        standing(found, at=site().now()),
        "" if found.state is State.DRAFT else london(found.promise.closes_at),
        url_for("reports.show", address=address) if address else "",
        may_run,
        _again_after(found, may_run=may_run),
        _agreed_beside(found),
        _meeting(found),
        kept(found),
    )
    return render("manage/audit.html", page=page)


def _again_after(audit: Audit, *, may_run: bool) -> LookAgain | None:
    """Propose when to look again, if this is the last audit of its team."""
    team = find_team(site().installation, audit.team.id)
    if team is None or team.audits[0].id != audit.id:
        return None
    return look_again(team.audits, audit.team.id, may_run=may_run)


def _agreed_beside(audit: Audit) -> str:
    """Return where earlier agreements stand beside a report, if it is a repeat."""
    if audit.state is not State.RELEASED or audit.mode is not Mode.RE_AUDIT:
        return ""
    if see_agreed(site().installation, audit) is None:
        return ""
    return url_for("agreed_then.show", team=audit.team.id, audit=audit.id)


def _meeting(found: Audit) -> str:
    """Return where the meeting is held; nowhere for whoever does not hold it."""
    if not account().may(Right.RUN_PLAN, found.team.id):
        return ""
    return url_for("meeting.agenda", team=found.team.id, audit=found.id)


def _blocks(found: tuple[TeamWithAudits, ...]) -> tuple[TeamBlock, ...]:
    """List the audits of teams, and say which will be erased soon."""
    every = tuple(audit for each in found for audit in each.audits)
    when = erasures(site().installation, every, at=site().now())
    return tuple(
        TeamBlock(
            each.team, tuple(_line(audit, when.get(audit.id)) for audit in each.audits)
        )
        for each in found
    )


MODES = {
    "before_start": "Readiness audit",
    "in_post": "Role adoption audit",
    "re_audit": "Role adoption audit, again",
}


def _line(audit: Audit, erasure: Erasure | None) -> AuditLine:
    """Say in a line what an audit is and where it stands."""
    return AuditLine(
        audit.id,
        MODES[audit.mode],
        "" if audit.state is State.DRAFT else london(audit.promise.closes_at),
        standing(audit, at=site().now()),
        erasure.day if erasure and erasure.is_near else "",
    )
