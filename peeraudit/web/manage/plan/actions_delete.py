"""Deleting an action, as it was seen: to cancel it is the usual way."""

from http import HTTPStatus

from flask import redirect, request
from flask.typing import ResponseReturnValue

from peeraudit.operations.change_action import is_gone, remove_action, seen_action
from peeraudit.operations.wrong_state import ChangedMeanwhile
from peeraudit.plan.action import Action
from peeraudit.web.manage.confirm import ConfirmPage
from peeraudit.web.manage.guard import account
from peeraudit.web.manage.navigation import navigation
from peeraudit.web.manage.plan.actions_place import (
    SEE_OTHER,
    Place,
    place,
    plan,
    to_who_runs_it,
)
from peeraudit.web.rendering import render
from peeraudit.web.site import site
from peeraudit.web.words import _


@plan.get("/plan/<action>/delete")
@to_who_runs_it
def ask_delete(team: str, action: str) -> ResponseReturnValue:
    """Ask whether an action is to be deleted."""
    found = place(team)
    page = _delete_page(found, found.action(action))
    return render("manage/confirm.html", page=page)


@plan.post("/plan/<action>/delete")
@to_who_runs_it
def delete(team: str, action: str) -> ResponseReturnValue:
    """Delete an action, as it was seen."""
    found = place(team)
    back = f"{found.address}?done=deleted"
    if is_gone(site().installation, action):
        # Pressed twice, or by two people: what was wanted is so.
        return redirect(back, SEE_OTHER)
    now = found.action(action)
    try:
        if seen_action(now) != request.form.get("seen", ""):
            raise ChangedMeanwhile(f"action {action} was changed just now")
        remove_action(site().installation, now, by=account(), at=site().now())
    except ChangedMeanwhile:
        refused = _("Somebody else has changed this action just now. Look at it again")
        page = _delete_page(place(team), now, refused)
        return render("manage/confirm.html", page=page), HTTPStatus.CONFLICT
    return redirect(back, SEE_OTHER)


def _delete_page(found: Place, action: Action, refused: str = "") -> ConfirmPage:
    """Say what goes with an action."""
    paragraphs = (
        _("“%(what)s”", what=action.what),
        _(
            "It is gone for good, with its notes. If the team has decided against it, "
            "set it to “Cancelled” instead: then people can see that it was decided."
        ),
        *((_("Everyone who was asked can read it now."),) * action.is_published),
    )
    return ConfirmPage(
        navigation(),
        _("Delete this action"),
        paragraphs,
        _("Delete this action"),
        found.address,
        {"seen": seen_action(action)},
        refused,
    )
