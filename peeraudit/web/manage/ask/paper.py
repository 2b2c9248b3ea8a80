"""Asking on paper: what printing means, codes drawn up, and slips or a list of them."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from peeraudit.audit.promise import GroupMode
from peeraudit.instrument.frozen import Group
from peeraudit.operations.how_asked import GroupAsked
from peeraudit.operations.list_audits import report_address
from peeraudit.operations.paper_codes import (
    PaperCodes,
    draw_up,
    hand_over,
    held,
    hold,
)
from peeraudit.operations.wrong_state import WrongState
from peeraudit.report.pdf import slips_pdf
from peeraudit.report.slips import Addresses, listed, slips
from peeraudit.web.files import PDF, TEXT, send_file
from peeraudit.web.manage.ask.place import (
    SEE_OTHER,
    Place,
    ask,
    open_place,
    overview_of,
    to_who_runs_it,
)
from peeraudit.web.manage.guard import account
from peeraudit.web.manage.navigation import Navigation, navigation
from peeraudit.web.rendering import render
from peeraudit.web.site import site


@dataclass(frozen=True, slots=True)
class PaperPage:
    """What printing means, before codes are made."""

    navigation: Navigation
    back: str
    heading: str
    number: int
    is_joint: bool


@dataclass(frozen=True, slots=True)
class HeldPage:
    """Codes that are ready, locked in the page."""

    navigation: Navigation
    back: str
    heading: str
    number: int
    is_new: bool
    """False where they stand in the place of others."""
    held: str
    to_slips: str
    to_list: str


@ask.get("/paper/<group>")
@to_who_runs_it
def ask_paper(team: str, audit: str, group: str) -> ResponseReturnValue:
    """Say what printing means."""
    found, asked = _group(team, audit, group)
    return render("manage/ask/paper.html", page=_page(found, asked))


@ask.post("/paper/<group>")
@to_who_runs_it
def take_paper(team: str, audit: str, group: str) -> ResponseReturnValue:
    """Draw codes up, for the page to hold until they are handed over."""
    found, asked = _group(team, audit, group)
    try:
        paper = draw_up(site().installation, audit, asked.promise.group)
    except WrongState:
        return redirect(overview_of(found.audit), SEE_OTHER)
    return render("manage/ask/paper_codes.html", page=held_page(found, paper))


@ask.post("/paper/<group>/slips.pdf")
@to_who_runs_it
def send_slips(team: str, audit: str, group: str) -> ResponseReturnValue:
    """Send slips to print, and let their codes in."""
    found, paper = _handed_over(team, audit, group)
    content = slips_pdf(
        slips(
            found.audit,
            found.audit.promise.group[paper.group],
            found.heading(paper.group),
            paper.codes,
            _addresses(audit),
        )
    )
    return send_file(content, PDF, "slips.pdf")


@ask.post("/paper/<group>/codes.txt")
@to_who_runs_it
def send_list(team: str, audit: str, group: str) -> ResponseReturnValue:
    """Send the codes as a list, and let them in."""
    _, paper = _handed_over(team, audit, group)
    content = listed(paper.codes, _addresses(audit)).encode()
    return send_file(content, TEXT, "codes.txt")


def _group(team: str, audit: str, group: str) -> tuple[Place, GroupAsked]:
    """Return a group that has codes left, or lead to where its numbers are."""
    found = open_place(team, audit)
    asked = {str(each.promise.group): each for each in found.how.groups}
    if group not in asked:
        abort(HTTPStatus.NOT_FOUND)
    if not asked[group].left_for_paper:
        abort(redirect(overview_of(found.audit), SEE_OTHER))
    return found, asked[group]


def _handed_over(team: str, audit: str, group: str) -> tuple[Place, PaperCodes]:
    """Let the codes in that a page holds, or lead to where it is said why not."""
    found, installation = open_place(team, audit), site().installation
    if group not in set(found.audit.promise.group):
        abort(HTTPStatus.NOT_FOUND)
    paper = held(installation, request.form.get("held", ""), audit, Group(group))
    if paper is None:
        abort(HTTPStatus.BAD_REQUEST)
    try:
        hand_over(installation, paper, at=site().now(), by=account())
    except WrongState:
        abort(redirect(overview_of(found.audit, done="too-late"), SEE_OTHER))
    return found, paper


def _page(found: Place, asked: GroupAsked) -> PaperPage:
    """Lay out what printing means."""
    return PaperPage(
        navigation(),
        overview_of(found.audit),
        found.heading(asked.promise.group),
        asked.left_for_paper,
        asked.promise.mode is GroupMode.JOINT_SHEET,
    )


def held_page(found: Place, paper: PaperCodes) -> HeldPage:
    """Lay out the page that holds codes until they are printed."""
    audit, group = found.audit, paper.group
    team, name = audit.team.id, audit.id
    return HeldPage(
        navigation(),
        overview_of(audit),
        found.heading(group),
        len(paper.codes),
        not paper.are_counted,
        hold(site().installation, paper),
        url_for("ask.send_slips", team=team, audit=name, group=group),
        url_for("ask.send_list", team=team, audit=name, group=group),
    )


def _addresses(audit: str) -> Addresses:
    """Return where people type codes and read the report."""
    here = site().url or request.host_url.rstrip("/")
    return Addresses(here, f"{here}/r/{report_address(site().installation, audit)}")
