"""What an operation raises when a part of the installation is out of reach."""

from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from peeraudit.operations.launch_record import TermsChanged
from peeraudit.sealing.keys import KeyLost

UNAVAILABLE: tuple[type[Exception], ...] = (
    OperationalError,
    InterfaceError,
    NoConnectionFree,
    KeyLost,
    TermsChanged,
)
"""The database or a key folder cannot be reached; nothing of what was asked is done."""
