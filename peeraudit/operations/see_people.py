"""Who manages, as far as whoever asks may give and take their roles."""

from dataclasses import dataclass, replace
from datetime import datetime

from peeraudit.account.roles import Account, Membership, Right
from peeraudit.audit.team import Team
from peeraudit.operations.accept_invitation import may_still_offer
from peeraudit.operations.installation import Installation
from peeraudit.storage import accounts, invitations, teams
from peeraudit.storage.invitations import Invitation
from peeraudit.storage.sealed_rows import SealedRows


@dataclass(frozen=True, slots=True)
class People:
    """Who manages and who is invited; of each only what the asker may take away."""

    accounts: tuple[Account, ...]
    invitations: tuple[Invitation, ...]
    teams: tuple[Team, ...]
    """The teams that the asker may give a role in, by name."""
    tied: frozenset[str] = frozenset()
    """Accounts that sign in with the trust's own sign-on, for who may know of all."""


@dataclass(frozen=True, slots=True)
class SignsIn:
    """How somebody shows who they are, as whoever looks after accounts may know."""

    with_password: bool
    with_factor: bool
    with_sign_on: bool


def see_people(installation: Installation, asker: Account, *, at: datetime) -> People:
    """Return who manages, as far as it concerns the asker."""
    with installation.reading_accounts() as rows:
        return People(
            accounts=tuple(_seen(rows, asker)),
            invitations=tuple(
                each
                for each in invitations.every(rows)
                if at < each.until
                and asker.may_give(each.membership)
                and may_still_offer(rows, each)
            ),
            teams=tuple(
                team
                for team in teams.every(rows.connection)
                if asker.may(Right.MANAGE_ACCOUNTS)
                or asker.may(Right.INVITE_TO_TEAM, team.id)
            ),
            tied=accounts.tied(rows)
            if asker.may(Right.MANAGE_ACCOUNTS)
            else frozenset(),
        )


def find_person(
    installation: Installation, asker: Account, account: str, membership: Membership
) -> Account | None:
    """Return somebody whose role the asker may take away; none where it is not so."""
    with installation.reading_accounts() as rows:
        found = accounts.find(rows, account)
    holds = found is not None and membership in found.memberships
    return found if holds and asker.may_give(membership) else None


def find_account(installation: Installation, account: str) -> Account | None:
    """Return an account, for whoever looks after all of them."""
    with installation.reading_accounts() as rows:
        return accounts.find(rows, account)


def signs_in(installation: Installation, account: str) -> SignsIn:
    """Say how somebody shows who they are; nothing of the secrets themselves."""
    with installation.reading_accounts() as rows:
        kept = accounts.secrets_of(rows, account)
    return SignsIn(bool(kept.password), kept.factor is not None, bool(kept.subject))


def _seen(rows: SealedRows, asker: Account) -> list[Account]:
    """Return accounts with the roles that the asker may give, and no others."""
    cut = [
        replace(each, memberships=tuple(filter(asker.may_give, each.memberships)))
        for each in accounts.every(rows)
    ]
    return [each for each in cut if each.memberships]
