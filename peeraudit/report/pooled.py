"""A view over several teams, told: one group, and how well its teams know it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import starmap

from peeraudit.consensus.blind_spots import BlindSpot, State
from peeraudit.consensus.practice import PracticeView
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.sentences import listed
from peeraudit.release.sources import Pooled, PooledTeam
from peeraudit.report.about import LIMITS, About, bands, facts, settings
from peeraudit.report.annex import Annex, annex
from peeraudit.report.evidence import practice, quoted
from peeraudit.report.misreading import ORDER, TONES, Spot
from peeraudit.report.profile import Profile, profile
from peeraudit.report.purposes import Purpose, purposes
from peeraudit.report.reader import Reader
from peeraudit.report.section import Section
from peeraudit.report.table import Table, row
from peeraudit.report.who_misreads import LABELS
from peeraudit.report.words import counted, day, days

Told = tuple[PooledTeam, BlindSpot]
"""A guess in one team, of which it can be told how it stands beside the view."""

HEADINGS = {
    "teams": "The teams behind this view",
    "themes": "What they say, theme by theme",
    "guesses": "How well their own teams know it",
    "pooled-practices": "What they see as part of the role",
    "purposes": "Why the role is there",
    "about": "About this view, and its limits",
    "annex": "Every question, word for word",
}


@dataclass(frozen=True, slots=True)
class Guessed:
    """One statement, and in which teams others know how the group sees it."""

    words: str
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Guesses:
    """What other groups in each team think, beside the view."""

    message: str
    statements: tuple[Guessed, ...]
    uncertain: str


@dataclass(frozen=True, slots=True)
class PooledReport:
    """A view over several teams, told."""

    title: str
    team: str
    """What the view is called."""
    organisation: str
    sections: tuple[Section, ...]
    lede: str
    points: tuple[str, ...]
    teams: Table
    profile: Profile
    guesses: Guesses
    practices: Table | None
    purposes: tuple[Purpose, ...]
    about: About
    annex: Annex
    service: str = ""
    """None: a view stands on teams of several."""
    opening: str = "pooled"
    """The template of the first page."""


def pooled_report(reader: Reader) -> PooledReport:
    """Tell a view over several teams."""
    release, view, group = reader.release, _view(reader), reader.groups[0]
    return PooledReport(
        title=f"{reader.name(group)} over {len(view.teams)} teams",
        team=release.audit.team,
        organisation=release.audit.organisation,
        sections=tuple(starmap(Section, HEADINGS.items())),
        lede=_lede(reader, group),
        points=tuple(_points(reader, group)),
        teams=_teams(view),
        profile=profile(reader),
        guesses=_guesses(reader, view),
        practices=_practices(reader, group),
        purposes=purposes(reader),
        about=_about(reader, view),
        annex=annex(reader),
    )


def _view(reader: Reader) -> Pooled:
    """Return what the view stands on."""
    if reader.release.pooled is None:
        raise ValueError("this release is of one audit")
    return reader.release.pooled


def _lede(reader: Reader, group: Group) -> str:
    """Say what the view is, in three sentences."""
    count, view = reader.release.groups[0], _view(reader)
    return (
        f"At least {count.answered} {reader.inline(group)} answered, in "
        f"{len(view.teams)} teams. None of these teams shows them in its own report. "
        f"This view was made once, on {day(view.made_on)}."
    )


def _points(reader: Reader, group: Group) -> Iterator[str]:
    """Yield the highest and the lowest theme, and how much is seen alike."""
    scores = {each.score for each in reader.release.derived.themes}
    if len(scores) > 1:
        high, low = max(scores), min(scores)
        best, worst = _themes_at(reader, high), _themes_at(reader, low)
        yield f"{reader.name(group)} score {best} highest: about {high} of 100."
        yield f"They score {worst} lowest: about {low} of 100."
    elif scores:
        yield "No theme stands out."
    mixed = sum(not _says(each, group) for each in _practice_views(reader))
    if mixed:
        yield f"They do not see {counted(mixed, 'practice', 'practices')} alike."
    yield (
        "This is an average over teams. It hides how one team differs from the next, "
        "so no team should be judged by it."
    )


def _themes_at(reader: Reader, score: int) -> str:
    """Name the theme with a score, or say how many have it."""
    level = [each for each in reader.release.derived.themes if each.score == score]
    return f"{len(level)} themes" if len(level) > 1 else reader.theme(level[0].theme)


def _teams(view: Pooled) -> Table:
    """List the teams, and never how many of each answered."""
    return Table(
        "Teams whose answers are in this view",
        ("Team", "Its audit closed on"),
        tuple(row(team.team, day(team.closed_on)) for team in view.teams),
    )


def _guesses(reader: Reader, view: Pooled) -> Guesses:
    """Set what each team thinks beside the view."""
    told = [
        (team, spot)
        for team in view.teams
        for spot in team.blind_spots
        if spot.state is not State.UNCERTAIN
    ]
    unsure = sum(len(team.blind_spots) for team in view.teams) - len(told)
    return Guesses(
        _message(reader, told),
        tuple(_guessed(reader, told)),
        f"{counted(unsure, 'guess', 'guesses')} cannot be set beside the view."
        if unsure
        else "",
    )


def _message(reader: Reader, told: list[Told]) -> str:
    """Say in one sentence in how many teams others do not know."""
    group = reader.inline(reader.groups[0])
    if not told:
        return "What others in these teams think cannot be set beside this view."
    blind = {team.team for team, spot in told if spot.state is State.FALSE_CONSENSUS}
    if not blind:
        return f"Where it can be told, others know how {group} see things."
    teams = counted(len({team.team for team, _ in told}), "team", "teams")
    return (
        f"In {len(blind)} of {teams}, others do not know how {group} see some things."
    )


def _guessed(reader: Reader, told: list[Told]) -> Iterator[Guessed]:
    """Yield each statement with where others know, and where they do not."""
    where: dict[str, dict[tuple[State, Group], list[str]]] = {}
    for team, spot in sorted(told, key=lambda each: ORDER.index(each[1].state)):
        teams = where.setdefault(spot.item, {})
        teams.setdefault((spot.state, spot.by), []).append(team.team)
    for item, found in where.items():
        guessing = next(by for _, by in found)
        yield Guessed(
            quoted(reader.statement(item, guessing)),
            tuple(
                Spot(
                    LABELS[state],
                    TONES[state],
                    f"{reader.name(by)} in {listed(sorted(teams))}.",
                )
                for (state, by), teams in found.items()
            ),
        )


def _practice_views(reader: Reader) -> tuple[PracticeView, ...]:
    """Return what the group says of each practice."""
    return reader.release.derived.practice.practices


def _says(view: PracticeView, group: Group) -> bool:
    """Say whether most of the group say one thing of a practice, or nothing is told."""
    return view.says.get(group) != "mixed"


def _practices(reader: Reader, group: Group) -> Table | None:
    """List the practices, and what most of the group say."""
    views = _practice_views(reader)
    if not views:
        return None
    return Table(
        "What most of them say of each practice",
        ("Practice", reader.name(group)),
        tuple(
            row(reader.practice(view.item), practice(reader, view.item, group))
            for view in views
        ),
    )


def _about(reader: Reader, view: Pooled) -> About:
    """Tell what the view was made of, and what it cannot say."""
    release = reader.release
    told = (
        ("View", release.audit.team),
        ("Organisation", release.audit.organisation),
        ("Made on", day(view.made_on)),
        ("Answers were given", days(release.audit.opened_on, release.audit.closed_on)),
        ("Shown from", f"{release.promise.floor} answers, from 3 teams or more"),
        ("Made of", "Counts that were destroyed with it: it cannot be made again"),
        ("Fingerprint of these results", release.hash),
        ("Fingerprint of the questions", release.instrument.hash),
    )
    return About(
        facts("What this view is", "This view", told),
        settings(reader),
        bands(reader),
        (
            "It is over several teams, so it can be far from what any one team has.",
            "A guess is about the people in one's own team. The view is over several.",
            *LIMITS,
        ),
    )
