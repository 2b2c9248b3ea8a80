"""Help somebody who cannot sign in: another password, or another second factor."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import Blueprint, abort, redirect, request, session, url_for
from flask.typing import ResponseReturnValue

from peeraudit.account.passwords import WeakPassword
from peeraudit.account.roles import Account, Right
from peeraudit.account.tokens import PASSWORD_LINK_HOLDS
from peeraudit.operations.acting import NotAllowed
from peeraudit.operations.lost_factor import remove_factor
from peeraudit.operations.new_password import (
    choose_password,
    offer_password,
    whose_link,
)
from peeraudit.operations.see_people import find_account, signs_in
from peeraudit.operations.wrong_state import WrongState
from peeraudit.web.manage.confirm import ConfirmPage
from peeraudit.web.manage.forms import ChoosePasswordForm
from peeraudit.web.manage.guard import account, open_to, open_to_all
from peeraudit.web.manage.hand_over import hand_over, password_letter, whole_address
from peeraudit.web.manage.navigation import navigation
from peeraudit.web.rendering import render
from peeraudit.web.site import site
from peeraudit.web.words import _

helping = Blueprint("helping", __name__, url_prefix="/manage")

SEE_OTHER = 303


@dataclass(frozen=True, slots=True)
class ChoosePasswordPage:
    """What somebody sees who follows a link for another password."""

    form: ChoosePasswordForm
    email: str = ""
    """Empty where the link is over."""


@helping.get("/accounts/<person>/second-factor")
@open_to(Right.MANAGE_ACCOUNTS)
def ask_remove_factor(person: str) -> ResponseReturnValue:
    """Ask whether a second factor is to be forgotten."""
    other = _other(person)
    is_tied = signs_in(site().installation, other.id).with_sign_on
    page = _untie_page(other) if is_tied else _remove_page(other)
    return render("manage/confirm.html", page=page)


@helping.post("/accounts/<person>/second-factor")
@open_to(Right.MANAGE_ACCOUNTS)
def take_factor_away(person: str) -> ResponseReturnValue:
    """Forget a second factor."""
    try:
        other = _other(person).id
        remove_factor(site().installation, account(), other, at=site().now())
    except NotAllowed:
        abort(HTTPStatus.NOT_FOUND)
    return redirect(url_for("people.show"), SEE_OTHER)


@helping.get("/accounts/<person>/new-password")
@open_to(Right.MANAGE_ACCOUNTS)
def ask_new_password(person: str) -> ResponseReturnValue:
    """Ask whether somebody is to have a link for another password."""
    other = _other(person)
    page = ConfirmPage(
        navigation(),
        _("A new password for %(name)s", name=other.name),
        (
            _("You get a link for them. With it they choose a new password."),
            _("Whoever has the link can use it, so send it to them and nobody else."),
            _("From then on they sign in with it here, and not with your organisation.")
            if signs_in(site().installation, other.id).with_sign_on
            else _("Their second step stays as it is."),
        ),
        _("Make the link"),
        url_for("people.show"),
        is_warning=False,
    )
    return render("manage/confirm.html", page=page)


@helping.post("/accounts/<person>/new-password")
@open_to(Right.MANAGE_ACCOUNTS)
def make_link(person: str) -> ResponseReturnValue:
    """Make a link for another password, and show it this once."""
    other = _other(person)
    at = site().now()
    try:
        token = offer_password(site().installation, account(), other.id, at=at)
    except NotAllowed:
        abort(HTTPStatus.NOT_FOUND)
    link = whole_address(url_for("helping.ask_password", token=token))
    until = at + PASSWORD_LINK_HOLDS
    return hand_over(password_letter(other.email, link, until), link, until)


@helping.get("/new-password/<token>")
@open_to_all
def ask_password(token: str) -> ResponseReturnValue:
    """Ask for another password."""
    return _shown(token, ChoosePasswordForm(), HTTPStatus.OK)


@helping.post("/new-password/<token>")
@open_to_all
def take_password(token: str) -> ResponseReturnValue:
    """Keep another password, and ask to sign in with it."""
    form = ChoosePasswordForm(request.form)
    if form.validate() and _chooses(form, token):
        session.clear()
        return redirect(url_for("sign_in.ask"), SEE_OTHER)
    return _shown(token, form, HTTPStatus.BAD_REQUEST)


def _chooses(form: ChoosePasswordForm, token: str) -> bool:
    """Keep the password, or put what is wrong into the form."""
    try:
        password = form.password.data or ""
        choose_password(site().installation, token, password, at=site().now())
    except WeakPassword as error:
        form.password.errors = [str(error)]
        return False
    except WrongState:
        return False
    return True


def _shown(token: str, form: ChoosePasswordForm, status: int) -> ResponseReturnValue:
    """Render the form, or say that the link is over."""
    found = whose_link(site().installation, token, at=site().now())
    page = ChoosePasswordPage(form, found.email if found else "")
    shown = render("manage/choose_password.html", page=page)
    return shown, status if found else HTTPStatus.NOT_FOUND


def _other(person: str) -> Account:
    """Return somebody else's account: one's own is changed by showing the old."""
    found = find_account(site().installation, person)
    if found is None or found.id == account().id:
        abort(HTTPStatus.NOT_FOUND)
    return found


def _remove_page(other: Account) -> ConfirmPage:
    """Say what it means to forget a second factor."""
    return ConfirmPage(
        navigation(),
        _("Remove the second step of %(name)s", name=other.name),
        (
            _("Do this if they have lost both their phone and their recovery codes."),
            _(
                "Speak with them first. Until they sign in again, whoever knows their "
                "password could set up a second step of their own."
            ),
            _("They are signed out at once, and set up another when they sign in."),
        ),
        _("Remove their second step"),
        url_for("people.show"),
    )


def _untie_page(other: Account) -> ConfirmPage:
    """Say what it means to forget to which sign-on an account is tied."""
    return ConfirmPage(
        navigation(),
        _("Tie %(name)s to your sign-on anew", name=other.name),
        (
            _("Do this if your organisation gave them another sign-on."),
            _(
                "Make sure that %(email)s is still theirs: whoever signs on with "
                "that address next gets the account.",
                email=other.email,
            ),
            _("They are signed out at once."),
        ),
        _("Tie it anew"),
        url_for("people.show"),
    )
