"""One's own account: roles, password, second factor, and signing out everywhere."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import Blueprint, abort, redirect, request, session, url_for
from flask.typing import ResponseReturnValue

from peeraudit.account.passwords import WeakPassword
from peeraudit.operations.own_account import (
    change_factor,
    change_password,
    sign_out_everywhere,
)
from peeraudit.operations.see_people import signs_in
from peeraudit.operations.sign_in import Began, Setup, Tried, Wrong, offer_factor
from peeraudit.operations.teams import teams_of
from peeraudit.web.manage.device import device
from peeraudit.web.manage.factor_setup import (
    FreshFactor,
    fresh_factor,
    held_factor,
    recovery,
)
from peeraudit.web.manage.forms import ChangeFactorForm, ChangePasswordForm
from peeraudit.web.manage.guard import (
    account,
    begin,
    fully_signed,
    open_to,
    refused,
)
from peeraudit.web.manage.navigation import Navigation, navigation
from peeraudit.web.manage.role_words import in_words
from peeraudit.web.manage.sign_in import NOT_THE_CODE
from peeraudit.web.rendering import render
from peeraudit.web.site import site
from peeraudit.web.words import _

own_account = Blueprint("own_account", __name__, url_prefix="/manage/account")

SEE_OTHER = 303


@dataclass(frozen=True, slots=True)
class AccountPage:
    """Who somebody is here, and what they can change of it."""

    navigation: Navigation
    email: str
    roles: tuple[str, ...]
    has_password: bool
    shown: str
    changed: str
    """What has just been changed."""


@dataclass(frozen=True, slots=True)
class ChangePasswordPage:
    """The form for another password."""

    navigation: Navigation
    form: ChangePasswordForm
    email: str


@dataclass(frozen=True, slots=True)
class ChangeFactorPage:
    """The form for another second factor."""

    navigation: Navigation
    form: ChangeFactorForm
    fresh: FreshFactor


@own_account.get("")
@open_to(None)
def show() -> ResponseReturnValue:
    """Show somebody's own account."""
    found = fully_signed()
    mine = found.account
    teams = [each.team for each in teams_of(site().installation, mine)]
    page = AccountPage(
        navigation(),
        mine.email,
        tuple(in_words(each, teams) for each in mine.memberships),
        signs_in(site().installation, mine.id).with_password,
        found.shown,
        request.args.get("changed", ""),
    )
    return render("manage/account.html", page=page)


@own_account.get("/password")
@open_to(None)
def ask_password() -> ResponseReturnValue:
    """Ask for another password, and the one until now."""
    return _password_page(ChangePasswordForm())


@own_account.post("/password")
@open_to(None)
def take_password() -> ResponseReturnValue:
    """Keep another password: this browser goes on, every other session ends."""
    form = ChangePasswordForm(request.form)
    if form.validate() and _changes_password(form):
        return redirect(url_for("own_account.show", changed="password"), SEE_OTHER)
    return _password_page(form), HTTPStatus.BAD_REQUEST


@own_account.get("/second-factor")
@open_to(None)
def ask_factor() -> ResponseReturnValue:
    """Show a fresh second factor, and ask for a code from it."""
    return _factor_page(ChangeFactorForm(), offer_factor())


@own_account.post("/second-factor")
@open_to(None)
def take_factor() -> ResponseReturnValue:
    """Keep another second factor: this browser goes on, every other session ends."""
    form = ChangeFactorForm(request.form)
    setup = held_factor(request.form.get("held", ""), account())
    if setup is None:
        return _factor_page(form, offer_factor()), HTTPStatus.BAD_REQUEST
    if form.validate() and _changes_factor(form, setup):
        return recovery(setup, url_for("own_account.show"), navigation())
    return _factor_page(form, setup), HTTPStatus.BAD_REQUEST


@own_account.post("/sign-out-everywhere")
@open_to(None)
def leave_everywhere() -> ResponseReturnValue:
    """End every session, this one too."""
    sign_out_everywhere(site().installation, account())
    session.clear()
    return redirect(url_for("sign_in.ask"), SEE_OTHER)


def _changes_password(form: ChangePasswordForm) -> bool:
    """Keep the new password, or put what is wrong into the form."""
    old, new = _typed(form), form.password.data or ""
    try:
        done = change_password(
            site().installation, fully_signed(), old, new, at=site().now()
        )
    except WeakPassword as error:
        form.password.errors = [str(error)]
        return False
    if not isinstance(done, Began):
        form.old.errors = [refused(done, _("This is not your password"))]
        return False
    begin(done)
    return True


def _changes_factor(form: ChangeFactorForm, setup: Setup) -> bool:
    """Keep the new second factor, or put what is wrong into the form."""
    at = site().now()
    used = setup.factor.take(form.code.data or "", at)
    if used is None:
        form.code.errors = [refused(Wrong(), str(NOT_THE_CODE))]
        return False
    old = _typed(form)
    done = change_factor(site().installation, fully_signed(), old, used, at=at)
    if not isinstance(done, Began):
        form.old.errors = [refused(done, _("This is not your password"))]
        return False
    begin(done)
    return True


def _typed(form: ChangePasswordForm | ChangeFactorForm) -> Tried:
    """Return the password until now, as it was typed in this browser."""
    return Tried(account().email, form.old.data or "", device())


def _password_page(form: ChangePasswordForm) -> str:
    """Render the form for another password."""
    _refuse_without_password()
    page = ChangePasswordPage(navigation(), form, account().email)
    return render("manage/change_password.html", page=page)


def _factor_page(form: ChangeFactorForm, setup: Setup) -> str:
    """Render the form for another second factor."""
    _refuse_without_password()
    page = ChangeFactorPage(navigation(), form, fresh_factor(setup, account()))
    return render("manage/change_factor.html", page=page)


def _refuse_without_password() -> None:
    """Show nothing of it to whoever signs in elsewhere."""
    if not signs_in(site().installation, account().id).with_password:
        abort(HTTPStatus.NOT_FOUND)
