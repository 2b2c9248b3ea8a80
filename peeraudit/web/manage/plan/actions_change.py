"""Adding an action, and changing it as it was seen."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus

from flask import abort, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict
from wtforms import Field

from peeraudit.operations.add_action import add_action
from peeraudit.operations.change_action import (
    NoSuchAction,
    change_action,
    seen_action,
)
from peeraudit.operations.check_action import ActionFault
from peeraudit.operations.wrong_state import ChangedMeanwhile
from peeraudit.plan.action import Action
from peeraudit.plan.cycle import REVIEW_AFTER
from peeraudit.report.words import day
from peeraudit.web.forms import Fault
from peeraudit.web.manage.guard import account
from peeraudit.web.manage.navigation import Navigation, navigation
from peeraudit.web.manage.organisation import Theirs
from peeraudit.web.manage.plan.actions_form import (
    EVERYONE,
    MANAGERS,
    ActionForm,
    words_of,
)
from peeraudit.web.manage.plan.actions_place import (
    SEE_OTHER,
    Place,
    place,
    plan,
    to_who_runs_it,
)
from peeraudit.web.manage.plan.actions_suggested import Suggestions, suggestions
from peeraudit.web.rendering import render
from peeraudit.web.site import site
from peeraudit.web.words import _


@dataclass(frozen=True, slots=True)
class ActionPage:
    """The form for one action."""

    navigation: Navigation
    team: str
    """Its name."""
    back: str
    form: ActionForm
    here: str
    """Where the form goes."""
    seen: str = ""
    """What the action was when the page was drawn; empty for a new one."""
    suggestions: tuple[Suggestions, ...] = ()
    meanwhile: tuple[Theirs, ...] = ()
    """Where somebody else has saved something other than what is in the form."""
    is_gone: bool = False
    """Whether somebody has deleted it meanwhile."""

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong, for the summary."""
        raced = _("Somebody else has changed this action just now")
        gone = _("This action is not in the plan any more")
        first = (Fault(raced, "meanwhile"),) if self.meanwhile else ()
        lost = (Fault(gone, "meanwhile"),) if self.is_gone else ()
        return (*first, *lost, *self.form.faults)


@plan.get("/plan/new")
@to_who_runs_it
def ask_new(team: str) -> ResponseReturnValue:
    """Ask for an action; filled with what the report suggests, where that was used."""
    found = place(team)
    audit = _audit(found, request.args.get("audit", ""))
    form = _form(found, _begun(found, audit))
    return render("manage/plan/action.html", page=_new_page(found, form))


@plan.post("/plan/new")
@to_who_runs_it
def take_new(team: str) -> ResponseReturnValue:
    """Add an action."""
    found = place(team)
    audit = _audit(found, request.args.get("audit", ""))
    form = _form(found, _blank(found, audit), request.form)
    if form.is_right(found.today):
        by, at = account(), site().now()
        try:
            add_action(site().installation, team, form.read, by=by, at=at)
        except ActionFault as fault:
            form[fault.field].errors = [str(fault)]
        else:
            return redirect(f"{found.address}?done=added", SEE_OTHER)
    page = _new_page(found, form)
    return render("manage/plan/action.html", page=page), HTTPStatus.BAD_REQUEST


@plan.get("/plan/<action>")
@to_who_runs_it
def ask_change(team: str, action: str) -> ResponseReturnValue:
    """Show an action as it is, to be changed."""
    found = place(team)
    now = found.action(action)
    page = _page(found, _form(found, now), seen_action(now))
    return render("manage/plan/action.html", page=page)


@plan.post("/plan/<action>")
@to_who_runs_it
def take_change(team: str, action: str) -> ResponseReturnValue:
    """Keep an action as it is now."""
    found, seen = place(team), request.form.get("seen", "")
    now = found.plan.action(action)
    if now is None:
        return _gone(found)
    form = _form(found, now, request.form)
    if not form.is_right(found.today, now):
        page = _page(found, form, seen)
        return render("manage/plan/action.html", page=page), HTTPStatus.BAD_REQUEST
    by, at = account(), site().now()
    try:
        change_action(site().installation, form.read, seen, by=by, at=at)
    except ChangedMeanwhile:
        return _raced(place(team), form, action)
    except NoSuchAction:
        return _gone(found)
    return redirect(f"{found.address}?done=changed", SEE_OTHER)


def _audit(found: Place, named: str) -> str:
    """Return the audit that an action follows from: the last, where none is named."""
    if not found.plan.audits or (named and not found.plan.audit(named)):
        abort(HTTPStatus.NOT_FOUND)
    return named or found.plan.audits[0].id


def _blank(found: Place, audit: str) -> Action:
    """Return a new action: due at the review, or in eight weeks where that is over."""
    cycle = found.plan.cycle
    ahead = cycle is not None and cycle.review_on > found.today + timedelta(days=7)
    due = cycle.review_on if cycle and ahead else found.today + REVIEW_AFTER
    return Action(audit, "", "", due)


def _begun(found: Place, audit: str) -> Action:
    """Return a new action as the address asks for it: for a finding, with words."""
    new, rule = _blank(found, audit), request.args.get("finding", "")
    about = {each.key: each for each in found.found(audit)}.get(rule)
    if about is None:
        return new
    number = request.args.get("use", default=-1, type=int)
    suggested = dict(enumerate(about.recommendations)).get(number, "")
    return Action(audit, suggested, "", new.due, finding=rule)


def _form(
    found: Place, action: Action, sent: MultiDict[str, str] | None = None
) -> ActionForm:
    """Return the form for an action."""
    has_mail = site().installation.mail is not None
    return ActionForm(action, found.found(action.audit), sent, has_mail=has_mail)


def _page(
    found: Place, form: ActionForm, seen: str, meanwhile: tuple[Theirs, ...] = ()
) -> ActionPage:
    """Lay out the form for an action that is there."""
    name, here = found.plan.team.name, request.path
    return ActionPage(
        navigation(), name, found.address, form, here, seen, meanwhile=meanwhile
    )


def _new_page(found: Place, form: ActionForm, *, is_gone: bool = False) -> ActionPage:
    """Lay out the form for a new action, with what the report suggests."""
    audit, rule = form.action.audit, request.args.get("finding", "")
    about = [each for each in found.found(audit) if each.key == rule]
    return ActionPage(
        navigation(),
        found.plan.team.name,
        found.address,
        form,
        url_for("plan.take_new", team=found.team, audit=audit),
        suggestions=() if form.what.data else suggestions(found, audit, about),
        is_gone=is_gone,
    )


def _raced(found: Place, form: ActionForm, action: str) -> ResponseReturnValue:
    """Show what somebody else has saved meanwhile, and keep what was typed."""
    now = found.plan.action(action)
    if now is None:
        return _gone(found)
    theirs = tuple(_theirs(form, now))
    page = _page(found, form, seen_action(now), theirs)
    return render("manage/plan/action.html", page=page), HTTPStatus.CONFLICT


def _gone(found: Place) -> ResponseReturnValue:
    """Keep what was typed about an action that is not there, as a new one."""
    audit = _audit(found, "")
    form = _form(found, _blank(found, audit), request.form)
    page = _new_page(found, form, is_gone=True)
    return render("manage/plan/action.html", page=page), HTTPStatus.NOT_FOUND


def _theirs(form: ActionForm, now: Action) -> Iterator[Theirs]:
    """Yield the fields in which somebody else has put something other."""
    typed = form.read
    told = {
        "what": now.what,
        "owner": now.owner,
        "due": day(now.due),
        "measure": now.measure,
        "status": words_of(form.status, now.status),
        "finding": words_of(form.finding, now.finding),
        "remind": now.remind,
        "notes": now.notes,
    }
    for name, words in told.items():
        if name in form and getattr(typed, name) != getattr(now, name):
            yield Theirs(_label(form[name]), words or _("nothing"))
    if typed.is_published != now.is_published:
        answer = EVERYONE if now.is_published else MANAGERS
        yield Theirs(_label(form.may_read), words_of(form.may_read, answer))


def _label(field: Field) -> str:
    """Return what a field is called."""
    return str(field.label.text)
