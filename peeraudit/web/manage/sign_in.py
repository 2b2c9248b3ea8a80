"""Sign in and out: password, second factor, and the first account of all."""

from dataclasses import dataclass

from flask import Blueprint, abort, redirect, request, session, url_for
from flask.typing import ResponseReturnValue

from peeraudit.account.passwords import WeakPassword
from peeraudit.operations.first_account import is_first_token, make_first_account
from peeraudit.operations.guesses import Wait
from peeraudit.operations.people import NotAPerson, Person, tidy
from peeraudit.operations.sessions import sign_out
from peeraudit.operations.sign_in import (
    Began,
    Setup,
    Tried,
    check_factor,
    check_password,
    needs_set_up,
    offer_factor,
    set_up_factor,
)
from peeraudit.operations.wrong_state import WrongState
from peeraudit.web.manage.device import device
from peeraudit.web.manage.factor_setup import (
    FreshFactor,
    fresh_factor,
    held_factor,
    recovery,
)
from peeraudit.web.manage.forms import FactorForm, FirstAccountForm, SignInForm
from peeraudit.web.manage.guard import KEY, begin, onward, open_to_all, refused, signed
from peeraudit.web.rendering import render
from peeraudit.web.site import site
from peeraudit.web.words import _, later

sign_in = Blueprint("sign_in", __name__, url_prefix="/manage")

SEE_OTHER = 303

NOT_THE_CODE = later(
    "This is not the code that your app shows now. Wait for the next one"
)


@dataclass(frozen=True, slots=True)
class SignInPage:
    """The box for address and password."""

    form: SignInForm
    sign_on: str = ""
    """Where the trust's own sign-on begins; empty where there is none."""
    waits: bool = False
    """Whether nothing is looked at just now."""


@dataclass(frozen=True, slots=True)
class FactorPage:
    """The box for a code; with a picture for the app where there is none yet."""

    form: FactorForm
    fresh: FreshFactor | None = None


@dataclass(frozen=True, slots=True)
class FirstPage:
    """The form for the first account."""

    form: FirstAccountForm


@sign_in.get("/sign-in")
@open_to_all
def ask() -> ResponseReturnValue:
    """Ask for address and password."""
    return _sign_in_page(SignInForm())


@sign_in.post("/sign-in")
@open_to_all
def take() -> ResponseReturnValue:
    """Look at address and password."""
    form, waits = SignInForm(request.form), False
    if form.validate():
        tried = Tried(form.email.data or "", form.password.data or "", device())
        began = check_password(site().installation, tried, at=site().now())
        if isinstance(began, Began):
            begin(began)
            to = request.args.get("to", "")
            return redirect(url_for("sign_in.ask_factor", to=to), SEE_OTHER)
        form.password.errors = [refused(began, _("Address or password is not right"))]
        waits = isinstance(began, Wait)
    return _sign_in_page(form, waits=waits), 400


@sign_in.get("/second-factor")
@open_to_all
def ask_factor() -> ResponseReturnValue:
    """Ask for a code; where there is no second factor yet, show how to get one."""
    found = signed()
    if found is None:
        return redirect(url_for("sign_in.ask"))
    if found.is_complete:
        return redirect(onward(request.args.get("to", "")))
    setup = offer_factor() if needs_set_up(site().installation, found) else None
    return render("manage/second_factor.html", page=_factor_page(FactorForm(), setup))


@sign_in.post("/second-factor")
@open_to_all
def take_factor() -> ResponseReturnValue:
    """Look at a code; keep a fresh second factor from its first right one."""
    found, token, form = signed(), session.get(KEY, ""), FactorForm(request.form)
    if found is None:
        return redirect(url_for("sign_in.ask"), SEE_OTHER)
    setup = held_factor(request.form.get("held", ""), found.account)
    code, at = form.code.data or "", site().now()
    if form.validate():
        try:
            began = (
                set_up_factor(site().installation, token, setup.factor, code, at)
                if setup
                else check_factor(site().installation, token, code, device(), at=at)
            )
        except WrongState:
            # Set up in another browser meanwhile: its codes are asked for now.
            return redirect(url_for("sign_in.ask_factor"), SEE_OTHER)
        if isinstance(began, Began):
            begin(began)
            return (
                recovery(setup, onward(request.args.get("to", "")))
                if setup
                else redirect(onward(request.args.get("to", "")), SEE_OTHER)
            )
        form.code.errors = [refused(began, str(NOT_THE_CODE))]
    page = _factor_page(form, setup)
    return render("manage/second_factor.html", page=page), 400


@sign_in.post("/sign-out")
@open_to_all
def leave() -> ResponseReturnValue:
    """End the session, here and in the database."""
    found = signed()
    if token := session.get(KEY):
        sign_out(site().installation, token)
    session.clear()
    if found and found.shown and site().provider:
        return redirect(url_for("sign_on.signed_out"), SEE_OTHER)
    return redirect(url_for("sign_in.ask"), SEE_OTHER)


@sign_in.get("/first/<token>")
@open_to_all
def ask_first(token: str) -> ResponseReturnValue:
    """Ask whoever installed this for the first account."""
    if not is_first_token(site().installation, token):
        abort(404)
    return render("manage/first_account.html", page=FirstPage(FirstAccountForm()))


@sign_in.post("/first/<token>")
@open_to_all
def take_first(token: str) -> ResponseReturnValue:
    """Make the first account."""
    form = FirstAccountForm(request.form)
    if not is_first_token(site().installation, token):
        abort(404)
    if form.validate() and _makes_first(form, token):
        tried = Tried(form.email.data or "", form.password.data or "")
        began = check_password(site().installation, tried, at=site().now())
        if isinstance(began, Began):
            begin(began)
        return redirect(url_for("sign_in.ask_factor"), SEE_OTHER)
    return render("manage/first_account.html", page=FirstPage(form)), 400


def _makes_first(form: FirstAccountForm, token: str) -> bool:
    """Make the first account, or put what is wrong into the form."""
    password = form.password.data or ""
    try:
        person = Person((form.name.data or "").strip(), tidy(form.email.data or ""))
        make_first_account(
            site().installation, token, person, password, at=site().now()
        )
    except WeakPassword as error:
        form.password.errors = [str(error)]
    except NotAPerson as error:
        form.email.errors = [str(error)]
    except WrongState:
        abort(404)
    return not form.faults


def _sign_in_page(form: SignInForm, *, waits: bool = False) -> str:
    """Render the ways to sign in."""
    to = request.args.get("to", "")
    ours = site().provider is not None
    sign_on = url_for("sign_on.leave_for", to=to) if ours else ""
    page = SignInPage(form, sign_on, waits)
    return render("manage/sign_in.html", page=page)


def _factor_page(form: FactorForm, setup: Setup | None) -> FactorPage:
    """Lay out the page for a code."""
    found = signed()
    if setup is None or found is None:
        return FactorPage(form)
    return FactorPage(form, fresh_factor(setup, found.account))
