"""Who is answering, as far as their own browser remembers it: nothing is kept here."""

import secrets
from dataclasses import asdict, dataclass

from flask import session
from flask_wtf.csrf import generate_csrf  # type: ignore[import-untyped] # has no types

from peeraudit.sealing.codes import new_return_word

KEY = "visitor"
READER = "reader"
"""Where the session cookie of somebody who reads comments has their code."""

TURNS = 60
"""A multiple of 2 to 6, so that each of so many options comes first as often."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """What the session cookie of a respondent holds."""

    code: str
    """Empty once the answers are in: it opens nothing any more."""
    word: str
    """The return word: closes the draft from the first Continue on."""
    turn: int
    """By how much the order of purposes is turned for this person."""
    one_per_page: bool = False
    report: str = ""
    """The address of the report, from the moment that the code was seen to be good."""
    done: bool = False
    """Whether this person pressed Submit, and their answers are in."""


def visitor() -> Visitor | None:
    """Return whoever is answering, or nothing where no code is known."""
    held = session.get(KEY)
    try:
        return Visitor(**held) if held else None
    except TypeError:  # a cookie of another version
        return None


def is_answering(*, with_another: str = "") -> bool:
    """Say whether whoever asks is answering, with another code than this one."""
    known = visitor()
    answering = known is not None and bool(known.report) and not known.done
    return answering and known is not None and known.code != with_another


def remember(changed: Visitor) -> None:
    """Put a visitor into the session cookie."""
    session[KEY] = asdict(changed)


def welcome(code: str) -> None:
    """Begin a session with a code, unless it is this session's own already."""
    known = visitor()
    if known is None or known.code != code:
        session.clear()
        remember(Visitor(code, new_return_word(), secrets.randbelow(TURNS)))
    # Made now, so that two pages opened at once have one token.
    generate_csrf()


def forget() -> None:
    """Leave nothing of a respondent in the browser."""
    session.clear()
