"""How often a 95 % interval holds the true gap, in teams drawn from known answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import mean

import numpy as np

from peeraudit.stats.answers import Floats
from peeraudit.stats.interval import Interval
from peeraudit.stats.posterior import item_gap_posterior

REPLICATES = 400
DRAWS = 2_000
SEED = 95
AIM = 0.92
"""Mean coverage over the pairs, of either interval, from 3 v 3 people up."""

SIZES = ((3, 3), (3, 5), (3, 10), (5, 5), (10, 10))

RANDOM = (0.2, 0.2, 0.2, 0.2, 0.2)
MIDDLING = (0.1, 0.2, 0.4, 0.2, 0.1)
SKEWED = (0.03, 0.07, 0.15, 0.40, 0.35)
CEILING = (0.0, 0.02, 0.08, 0.25, 0.65)
POLARISED = (0.4, 0.1, 0.0, 0.1, 0.4)
CONSENSUAL = (0.02, 0.08, 0.80, 0.08, 0.02)
"""How likely each of five answers is."""

PAIRS = (
    (RANDOM, RANDOM),
    (POLARISED, POLARISED),
    (CONSENSUAL, CONSENSUAL),
    (SKEWED, MIDDLING),
    (CEILING, SKEWED),
    (CEILING, CONSENSUAL),
)
"""What either group is drawn from: three times with no true gap, three times with."""


@dataclass(frozen=True)
class Covered:
    """How often the intervals of one size held the truth, pair by pair."""

    sizes: tuple[int, int]
    gap: tuple[float, ...]
    superiority: tuple[float, ...]
    width: float

    @property
    def lowest_mean(self) -> float:
        """The mean over pairs of whichever interval covers less."""
        return min(mean(self.gap), mean(self.superiority))


def cover(sizes: tuple[int, int], *, replicates: int) -> Covered:
    """Draw teams of one size from every pair, and look where the truth is."""
    random = np.random.default_rng((SEED, *sizes))
    gap, superiority, widths = [], [], []
    for shares in PAIRS:
        truth, superior = _truth(*map(np.array, shares))
        held = [0, 0]
        for _ in range(replicates):
            first, second = map(random.multinomial, sizes, shares)
            found = item_gap_posterior(first=first, second=second, draws=DRAWS)
            held[0] += _holds(found.interval_95, truth)
            held[1] += _holds(found.superiority_95, superior)
            widths.append(found.interval_95.high - found.interval_95.low)
        gap.append(held[0] / replicates)
        superiority.append(held[1] / replicates)
    return Covered(sizes, tuple(gap), tuple(superiority), mean(widths))


def measure() -> Iterator[str]:
    """Try every size, each with as many teams as the figures in docs rest on."""
    for sizes in SIZES:
        found = cover(sizes, replicates=REPLICATES)
        verdict = "at least" if found.lowest_mean >= AIM else "NOT at least"
        yield (
            f"coverage: {sizes[0]} v {sizes[1]}, 95 % intervals of the gap hold it in "
            f"{mean(found.gap):.3f} (worst pair {min(found.gap):.3f}), of A in "
            f"{mean(found.superiority):.3f} (worst {min(found.superiority):.3f}), mean "
            f"width {found.width:.1f} points ({verdict} {AIM})"
        )


def _truth(first: Floats, second: Floats) -> tuple[float, float]:
    """Return the true gap, and the true chance that the first is higher, ties half."""
    points = np.arange(len(first))
    higher = np.cumsum(second) - second / 2
    return float((first - second) @ points), float(first @ higher)


def _holds(interval: Interval, truth: float) -> bool:
    """Whether an interval holds a value."""
    return interval.low <= truth <= interval.high


if __name__ == "__main__":
    for line in measure():
        print(line, flush=True)
