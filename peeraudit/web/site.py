"""What every view may use: the installation, the time, and what is rendered once."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import cast

from flask import current_app
from markupsafe import Markup

from peeraudit.audit.organisation import Organisation
from peeraudit.operations.installation import Installation
from peeraudit.settings import Publisher
from peeraudit.sign_on.provider import Provider
from peeraudit.web.fieldsets import Fieldsets
from peeraudit.web.frame import Frame
from peeraudit.web.house import House
from peeraudit.web.shelf import Shelf


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A report as it stands at its address."""

    frame: Frame
    address: str
    title: str
    body: Markup
    pdf: str = ""
    """Where the report can be had as a file, once the worker has made it."""
    came: str = ""
    """Where it stands what came of it, where the team has published something."""
    erased: str = ""
    """The day on which it will be erased, where that is near."""


@dataclass(frozen=True, slots=True)
class Site:
    """One website."""

    installation: Installation
    support: str
    """Whom to turn to, in the words of whoever runs the site."""
    now: Callable[[], datetime]
    fieldsets: Fieldsets
    shelf: Shelf
    """The instruments that lie ready: for guides, and for looking ahead."""
    publisher: Publisher
    """Who runs the site, as its environment says: see :func:`organisation`."""
    url: str = ""
    """How people reach the website; empty where it is what they say."""
    provider: Provider | None = None
    """The trust's own sign-on, where there is one."""
    house: House = field(default_factory=House)
    """The organisation that runs the site, as it was last read."""
    reports: dict[str, ReportPage] = field(default_factory=dict)
    """The reports that were read, by the hash of their release."""


def site() -> Site:
    """Return the site that is answering a request."""
    return cast("Site", current_app.extensions["peeraudit"])


def organisation() -> Organisation:
    """Return the organisation that runs the site, as every page says it.

    The settings page wins, where people changed it without touching the machine. The
    environment (:class:`~peeraudit.settings.Publisher`) stands in for each field that
    they left empty. No page asks one of the two alone.
    """
    ours = site()
    kept, told = ours.house.now(ours.installation, ours.now()), ours.publisher
    return replace(
        kept,
        name=kept.name or told.organisation,
        contact_email=kept.contact_email or told.email,
        data_protection=kept.data_protection or told.dpo,
    )
