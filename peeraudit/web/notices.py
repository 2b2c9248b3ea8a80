"""What the footer of every page leads to: accessibility, privacy, cookies."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from flask import Blueprint, request

from peeraudit.account.tokens import IDLE_HOLDS, SESSION_HOLDS
from peeraudit.audit.organisation import paragraphs
from peeraudit.audit.promise import COMMENTS_FROM, KEPT_FOR_POOLING_MONTHS, SCREENING
from peeraudit.audit.retention import NOTICE
from peeraudit.operations.mail_words import KEPT_FOR
from peeraudit.report.words import day
from peeraudit.settings import Publisher
from peeraudit.web import visitor
from peeraudit.web.rendering import render
from peeraudit.web.site import organisation, site
from peeraudit.web.words import _

notices = Blueprint("notices", __name__)

TESTED = date(2026, 11, 24)
"""When every page was last tested for the accessibility statement, and it was read."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long things are kept, as the privacy and cookies pages say."""

    pooling_months: int = KEPT_FOR_POOLING_MONTHS
    screening_days: int = SCREENING.days
    comments_from: int = COMMENTS_FROM
    mail_days: int = KEPT_FOR.days
    notice_days: int = NOTICE.days
    idle_minutes: int = int(IDLE_HOLDS.total_seconds() // 60)
    session_hours: int = int(SESSION_HOLDS.total_seconds() // 3600)


@dataclass(frozen=True, slots=True)
class NoticePage:
    """A page in the words of the law, with who answers for it."""

    organisation: str
    publisher: Publisher
    missing: tuple[str, ...]
    """What whoever runs the site has yet to fill in, of what this page says."""
    address: str
    """Where the site is."""
    tested: str
    limits: Limits
    answering: bool

    @property
    def lawful_basis(self) -> tuple[str, ...]:
        """The lawful basis, a paragraph each."""
        return tuple(self.publisher.lawful_basis.split("\n"))

    @property
    def processors(self) -> tuple[str, ...]:
        """Who else handles the data, a paragraph each."""
        return tuple(self.publisher.processors.split("\n"))


@notices.get("/accessibility")
def accessibility() -> str:
    """Say how accessible the website is, in the wording that the law asks for."""
    return render("notices/accessibility.html", page=_page("organisation", "email"))


@notices.get("/privacy")
def privacy() -> str:
    """Say who is responsible, what is kept of whom, for how long and why."""
    names = ("organisation", "email", "dpo", "lawful_basis", "processors")
    return render("notices/privacy.html", page=_page(*names))


@notices.get("/cookies")
def cookies() -> str:
    """Say which cookies there are, and that none needs consent."""
    return render("notices/cookies.html", page=_page())


def _page(*needed: str) -> NoticePage:
    """Return what a notice says of this site, and what it cannot say yet."""
    ours = organisation()
    publisher = replace(
        site().publisher,
        organisation=ours.name,
        email=ours.contact_email,
        dpo=", ".join(paragraphs(ours.data_protection)),
    )
    return NoticePage(
        publisher.organisation or _("[organisation: not filled in]"),
        publisher,
        tuple(_missing(publisher, needed)),
        site().url or request.host_url.rstrip("/"),
        day(TESTED),
        Limits(),
        visitor.is_answering(),
    )


def _missing(publisher: Publisher, needed: tuple[str, ...]) -> Iterator[str]:
    """Yield what is not filled in, in words."""
    words = {
        "organisation": _("the name of the organisation"),
        "email": _("where to write to"),
        "dpo": _("how to reach the data protection officer"),
        "lawful_basis": _("the lawful basis"),
        "processors": _("who else handles the data"),
    }
    for name in needed:
        if not getattr(publisher, name).strip():
            yield words[name]
