"""What two roads find in the same noisy answers: raw scores, and a release's cells."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from math import sqrt
from statistics import mean, stdev

from benchmarks.noisy_teams import noisy_tallies
from peeraudit.audit.promise import FLOORS, GroupPromise, Promise
from peeraudit.consensus.evidence import Evidence
from peeraudit.consensus.findings import Status, findings
from peeraudit.disclosure.cells import (
    AnsweredReading,
    Cell,
    Cells,
    DontKnow,
    ExactReading,
)
from peeraudit.disclosure.classes import points
from peeraudit.disclosure.disclose import disclose
from peeraudit.instrument.definition import AgreementItem, Form, Instrument
from peeraudit.instrument.rules import Kind
from peeraudit.instrument.wording import LocalWords
from peeraudit.operations.reference_teams import ReferenceTeam, reference_team
from peeraudit.questionnaire.questions import Asking
from peeraudit.settings import CHECKOUT
from peeraudit.tally.counts import Tallies, Tally

TEAMS = CHECKOUT / "instruments/reference_teams.json"

ENLARGED = 5
"""Times the paper's size: the least at which every group reaches the floor."""

ONE_STEP = 1.0
"""How far an answer strays: a standard deviation of one step of the scale."""

FLOOR = min(FLOORS)

Found = frozenset[str]
"""The rules that found something in one run, strengths left out."""


@dataclass(frozen=True)
class Comparison:
    """One team at one size: what either road finds, run by run, in the same answers."""

    team: ReferenceTeam
    expected: Found
    raw: tuple[Found, ...]
    cells: tuple[Found, ...]

    @property
    def all_shown(self) -> bool:
        """Whether every group reaches the floor, so that cells withhold none."""
        return min(self.team.counts.values()) >= FLOOR

    def found(self, runs: tuple[Found, ...]) -> float | None:
        """Return the share of what is expected that is found; none for no team's."""
        return mean(map(self._found, runs)) if self.expected else None

    def false(self, runs: tuple[Found, ...]) -> float:
        """Return how many findings an audit has that nobody expects."""
        return mean(map(self._false, runs))

    @property
    def largest_difference(self) -> float:
        """How far cells are from raw answers, in what they find or find falsely."""
        found = mean(self._apart(self._found))
        return max(abs(found), abs(mean(self._apart(self._false))))

    @property
    def standard_error(self) -> float:
        """How far chance alone moves the one difference or the other."""
        return max(
            stdev(self._apart(measure)) / sqrt(len(self.raw))
            for measure in (self._found, self._false)
        )

    def share(self, runs: tuple[Found, ...], rule: str) -> float:
        """Return the share of runs in which a rule finds something."""
        return mean(rule in found for found in runs)

    def _found(self, found: Found) -> float:
        return len(found & self.expected) / max(1, len(self.expected))

    def _false(self, found: Found) -> float:
        return float(len(found - self.expected))

    def _apart(self, measure: Callable[[Found], float]) -> list[float]:
        """Return by how much cells measure more than raw answers, run by run."""
        pairs = zip(self.raw, self.cells, strict=True)
        return [measure(cells) - measure(raw) for raw, cells in pairs]


def compare(
    name: str, times: int, instrument: Instrument, *, runs: int, seed: int
) -> Comparison:
    """Go both roads with the same answers.

    What is expected is what the team gives by the raw road when no answer strays, at
    the size at which nothing would be withheld.
    """
    team = reference_team(TEAMS, name, times)
    asking = Asking(
        instrument,
        Form.FULL,
        frozenset(team.counts),
        comments=frozenset(),
        words=LocalWords(name),
    )
    enlarged = reference_team(TEAMS, name, ENLARGED)
    still = next(noisy_tallies(enlarged, asking, spread=0, runs=1, seed=seed))
    expected = _found(team, asking, exactly(still, instrument))
    promise = _promise(team)
    raw, cells = [], []
    for each in noisy_tallies(team, asking, spread=ONE_STEP, runs=runs, seed=seed):
        raw.append(_found(team, asking, exactly(each, instrument)))
        cells.append(_found(team, asking, disclose(each, promise, instrument)))
    return Comparison(team, expected, tuple(raw), tuple(cells))


def _promise(team: ReferenceTeam) -> Promise:
    """Promise every group to be anonymous at the usual floor."""
    groups = tuple(GroupPromise(group, n) for group, n in team.counts.items())
    return Promise(FLOOR, datetime(2026, 3, 20, 17, 0, tzinfo=UTC), groups)


def exactly(tallies: Tallies, instrument: Instrument) -> Cells:
    """Tell everything as it is, whatever the size of a group: what no release does."""
    cells = tuple(_exact(tally, instrument) for tally in tallies.tallies)
    return Cells((), cells, ())


def _exact(tally: Tally, instrument: Instrument) -> Cell:
    """Tell one tally as it is."""
    statement = isinstance(instrument.questions[tally.key.item], AgreementItem)
    reading = (
        ExactReading(points(tally.counts), tally.valid)
        if statement
        else AnsweredReading(tally.counts)
    )
    return Cell(tally.group, tally.key.item, tally.key.about, reading, DontKnow.FEWER)


def _found(team: ReferenceTeam, asking: Asking, cells: Cells) -> Found:
    """Return the rules that find something to talk about."""
    rules = asking.instrument.rule
    return frozenset(
        each.rule
        for each in findings(Evidence(asking, team.facts(), cells))
        if each.status is Status.FOUND and rules[each.rule].kind is Kind.FINDING
    )
