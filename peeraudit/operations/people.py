"""Who somebody says they are: a name and an address, checked."""

import re
import unicodedata
from dataclasses import dataclass

from peeraudit.operations.create_audit import LONGEST_NAME, is_a_name

ADDRESS = re.compile(r"[^@\s,;:<>\"()\[\]\\?&#%]+@(?:[\w-]+\.)+[\w-]{2,}")
"""An address of e-mail as people write it; whether it is read only a mail can tell."""


NO_ADDRESS = "Enter an e-mail address, like name@trust.nhs.uk"
OTHER_ALPHABET = (
    "Type the address anew: it has a letter of another alphabet, or a sign that nobody "
    "can see"
)


class NotAPerson(ValueError):
    """A name or an address that cannot be one, and what would be right."""


@dataclass(frozen=True, slots=True)
class Person:
    """A name and an address in small letters."""

    name: str
    email: str

    def __post_init__(self) -> None:
        """Refuse what is no name or no address."""
        if not is_a_name(self.name):
            raise NotAPerson(f"Enter a name of 1 to {LONGEST_NAME} characters")
        refuse_no_address(self.email)


def refuse_no_address(email: str) -> None:
    """Raise :class:`NotAPerson` for what is no address, or only looks like one."""
    if not is_plain(email):
        raise NotAPerson(OTHER_ALPHABET)
    if not is_address(email):
        raise NotAPerson(NO_ADDRESS)


def is_plain(email: str) -> bool:
    """Say whether an address has Latin letters only, and no sign that is not seen.

    An invitation to what looks like somebody's address would go to somebody else.
    """
    return unicodedata.normalize("NFKC", email) == email and all(
        sign.isascii() or unicodedata.name(sign, "").startswith("LATIN ")
        for sign in email
    )


def is_address(email: str) -> bool:
    """Say whether something is written as an address of e-mail."""
    return len(email) <= LONGEST_NAME and bool(ADDRESS.fullmatch(email))


def takes_mail(email: str) -> bool:
    """Say whether every mail server takes an address: plain signs, and few."""
    plain = email.isascii() and email.isprintable() and "\\" not in email
    return plain and is_address(email)


def tidy(email: str) -> str:
    """Return an address as it is kept."""
    return email.strip().lower()
