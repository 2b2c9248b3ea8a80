"""The worker: opens, closes and releases audits when due; knows nothing else."""

import logging
import signal
import threading
from datetime import UTC, datetime
from types import FrameType

from peeraudit.operations.do_what_is_due import do_what_is_due
from peeraudit.operations.installation import Installation, name_installation
from peeraudit.operations.make_documents import make_documents
from peeraudit.settings import Settings

SECONDS_BETWEEN_LOOKS = 5
"""How soon the worker sees that something is due (our judgement)."""

log = logging.getLogger("peeraudit.worker")


def work(settings: Settings) -> None:
    """Look for what is due, over and over, until asked to stop.

    There is no queue to lose or to read: the database alone says what is due, so a
    worker that was stopped, for a second or a week, catches up.
    """
    # Libraries may speak of what they work on; only we say what is fit for a log.
    logging.basicConfig(level=logging.ERROR, format="worker: %(message)s")
    logging.getLogger("peeraudit").setLevel(logging.INFO)
    installation = name_installation(settings)
    stop = threading.Event()

    def ask_to_stop(_signal: int, _frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGTERM, ask_to_stop)
    signal.signal(signal.SIGINT, ask_to_stop)
    is_ready = False
    while not stop.is_set():
        try:
            is_ready = is_ready or _made_ready(installation)
            do_what_is_due(installation, at=datetime.now(UTC))
            for made in make_documents(installation):
                log.info("audit %s: %s is made as PDF", made.audit, made.called)
                # Each takes seconds, and who has just launched is waiting.
                do_what_is_due(installation, at=datetime.now(UTC))
        except Exception as error:
            log.error("cannot work now: %s; will try again", type(error).__name__)
        stop.wait(SECONDS_BETWEEN_LOOKS)


def _made_ready(installation: Installation) -> bool:
    """Bring the tables up to date, as soon as the database can be reached."""
    installation.database.migrate()
    # Nothing can be launched before this key is there, which only the worker makes.
    installation.keep_seal()
    return True


if __name__ == "__main__":
    work(Settings.from_environment())
