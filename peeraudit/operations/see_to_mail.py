"""See to mail: what is asked for, what is due, what waits. The worker does this."""

import logging
from datetime import datetime

from peeraudit.audit.audit import Audit, State
from peeraudit.operations.installation import Installation
from peeraudit.operations.make_mailings import make_mailings
from peeraudit.operations.send_mail import send_mail
from peeraudit.operations.take_requests import take_requests
from peeraudit.sealing.keys import KeyKind
from peeraudit.storage import audits, mail

log = logging.getLogger(__name__)


def see_to_mail(installation: Installation, *, at: datetime) -> None:
    """Look through all audits once; one that fails does not hold up the others."""
    with installation.database.reading() as connection:
        found = list(audits.every(connection))
    for audit in found:
        try:
            _see_to(installation, audit, at=at)
        except Exception as error:
            # What an error says could hold an address; of what kind it is, cannot.
            log.error("audit %s: no mail made, %s", audit.id, type(error).__name__)
    send_mail(installation, at=at)


def _see_to(installation: Installation, audit: Audit, *, at: datetime) -> None:
    """Do what the mail of one audit asks for."""
    if installation.keys.holds(audit.id, KeyKind.MAIL):
        take_requests(installation, audit.id, at=at)
        make_mailings(installation, audit.id, at=at)
    elif audit.state is State.RELEASED:
        # Nobody can open these any more.
        with installation.database.reading() as connection:
            is_left = mail.is_left(connection, audit.id)
        if is_left:
            with installation.database.transaction() as connection:
                mail.forget_all(connection, audit.id)
