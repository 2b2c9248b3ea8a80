"""From counts to classes, in whole numbers: what a tally may say, by its answers.

It is proved over every possible set of answers; see docs/proof.md, which has to be
written again when anything here changes. Nothing finer may leave this folder.
"""

from collections.abc import Mapping, Sequence

from peeraudit.disclosure.cells import (
    Alike,
    ClassReading,
    CommonestReading,
    DontKnow,
    ModalReading,
    Shares,
)
from peeraudit.instrument.definition import (
    FINE_FROM,
    PROVED_EDGES,
    SHARES_FROM,
    Reading,
    ScoreClass,
)

POINTS_PER_STEP = 25
"""Item scores are (answer - 1) x 25, from 0 to 100."""


class UnprovedClasses(ValueError):
    """Classes of scores for which no proof says that they give nobody away."""


def refuse_unproved(reading: Reading) -> None:
    """Raise :class:`UnprovedClasses` for classes finer than those that are proved."""
    for name, edges in PROVED_EDGES.items():
        classes: Sequence[ScoreClass] = getattr(reading, name)
        used = {each.low for each in classes} | {each.high for each in classes[:-1]}
        if finer := used - edges:
            raise UnprovedClasses(f"{name} begin at {sorted(finer)}")


def points(counts: Mapping[str, int]) -> int:
    """Return the sum of everybody's points on a statement."""
    return sum((int(step) - 1) * POINTS_PER_STEP * n for step, n in counts.items())


def class_reading(counts: Mapping[str, int], reading: Reading) -> ClassReading:
    """Return the class of a group's answers to a statement.

    Parameters
    ----------
    counts
        How many answered each step "1" to "5", reverse items turned.
    reading
        The instrument's classes.
    """
    n = sum(counts.values())
    classes = reading.fine_classes if n >= FINE_FROM else reading.coarse_classes
    found = _class_of(points(counts), n, classes)
    if n >= SHARES_FROM:
        return ClassReading(found.id, shares=_shares(counts, n))
    if n >= FINE_FROM or found is classes[-1]:
        return ClassReading(found.id)
    return ClassReading(found.id, alike=_alike(counts, n))


def _class_of(total: int, n: int, classes: Sequence[ScoreClass]) -> ScoreClass:
    """Return the class that total / n lies in; the last one has no upper end."""
    return next(
        (each for each in classes if total < each.high * n),
        classes[-1],
    )


def _alike(counts: Mapping[str, int], n: int) -> Alike:
    """Compare r*_WG = 1 - s^2 / 2 with .3 (Lindell and Brandt 1999, five options).

    That is s^2 <= 1.4; times 5 n (n - 1), so that whole numbers decide.
    """
    total = sum(int(step) * k for step, k in counts.items())
    squares = sum(int(step) ** 2 * k for step, k in counts.items())
    alike = 5 * (n * squares - total**2) <= 7 * n * (n - 1)
    return Alike.ALIKE if alike else Alike.SPREAD


def _shares(counts: Mapping[str, int], n: int) -> Shares:
    """Return bands of the shares that disagree, say neither, and agree."""

    def band(*steps: str) -> int:
        tenth = 10 * sum(counts.get(step, 0) for step in steps) // n
        # A band of its own for "everyone" would tell what each person said.
        return 10 * min(tenth, 9)

    return Shares(band("1", "2"), band("3"), band("4", "5"))


def modal_reading(counts: Mapping[str, int]) -> ModalReading:
    """Return what most, 60 % or more, say about a practice."""
    n = sum(counts.values())
    most = [option for option, k in counts.items() if 10 * k >= 6 * n]
    return ModalReading(most[0] if most else None)


def commonest_reading(counts: Mapping[str, int]) -> CommonestReading:
    """Return the commonest first choice, if there is one."""
    top = max(counts.values())
    leaders = [option for option, k in counts.items() if k == top]
    return CommonestReading(leaders[0] if len(leaders) == 1 else None)


def dont_know(unsure: int, people: int) -> DontKnow:
    """Say whether half or more of everyone who answered do not know."""
    half = people > 0 and 2 * unsure >= people
    return DontKnow.HALF_OR_MORE if half else DontKnow.FEWER
