"""The shared link of people who use the service, and a notice to put up."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import Response, abort, request, url_for
from markupsafe import Markup

from peeraudit.audit.promise import GroupPromise
from peeraudit.instrument.frozen import Group
from peeraudit.operations.shared_link import shared_link
from peeraudit.report.notice import notice
from peeraudit.report.pdf import notice_pdf
from peeraudit.report.slips import qr_code
from peeraudit.web.files import PDF, send_file
from peeraudit.web.manage.ask.place import (
    Place,
    ask,
    open_place,
    overview_of,
    to_who_runs_it,
)
from peeraudit.web.manage.navigation import Navigation, navigation
from peeraudit.web.rendering import render
from peeraudit.web.site import site


@dataclass(frozen=True, slots=True)
class SharedPage:
    """The link, and what it means."""

    navigation: Navigation
    back: str
    heading: str
    number: int
    link: str
    picture: Markup
    pdf: str


@ask.get("/shared/<group>")
@to_who_runs_it
def show_shared(team: str, audit: str, group: str) -> str:
    """Show the link, and where it may be put up."""
    found, promise = _group(team, audit, group)
    link = f"{_here()}/s/{_code(found, promise)}"
    page = SharedPage(
        navigation(),
        overview_of(found.audit),
        found.heading(promise.group),
        promise.asked,
        link,
        qr_code(link),
        url_for("ask.send_notice", team=team, audit=audit, group=group),
    )
    return render("manage/ask/shared.html", page=page)


@ask.get("/shared/<group>/notice.pdf")
@to_who_runs_it
def send_notice(team: str, audit: str, group: str) -> Response:
    """Send a notice to print."""
    found, promise = _group(team, audit, group)
    heading, code = found.heading(promise.group), _code(found, promise)
    content = notice_pdf(notice(found.audit, promise, heading, _here(), code))
    return send_file(content, PDF, "notice.pdf")


def _group(team: str, audit: str, group: str) -> tuple[Place, GroupPromise]:
    """Return a group that starts from a shared link, or abort."""
    found = open_place(team, audit)
    if group not in set(found.audit.promise.shared_links):
        abort(HTTPStatus.NOT_FOUND)
    return found, found.audit.promise.group[Group(group)]


def _code(found: Place, promise: GroupPromise) -> str:
    """Return the code in the link."""
    return shared_link(site().installation, found.audit.id, promise.group)


def _here() -> str:
    """Return where people come to the website."""
    return site().url or request.host_url.rstrip("/")
