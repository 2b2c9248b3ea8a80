"""What the smallest cells do tell of others: a row for each, none left out."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from peeraudit.disclosure.proof.known import OUTSIDER, Known
from peeraudit.disclosure.proof.readings import ALIKE, COARSE, LIMIT, NOT_TOLD, SPREAD
from peeraudit.disclosure.proof.shipped import (
    AGREE,
    DISAGREE,
    NEITHER,
    STATEMENT,
    TIERS,
)

HEAD = ("answers", "cell", "own answer", "nobody else", "sets left")
CLASSES = (
    f"below {COARSE[1]}",
    *(f"{low} to {high - 1}" for low, high in pairwise(COARSE[1:])),
    f"{COARSE[-1]} or more",
)
HOW = {NOT_TOLD: "", ALIKE: ", alike", SPREAD: ", spread"}
OWN = ("strongly disagree", "disagree", "neither", "agree", "strongly agree")
SIDES = {DISAGREE: "disagrees", NEITHER: "says neither", AGREE: "agrees"}


def small_cells() -> Iterator[tuple[str, ...]]:
    """Yield every small cell and own answer that leave one set, or rule a side out."""
    for answers in TIERS[0]:
        found = STATEMENT.known(answers)
        left = np.bitwise_count(found.sides)
        for row in np.flatnonzero((found.worlds == 1) | (left < len(SIDES))):
            yield f"{answers}", *_row(found, int(row))


def _row(found: Known, row: int) -> tuple[str, ...]:
    """Say in words what is told, by whom it is read, and what follows."""
    score_class, how = divmod(int(found.told[row]), LIMIT)
    own, sides = int(found.own[row]), int(found.sides[row])
    return (
        CLASSES[score_class] + HOW[how],
        "none" if own == OUTSIDER else OWN[own],
        ", ".join(word for side, word in SIDES.items() if not sides >> side & 1),
        f"{found.worlds[row]}",
    )
