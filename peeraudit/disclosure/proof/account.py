"""How many sets of answers were tried, and what was found."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass

import numpy as np

from peeraudit.disclosure.proof.known import OUTSIDER, Known


@dataclass(frozen=True, slots=True)
class Account:
    """What was tried and found, in one row of the table."""

    worlds: int
    """Sets of answers that were tried."""
    cells: int
    known: int
    """Cells together with an own answer, or with none for an outsider."""
    leaks: int
    """Of those: the side of every other who answered is certain."""
    one_world: int
    """Of those: there is one set of answers that the others can have given."""
    no_such_side: int
    """Of those without a leak: on some side there is certainly none of the others."""


def account(found: Known, sides: int) -> Account:
    """Count what was found, where answers can be on so many sides."""
    left = np.bitwise_count(found.sides)
    outside = found.own == OUTSIDER
    return Account(
        worlds=int(found.worlds[outside].sum()),
        cells=int(outside.sum()),
        known=len(found.own),
        leaks=int((left <= 1).sum()),
        one_world=int((found.worlds == 1).sum()),
        no_such_side=int(((left > 1) & (left < sides)).sum()),
    )


def total(accounts: Iterable[Account]) -> Account:
    """Add accounts up."""
    return Account(*map(sum, zip(*map(astuple, accounts), strict=True)))
