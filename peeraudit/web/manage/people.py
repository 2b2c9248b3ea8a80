"""Who manages: everyone, or the people of one's own teams; and taking roles away."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import Blueprint, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from peeraudit.account.roles import Account, Membership, Right, Role
from peeraudit.audit.promise_words import london
from peeraudit.operations.acting import NotAllowed
from peeraudit.operations.invite import Offer, withdraw_invitation
from peeraudit.operations.see_people import People, find_person, see_people
from peeraudit.operations.take_role import take_role
from peeraudit.operations.wrong_state import WrongState
from peeraudit.web.manage.confirm import ConfirmPage
from peeraudit.web.manage.guard import account, open_to
from peeraudit.web.manage.navigation import Navigation, navigation
from peeraudit.web.manage.role_words import in_words
from peeraudit.web.rendering import render
from peeraudit.web.site import site
from peeraudit.web.words import _

people = Blueprint("people", __name__, url_prefix="/manage/accounts")

SEE_OTHER = 303


@dataclass(frozen=True, slots=True)
class RoleLine:
    """One role of somebody."""

    words: str
    take: str
    """Where it can be taken away."""


@dataclass(frozen=True, slots=True)
class PersonBlock:
    """Somebody who manages."""

    id: str
    name: str
    email: str
    roles: tuple[RoleLine, ...]
    is_me: bool
    is_tied: bool
    """Whether they sign in with the trust's own sign-on."""


@dataclass(frozen=True, slots=True)
class InvitationLine:
    """An invitation that nobody has taken up yet."""

    email: str
    words: str
    until: str
    role: str
    team: str


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """Who manages, as far as whoever asks may know."""

    navigation: Navigation
    people: tuple[PersonBlock, ...]
    invitations: tuple[InvitationLine, ...]
    sees_all: bool
    """Whether every account is shown, and can be helped to sign in."""


@people.get("")
@open_to(Right.SEE_PEOPLE)
def show() -> ResponseReturnValue:
    """Show who manages."""
    asker = account()
    found = see_people(site().installation, asker, at=site().now())
    page = PeoplePage(
        navigation(),
        tuple(_block(each, found, asker) for each in found.accounts),
        tuple(_lines(found)),
        asker.may(Right.MANAGE_ACCOUNTS),
    )
    return render("manage/people.html", page=page)


@people.get("/<person>/take")
@open_to(Right.SEE_PEOPLE)
def ask_take(person: str) -> ResponseReturnValue:
    """Ask whether a role is to be taken away."""
    membership = read_membership(request.args.get("role"), request.args.get("team"))
    page = _take_page(person, membership)
    return render("manage/confirm.html", page=page)


@people.post("/<person>/take")
@open_to(Right.SEE_PEOPLE)
def take(person: str) -> ResponseReturnValue:
    """Take a role away."""
    membership = read_membership(request.form.get("role"), request.form.get("team"))
    try:
        take_role(site().installation, account(), person, membership, at=site().now())
    except WrongState:
        # Somebody else has taken it: what was wanted is so.
        return redirect(url_for("people.show"), SEE_OTHER)
    except NotAllowed as error:
        page = _take_page(person, membership, str(error))
        return render("manage/confirm.html", page=page), HTTPStatus.CONFLICT
    return redirect(url_for("people.show"), SEE_OTHER)


@people.post("/withdraw")
@open_to(Right.SEE_PEOPLE)
def withdraw() -> ResponseReturnValue:
    """Take an invitation back."""
    membership = read_membership(request.form.get("role"), request.form.get("team"))
    offer = Offer(request.form.get("email", ""), membership)
    try:
        withdraw_invitation(site().installation, account(), offer, at=site().now())
    except NotAllowed:
        abort(HTTPStatus.NOT_FOUND)
    return redirect(url_for("people.show"), SEE_OTHER)


def read_membership(role: str | None, team: str | None) -> Membership:
    """Return the role that an address or a form names."""
    if role not in set(Role):
        abort(HTTPStatus.NOT_FOUND)
    return Membership(Role(role), team or "")


def _take_page(person: str, membership: Membership, refused: str = "") -> ConfirmPage:
    """Say what goes with a role; nothing of one that is not the asker's to take."""
    asker = account()
    found = find_person(site().installation, asker, person, membership)
    if found is None:
        abort(HTTPStatus.NOT_FOUND)
    teams = see_people(site().installation, asker, at=site().now()).teams
    role = in_words(membership, teams)
    return ConfirmPage(
        navigation(),
        _("Take a role away from %(name)s", name=found.name),
        (
            _("They will no longer be: %(role)s.", role=role),
            _(
                "They are signed out at once. Invitations that they sent in this role "
                "end. An account without any role is deleted."
            ),
            _("What they set up in audits stays. You can invite them again."),
        ),
        _("Take this role away"),
        url_for("people.show"),
        {"role": membership.role, "team": membership.team},
        _refusal(refused),
    )


def _refusal(error: str) -> str:
    """Say why a role stays."""
    if not error:
        return ""
    return _(
        "This is the last account that looks after accounts. Invite another IT "
        "administrator first"
    )


def _block(each: Account, found: People, asker: Account) -> PersonBlock:
    """Lay somebody out with their roles."""
    roles = tuple(
        RoleLine(
            in_words(held, found.teams),
            url_for("people.ask_take", person=each.id, role=held.role, team=held.team),
        )
        for held in each.memberships
    )
    is_me, is_tied = each.id == asker.id, each.id in found.tied
    return PersonBlock(each.id, each.name, each.email, roles, is_me, is_tied)


def _lines(found: People) -> list[InvitationLine]:
    """Lay open invitations out."""
    return [
        InvitationLine(
            each.email,
            in_words(each.membership, found.teams),
            london(each.until),
            each.membership.role,
            each.membership.team,
        )
        for each in found.invitations
    ]
