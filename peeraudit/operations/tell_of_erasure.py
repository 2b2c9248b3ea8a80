"""Tell the managers of a team by mail, once, that an audit of it will be erased."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from peeraudit.account.roles import Right
from peeraudit.audit.audit import Audit
from peeraudit.audit.retention import Erasure, erasure_of
from peeraudit.mail.server import OutOfReach, connected
from peeraudit.mail.to_managers import tell_managers
from peeraudit.mail.words import Words
from peeraudit.operations.installation import Installation
from peeraudit.operations.mail_trouble import no_trouble, one_more_failure, read_trouble
from peeraudit.operations.retention import retention_within
from peeraudit.storage import accounts, audits, keeping

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Notice:
    """An audit of which nobody has been told by mail."""

    audit: Audit
    erasure: Erasure
    to: tuple[str, ...]


def tell_of_erasure(installation: Installation, *, at: datetime) -> None:
    """Send what has not been sent, unless the mail server was out of reach just now.

    Where the server goes away in the middle, whoever had the mail gets it once more.
    """
    with installation.database.reading() as connection:
        trouble = read_trouble(connection)
    is_paused = trouble is not None and at < trouble.again_at
    server = installation.mail
    if server is None or is_paused:
        return
    for each in tuple(_untold(installation, at=at)):
        words = _words(each, server.site_url)
        try:
            with connected(server) as post:
                tell_managers(post, each.to, words, at=at)
        except OutOfReach as error:
            one_more_failure(installation, at=at)
            log.error("mail server: %s; will be tried again", error)
            return
        _told(installation, each.audit.id)
        if trouble is not None:
            no_trouble(installation)


def _untold(installation: Installation, *, at: datetime) -> Iterator[_Notice]:
    """Yield the audits that pages say will be erased, and no mail yet."""
    with installation.reading_accounts() as rows:
        retention = retention_within(rows).retention
        everybody = accounts.every(rows)
        for audit, kept in keeping.every(rows.connection).items():
            found = audits.find(rows.connection, audit)
            if found is None or kept.noticed_at is None or kept.is_mailed:
                continue
            to = (
                each.email
                for each in everybody
                if each.may(Right.RUN_AUDIT, found.team.id)
            )
            if erasure := erasure_of(found, retention, kept, at=at):
                yield _Notice(found, erasure, tuple(to))


def _told(installation: Installation, audit: str) -> None:
    """Remember that the mail has gone."""
    with installation.database.transaction() as connection:
        if audits.find(connection, audit, locked=True) is None:
            return
        kept = keeping.find(connection, audit)
        if kept.noticed_at is not None:
            keeping.keep(connection, audit, replace(kept, is_mailed=True))


def _words(notice: _Notice, site_url: str) -> Words:
    """Say what will be erased, when, and what can be done."""
    team, day = notice.audit.team, notice.erasure.day
    where = f"{site_url}/manage/teams/{team.id}/audits/{notice.audit.id}"
    subject = f"An audit of {team.name} will be erased on {day}"
    return Words(
        # A name may hold a sign that ends a line, which no subject may.
        " ".join(subject.split()),
        f"An audit of {team.name} will be erased from PeerAudit on {day}. Its time is "
        "over.\n\nThe report goes, and so does what was agreed, the meeting and the "
        "actions. If you want to keep the report, save a copy before that day.\n\n"
        "A trust lead can keep the audit for longer:\n"
        f"{where}\n\nYou get this because you manage audits of this team. People who "
        "were asked get no mail about it.\n",
    )
