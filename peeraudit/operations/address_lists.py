"""Lists of addresses as people paste or upload them: read, and each fault named."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from peeraudit.instrument.frozen import Group
from peeraudit.operations.people import takes_mail, tidy

BETWEEN = re.compile(r"[\s,;<>\"()\[\]]+")
"""What stands between addresses and names, in a list, a CSV or a line of a mail."""


class Wrong(StrEnum):
    """What is wrong with a line."""

    NO_ADDRESS = "no address"
    NOT_AN_ADDRESS = "not an address"
    TWICE = "twice"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: in which group's list, and on which line."""

    group: Group
    line: int


@dataclass(frozen=True, slots=True)
class LineFault:
    """A line that is wrong."""

    place: Place
    wrong: Wrong
    text: str
    """What stands there."""
    same_as: Place | None = None
    """Where the same address stands already."""


@dataclass(frozen=True, slots=True)
class AddressLists:
    """What was read of the lists of all groups."""

    addresses: Mapping[Group, tuple[str, ...]]
    faults: tuple[LineFault, ...]

    @property
    def number(self) -> int:
        """How many addresses there are."""
        return sum(map(len, self.addresses.values()))


def read_lists(lists: Mapping[Group, str]) -> AddressLists:
    """Read the lists of all groups; names beside addresses are read over, not kept."""
    faults: list[LineFault] = []
    seen: dict[str, Place] = {}
    for place, text in _lines(lists):
        found = [each for each in BETWEEN.split(text) if "@" in each]
        if not found and not _is_heading(place, text, lists):
            faults.append(LineFault(place, Wrong.NO_ADDRESS, text))
        for each in found:
            address = tidy(each)
            if not takes_mail(address):
                faults.append(LineFault(place, Wrong.NOT_AN_ADDRESS, each))
            elif address in seen:
                faults.append(LineFault(place, Wrong.TWICE, each, seen[address]))
            else:
                seen[address] = place
    return AddressLists(
        {
            group: tuple(each for each, place in seen.items() if place.group is group)
            for group in lists
        },
        tuple(faults),
    )


def _lines(lists: Mapping[Group, str]) -> Iterator[tuple[Place, str]]:
    """Yield every line that is not empty, and where it stands."""
    for group, text in lists.items():
        # The mark that some programs begin a file with is no part of it.
        lines = text.removeprefix("\ufeff").splitlines()
        for number, line in enumerate(lines, 1):
            if line.strip(' \t,;"'):
                yield Place(group, number), line.strip()


def _is_heading(place: Place, text: str, lists: Mapping[Group, str]) -> bool:
    """Say whether a line is the heading of a table, as "Name,E-mail"."""
    is_table = any(sign in text for sign in ",;\t")
    names_it = re.fullmatch(r"\W*e-?mails?\W*(address(es)?)?\W*", text, re.IGNORECASE)
    return place.line == 1 and "@" in lists[place.group] and bool(is_table or names_it)
