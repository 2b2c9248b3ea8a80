"""A browser that somebody has signed in with, all the way, once before."""

import secrets
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, repr=False)
class Device:
    """What such a browser shows: whose it is, and a number that nobody can guess.

    Wrong guesses are counted for each of them apart, and for all other browsers
    together: whoever guesses from elsewhere does not keep its owner out (OWASP's device
    cookies).
    """

    account: str
    number: str


def new_device(account: str) -> Device:
    """Return what a browser is to show from now on."""
    return Device(account, secrets.token_urlsafe(16))
