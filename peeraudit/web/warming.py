"""Hold tables and questionnaires ready before anybody asks for a page.

Were a questionnaire drawn for the first who comes, that page would be slower than all
others: who has a code of the same group could see that nobody of it has begun.
"""

import logging
import threading

from flask import Flask

from peeraudit.operations.admit import open_sittings
from peeraudit.operations.unavailable import UNAVAILABLE
from peeraudit.web.site import Site

SECONDS_BETWEEN_LOOKS = 2
"""An audit is open for longer before anybody can have a code (our judgement)."""

log = logging.getLogger(__name__)


def warm(app: Flask) -> None:
    """Draw what is asked in every open audit, if it has not been drawn yet."""
    site: Site = app.extensions["peeraudit"]
    with app.test_request_context():
        for sitting in open_sittings(site.installation):
            site.fieldsets.prepare(sitting)


def keep_warm(app: Flask) -> None:
    """Warm the website now, and go on doing so for audits that open later.

    A database that cannot be reached yet does not keep the website from starting: its
    pages say so until it can.
    """
    ready = _try_to_prepare(app)

    def look(stop: threading.Event) -> None:
        prepared = ready
        while not stop.wait(SECONDS_BETWEEN_LOOKS):
            prepared = prepared or _try_to_prepare(app)
            _try_to_warm(app)

    _try_to_warm(app)
    threading.Thread(target=look, args=[threading.Event()], daemon=True).start()


def _try_to_prepare(app: Flask) -> bool:
    """Bring the tables up to date; false where the database is out of reach."""
    site: Site = app.extensions["peeraudit"]
    try:
        site.installation.database.migrate()
    except UNAVAILABLE as error:
        log.error("the database is out of reach: %s; will try again", _kind(error))
        return False
    return True


def _try_to_warm(app: Flask) -> None:
    """Warm the website, unless a part of it is out of reach: pages say so."""
    try:
        warm(app)
    except Exception as error:
        log.warning("cannot hold questions ready: %s", _kind(error))


def _kind(error: Exception) -> str:
    """Return of what kind an error is: its message could hold anything."""
    return type(error).__name__
