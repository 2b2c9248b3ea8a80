"""Asking by mail: the lists, a look at them before anything is sent, and reminders."""

from dataclasses import dataclass

from flask import abort, redirect, request
from flask.typing import ResponseReturnValue

from peeraudit.instrument.frozen import Group
from peeraudit.operations.ask_by_mail import TooMany, ask_by_mail
from peeraudit.operations.how_asked import GroupAsked
from peeraudit.operations.remind import TooSoon, read_reminder, remind
from peeraudit.operations.wrong_state import WrongState
from peeraudit.web.manage.ask.lists import AddressForm, sent_lists
from peeraudit.web.manage.ask.overview import people
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
from peeraudit.web.words import _


@dataclass(frozen=True, slots=True)
class ListsPage:
    """The form for addresses."""

    navigation: Navigation
    back: str
    form: AddressForm


@dataclass(frozen=True, slots=True)
class GroupToSend:
    """What was read of one group's list."""

    group: Group
    heading: str
    count: str
    difference: str
    """What else there is to do; empty where everyone has an address."""
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConfirmPage:
    """What is about to be sent."""

    navigation: Navigation
    back: str
    groups: tuple[GroupToSend, ...]
    mails: int


@dataclass(frozen=True, slots=True)
class ReminderPage:
    """A reminder before it is sent."""

    navigation: Navigation
    back: str
    words: str
    to: str
    refused: str


@ask.get("/mail")
@to_who_runs_it
def ask_lists(team: str, audit: str) -> ResponseReturnValue:
    """Ask for addresses."""
    found = _place(team, audit)
    return render(
        "manage/ask/mail.html", page=_lists_page(found, AddressForm(found, {}))
    )


@ask.post("/mail")
@to_who_runs_it
def take_lists(team: str, audit: str) -> ResponseReturnValue:
    """Look at the lists; show what would be sent, or send it where that was seen."""
    found = _place(team, audit)
    form = AddressForm(found, sent_lists(found))
    then = request.form.get("then", "")
    if not form.check():
        return render("manage/ask/mail.html", page=_lists_page(found, form)), 400
    if then == "change":
        return render("manage/ask/mail.html", page=_lists_page(found, form))
    if then != "send":
        return render("manage/ask/mail_confirm.html", page=_confirm_page(found, form))
    try:
        ask_by_mail(
            site().installation,
            audit,
            form.read.addresses,
            at=site().now(),
            by=account(),
        )
    except TooMany:
        # Somebody else was quicker: look at the lists again, with what is left now.
        return redirect(overview_of(found.audit), SEE_OTHER)
    return redirect(overview_of(found.audit, done="mail"), SEE_OTHER)


@ask.get("/reminder")
@to_who_runs_it
def ask_reminder(team: str, audit: str) -> ResponseReturnValue:
    """Show the reminder before it is sent."""
    return render("manage/ask/reminder.html", page=_reminder_page(_place(team, audit)))


@ask.post("/reminder")
@to_who_runs_it
def take_reminder(team: str, audit: str) -> ResponseReturnValue:
    """Send the reminder to everyone asked."""
    found = _place(team, audit)
    try:
        remind(site().installation, audit, at=site().now(), by=account())
    except TooSoon:
        refused = _(
            "Everyone was reminded less than two days ago, or three times already."
        )
    except WrongState:
        refused = _("Nobody was asked by e-mail, so there is nobody to remind.")
    else:
        return redirect(overview_of(found.audit, done="reminder"), SEE_OTHER)
    page = _reminder_page(found, refused)
    return render("manage/ask/reminder.html", page=page), 409


def _place(team: str, audit: str) -> Place:
    """Return an audit in which people can be asked by mail, or lead back."""
    found = open_place(team, audit)
    if site().installation.mail is None:
        abort(redirect(overview_of(found.audit), SEE_OTHER))
    return found


def _lists_page(found: Place, form: AddressForm) -> ListsPage:
    """Lay out the form for addresses."""
    if not form.groups:
        abort(redirect(overview_of(found.audit), SEE_OTHER))
    return ListsPage(navigation(), overview_of(found.audit), form)


def _confirm_page(found: Place, form: AddressForm) -> ConfirmPage:
    """Lay out what is about to be sent."""
    groups = tuple(
        _to_send(found, each, form.read.addresses.get(each.promise.group, ()))
        for each in found.how.groups
        if each.left_for_mail
    )
    back = overview_of(found.audit)
    return ConfirmPage(navigation(), back, groups, form.read.number)


def _to_send(
    found: Place, asked: GroupAsked, addresses: tuple[str, ...]
) -> GroupToSend:
    """Say how many of a group would be asked, and who would not be yet."""
    given, left = len(addresses), asked.left_for_mail
    heading = found.heading(asked.promise.group)
    count = _(
        "%(given)s of %(left)s who are left to ask", given=given, left=people(left)
    )
    difference = ""
    if not given:
        count = _("No address given")
        difference = _("%(left)s to ask later, or on paper.", left=people(left))
    elif left > given:
        difference = _(
            "%(missing)s without an address: ask on paper.",
            missing=people(left - given),
        )
    return GroupToSend(asked.promise.group, heading, count, difference, addresses)


def _reminder_page(found: Place, refused: str = "") -> ReminderPage:
    """Lay out the reminder."""
    words = read_reminder(site().installation, found.audit.id)
    back, to = overview_of(found.audit), people(found.how.by_mail)
    return ReminderPage(navigation(), back, words, to, refused)
