"""The organisation on every page, read now and then and not for each of them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import url_for

from peeraudit.audit.organisation import Organisation
from peeraudit.operations.installation import Installation
from peeraudit.operations.organisation import read_organisation
from peeraudit.operations.unavailable import UNAVAILABLE

READ_EVERY = timedelta(seconds=30)
"""How soon another process of the website shows what was changed."""


@dataclass(slots=True)
class House:
    """What is known of the organisation, and since when."""

    organisation: Organisation = Organisation()  # noqa: RUF009 # it is frozen
    read_at: datetime | None = None

    def now(self, installation: Installation, at: datetime) -> Organisation:
        """Return the organisation; while the database is away, as it was."""
        known = self.read_at
        if known is None or not known <= at < known + READ_EVERY:
            try:
                self.organisation = read_organisation(installation).organisation
            except UNAVAILABLE:
                return self.organisation
            self.read_at = at
        return self.organisation

    def forget(self) -> None:
        """Read anew for the next page: something was changed here."""
        self.read_at = None


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands at the top of a page: a name, and the logo that belongs to it."""

    organisation: str = ""
    logo: str = ""
    """Where the logo is; empty beside any other name than its own."""


def masthead(organisation: Organisation, shown: str) -> Masthead:
    """Return the top of a page of some organisation, or of nobody's in particular.

    A page of one audit says whose audit it is, as it was launched. A partner's audit
    does not get the logo of whoever runs the site.
    """
    name = shown or organisation.name
    if not organisation.logo or name != organisation.name:
        return Masthead(name)
    return Masthead(name, url_for("front.logo", digest=organisation.logo))
