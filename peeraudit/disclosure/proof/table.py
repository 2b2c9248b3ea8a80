"""The tables of the page, and the hash of their rows."""

import hashlib
from collections.abc import Iterable
from dataclasses import astuple

from peeraudit.disclosure.proof.shipped import Row

FOUND = (
    "sets of answers",
    "cells",
    "cells with an own answer",
    "leaks",
    "one set left",
    "no other on some side",
)
"""The headings of what an account has."""


def accounts(about: Iterable[str], rows: Iterable[Row]) -> str:
    """Write down what was found, row by row."""
    return table(
        (*about, *FOUND),
        (
            (row.name, *_floor(row), row.people, *_with_commas(astuple(row.account)))
            for row in rows
        ),
        numbers=len(FOUND),
    )


def _floor(row: Row) -> tuple[str, ...]:
    """Return the floor, where the row has one."""
    return () if row.floor is None else (f"{row.floor}",)


def _with_commas(numbers: Iterable[int]) -> tuple[str, ...]:
    """Write numbers so that large ones can be read."""
    return tuple(f"{number:,}" for number in numbers)


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]], numbers: int) -> str:
    """Write a table down, so many of its last columns to the right."""
    under = ["---"] * (len(head) - numbers) + ["--:"] * numbers
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, under, *rows))


def digest(page: str) -> str:
    """Return the SHA-256 of every line of a page that is a row of a table."""
    rows = "".join(f"{line}\n" for line in page.splitlines() if line.startswith("|"))
    return hashlib.sha256(rows.encode()).hexdigest()
