"""Somebody is missing: who joined, who left, a wrong address, a lost code."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import abort, redirect, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import Field, Form, StringField, ValidationError

from peeraudit.instrument.frozen import Group
from peeraudit.operations.change_address import change_address
from peeraudit.operations.people import takes_mail, tidy
from peeraudit.operations.replace_code import replace_code
from peeraudit.operations.wrong_state import WrongState
from peeraudit.web.forms import PlainForm
from peeraudit.web.manage.ask.overview import people
from peeraudit.web.manage.ask.paper import held_page
from peeraudit.web.manage.ask.place import (
    SEE_OTHER,
    Place,
    ask,
    open_place,
    overview_of,
    to_who_runs_it,
)
from peeraudit.web.manage.forms import WIDE
from peeraudit.web.manage.guard import account
from peeraudit.web.manage.navigation import Navigation, navigation
from peeraudit.web.nhsuk import TextInput
from peeraudit.web.rendering import render
from peeraudit.web.site import site
from peeraudit.web.words import _, later

TYPED = {"type": "email", "autocomplete": "off", "spellcheck": False, "classes": WIDE}


def _is_address(_form: Form, field: Field) -> None:
    """Refuse what is no address."""
    if not takes_mail(tidy(field.data or "")):
        raise ValidationError(_("Enter an e-mail address, like name@trust.nhs.uk"))


class ChangeForm(PlainForm):
    """An address, and the one that is right."""

    address = StringField(
        later("Address that was given"), [_is_address], widget=TextInput(**TYPED)
    )
    instead = StringField(
        later("Address that is right"), [_is_address], widget=TextInput(**TYPED)
    )


class LeaverForm(PlainForm):
    """The address of somebody who has left."""

    left = StringField(
        later("Address of whoever has left"), [_is_address], widget=TextInput(**TYPED)
    )


@dataclass(frozen=True, slots=True)
class OneCode:
    """A group whose one code can be replaced."""

    group: Group
    heading: str


@dataclass(frozen=True, slots=True)
class MissingPage:
    """What to do when somebody is missing."""

    navigation: Navigation
    back: str
    team: str
    audit: str
    has_mail: bool
    left: tuple[str, ...]
    """Groups in which somebody can still be asked, with how many."""
    ones: tuple[OneCode, ...]
    change: ChangeForm
    leaver: LeaverForm

    @property
    def faults(self) -> tuple[object, ...]:
        """What is wrong in whichever form was sent."""
        return (*self.change.faults, *self.leaver.faults)


@dataclass(frozen=True, slots=True)
class OneCodePage:
    """A group whose one code is about to be replaced."""

    navigation: Navigation
    back: str
    heading: str


@ask.get("/missing")
@to_who_runs_it
def missing(team: str, audit: str) -> ResponseReturnValue:
    """Say what can be done, and what cannot."""
    page = _page(open_place(team, audit), ChangeForm(), LeaverForm())
    return render("manage/ask/missing.html", page=page)


@ask.post("/missing")
@to_who_runs_it
def take_change(team: str, audit: str) -> ResponseReturnValue:
    """Put an address right, or send nothing more to it."""
    found = open_place(team, audit)
    is_change = request.form.get("then") == "change"
    change = ChangeForm(request.form if is_change else None)
    leaver = LeaverForm(None if is_change else request.form)
    if not (change.validate() if is_change else leaver.validate()):
        page = _page(found, change, leaver)
        return render("manage/ask/missing.html", page=page), 400
    address = (change.address if is_change else leaver.left).data or ""
    instead = (change.instead.data or "") if is_change else ""
    change_address(site().installation, audit, address, instead, at=site().now())
    return redirect(overview_of(found.audit, done="change"), SEE_OTHER)


@ask.get("/again/<group>")
@to_who_runs_it
def ask_again(team: str, audit: str, group: str) -> ResponseReturnValue:
    """Say what a new code for a group with one code means."""
    found, one = _one_code(team, audit, group)
    page = OneCodePage(navigation(), _missing_of(found), one.heading)
    return render("manage/ask/again.html", page=page)


@ask.post("/again/<group>")
@to_who_runs_it
def take_again(team: str, audit: str, group: str) -> ResponseReturnValue:
    """Make the new code, for the page to hold."""
    found, one = _one_code(team, audit, group)
    try:
        paper = replace_code(
            site().installation, audit, one.group, by=account(), at=site().now()
        )
    except WrongState:
        return redirect(overview_of(found.audit), SEE_OTHER)
    return render("manage/ask/paper_codes.html", page=held_page(found, paper))


def _page(found: Place, change: ChangeForm, leaver: LeaverForm) -> MissingPage:
    """Lay out what can be done."""
    return MissingPage(
        navigation(),
        overview_of(found.audit),
        found.audit.team.id,
        found.audit.id,
        site().installation.mail is not None and bool(found.how.by_mail),
        tuple(
            f"{found.heading(each.promise.group)}: {people(each.left_for_paper)}"
            for each in found.how.groups
            if each.left_for_paper
        ),
        tuple(_ones(found)),
        change,
        leaver,
    )


def _ones(found: Place) -> list[OneCode]:
    """Return the groups whose one code was given out."""
    return [
        OneCode(each.promise.group, found.heading(each.promise.group))
        for each in found.how.groups
        if each.promise.sheets == 1 and each.codes
    ]


def _one_code(team: str, audit: str, group: str) -> tuple[Place, OneCode]:
    """Return a group whose one code was given out, or abort."""
    found = open_place(team, audit)
    ones = {str(each.group): each for each in _ones(found)}
    if group not in ones:
        abort(HTTPStatus.NOT_FOUND)
    return found, ones[group]


def _missing_of(found: Place) -> str:
    """Return where it is said what to do."""
    return url_for("ask.missing", team=found.audit.team.id, audit=found.audit.id)
