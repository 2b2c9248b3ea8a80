"""A link for somebody else, shown once to whoever made it, with words to send it."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from flask import request

from peeraudit.audit.promise_words import london
from peeraudit.web.manage.navigation import Navigation, navigation
from peeraudit.web.rendering import render
from peeraudit.web.site import site
from peeraudit.web.words import _


@dataclass(frozen=True, slots=True)
class Letter:
    """What somebody is sent."""

    email: str
    subject: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """The words, as mail without any markup has them."""
        return "\n\n".join(self.paragraphs)

    @property
    def mailto(self) -> str:
        """An address that opens the mail program with this letter in it."""
        words = f"subject={quote(self.subject)}&body={quote(self.text, safe='')}"
        return f"mailto:{quote(self.email, safe='@')}?{words}"


@dataclass(frozen=True, slots=True)
class HandOverPage:
    """The link, this once."""

    navigation: Navigation
    letter: Letter
    link: str
    until: str


def hand_over(letter: Letter, link: str, until: datetime) -> str:
    """Give a link to whoever made it: the one place where a letter goes out.

    Nobody sees the link again: only a hash of its token is kept.
    """
    page = HandOverPage(navigation(), letter, link, london(until))
    return render("manage/hand_over.html", page=page)


def whole_address(path: str) -> str:
    """Return an address that can be sent to somebody."""
    return (site().url or request.host_url.rstrip("/")) + path


def invitation_letter(email: str, role: str, link: str, until: datetime) -> Letter:
    """Write to somebody who is invited to a role."""
    return Letter(
        email,
        _("Your account for PeerAudit"),
        (
            _("You are invited to PeerAudit as: %(role)s.", role=role),
            _("PeerAudit shows a team how its peer worker role is going."),
            _("Open this link to begin. It works until %(time)s.", time=london(until)),
            link,
            _("You will choose a password, and need your phone for a second step."),
            _("If you did not expect this, ask whoever sent it before you open it."),
        ),
    )


def password_letter(email: str, link: str, until: datetime) -> Letter:
    """Write to somebody who has forgotten their password."""
    return Letter(
        email,
        _("A new password for PeerAudit"),
        (
            _("Open this link to choose a new password for PeerAudit."),
            _("It works once, until %(time)s.", time=london(until)),
            link,
            _("If you did not ask for it, tell whoever sent it, and do not open it."),
        ),
    )
