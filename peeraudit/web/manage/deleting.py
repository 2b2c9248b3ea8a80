"""Delete an account: one's own, or another for whoever looks after accounts."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import Blueprint, abort, redirect, request, session, url_for
from flask.typing import ResponseReturnValue

from peeraudit.account.roles import Account, Right
from peeraudit.operations.acting import NotAllowed
from peeraudit.operations.delete_account import delete_account, delete_own_account
from peeraudit.operations.see_people import find_account, signs_in
from peeraudit.operations.sign_in import Tried
from peeraudit.web.forms import Fault
from peeraudit.web.manage.confirm import ConfirmPage
from peeraudit.web.manage.device import device
from peeraudit.web.manage.forms import DeleteAccountForm
from peeraudit.web.manage.guard import account, fully_signed, open_to, refused
from peeraudit.web.manage.navigation import Navigation, navigation
from peeraudit.web.rendering import render
from peeraudit.web.site import site
from peeraudit.web.words import _

deleting = Blueprint("deleting", __name__, url_prefix="/manage")

SEE_OTHER = 303


@dataclass(frozen=True, slots=True)
class DeleteAccountPage:
    """What goes with one's own account, and the form."""

    navigation: Navigation
    form: DeleteAccountForm
    email: str
    has_password: bool
    refused: str = ""
    """Why it stays."""

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong, for the summary."""
        return (Fault(self.refused, "delete"),) if self.refused else self.form.faults


@dataclass(frozen=True, slots=True)
class DeletedPage:
    """What somebody sees who has no account any more."""

    navigation: None = None


@deleting.get("/account/delete")
@open_to(None)
def ask_own() -> ResponseReturnValue:
    """Say what goes with one's own account."""
    return render("manage/delete_account.html", page=_page(DeleteAccountForm()))


@deleting.post("/account/delete")
@open_to(None)
def take_own() -> ResponseReturnValue:
    """Delete one's own account, and sign out."""
    form = DeleteAccountForm(request.form)
    page = _page(form)
    if page.has_password and not form.validate():
        return _again(page)
    tried = Tried(page.email, form.old.data or "", device())
    here, at = site().installation, site().now()
    try:
        wrong = delete_own_account(here, fully_signed(), tried, at=at)
    except NotAllowed:
        return _again(_page(form, _last()))
    if wrong:
        form.old.errors = [refused(wrong, _("This is not your password"))]
        return _again(page)
    session.clear()
    return render("manage/account_deleted.html", page=DeletedPage())


@deleting.get("/accounts/<person>/delete")
@open_to(Right.MANAGE_ACCOUNTS)
def ask_other(person: str) -> ResponseReturnValue:
    """Ask whether somebody else's account is to be deleted."""
    found = _other(person)
    page = ConfirmPage(
        navigation(),
        _("Delete the account of %(name)s", name=found.name),
        (
            _("They lose all their roles, and are signed out at once."),
            _("Invitations that they sent end."),
            _(
                "What they set up in audits stays. Their name stays in the record of "
                "what managers did, until that is erased."
            ),
            _("This cannot be undone. You can invite them again, to a new account."),
        ),
        _("Delete this account"),
        url_for("people.show"),
    )
    return render("manage/confirm.html", page=page)


@deleting.post("/accounts/<person>/delete")
@open_to(Right.MANAGE_ACCOUNTS)
def take_other(person: str) -> ResponseReturnValue:
    """Delete somebody else's account."""
    if person == account().id:
        abort(HTTPStatus.NOT_FOUND)
    # Where somebody else has deleted it, what was wanted is so.
    delete_account(site().installation, account(), person, at=site().now())
    return redirect(url_for("people.show"), SEE_OTHER)


def _other(person: str) -> Account:
    """Return somebody else's account."""
    found = find_account(site().installation, person)
    if found is None or found.id == account().id:
        abort(HTTPStatus.NOT_FOUND)
    return found


def _page(form: DeleteAccountForm, refusal: str = "") -> DeleteAccountPage:
    """Lay out what goes with one's own account."""
    mine = account()
    has_password = signs_in(site().installation, mine.id).with_password
    return DeleteAccountPage(navigation(), form, mine.email, has_password, refusal)


def _again(page: DeleteAccountPage) -> ResponseReturnValue:
    """Show the form with what is wrong."""
    status = HTTPStatus.CONFLICT if page.refused else HTTPStatus.BAD_REQUEST
    return render("manage/delete_account.html", page=page), status


def _last() -> str:
    """Say why the last account that looks after accounts stays."""
    return _(
        "This is the last account that looks after accounts. Invite another IT "
        "administrator first"
    )
