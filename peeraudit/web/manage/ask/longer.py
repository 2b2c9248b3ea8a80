"""Keeping an audit open for longer: later only, and everyone's promise says so."""

from dataclasses import dataclass
from datetime import datetime

from flask import redirect, request
from flask.typing import ResponseReturnValue
from wtforms import RadioField

from peeraudit.audit.promise_words import london
from peeraudit.operations.extend_audit import ask_to_extend, later_times
from peeraudit.operations.wrong_state import WrongState
from peeraudit.web.forms import PlainForm
from peeraudit.web.manage.ask.place import (
    SEE_OTHER,
    Place,
    ask,
    open_place,
    overview_of,
    to_who_runs_it,
)
from peeraudit.web.manage.forms import is_offered
from peeraudit.web.manage.guard import account
from peeraudit.web.manage.navigation import Navigation, navigation
from peeraudit.web.nhsuk import Radios
from peeraudit.web.rendering import render
from peeraudit.web.site import site
from peeraudit.web.words import _, later


class LongerForm(PlainForm):
    """A later closing time."""

    closes_at = RadioField(
        later("Until when?"),
        [is_offered("Choose one of the times shown")],
        validate_choice=False,
        widget=Radios(),
    )

    def __init__(self, found: Place) -> None:
        """Offer the times that are on offer now."""
        super().__init__(request.form)
        self.closes_at.choices = [
            (each.isoformat(), london(each))
            for each in later_times(found.audit, at=site().now())
        ]


@dataclass(frozen=True, slots=True)
class LongerPage:
    """The form for a later closing time."""

    navigation: Navigation
    back: str
    closes: str
    form: LongerForm
    has_choices: bool


@ask.get("/longer")
@to_who_runs_it
def ask_longer(team: str, audit: str) -> ResponseReturnValue:
    """Offer later closing times."""
    found = open_place(team, audit)
    return render("manage/ask/longer.html", page=_page(found, LongerForm(found)))


@ask.post("/longer")
@to_who_runs_it
def take_longer(team: str, audit: str) -> ResponseReturnValue:
    """Ask the worker for a later closing time."""
    found = open_place(team, audit)
    form = LongerForm(found)
    if form.validate():
        closes_at = datetime.fromisoformat(form.closes_at.data)
        try:
            ask_to_extend(
                site().installation, audit, closes_at, at=site().now(), by=account()
            )
        except WrongState:
            form.closes_at.errors = [
                _("Another audit of this team would close within 90 days of it")
            ]
        else:
            return redirect(overview_of(found.audit, done="longer"), SEE_OTHER)
    return render("manage/ask/longer.html", page=_page(found, form)), 400


def _page(found: Place, form: LongerForm) -> LongerPage:
    """Lay out the form."""
    closes = london(found.audit.promise.closes_at)
    back, choices = overview_of(found.audit), list(form.closes_at.iter_choices())
    return LongerPage(navigation(), back, closes, form, bool(choices))
