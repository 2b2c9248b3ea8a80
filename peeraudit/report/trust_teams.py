"""Teams, and where each is in its cycle: from no audit to the next one. No score."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from itertools import groupby

from peeraudit.audit.audit import Audit, State
from peeraudit.audit.promise_words import LONDON
from peeraudit.audit.standing import standing
from peeraudit.audit.team import Team, fold
from peeraudit.plan.cycle import RE_AUDIT_AFTER, Cycle
from peeraudit.plan.review import PlanSize, Review, review
from peeraudit.report.words import counted, day

NO_SERVICE = "No service named"

REVIEWS = {
    Review.AHEAD: "review on {when}",
    Review.DUE: "review due since {when}",
    Review.OVERDUE: "review was due on {when}",
    Review.PAST: "reviewed",
}


@dataclass(frozen=True)
class TeamNow:
    """A team, its audits, and its plan after the latest report."""

    team: Team
    audits: tuple[Audit, ...]
    planned: PlanSize | None = None
    """None where nothing is planned."""

    @cached_property
    def reported(self) -> Audit | None:
        """The last audit to be released."""
        out = [each for each in self.audits if each.state is State.RELEASED]
        return max(out, key=lambda each: each.promise.closes_at, default=None)

    @cached_property
    def closed_on(self) -> date | None:
        """The day that the last report is of, as people in London read it."""
        if self.reported is None:
            return None
        return self.reported.promise.closes_at.astimezone(LONDON).date()

    @cached_property
    def running(self) -> Audit | None:
        """The audit that people answer, or that is on its way to a report."""
        over = {State.DRAFT, State.RELEASED}
        return next((each for each in self.audits if each.state not in over), None)

    @property
    def is_setting_up(self) -> bool:
        """Whether an audit is being set up."""
        return any(each.state is State.DRAFT for each in self.audits)


@dataclass(frozen=True, slots=True)
class TeamLine:
    """A team, and where it is, in words."""

    id: str
    name: str
    stands: str
    notes: tuple[str, ...]
    is_late: bool
    """Whether something is due, or overdue."""
    has_report: bool


@dataclass(frozen=True, slots=True)
class ServiceBlock:
    """The teams of one service, by name."""

    name: str
    teams: tuple[TeamLine, ...]


def services(teams: Iterable[TeamNow], *, at: datetime) -> tuple[ServiceBlock, ...]:
    """Tell where each team is, by service; those that named none come last."""
    blocks = []
    for _, group in groupby(sorted(teams, key=_place), key=_service):
        found = tuple(group)
        name = found[0].team.service or NO_SERVICE
        blocks.append(ServiceBlock(name, tuple(line(each, at=at) for each in found)))
    return tuple(blocks)


def _service(now: TeamNow) -> tuple[bool, str]:
    """Return what the teams of one service have in common, however it is written."""
    return not now.team.service, fold(now.team.service)


def _place(now: TeamNow) -> tuple[bool, str, str, str]:
    """Return where a team stands: services and teams by name, never by result."""
    return *_service(now), fold(now.team.name), now.team.id


def line(now: TeamNow, *, at: datetime) -> TeamLine:
    """Tell where one team is."""
    notes = tuple(_notes(now, at.astimezone(LONDON).date()))
    return TeamLine(
        now.team.id,
        now.team.name,
        _stands(now, at=at),
        tuple(note.words for note in notes),
        any(note.is_due for note in notes),
        now.reported is not None,
    )


@dataclass(frozen=True, slots=True)
class _Note:
    """Something about the plan of a team, and whether it is due."""

    words: str
    is_due: bool = False


def _notes(now: TeamNow, today: date) -> Iterator[_Note]:
    """Yield what comes after the latest report, while no audit is on its way."""
    if now.running or now.closed_on is None:
        return
    cycle = Cycle(now.closed_on)
    yield _plan(now.planned, cycle, today)
    if now.is_setting_up:
        yield _Note("The next audit is being set up")
    else:
        yield _again(cycle, today)


def _stands(now: TeamNow, *, at: datetime) -> str:
    """Say in a few words where a team is."""
    if now.running:
        return standing(now.running, at=at)
    if now.closed_on:
        return f"Report is out, on an audit that closed on {day(now.closed_on)}"
    return "Being set up" if now.is_setting_up else "No audit yet"


def _plan(planned: PlanSize | None, cycle: Cycle, today: date) -> _Note:
    """Say whether there is a plan, and when the team looks at it again."""
    if planned is None or not planned.actions:
        has = "No plan yet" if planned is None else "The team has met; no action yet"
        return _no_plan(has, cycle, today)
    if not planned.left:
        return _Note("Every action of the plan is over")
    left = f"Plan with {counted(planned.left, 'action', 'actions')} to do"
    stands = review(cycle.review_on, planned, today)
    words = REVIEWS[stands].format(when=day(cycle.review_on))
    return _Note(f"{left}; {words}", stands in {Review.DUE, Review.OVERDUE})


def _no_plan(has: str, cycle: Cycle, today: date) -> _Note:
    """Say that a plan is still to come, and by when."""
    is_due = today >= cycle.review_on
    by = f"{'was ' if is_due else ''}due by {day(cycle.review_on)}"
    return _Note(f"{has}; {by}", is_due)


def _again(cycle: Cycle, today: date) -> _Note:
    """Say when the team audits again."""
    ahead = zip(cycle.audits_on, RE_AUDIT_AFTER, strict=True)
    passed = [pair for pair in ahead if pair[0] <= today]
    if not passed:
        return _Note(f"Next audit from {day(cycle.audits_on[0])}")
    when, months = passed[-1]
    since = f"Next audit due since {day(when)}, after {months} months"
    return _Note(since, is_due=True)


def without_report(teams: Iterable[TeamNow]) -> Iterator[TeamNow]:
    """Yield the teams that have no report yet, by name."""
    missing = (each for each in teams if each.reported is None)
    yield from sorted(missing, key=lambda each: each.team.name.casefold())
