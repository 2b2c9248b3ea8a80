"""Who misreads whom: what a group thinks another would say, and what that one says."""

from collections.abc import Iterator
from dataclasses import dataclass

from peeraudit.consensus.blind_spots import BlindSpot, State
from peeraudit.consensus.evidence import Score
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.sentences import capital, listed
from peeraudit.report.chart import Chart
from peeraudit.report.evidence import TURNED, quoted
from peeraudit.report.reader import Reader
from peeraudit.report.table import Table, Tone, row
from peeraudit.report.who_misreads import LABELS, who_misreads
from peeraudit.report.words import counted

ORDER = (
    State.FALSE_CONSENSUS,
    State.FALSE_CONFLICT,
    State.TRUE_DISSENSUS,
    State.TRUE_CONSENSUS,
)
"""What nobody knows yet comes first."""
TONES = {
    State.FALSE_CONSENSUS: Tone.CONFLICT,
    State.FALSE_CONFLICT: Tone.DIFFERENT,
    State.TRUE_DISSENSUS: Tone.DIFFERENT,
    State.TRUE_CONSENSUS: Tone.AGREED,
}


@dataclass(frozen=True, slots=True)
class Spot:
    """What one group thinks of another's view, and how that lies to what is so."""

    label: str
    tone: Tone
    sentence: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement on which groups guessed each other's answers."""

    words: str
    turned: str
    """A remark where high means that people disagree with the statement."""
    spots: tuple[Spot, ...]
    table: Table


@dataclass(frozen=True, slots=True)
class Misreading:
    """Every guess, the blind spots first."""

    message: str
    map: Chart | None
    """How well each group knows another; none where nothing can be told."""
    statements: tuple[Statement, ...]
    uncertain: str


def misreading(reader: Reader) -> Misreading:
    """Tell who misreads whom."""
    spots = reader.release.derived.blind_spots
    return Misreading(
        _message(spots),
        who_misreads(reader),
        tuple(_statements(reader)),
        _uncertain(spots),
    )


def _uncertain(spots: tuple[BlindSpot, ...]) -> str:
    """Say in one line for how many guesses nothing can be said, and why."""
    unsure = sum(spot.state is State.UNCERTAIN for spot in spots)
    if not unsure:
        return ""
    which = "" if unsure == len(spots) else f" for {unsure} of {len(spots)} guesses"
    return (
        f"This cannot be told{which}. Too few answers can be shown, or scores lie "
        "neither near nor far apart."
    )


def _message(spots: tuple[BlindSpot, ...]) -> str:
    """Say in one sentence how well the groups know each other."""
    known = [spot for spot in spots if spot.state is not State.UNCERTAIN]
    blind = sum(spot.state is State.FALSE_CONSENSUS for spot in spots)
    if not spots:
        return "This audit asked nobody what another group would say."
    if not known:
        return "How well the groups know each other's views cannot be told."
    if not blind:
        return "Where it can be told, the groups know where they agree and differ."
    return (
        f"In {blind} of {counted(len(known), 'guess', 'guesses')}, a group does not "
        "know that another sees things differently."
    )


def _statements(reader: Reader) -> Iterator[Statement]:
    """Yield the statements, those with a blind spot first."""
    told: dict[str, list[BlindSpot]] = {}
    for spot in reader.release.derived.blind_spots:
        if spot.state is not State.UNCERTAIN:
            told.setdefault(spot.item, []).append(spot)
    for spots in told.values():
        spots.sort(key=lambda spot: ORDER.index(spot.state))
    for item, spots in sorted(
        told.items(), key=lambda each: ORDER.index(each[1][0].state)
    ):
        words = quoted(reader.statement(item, next(iter(reader.instrument.guesses))))
        yield Statement(
            words,
            f"Here {TURNED} with the statement." if reader.is_reverse(item) else "",
            tuple(_spots(spots, reader)),
            _table(spots, reader),
        )


def _spots(spots: list[BlindSpot], reader: Reader) -> Iterator[Spot]:
    """Tell the guesses on one statement; groups that guess alike share a sentence."""
    alike: dict[tuple[State, Group, str, str], list[Group]] = {}
    for spot in spots:
        thought = _than_own(spot, reader, guess=True)
        rates = _than_own(spot, reader, guess=False)
        alike.setdefault((spot.state, spot.of, thought, rates), []).append(spot.by)
    for (state, of, thought, rates), by in alike.items():
        names = listed([reader.inline(group) for group in by])
        others = reader.inline(of)
        sentence = _expected(state, names, others, thought)
        if state in {State.FALSE_CONSENSUS, State.TRUE_DISSENSUS}:
            sentence += f" {capital(others)} rate it {rates}."
        yield Spot(LABELS[state], TONES[state], capital(sentence))


def _expected(state: State, names: str, others: str, thought: str) -> str:
    """Say what is thought, and where nothing more is to be said, what is so."""
    match state:
        case State.TRUE_CONSENSUS:
            return f"{names} and {others} see this alike, and {names} know it."
        case State.FALSE_CONFLICT:
            return (
                f"{names} expect {others} to see this differently. In fact they agree."
            )
        case State.TRUE_DISSENSUS:
            return f"{names} know that {others} see this differently."
        case _:
            view = f"rate this {thought}" if thought else "see this as they do"
            return f"{names} expect {others} to {view}."


def _than_own(spot: BlindSpot, reader: Reader, *, guess: bool) -> str:
    """Say where a guess, or the other group's own view, lies to what ``by`` says."""
    find = reader.evidence.score
    own = find(spot.by, spot.item)
    other = find(spot.by, spot.item, spot.of) if guess else find(spot.of, spot.item)
    near = reader.instrument.threshold("same_as_own")
    if not isinstance(own, Score) or not isinstance(other, Score):
        return ""
    gap = other.value - own.value
    if abs(gap) <= near:
        return ""
    return "higher" if gap > 0 else "lower"


def _table(spots: list[BlindSpot], reader: Reader) -> Table:
    """Set what is thought beside what is so."""
    return Table(
        "In numbers",
        ("Who about whom", "They say", "They think the others say", "The others say"),
        tuple(
            row(
                f"{reader.name(spot.by)} about {reader.inline(spot.of)}",
                reader.says(spot.by, spot.item),
                reader.says(spot.by, spot.item, spot.of),
                reader.says(spot.of, spot.item),
            )
            for spot in spots
        ),
    )
