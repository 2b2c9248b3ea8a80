"""The map of blind spots: for each group that guessed, how well it knows another."""

from collections import Counter
from collections.abc import Mapping

from peeraudit.consensus.blind_spots import State
from peeraudit.instrument.frozen import Group
from peeraudit.report.chart import Chart, ChartKind, ChartRow, Mark, Series
from peeraudit.report.reader import Reader
from peeraudit.report.words import counted

LABELS = {
    State.FALSE_CONSENSUS: "Blind spot",
    State.FALSE_CONFLICT: "Closer than thought",
    State.TRUE_DISSENSUS: "A known difference",
    State.TRUE_CONSENSUS: "A shared view, and known",
    State.UNCERTAIN: "Cannot be told",
}
"""What nobody knows yet comes first."""

Counts = Mapping[tuple[Group, Group], Counter[State]]
"""In how many statements each state holds, by who guesses and who is guessed."""


def who_misreads(reader: Reader) -> Chart | None:
    """Draw the map; nothing where nothing can be told of any guess."""
    spots = reader.release.derived.blind_spots
    counts: dict[tuple[Group, Group], Counter[State]] = {}
    for spot in spots:
        counts.setdefault((spot.by, spot.of), Counter())[spot.state] += 1
    if all(spot.state is State.UNCERTAIN for spot in spots):
        return None
    states = [state for state in LABELS if any(spot.state is state for spot in spots)]
    return Chart(
        ChartKind.TILES,
        "who-misreads",
        "How well each group knows another",
        _message(counts, reader),
        "in statements",
        (),
        tuple(Series(state, LABELS[state]) for state in states),
        tuple(
            ChartRow(
                f"{reader.name(by)} about {reader.inline(of)}",
                tuple(_mark(found[state]) for state in states),
            )
            for (by, of), found in counts.items()
        ),
        head="Who guessed about whom",
    )


def _mark(count: int) -> Mark:
    """Return a count, which is exact."""
    return Mark(count, count, count, str(count))


def _message(counts: Counts, reader: Reader) -> str:
    """Say who misreads whom most often."""
    blind = {pair: found[State.FALSE_CONSENSUS] for pair, found in counts.items()}
    most = max(blind.values())
    if not most:
        return "No blind spot was found."
    spots = counted(most, "blind spot", "blind spots")
    (by, of), *others = (pair for pair, count in blind.items() if count == most)
    if others:
        return f"{len(others) + 1} groups misread another most, with {spots} each."
    return f"{reader.name(by)} misread {reader.inline(of)} most, with {spots}."
