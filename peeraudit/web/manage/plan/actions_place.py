"""What every page about a team's plan stands on: the team, its audits and findings."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from http import HTTPStatus

from flask import Blueprint, abort, url_for

from peeraudit.account.roles import Right
from peeraudit.audit.promise_words import LONDON
from peeraudit.operations.see_plan import TeamPlan, releases_of, see_plan
from peeraudit.plan.action import Action
from peeraudit.report.findings import FindingView, findings
from peeraudit.report.reader import Reader
from peeraudit.web.manage.guard import View, account, open_to
from peeraudit.web.site import site

plan = Blueprint("plan", __name__, url_prefix="/manage/teams/<team>")

SEE_OTHER = 303

to_who_sees_it: Callable[[View], View] = open_to(Right.SEE_TEAM, team="team")
to_who_runs_it: Callable[[View], View] = open_to(Right.RUN_PLAN, team="team")


@dataclass(frozen=True)
class Place:
    """The plan of one team, and what its reports found."""

    plan: TeamPlan
    today: date

    @property
    def team(self) -> str:
        """The id of the team."""
        return self.plan.team.id

    @property
    def address(self) -> str:
        """Where the plan is."""
        return url_for("plan.show", team=self.team)

    @property
    def may_change(self) -> bool:
        """Whether whoever asks may change the plan."""
        return account().may(Right.RUN_PLAN, self.team)

    @cached_property
    def readers(self) -> dict[str, Reader]:
        """What was released, by audit."""
        found = releases_of(site().installation, self.plan)
        return {audit: Reader(release) for audit, release in found.items()}

    def found(self, audit: str) -> tuple[FindingView, ...]:
        """Return what an audit found that can be answered, in the order to talk."""
        if audit not in self.readers:
            return ()
        told = findings(self.readers[audit])
        return (*told.first, *told.others)

    def first(self, audit: str) -> tuple[FindingView, ...]:
        """Return what to talk about first after an audit."""
        return findings(self.readers[audit]).first if audit in self.readers else ()

    @cached_property
    def titles(self) -> dict[tuple[str, str], str]:
        """The titles of what was found, by audit and rule."""
        return {
            (audit, each.key): each.title
            for audit in self.readers
            for each in self.found(audit)
        }

    def action(self, action: str) -> Action:
        """Return an action of this team, or answer that there is no such page."""
        return self.plan.action(action) or abort(HTTPStatus.NOT_FOUND)


def place(team: str) -> Place:
    """Return the plan of the team that an address names."""
    found = see_plan(site().installation, team) or abort(HTTPStatus.NOT_FOUND)
    return Place(found, site().now().astimezone(LONDON).date())
