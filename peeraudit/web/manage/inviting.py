"""Invite somebody to a role, as far as one may give it."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from peeraudit.account.roles import Account, Membership, Right, Role
from peeraudit.account.tokens import INVITATION_HOLDS
from peeraudit.audit.team import Team
from peeraudit.operations.acting import NotAllowed
from peeraudit.operations.invite import HasRole, Offer, invite
from peeraudit.operations.people import NotAPerson, tidy
from peeraudit.operations.see_people import see_people
from peeraudit.web.manage.forms import InviteForm
from peeraudit.web.manage.guard import account, open_to
from peeraudit.web.manage.hand_over import (
    hand_over,
    invitation_letter,
    whole_address,
)
from peeraudit.web.manage.navigation import Navigation, navigation
from peeraudit.web.manage.role_words import NAMES, in_words
from peeraudit.web.rendering import render
from peeraudit.web.site import site
from peeraudit.web.words import _

inviting = Blueprint("inviting", __name__, url_prefix="/manage/accounts/invite")

FOR_ALL_TEAMS = ""


@dataclass(frozen=True, slots=True)
class InvitePage:
    """The form for an invitation."""

    navigation: Navigation
    form: InviteForm


@inviting.get("")
@open_to(Right.SEE_PEOPLE)
def ask() -> ResponseReturnValue:
    """Ask whom to invite, and to what."""
    teams = _teams()
    form = InviteForm(data={"team": request.args.get("team", "")})
    _offer(form, account(), teams)
    return render("manage/invite.html", page=InvitePage(navigation(), form))


@inviting.post("")
@open_to(Right.SEE_PEOPLE)
def take() -> ResponseReturnValue:
    """Invite, and show the link this once."""
    teams = _teams()
    form = InviteForm(request.form)
    _offer(form, account(), teams)
    if form.validate():
        offer = Offer(tidy(form.email.data or ""), form.membership)
        if token := _invites(form, offer):
            return _hand_over(offer, token, teams)
    page = InvitePage(navigation(), form)
    return render("manage/invite.html", page=page), HTTPStatus.BAD_REQUEST


def _invites(form: InviteForm, offer: Offer) -> str:
    """Remember the invitation, or put what is wrong into the form."""
    try:
        return invite(site().installation, account(), offer, at=site().now())
    except (NotAPerson, HasRole) as error:
        form.email.errors = [str(error)]
    except NotAllowed:
        if offer.email == account().email:
            words = _("You cannot give a role to yourself. Ask somebody else to")
            form.email.errors = [words]
        else:
            form.role.errors = [_("This role is not yours to give")]
    return ""


def _hand_over(offer: Offer, token: str, teams: tuple[Team, ...]) -> str:
    """Show the link, with words to send it."""
    link = whole_address(url_for("invitations.show", token=token))
    until = site().now() + INVITATION_HOLDS
    role = in_words(offer.membership, teams)
    letter = invitation_letter(offer.email, role, link, until)
    return hand_over(letter, link, until)


def _teams() -> tuple[Team, ...]:
    """Return the teams that whoever asks may invite to."""
    return see_people(site().installation, account(), at=site().now()).teams


def _offer(form: InviteForm, asker: Account, teams: tuple[Team, ...]) -> None:
    """Put into the form what whoever asks may give, and nothing else."""
    trust = [
        role
        for role in Role
        if not role.is_for_a_team and asker.may_give(Membership(role))
    ]
    of_a_team = [role for role in Role if role.is_for_a_team and teams]
    form.role.choices = [(role, str(NAMES[role])) for role in (*of_a_team, *trust)]
    named = [(team.id, team.name) for team in teams]
    if trust:
        named.insert(0, (FOR_ALL_TEAMS, _("Not for one team")))
    elif len(named) > 1:
        named.insert(0, (FOR_ALL_TEAMS, _("Choose a team")))
    form.team.choices = named
