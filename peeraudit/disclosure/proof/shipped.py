"""The cells of the product, tried: every kind, every floor, every number of people."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from peeraudit.audit.promise import FLOORS
from peeraudit.disclosure.cells import DontKnow
from peeraudit.disclosure.classes import dont_know
from peeraudit.disclosure.proof import readings
from peeraudit.disclosure.proof.account import Account, account, total
from peeraudit.disclosure.proof.known import Known, among, known
from peeraudit.disclosure.proof.worlds import Worlds, every_world
from peeraudit.instrument.definition import FINE_FROM, SHARES_FROM

LEAST = min(FLOORS)
MOST = 40
"""The most people of a group that are tried; docs/proof.md argues for more."""
BEYOND = (50, 60, 75)
"""Numbers of answers beyond it that are tried for statements all the same."""
TIERS = (range(LEAST, FINE_FROM), range(FINE_FROM, SHARES_FROM))
"""Numbers of answers that are told in the same way; shares are told from then on."""

Read = Callable[[Worlds], readings.Numbers]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of question: the sides of its answers, and how these are read."""

    name: str
    sides: Sequence[int]
    read: Read

    def known(self, answers: int) -> Known:
        """Gather what is known where everyone answers, and all know that."""
        worlds = every_world(answers, len(self.sides))
        return known(worlds, self.read(worlds), self.sides)

    def account(self, found: Known) -> Account:
        """Count what was found for this kind."""
        return account(found, len(set(self.sides)))


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: a question, a floor, numbers of people, and what is found."""

    name: str
    floor: int | None
    """None where it is known how many answered, so that the floor does not matter."""
    people: str
    account: Account


DISAGREE, NEITHER, AGREE = range(3)
FIVE_STEPS = (DISAGREE, DISAGREE, NEITHER, AGREE, AGREE)
STATEMENT = Kind("statement or guess", FIVE_STEPS, readings.statement)


def practice(options: int) -> Kind:
    """Return a practice of so many options, each a side of its own."""
    return Kind(f"practice, {options} options", range(options), readings.most_say)


def purpose(options: int) -> Kind:
    """Return a purpose of so many options, each a side of its own."""
    return Kind(f"purpose, {options} options", range(options), readings.commonest)


KINDS = (STATEMENT, *map(practice, (2, 3)), *map(purpose, range(2, 7)))

Found = Mapping[str, Mapping[int, Known]]
"""By kind and number of answers: what is known where everyone answers."""


def found() -> Found:
    """Try every set of answers that count, for every kind and number of answers."""
    numbers = range(LEAST, MOST + 1)
    return {kind.name: {n: kind.known(n) for n in numbers} for kind in KINDS}


def by_people(by_valid: Found) -> Iterator[Row]:
    """Yield a row for each kind and floor: some may not know, or skip the question."""
    for kind in KINDS:
        for floor in sorted(FLOORS):
            accounts = (
                kind.account(among(people, floor, by_valid[kind.name]))
                for people in range(floor, MOST + 1)
            )
            yield Row(kind.name, floor, f"{floor} to {MOST}", total(accounts))


def by_answers(by_valid: Found) -> Iterator[Row]:
    """Yield a row for each kind and tier: all answer, and everybody knows that."""
    for kind in KINDS:
        for tier in (*TIERS, range(SHARES_FROM, MOST + 1)):
            accounts = (kind.account(by_valid[kind.name][n]) for n in tier)
            yield Row(kind.name, None, f"{tier[0]} to {tier[-1]}", total(accounts))
    for n in BEYOND:
        yield Row(STATEMENT.name, None, str(n), STATEMENT.account(STATEMENT.known(n)))


def withheld() -> Iterator[Row]:
    """Yield a row for each floor: a question with too few answers, and who knows."""
    for floor in sorted(FLOORS):
        accounts = (few_answers(people, floor) for people in range(floor, MOST + 1))
        yield Row("withheld question", floor, f"{floor} to {MOST}", total(accounts))


def few_answers(people: int, floor: int) -> Account:
    """Count what is known of who answered, who skipped and who does not know."""
    answered, _, unsure = worlds = every_world(people, 3)
    half = [dont_know(int(n), people) is DontKnow.HALF_OR_MORE for n in unsure]
    few = answered < floor
    told = np.array(half, dtype=np.int64)
    return account(known(worlds[:, few], told[few], range(3)), 3)
