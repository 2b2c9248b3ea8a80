"""What stands above each page for managers: only what this account may open."""

from dataclasses import dataclass

from peeraudit.account.roles import Right
from peeraudit.web.manage.guard import account


@dataclass(frozen=True, slots=True)
class Navigation:
    """The ways from any page, for whoever is signed in."""

    name: str
    teams: bool
    trust: bool
    accounts: bool
    settings: bool
    record: bool


def navigation() -> Navigation:
    """Return what this account may open."""
    asker = account()
    return Navigation(
        asker.name,
        teams=asker.may(Right.SEE_TEAM),
        trust=asker.may(Right.SEE_TRUST),
        accounts=asker.may(Right.SEE_PEOPLE),
        settings=asker.may(Right.CHANGE_SETTINGS),
        record=asker.may(Right.READ_RECORD),
    )
