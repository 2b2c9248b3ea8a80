"""Where a manager begins: what they may do, and where their teams stand."""

from dataclasses import dataclass

from flask import Blueprint
from flask.typing import ResponseReturnValue

from peeraudit.account.roles import Right
from peeraudit.web.manage.guard import account, open_to
from peeraudit.web.rendering import render

home = Blueprint("home", __name__, url_prefix="/manage")


@dataclass(frozen=True, slots=True)
class Navigation:
    """What stands above each page for managers: only what this account may open."""

    name: str
    accounts: bool


@dataclass(frozen=True, slots=True)
class HomePage:
    """The first page after signing in."""

    navigation: Navigation


def navigation() -> Navigation:
    """Return what this account may open."""
    found = account()
    may_invite = found.may(Right.MANAGE_ACCOUNTS) or found.may(Right.INVITE_TO_TEAM)
    return Navigation(found.name, may_invite)


@home.get("")
@open_to(None)
def show() -> ResponseReturnValue:
    """Show where a manager begins."""
    return render("manage/home.html", page=HomePage(navigation()))
