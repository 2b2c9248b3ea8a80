"""Publishing what was agreed to everyone who was asked: what that means comes first."""

from flask import redirect, request
from flask.typing import ResponseReturnValue

from peeraudit.operations.hold_meeting import publish
from peeraudit.web.manage.confirm import ConfirmPage
from peeraudit.web.manage.navigation import navigation
from peeraudit.web.manage.plan.meeting_place import (
    SEE_OTHER,
    Place,
    meeting,
    place,
    to_who_runs_the_plan,
    writer,
)
from peeraudit.web.rendering import render
from peeraudit.web.site import site
from peeraudit.web.words import _


@meeting.get("/publish")
@to_who_runs_the_plan
def ask_publish(team: str, audit: str) -> ResponseReturnValue:
    """Say what publishing means, or taking it back."""
    found = place(team, audit)
    if found.basis.meeting is None:
        return redirect(found.address("ask_who"), SEE_OTHER)
    is_published = found.basis.meeting.is_published
    page = _stop(found) if is_published else _start(found)
    return render("manage/confirm.html", page=page)


@meeting.post("/publish")
@to_who_runs_the_plan
def take_publish(team: str, audit: str) -> ResponseReturnValue:
    """Publish what was agreed, or stop that."""
    found = place(team, audit)
    if found.basis.meeting is None:
        return redirect(found.address("ask_who"), SEE_OTHER)
    wanted = request.form.get("everyone") == "yes"
    publish(site().installation, writer(), audit, is_published=wanted)
    return redirect(found.address("agenda") + "#everyone", SEE_OTHER)


def _start(found: Place) -> ConfirmPage:
    """Say who will read what."""
    return ConfirmPage(
        navigation(),
        _("Everyone who was asked may read what was agreed"),
        (
            _(
                "Everyone who was asked will read it at the address of the report: "
                "each practice, what you agreed, and your sentence."
            ),
            _(
                "They will also read what you change or add later. Whoever has the "
                "address can pass it on."
            ),
            _(
                "Read your sentences once more: does one name somebody, or tell who is "
                "meant? Did everyone who met agree to this?"
            ),
            _("You can stop this at any time. What was read cannot be unread."),
        ),
        _("Let everyone who was asked read it"),
        found.address("agenda"),
        {"everyone": "yes"},
        is_warning=False,
    )


def _stop(found: Place) -> ConfirmPage:
    """Say what will not be there any more."""
    return ConfirmPage(
        navigation(),
        _("Stop showing what was agreed?"),
        (
            _("The report stays. What you agreed will not stand beside it any more."),
            _("Whoever has read it, or printed it, still knows it."),
        ),
        _("Stop showing it"),
        found.address("agenda"),
        {"everyone": "no"},
    )
