"""Hold every questionnaire ready before anybody asks for it.

Were it drawn for the first who comes, that page would be slower than all others: who
has a code of the same group could see from one page that nobody of it has begun.
"""

import logging
import threading

from flask import Flask

from peeraudit.operations.admit import open_sittings
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
    """Warm the website now, and go on doing so for audits that open later."""

    def look(stop: threading.Event) -> None:
        while not stop.wait(SECONDS_BETWEEN_LOOKS):
            _try_to_warm(app)

    _try_to_warm(app)
    threading.Thread(target=look, args=[threading.Event()], daemon=True).start()


def _try_to_warm(app: Flask) -> None:
    """Warm the website, unless a part of it is out of reach: pages say so."""
    try:
        warm(app)
    except Exception as error:
        log.warning("cannot hold questions ready: %s", type(error).__name__)
