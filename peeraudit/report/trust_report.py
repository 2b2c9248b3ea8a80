"""The trust's role-development report: what recurs over teams, and what to do.

It counts teams, as the trust view does, and names none: a board would compare them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from peeraudit.report.about import BY_CHANCE, JUDGING, NEW_QUESTIONS, RANKING
from peeraudit.report.table import Table, row
from peeraudit.report.trust import (
    FEWEST_TEAMS,
    Recurring,
    RecurringPractice,
    TeamCount,
    Version,
)
from peeraudit.report.words import counted

MOST_TO_DO = 3
"""As many as stay in mind."""
TITLE = "Role development report"
LIMITS = (
    "This report counts teams. It adds up no scores, and puts no team before another.",
    "It names no team beside a finding. Do not use it to look for one.",
    "Of each team the latest report counts. What teams were asked differently is "
    "never added up.",
    BY_CHANCE,
    f"{NEW_QUESTIONS} {RANKING}",
    JUDGING,
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A count of teams in which more holds than one finding; read with caution."""

    title: str
    says: str
    needs: tuple[str, ...]
    caution: str
    pages: str


@dataclass(frozen=True, slots=True)
class Part:
    """What recurs over the teams that were asked exactly the same."""

    key: str
    heading: str
    stands_on: str
    findings: Table | None
    strengths: Table | None
    practices: Table | None
    patterns: tuple[Pattern, ...]
    do: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TrustReport:
    """The report, told."""

    title: str
    team: str
    """How many teams it is over: it stands where a report has its team."""
    organisation: str
    service: str
    foreword: tuple[str, ...]
    """The trust's own words, paragraph by paragraph."""
    about: tuple[str, ...]
    parts: tuple[Part, ...]
    actions: tuple[str, ...]
    limits: tuple[str, ...] = LIMITS


@dataclass(frozen=True, slots=True)
class OverTeams:
    """What the report is made from."""

    organisation: str
    foreword: str
    versions: tuple[Version, ...]
    teams: int
    reported: int
    overdue: int
    due: int


def trust_report(of: OverTeams) -> TrustReport:
    """Tell what recurs, with the trust's own foreword."""
    return TrustReport(
        TITLE,
        counted(of.teams, "team", "teams"),
        of.organisation,
        "",
        tuple(filter(None, (line.strip() for line in of.foreword.splitlines()))),
        tuple(_about(of)),
        tuple(_part(n, version) for n, version in enumerate(of.versions, start=1)),
        tuple(_actions(of)),
    )


def _about(of: OverTeams) -> Iterator[str]:
    """Say what it stands on."""
    has = "team has" if of.reported == 1 else "teams have"
    yield f"{of.reported} {has} a report, of {of.teams} here."
    yield (
        "“3 of 4 teams” means: it could be told in 4 teams, and was found in 3 of "
        "them. In other teams too few answers can be shown, or it was not asked."
    )


def _actions(of: OverTeams) -> Iterator[str]:
    """Say how teams get on with their plans."""
    overdue, due = (str(n) if n else "No" for n in (of.overdue, of.due))
    yield f"{overdue} action{_are(of.overdue)} overdue over all teams."
    yield f"{due} action{_are(of.due)} due in the next eight weeks."


def _are(number: int) -> str:
    """Go on after "action", as one is and more are; of none it says "is"."""
    return "s are" if number > 1 else " is"


def _part(number: int, version: Version) -> Part:
    """Tell one version of the questions."""
    return Part(
        f"report-version-{number}",
        f"{version.title}, version {version.number}",
        _stands_on(version),
        _table("Findings that recur", version.findings),
        _table("Strengths that recur", version.strengths),
        _practices(version.practices),
        tuple(map(_pattern, version.counts)),
        tuple(_to_do(version.findings)),
    )


def _stands_on(version: Version) -> str:
    """Say how many teams were asked this, and whether that is enough to count."""
    teams = counted(len(version.teams), "team has", "teams have")
    stands = f"{teams} a report on exactly these questions, used since {version.since}."
    if version.is_counted:
        return stands
    return f"{stands} From {FEWEST_TEAMS} teams on, what recurs is counted."


def _table(caption: str, found: tuple[Recurring, ...]) -> Table | None:
    """Return in how many teams each was found, what recurs most first."""
    if not found:
        return None
    return Table(
        caption,
        ("What was found", "Found in", "Could not be told in", "The paper"),
        tuple(
            row(
                each.title,
                f"{each.found} of {each.told} teams",
                counted(each.not_enough + each.not_asked, "team", "teams"),
                each.pages,
            )
            for each in found
        ),
    )


def _practices(apart: tuple[RecurringPractice, ...]) -> Table | None:
    """Return the practices on which groups are apart in several teams."""
    if not apart:
        return None
    return Table(
        "Practices on which groups are apart",
        ("A peer worker may …", "One says yes, another never", "Differ otherwise"),
        tuple(
            row(
                each.practice,
                f"{each.clash} of {each.told} teams",
                f"{each.differ} of {each.told} teams",
            )
            for each in apart
        ),
    )


def _pattern(count: TeamCount) -> Pattern:
    """Tell a pattern, with its caution beside it."""
    says = " ".join(_holds(count))
    return Pattern(count.title, says, count.needs, count.caution, count.pages)


def _holds(count: TeamCount) -> Iterator[str]:
    """Say in how many teams a pattern holds, and in how many nobody can tell."""
    if not count.told:
        yield "It could be told in no team."
        return
    yield f"It holds in {count.holds} of {count.told} teams."
    if count.holds:
        yield count.means
    if count.untold:
        yield f"In {counted(count.untold, 'more team', 'more teams')} nobody can tell."


def _to_do(found: Iterable[Recurring]) -> list[str]:
    """Return what is recommended for what recurs most, none twice."""
    return list(dict.fromkeys(each.do for each in found))[:MOST_TO_DO]
