"""Sign in with the trust's own sign-on: it says who somebody is, and gives no account.

An account is shown either by a password or by the sign-on. Once it is tied to one,
whoever leaves the trust and loses that has no second way in.
"""

import secrets
from collections.abc import Set
from datetime import datetime
from enum import Enum, auto

from peeraudit.account.record import SIGN_ON, Act
from peeraudit.account.roles import Account, Membership, Right
from peeraudit.operations.accept_invitation import may_still_offer
from peeraudit.operations.create_audit import is_a_name
from peeraudit.operations.installation import Installation
from peeraudit.operations.invite import of_role
from peeraudit.operations.record_act import record_within
from peeraudit.operations.sign_in import Began, begin_session
from peeraudit.operations.take_role import lose_role
from peeraudit.sign_on.identity import Identity
from peeraudit.sign_on.role_map import RoleMap
from peeraudit.storage import accounts, invitations, manager_sessions, password_links
from peeraudit.storage.sealed_rows import SealedRows

NO_PASSWORD = ""


class NotLetIn(Enum):
    """Why somebody whom the sign-on knows does not come in."""

    STRANGER = auto()
    """There is no account or invitation for their address."""
    UNVERIFIED = auto()
    """They have no account, and the sign-on does not vouch for their address."""
    NAMESAKE = auto()
    """The account of their address is tied to somebody else: addresses are given out
    anew, and accounts are not."""
    NO_ROLE = auto()
    """The sign-on decides on their role, and gives them none."""


def sign_on(
    installation: Installation, who: Identity, roles: RoleMap, *, at: datetime
) -> Began | NotLetIn:
    """Begin a session of the account that somebody has, or is invited to have."""
    with installation.changing_accounts() as rows:
        accounts.hold(rows)
        found = _account(rows, who, roles, at)
        if isinstance(found, NotLetIn):
            return found
        _follow(rows, found, roles.roles_of(who.values), roles.mapped, at)
        if accounts.find(rows, found.id) is None:
            return NotLetIn.NO_ROLE
        return begin_session(rows, found.id, at=at, is_complete=True, shown=who.shown)


def _account(
    rows: SealedRows, who: Identity, roles: RoleMap, at: datetime
) -> Account | NotLetIn:
    """Return whose account it is: by who they are for good, else by their address."""
    tied = accounts.by_subject(rows, who.subject)
    if tied is not None:
        return tied
    if not who.email:
        return NotLetIn.UNVERIFIED
    found = accounts.by_email(rows, who.email)
    if found is None:
        return _invited(rows, who, roles, at)
    if accounts.secrets_of(rows, found.id).subject:
        return NotLetIn.NAMESAKE
    _tie(rows, found, who)
    return found


def _tie(rows: SealedRows, account: Account, who: Identity) -> None:
    """Let the sign-on, and nothing else, open an account from now on."""
    accounts.set_subject(rows, account.id, who.subject)
    accounts.set_password(rows, account.id, NO_PASSWORD)
    accounts.set_factor(rows, account.id, None)
    password_links.forget(rows, account.id)
    manager_sessions.end_all(rows, account.id)


def _invited(
    rows: SealedRows, who: Identity, roles: RoleMap, at: datetime
) -> Account | NotLetIn:
    """Make the account of a verified address that somebody has invited."""
    offered = {
        each.membership
        for each in invitations.every(rows)
        if each.email == who.email and at < each.until and may_still_offer(rows, each)
    }
    if not offered:
        return NotLetIn.STRANGER
    held = (offered - roles.mapped) | roles.roles_of(who.values)
    if not held:
        return NotLetIn.NO_ROLE
    name = who.name if is_a_name(who.name) else who.email
    account = Account(secrets.token_hex(8), who.email, name, tuple(held))
    accounts.add(rows, account, NO_PASSWORD, who.subject)
    for membership in offered:
        invitations.forget_offer(rows, who.email, membership)
    for membership in sorted(held, key=str):
        record_within(rows, of_role(account, Act.JOINED, membership, at))
    return account


def _follow(
    rows: SealedRows,
    account: Account,
    wanted: Set[Membership],
    mapped: Set[Membership],
    at: datetime,
) -> None:
    """Give and take the roles that the sign-on decides on, and no others."""
    held = set(account.memberships)
    for membership in wanted - held:
        accounts.give(rows, account.id, membership)
        record_within(rows, of_role(account, Act.JOINED, membership, at))
    for membership in (mapped - wanted) & held:
        if not _needed(rows, account, membership):
            lose_role(rows, account, membership)
            entry = of_role(SIGN_ON, Act.TOOK_ROLE, membership, at, account.name)
            record_within(rows, entry)


def _needed(rows: SealedRows, account: Account, membership: Membership) -> bool:
    """Say whether without a role nobody would look after accounts."""
    if not Account("", "", "", (membership,)).may(Right.MANAGE_ACCOUNTS):
        return False
    return not any(
        each.may(Right.MANAGE_ACCOUNTS)
        for each in accounts.every(rows)
        if each.id != account.id
    )
