"""What came of an audit, at its report address: what its team chose to let all read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus
from itertools import groupby

from flask import Blueprint, abort, redirect, url_for
from flask.typing import ResponseReturnValue

from peeraudit.audit.promise_words import LONDON
from peeraudit.operations.see_what_came import WhatCame, see_what_came
from peeraudit.plan.action import Action, Status
from peeraudit.report.reader import Reader
from peeraudit.report.statement import AgreedLine, agreed_lines
from peeraudit.report.words import day
from peeraudit.web.frame import Frame
from peeraudit.web.rendering import render
from peeraudit.web.site import site
from peeraudit.web.words import _, later

what_came = Blueprint("what_came", __name__, url_prefix="/r")

HEADINGS = {
    Status.COMPLETE: later("Done"),
    Status.IN_PROGRESS: later("Being done now"),
    Status.NOT_STARTED: later("Still to come"),
    Status.ON_HOLD: later("On hold"),
    Status.CANCELLED: later("Not going to happen"),
}
"""What stands above actions: how far the team has come, in this order."""


@dataclass(frozen=True, slots=True)
class ActionLine:
    """One action, as everyone reads it who was asked."""

    what: str
    when_and_who: tuple[str, ...]
    measure: str


@dataclass(frozen=True, slots=True)
class StatusBlock:
    """All actions that stand alike."""

    heading: str
    lines: tuple[ActionLine, ...]


@dataclass(frozen=True, slots=True)
class AgreedBlock:
    """All that a team agreed in one way."""

    heading: str
    lines: tuple[AgreedLine, ...]


@dataclass(frozen=True, slots=True)
class WhatCamePage:
    """What a team does now."""

    frame: Frame
    team: str
    report: str
    """Where the report is."""
    blocks: tuple[StatusBlock, ...]
    agreed: tuple[AgreedBlock, ...]
    agreed_on: str
    """When the last of it was agreed; empty where nothing of it is published."""

    @property
    def is_empty(self) -> bool:
        """Whether the team has published nothing so far."""
        return not self.blocks and not self.agreed


@what_came.get("/<address>/what-came-of-it")
def show(address: str) -> ResponseReturnValue:
    """Show what a team published; before the release, lead on to the report address."""
    found = see_what_came(site().installation, address)
    if found is None:
        abort(HTTPStatus.NOT_FOUND)
    report = url_for("reports.show", address=address)
    release = found.report.release
    if release is None:
        return redirect(report)
    lines = agreed_lines(Reader(release), found.agreements)
    return render("reports/what_came.html", page=_page(found, report, lines))


def _page(found: WhatCame, report: str, lines: tuple[AgreedLine, ...]) -> WhatCamePage:
    """Lay out what was published."""
    team, today = found.report.audit.team, site().now().astimezone(LONDON).date()
    blocks = tuple(
        StatusBlock(heading, tuple(_line(each, today) for each in held))
        for status, heading in HEADINGS.items()
        if (held := [each for each in found.actions if each.status is status])
    )
    frame = Frame(team.organisation)
    on = day(max(line.agreed_on for line in lines)) if lines else ""
    return WhatCamePage(frame, team.name, report, blocks, _agreed(lines), on)


def _agreed(lines: tuple[AgreedLine, ...]) -> tuple[AgreedBlock, ...]:
    """Lay out what was agreed, by how it was."""
    by_heading = groupby(lines, key=lambda line: line.heading)
    return tuple(AgreedBlock(heading, tuple(held)) for heading, held in by_heading)


def _line(action: Action, today: date) -> ActionLine:
    """Tell one action: never notes, and never an address."""
    told = tuple(_when_and_who(action, today))
    return ActionLine(action.what, told, action.measure)


def _when_and_who(action: Action, today: date) -> Iterator[str]:
    """Say which role sees to it, and by when; the day matters while it is open."""
    if action.status.is_over:
        yield _("Who saw to it: %(role)s.", role=action.owner)
        return
    if action.is_overdue(today):
        yield _("By %(day)s: that day has passed.", day=day(action.due))
    else:
        yield _("By %(day)s.", day=day(action.due))
    yield _("Who sees to it: %(role)s.", role=action.owner)
