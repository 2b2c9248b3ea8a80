"""The trust's report over teams, and the foreword that its lead writes."""

import hashlib
import unicodedata
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from peeraudit.account.record import Act, done_by
from peeraudit.account.roles import Account, Right
from peeraudit.audit.promise_words import LONDON
from peeraudit.operations.acting import NotAllowed, as_they_are
from peeraudit.operations.installation import Installation
from peeraudit.operations.organisation import ChangedMeanwhile
from peeraudit.operations.record_act import record_within
from peeraudit.operations.see_trust import see_actions, see_trust
from peeraudit.report.trust_report import OverTeams, TrustReport, trust_report
from peeraudit.storage import installation_settings

FOREWORD = "foreword"
LONGEST_FOREWORD = 3_000
"""Signs: a page."""


class ForewordFault(ValueError):
    """A foreword that cannot be kept, and what would be right."""


@dataclass(frozen=True, slots=True)
class Foreword:
    """What the trust says, and a mark of it as it was read."""

    words: str
    mark: str


def read_trust_report(
    installation: Installation, organisation: str, *, at: datetime
) -> TrustReport:
    """Return the report over teams as it is now."""
    view = see_trust(installation, at=at)
    due = see_actions(installation, at.astimezone(LONDON).date())
    return trust_report(
        OverTeams(
            organisation,
            read_foreword(installation).words,
            view.versions,
            view.teams,
            view.teams - len(view.missing),
            len(due.overdue),
            len(due.due),
        )
    )


def read_foreword(installation: Installation) -> Foreword:
    """Return the foreword; empty before anybody wrote one."""
    with installation.database.reading() as connection:
        return _read(connection)


def write_foreword(
    installation: Installation,
    by: Account,
    words: str,
    *,
    mark: str,
    at: datetime | None = None,
) -> None:
    """Keep other words; none takes the foreword away.

    Raises
    ------
    ForewordFault
        If it is too long, or holds what cannot be shown.
    ChangedMeanwhile
        If it is not that of the mark any more.
    NotAllowed
        If whoever asks does not look after all teams.
    """
    _refuse(words)
    with installation.changing_accounts() as rows:
        if not as_they_are(rows, by).may(Right.SEE_TRUST):
            raise NotAllowed("the foreword is not yours to write")
        if _read(rows.connection).mark != mark:
            raise ChangedMeanwhile
        installation_settings.keep(rows.connection, FOREWORD, words)
        record_within(rows, done_by(by, Act.CHANGED_SETTINGS, at, about="foreword"))


def _refuse(words: str) -> None:
    """Raise :class:`ForewordFault` for what cannot be kept."""
    if len(words) > LONGEST_FOREWORD:
        raise ForewordFault(f"Use at most {LONGEST_FOREWORD:,} characters")
    if any(s != "\n" and unicodedata.category(s) in {"Cc", "Cs"} for s in words):
        raise ForewordFault("Use letters, numbers and signs only")


def _read(connection: Connection) -> Foreword:
    """Read what is kept."""
    words = installation_settings.find(connection, FOREWORD) or ""
    return Foreword(words, hashlib.sha256(words.encode()).hexdigest())
