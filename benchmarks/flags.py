"""How often a gap is called clear, in teams of which the true gap is known."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from peeraudit.stats.answers import Floats
from peeraudit.stats.gap import SURE_OF_SIZE
from peeraudit.stats.posterior import theme_gap_posterior

REPLICATES = 400
DRAWS = 2_000
SEED = 80
ITEMS = 5
AIM = 0.10
"""Most themes without a gap that may be called clear, at any size."""

SIZES = ((2, 4), (3, 3), (3, 5), (4, 8), (10, 10))
SHIFTS = (0.0, 1.3, 2.1)
"""By how many points people's own minds differ between the groups."""

AVERAGE, OF_A_PERSON, OF_AN_ANSWER = 3.3, 0.75, 0.8
"""The mean of both groups; how people differ, and how one person's answers do."""

ENOUGH_FOR_THE_TRUTH = 50_000


@dataclass(frozen=True)
class Called:
    """The true gap, how often it is called clear, and how often 95 % bars hold it."""

    truth: float
    clear: float
    held: float


def call(sizes: tuple[int, int], shift: float) -> Called:
    """Draw teams of one size and one shift, and look what is said of the gap."""
    random = np.random.default_rng((SEED, *sizes))
    many = (ENOUGH_FOR_THE_TRUTH, ENOUGH_FOR_THE_TRUTH)
    truth = float(np.subtract(*(each.mean() for each in _teams(many, shift, random))))
    clear = held = 0
    for _ in range(REPLICATES):
        first, second = _teams(sizes, shift, random)
        found = theme_gap_posterior(first=first, second=second, draws=DRAWS)
        clear += found.chance_beyond >= SURE_OF_SIZE
        held += found.interval_95.low <= truth <= found.interval_95.high
    return Called(truth, clear / REPLICATES, held / REPLICATES)


def measure() -> Iterator[str]:
    """Try every size with no gap, a gap and a large one."""
    for sizes in SIZES:
        none, *gaps = (call(sizes, shift) for shift in SHIFTS)
        verdict = "at most" if none.clear <= AIM else "MORE than"
        held = [each.held for each in (none, *gaps)]
        yield (
            f"clear gaps: {sizes[0]} v {sizes[1]}, called in {none.clear:.2f} of "
            f"themes without one ({verdict} {AIM:.2f}), "
            + ", ".join(f"{gap.clear:.2f} with {gap.truth:.1f} points" for gap in gaps)
            + f"; 95 % bars hold the truth in {min(held):.2f} to {max(held):.2f}"
        )


def _teams(
    sizes: tuple[int, int], shift: float, random: np.random.Generator
) -> tuple[Floats, Floats]:
    """Draw the theme scores of two groups whose minds differ by a shift."""

    def scores(people: int, mean: float) -> Floats:
        minds = random.normal(mean, OF_A_PERSON, people)
        answers = random.normal(minds[:, None], OF_AN_ANSWER, (people, ITEMS))
        return np.asarray(np.clip(np.rint(answers), 1, 5).mean(axis=1))

    n, m = sizes
    return scores(n, AVERAGE + shift / 2), scores(m, AVERAGE - shift / 2)


if __name__ == "__main__":
    for line in measure():
        print(line, flush=True)
