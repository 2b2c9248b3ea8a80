"""What every view may use: the installation, the time, and what is rendered once."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import cast

from flask import current_app
from markupsafe import Markup

from peeraudit.operations.installation import Installation
from peeraudit.settings import Publisher
from peeraudit.web.fieldsets import Fieldsets
from peeraudit.web.frame import Frame
from peeraudit.web.shelf import Shelf


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A report as it stands at its address."""

    frame: Frame
    title: str
    body: Markup
    pdf: str = ""
    """Where the report can be had as a file, once the worker has made it."""


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
    """Who runs the site, as the pages in its footer say."""
    url: str = ""
    """How people reach the website; empty where it is what they say."""
    reports: dict[str, ReportPage] = field(default_factory=dict)
    """The reports that were read, by the hash of their release."""


def site() -> Site:
    """Return the site that is answering a request."""
    return cast("Site", current_app.extensions["peeraudit"])
