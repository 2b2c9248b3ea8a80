"""How long one audit is kept: longer, with a reason, or erased, with notice."""

from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus

from flask import Blueprint, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from peeraudit.account.roles import Right
from peeraudit.audit.audit import Audit, State
from peeraudit.audit.retention import in_days, is_over, soonest
from peeraudit.operations.keep_audit import (
    Decision,
    ask_to_erase,
    keep_longer,
    read_keeping,
)
from peeraudit.operations.retention import erasures
from peeraudit.operations.teams import find_team_audit
from peeraudit.operations.wrong_state import WrongState
from peeraudit.web.forms import Fault
from peeraudit.web.manage.confirm import ConfirmPage
from peeraudit.web.manage.guard import account, open_to
from peeraudit.web.manage.navigation import Navigation, navigation
from peeraudit.web.manage.retention_forms import KeepForm
from peeraudit.web.rendering import render
from peeraudit.web.site import site
from peeraudit.web.words import _

keeping = Blueprint(
    "keeping", __name__, url_prefix="/manage/teams/<team>/audits/<audit>"
)

SEE_OTHER = 303


@dataclass(frozen=True, slots=True)
class KeepingPage:
    """How long one audit is kept, and what can be done about it."""

    navigation: Navigation
    form: KeepForm
    team: str
    day: str
    """When it is erased; empty where it is kept until somebody erases it."""
    reason: str
    """Why somebody keeps it for longer; empty where nobody does."""
    back: str
    erase: str

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong, for the summary."""
        return self.form.faults


@keeping.get("/keep")
@open_to(Right.CHANGE_RETENTION, team="team")
def show(team: str, audit: str) -> ResponseReturnValue:
    """Show until when an audit is kept."""
    found = _found(team, audit)
    page = _page(found, KeepForm().offer(found))
    return render("manage/keeping.html", page=page)


@keeping.post("/keep")
@open_to(Right.CHANGE_RETENTION, team="team")
def take(team: str, audit: str) -> ResponseReturnValue:
    """Keep it for longer."""
    found = _found(team, audit)
    form = KeepForm(request.form).offer(found)
    if not form.validate():
        page = _page(found, form)
        return render("manage/keeping.html", page=page), HTTPStatus.BAD_REQUEST
    decision = Decision(account(), site().now())
    months, reason = int(form.months.data), form.reason.data or ""
    with suppress(WrongState):
        # Somebody else keeps it for longer since just now: the page says until when.
        keep_longer(site().installation, audit, months, reason, decision)
    return redirect(url_for("keeping.show", team=team, audit=audit), SEE_OTHER)


@keeping.get("/erase")
@open_to(Right.CHANGE_RETENTION, team="team")
def ask_erase(team: str, audit: str) -> ResponseReturnValue:
    """Say what is lost, and ask whether to erase it."""
    page = _erase_page(_found(team, audit))
    return render("manage/confirm.html", page=page)


@keeping.post("/erase")
@open_to(Right.CHANGE_RETENTION, team="team")
def take_erase(team: str, audit: str) -> ResponseReturnValue:
    """Have it erased: after notice, or at once where nobody was asked in it."""
    _found(team, audit)
    decision = Decision(account(), site().now())
    try:
        when = ask_to_erase(site().installation, audit, decision)
    except WrongState:
        # Somebody launched it just now, or has erased it.
        return redirect(url_for("home.show_team", team=team), SEE_OTHER)
    if when is None:
        return redirect(url_for("home.show_team", team=team), SEE_OTHER)
    return redirect(url_for("home.show_audit", team=team, audit=audit), SEE_OTHER)


def _found(team: str, audit: str) -> Audit:
    """Return an audit that somebody may decide about."""
    found = find_team_audit(site().installation, team, audit)
    if found is None or not is_over(found):
        abort(HTTPStatus.NOT_FOUND)
    return found


def _page(audit: Audit, form: KeepForm) -> KeepingPage:
    """Lay out until when an audit is kept."""
    when = erasures(site().installation, (audit,), at=site().now()).get(audit.id)
    team = audit.team.id
    return KeepingPage(
        navigation(),
        form,
        audit.team.name,
        when.day if when else "",
        read_keeping(site().installation, audit.id).reason,
        url_for("home.show_audit", team=team, audit=audit.id),
        url_for("keeping.ask_erase", team=team, audit=audit.id),
    )


def _erase_page(audit: Audit) -> ConfirmPage:
    """Say what is lost with an audit."""
    is_draft = audit.state is State.DRAFT
    at = site().now()
    lost = (
        (
            _("What is filled in so far: facts, questions and the promise."),
            _("Nobody was asked in it. It is erased at once."),
        )
        if is_draft
        else (
            _(
                "The report and its PDF, what was agreed, the meeting and the actions "
                "are lost, for everybody who can read them now."
            ),
            _(
                "It is erased on %(day)s. Until then the report says so, and you can "
                "think again.",
                day=in_days(soonest(audit, at=at)),
            ),
            _(
                "What a later report of the team says about a change stays in that "
                "report. So does a view over several teams."
            ),
        )
    )
    return ConfirmPage(
        navigation(),
        _("Erase this audit of %(team)s", team=audit.team.name),
        (*lost, _("What has been erased cannot be had back.")),
        _("Erase it now") if is_draft else _("Have it erased"),
        url_for("keeping.show", team=audit.team.id, audit=audit.id),
    )
