"""Take an invitation up: make an account, or add the role to one's own."""

from dataclasses import dataclass, replace
from http import HTTPStatus

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from peeraudit.account.passwords import WeakPassword
from peeraudit.operations.accept_invitation import (
    accept,
    accept_as,
    has_account,
    read_invitation,
)
from peeraudit.operations.people import NotAPerson
from peeraudit.operations.sign_in import Began, Tried, check_password
from peeraudit.operations.teams import find_team
from peeraudit.operations.wrong_state import WrongState
from peeraudit.web.manage.device import device
from peeraudit.web.manage.forms import NewAccountForm
from peeraudit.web.manage.guard import begin, open_to_all, signed
from peeraudit.web.manage.role_words import WHAT_THEY_DO, in_words
from peeraudit.web.rendering import render
from peeraudit.web.site import site

invitations = Blueprint("invitations", __name__, url_prefix="/manage/invitation")

SEE_OTHER = 303


@dataclass(frozen=True, slots=True)
class InvitationPage:
    """What somebody who was invited sees."""

    form: NewAccountForm
    token: str
    email: str = ""
    """Empty where the invitation is over."""
    role: str = ""
    what_they_do: str = ""
    has_account: bool = False
    is_mine: bool = False
    """Whether whoever was invited is signed in here."""
    is_others: bool = False
    """Whether somebody else is."""
    sign_on: str = ""
    """Where the trust's own sign-on begins, beside a password."""


@invitations.get("/<token>")
@open_to_all
def show(token: str) -> ResponseReturnValue:
    """Show an invitation, and ask for what it still needs."""
    return _shown(_page(token, NewAccountForm()))


@invitations.post("/<token>")
@open_to_all
def take_up(token: str) -> ResponseReturnValue:
    """Take an invitation up, with the account that is signed in or with a new one."""
    form = NewAccountForm(request.form)
    page = _page(token, form)
    if page.is_mine:
        return _add_role(page)
    is_new = page.email and not page.has_account and not page.is_others
    if is_new and form.validate() and _makes_account(form, token):
        tried = Tried(page.email, form.password.data or "", device())
        began = check_password(site().installation, tried, at=site().now())
        if isinstance(began, Began):
            begin(began)
        return redirect(url_for("sign_in.ask_factor"), SEE_OTHER)
    return _shown(page, HTTPStatus.BAD_REQUEST)


def _add_role(page: InvitationPage) -> ResponseReturnValue:
    """Add the role to the account that is signed in."""
    found = signed()
    try:
        if found:
            at = site().now()
            accept_as(site().installation, page.token, found.account, at=at)
    except WrongState:
        return _shown(replace(page, email=""))
    return redirect(url_for("home.show"), SEE_OTHER)


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


def _shown(page: InvitationPage, status: int = HTTPStatus.OK) -> ResponseReturnValue:
    """Render an invitation, or say that it is over."""
    if not page.email:
        status = HTTPStatus.NOT_FOUND
    return render("manage/invitation.html", page=page), status


def _page(token: str, form: NewAccountForm) -> InvitationPage:
    """Say what an invitation is for, or that it is over."""
    found = read_invitation(site().installation, token, at=site().now())
    if found is None:
        return InvitationPage(form, token)
    here = signed()
    is_complete = here is not None and here.is_complete
    is_mine = is_complete and here is not None and here.account.email == found.email
    block = find_team(site().installation, found.membership.team)
    return InvitationPage(
        form,
        token,
        found.email,
        in_words(found.membership, [block.team] if block else []),
        str(WHAT_THEY_DO[found.membership.role]),
        has_account(site().installation, found.email),
        is_mine=is_mine,
        is_others=is_complete and not is_mine,
        sign_on=url_for("sign_on.leave_for") if site().provider else "",
    )
