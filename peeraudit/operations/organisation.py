"""What the organisation says of itself: its name, its contacts, its logo."""

import base64
import hashlib
import json
import unicodedata
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime

from sqlalchemy import Connection

from peeraudit.account.record import Act, done_by
from peeraudit.account.roles import Account, Right
from peeraudit.audit.organisation import Organisation
from peeraudit.operations.acting import NotAllowed, as_they_are
from peeraudit.operations.create_audit import LONGEST_NAME, is_a_name
from peeraudit.operations.installation import Installation
from peeraudit.operations.people import is_address
from peeraudit.operations.record_act import record_within
from peeraudit.report.logo import Logo, drawn_anew
from peeraudit.storage import installation_settings
from peeraudit.storage.sealed_rows import SealedRows

ORGANISATION = "organisation"
LOGO = "logo"
LONGEST_WORDS = 1_000
"""Signs of one contact: three short paragraphs."""


class ChangedMeanwhile(Exception):
    """Somebody else has changed the same settings since they were read."""


class WordsFault(ValueError):
    """Something that cannot be kept, and what would be right."""

    def __init__(self, field: str, words: str) -> None:
        """Name the field."""
        super().__init__(words)
        self.field = field


@dataclass(frozen=True, slots=True)
class AsRead:
    """The settings, and a mark of what they were when they were read."""

    organisation: Organisation
    mark: str


def read_organisation(installation: Installation) -> AsRead:
    """Return what is kept of the organisation."""
    with installation.database.reading() as connection:
        return _read(connection)


def change_organisation(
    installation: Installation,
    by: Account,
    changed: Organisation,
    *,
    mark: str,
    at: datetime | None = None,
) -> None:
    """Keep other words; the logo stays.

    Raises
    ------
    WordsFault
        If a field will not do.
    ChangedMeanwhile
        If the settings are not those of the mark any more.
    NotAllowed
        If whoever asks may not change settings.
    """
    refuse_wrong(changed)
    with installation.changing_accounts() as rows:
        now = _held(rows, by)
        if now.mark != mark:
            raise ChangedMeanwhile
        if now.organisation.logo and not changed.name:
            raise WordsFault("name", "Take the logo away before you take the name away")
        _keep(rows.connection, replace(changed, logo=now.organisation.logo))
        record_within(rows, done_by(by, Act.CHANGED_SETTINGS, at))


def keep_logo(
    installation: Installation,
    by: Account,
    content: bytes,
    *,
    at: datetime | None = None,
) -> None:
    """Keep a logo, drawn anew.

    Raises
    ------
    NotALogo
        If the file will not do, and why.
    WordsFault
        If the organisation has no name yet: a logo never stands alone.
    NotAllowed
        If whoever asks may not change settings.
    """
    png = drawn_anew(content)
    with installation.changing_accounts() as rows:
        now = _held(rows, by).organisation
        if not now.name:
            raise WordsFault("logo", "Save the name of your organisation first")
        kept = base64.b64encode(png).decode()
        installation_settings.keep(rows.connection, LOGO, kept)
        _keep(rows.connection, replace(now, logo=hashlib.sha256(png).hexdigest()[:32]))
        record_within(rows, done_by(by, Act.CHANGED_SETTINGS, at, about="logo"))


def remove_logo(
    installation: Installation, by: Account, *, at: datetime | None = None
) -> None:
    """Forget the logo.

    Raises
    ------
    NotAllowed
        If whoever asks may not change settings.
    """
    with installation.changing_accounts() as rows:
        now = _held(rows, by).organisation
        installation_settings.forget(rows.connection, LOGO)
        _keep(rows.connection, replace(now, logo=""))
        record_within(rows, done_by(by, Act.CHANGED_SETTINGS, at, about="logo"))


def read_logo(installation: Installation) -> Logo | None:
    """Return the logo, and whose it is; none where there is none."""
    with installation.database.reading() as connection:
        kept = installation_settings.find(connection, LOGO)
        name = _read(connection).organisation.name
    return Logo(name, base64.b64decode(kept)) if kept else None


def refuse_wrong(organisation: Organisation) -> None:
    """Raise :class:`WordsFault` for the first field that will not do."""
    if organisation.name and not is_a_name(organisation.name):
        raise WordsFault("name", f"Use at most {LONGEST_NAME} characters")
    email = organisation.contact_email
    if email and not is_address(email):
        raise WordsFault(
            "contact_email", "Enter an e-mail address, like name@trust.nhs.uk"
        )
    for field in ("speak_up", "occupational_health", "crisis_lines", "data_protection"):
        if not _are_words(getattr(organisation, field)):
            raise WordsFault(field, f"Use at most {LONGEST_WORDS:,} characters")


def _are_words(words: str) -> bool:
    """Say whether something is text that can be kept and shown."""
    readable = all(
        sign == "\n" or unicodedata.category(sign) not in {"Cc", "Cs"} for sign in words
    )
    return readable and len(words) <= LONGEST_WORDS


def _held(rows: SealedRows, by: Account) -> AsRead:
    """Return the settings for whoever may change them, and hold them."""
    if not as_they_are(rows, by).may(Right.CHANGE_SETTINGS):
        raise NotAllowed("these settings are not yours to change")
    return _read(rows.connection)


def _read(connection: Connection) -> AsRead:
    """Read what is kept; a field of another version is left out."""
    kept = installation_settings.find(connection, ORGANISATION) or "{}"
    known = {each.name for each in fields(Organisation)}
    values = {name: said for name, said in json.loads(kept).items() if name in known}
    mark = hashlib.sha256(kept.encode()).hexdigest()
    return AsRead(Organisation(**values), mark)


def _keep(connection: Connection, organisation: Organisation) -> None:
    """Write it down."""
    kept = json.dumps(asdict(organisation))
    installation_settings.keep(connection, ORGANISATION, kept)
