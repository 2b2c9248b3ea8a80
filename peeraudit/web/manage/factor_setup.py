"""A fresh second factor on a page: a picture for the app, held in the form, locked."""

import base64
import json
from dataclasses import dataclass

import segno
from markupsafe import Markup

from peeraudit.account.roles import Account
from peeraudit.account.second_factor import SecondFactor
from peeraudit.operations.sign_in import Setup
from peeraudit.sealing.boxes import Unreadable
from peeraudit.sealing.locked import lock, unlock
from peeraudit.web.manage.navigation import Navigation
from peeraudit.web.rendering import render
from peeraudit.web.site import site
from peeraudit.web.words import _

HELD = "second factor in a form"


@dataclass(frozen=True, slots=True)
class FreshFactor:
    """A second factor that nobody has shown a code from yet."""

    picture: Markup
    secret: str
    held: str
    """The factor, locked, until a code from it was shown."""


@dataclass(frozen=True, slots=True)
class RecoveryPage:
    """Recovery codes, to be written down once."""

    codes: tuple[str, ...]
    go_on: str
    navigation: Navigation | None = None


def fresh_factor(setup: Setup, account: Account) -> FreshFactor:
    """Lay a fresh factor out for a page."""
    picture = segno.make(
        setup.factor.address(account.email), micro=False, error="m"
    ).svg_inline(
        scale=5,
        border=4,
        title=_("Picture for your app"),
        lineclass=None,
        svgclass=None,
    )
    secret = setup.factor.secret
    blocks = " ".join(secret[i : i + 4] for i in range(0, len(secret), 4))
    return FreshFactor(Markup(picture), blocks, _hold(setup, account))  # noqa: S704 # drawn here


def held_factor(locked: str, account: Account) -> Setup | None:
    """Return the factor that a form holds; none where it holds none for this account.

    Tied to the account: whoever could put a factor of their own into somebody else's
    form would hold their second factor.
    """
    key = site().installation.seal_key
    try:
        packed = base64.urlsafe_b64decode(locked.encode())
        content = json.loads(unlock(packed, key, HELD, account.id))
    except (ValueError, Unreadable):
        return None
    factor = SecondFactor(content["secret"], recovery=frozenset(content["kept"]))
    return Setup(factor, tuple(content["recovery"]))


def recovery(setup: Setup, go_on: str, navigation: Navigation | None = None) -> str:
    """Show the recovery codes, this once."""
    page = RecoveryPage(setup.recovery, go_on, navigation)
    return render("manage/recovery.html", page=page)


def _hold(setup: Setup, account: Account) -> str:
    """Lock a fresh factor into the form, until a code from it was shown."""
    content = {
        "secret": setup.factor.secret,
        "kept": sorted(setup.factor.recovery),
        "recovery": setup.recovery,
    }
    key = site().installation.seal_key
    locked = lock(json.dumps(content).encode(), key, HELD, account.id)
    return base64.urlsafe_b64encode(locked).decode()
