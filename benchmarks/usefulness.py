"""What cells cost: findings found, and false ones, beside those from raw answers.

``python -m benchmarks.usefulness`` writes the page in docs again.
"""

from collections.abc import Iterator

from benchmarks.two_roads import ENLARGED, Comparison, compare
from benchmarks.usefulness_page import PAGE, page
from peeraudit.instrument.library import load
from peeraudit.operations.reference_teams import NAMES
from peeraudit.settings import CHECKOUT

RUNS = 300
SEED = 2013
SIZES = (1, 2, ENLARGED, 2 * ENLARGED)
"""Times the paper's size."""

AIM = 0.03
"""By how much cells may differ from raw answers, where cells are shown."""


def measure() -> Iterator[str]:
    """Go both roads with every team at every size, and write the page."""
    instrument = load(CHECKOUT / "instruments/role-adoption")
    comparisons = []
    for name in NAMES:
        for times in SIZES:
            each = compare(name, times, instrument, runs=RUNS, seed=SEED)
            comparisons.append(each)
            yield _line(each)
    text = page(comparisons, instrument.reading, aim=AIM, seed=SEED)
    PAGE.write_text(text, encoding="utf-8")
    largest = max(each.largest_difference for each in comparisons if each.all_shown)
    verdict = "within" if largest <= AIM else "NOT within"
    yield (
        f"usefulness: where every group is shown, cells differ from raw answers by up "
        f"to {largest:.3f} ({verdict} {AIM}); docs/usefulness.md is written"
    )


def _line(each: Comparison) -> str:
    """Tell of one team at one size in a line."""
    raw, cells = each.found(each.raw), each.found(each.cells)
    found = (
        "nothing to find"
        if raw is None or cells is None
        else f"finds {raw:.2f} raw, {cells:.2f} cells"
    )
    return (
        f"usefulness, {each.team.name} x {each.team.times}: {found}; false findings "
        f"{each.false(each.raw):.2f} raw, {each.false(each.cells):.2f} cells"
    )


if __name__ == "__main__":
    for line in measure():
        print(line, flush=True)
