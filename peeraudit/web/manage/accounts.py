"""Accounts: who may do what, invitations, and taking access away."""

from dataclasses import dataclass

from flask import Blueprint, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import generate_csrf  # type: ignore[import-untyped] # has no types

from peeraudit.account.passwords import WeakPassword
from peeraudit.operations.invite import accept, has_account, read_invitation
from peeraudit.operations.people import NotAPerson
from peeraudit.operations.sign_in import Began, check_password
from peeraudit.operations.wrong_state import WrongState
from peeraudit.web.manage.forms import NewAccountForm
from peeraudit.web.manage.guard import KEY, open_to_all
from peeraudit.web.rendering import render
from peeraudit.web.site import site

accounts = Blueprint("accounts", __name__, url_prefix="/manage")

SEE_OTHER = 303


@dataclass(frozen=True, slots=True)
class InvitationPage:
    """What somebody who was invited sees."""

    form: NewAccountForm
    email: str = ""
    is_over: bool = False
    has_account: bool = False


@accounts.get("/invitation/<token>")
@open_to_all
def invitation(token: str) -> ResponseReturnValue:
    """Show an invitation, and ask for name and password."""
    page = _invitation_page(token, NewAccountForm())
    return render("manage/invitation.html", page=page), 404 if page.is_over else 200


@accounts.post("/invitation/<token>")
@open_to_all
def accept_invitation(token: str) -> ResponseReturnValue:
    """Make the account of somebody who was invited, and sign them in."""
    form = NewAccountForm(request.form)
    page = _invitation_page(token, form)
    if page.is_over:
        return render("manage/invitation.html", page=page), 404
    if form.validate() and _makes_account(form, token):
        began = check_password(
            site().installation, page.email, form.password.data or "", at=site().now()
        )
        if isinstance(began, Began):
            session.clear()
            session[KEY] = began.token
            generate_csrf()
        return redirect(url_for("sign_in.ask_factor"), SEE_OTHER)
    return render("manage/invitation.html", page=page), 400


def _makes_account(form: NewAccountForm, token: str) -> bool:
    """Make the account, or put what is wrong into the form."""
    name, password = form.name.data or "", form.password.data or ""
    try:
        accept(site().installation, token, name, password, at=site().now())
    except WeakPassword as error:
        form.password.errors = [str(error)]
    except (NotAPerson, WrongState) as error:
        form.name.errors = [str(error)]
    return not form.faults


def _invitation_page(token: str, form: NewAccountForm) -> InvitationPage:
    """Say what an invitation is for, or that it is over."""
    found = read_invitation(site().installation, token, at=site().now())
    if found is None:
        return InvitationPage(form, is_over=True)
    return InvitationPage(
        form, found.email, has_account=has_account(site().installation, found.email)
    )
