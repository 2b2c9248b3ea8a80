"""Wrong guesses: counted before a secret is looked at, and for each device apart."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from peeraudit.account.devices import Device
from peeraudit.account.roles import Account
from peeraudit.account.throttle import Failures
from peeraudit.storage import failures


@dataclass(frozen=True, slots=True)
class Wait:
    """Too many failures just now: not even looked at."""

    left: timedelta


@dataclass(frozen=True, slots=True)
class Guess:
    """One try, which counts as a failure until it is taken back."""

    place: bytes
    """What it is counted under."""
    at: datetime
    before: Failures


def begin_guess(connection: Connection, place: bytes, at: datetime) -> Guess | Wait:
    """Count a try as failed, before it is known whether it is.

    As many guesses at once as anybody likes so count as many, and not as one.
    """
    failures.hold(connection, place)
    before = failures.find(connection, place)
    if left := before.wait(at):
        return Wait(left)
    failures.keep(connection, place, before.one_more(at))
    return Guess(place, at, before)


def take_back(connection: Connection, guess: Guess) -> None:
    """Count a guess as none: it was right. Others that came meanwhile stay counted."""
    failures.hold(connection, guess.place)
    now = failures.find(connection, guess.place)
    left = now.one_less(guess.at, guess.before)
    if left.last is None:
        failures.forget(connection, guess.place)
    else:
        failures.keep(connection, guess.place, left)


def forget_guesses(connection: Connection, place: bytes, device: Device | None) -> None:
    """Forget what failed in a browser whose owner has signed in.

    What failed in browsers that nobody knows stays counted: that it was forgotten would
    tell whoever guesses that there is an account, and that its owner came.
    """
    if device is not None:
        failures.forget(connection, place)


def known(device: Device | None, account: Account | None) -> Device | None:
    """Return a device, if it is that of an account."""
    is_theirs = device and account and device.account == account.id
    return device if is_theirs else None


def place_of(email: str, device: Device | None) -> bytes:
    """Return what guesses at an address are counted under."""
    parts = (email, device.number if device else "")
    return hashlib.blake2b(
        "\n".join(parts).encode(), digest_size=32, person=b"peeraudit-fails"
    ).digest()
