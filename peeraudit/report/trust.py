"""What recurs over teams: findings, practices and counts, by instrument version.

Counts of teams, never scores: an average over teams hides what each of them has. It
says in how many teams something was found, and not in which. Whoever may see this may
read every team's report, and learns nothing by subtraction that is not there: what is
withheld in a report is "could not be told" here. But a page with names would be put
into board papers, where teams are compared and small ones are picked out; so it has no
way to say which.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from peeraudit.consensus.findings import Status
from peeraudit.consensus.practice import Consensus
from peeraudit.instrument.definition import Instrument, TrustCount
from peeraudit.instrument.rules import Kind, Theme, leaves
from peeraudit.instrument.wording import LocalWords
from peeraudit.release.distilled import Distilled
from peeraudit.report.words import day, pages_words

FEWEST_TEAMS = 5
"""Teams with a report on the same questions, from which anything is counted [our
judgement]: of fewer, a count says what each of them has."""

RECURS_FROM = 2
"""Teams in which something is found, for it to be called recurring. What is found in
one is for that team's own report: beside a list of teams it would point at it."""

ANY_TEAM = LocalWords("the team")
"""The words for peer workers over teams, which may each call them otherwise."""


@dataclass(frozen=True, slots=True)
class TeamReport:
    """The latest report of one team, as far as it counts over teams."""

    team: str
    distilled: Distilled


@dataclass(frozen=True, slots=True)
class Recurring:
    """In how many teams a rule found something, of those where that could be told."""

    title: str
    pages: str
    found: int
    told: int
    not_enough: int
    """Teams where too few answers can be shown, or a fact is not known."""
    not_asked: int
    do: str = ""
    """What the instrument recommends first."""


@dataclass(frozen=True, slots=True)
class RecurringPractice:
    """In how many teams groups are apart on a practice."""

    practice: str
    clash: int
    """Teams where one group says it is part of the role, and another says never."""
    differ: int
    told: int


@dataclass(frozen=True, slots=True)
class TeamCount:
    """In how many teams a pattern holds that is told of no team by itself."""

    title: str
    means: str
    caution: str
    needs: tuple[str, ...]
    """What it asks for, with its thresholds."""
    pages: str
    holds: int
    told: int
    untold: int


@dataclass(frozen=True, slots=True)
class Version:
    """What recurs over the teams that were asked exactly the same."""

    title: str
    number: int
    digest: str
    """The first signs of it, to tell two with the same number apart."""
    since: str
    teams: tuple[str, ...]
    findings: tuple[Recurring, ...] = ()
    strengths: tuple[Recurring, ...] = ()
    once: tuple[str, ...] = ()
    """What was found in one team alone."""
    nowhere: tuple[str, ...] = ()
    """What was looked for, and found in no team where it could be told."""
    untold: tuple[str, ...] = ()
    """What could be told in no team."""
    practices: tuple[RecurringPractice, ...] = ()
    counts: tuple[TeamCount, ...] = ()

    @property
    def is_counted(self) -> bool:
        """Whether there are teams enough to count anything."""
        return len(self.teams) >= FEWEST_TEAMS


def versions(
    reports: Sequence[TeamReport],
    instruments: Mapping[str, Instrument],
    since: Mapping[str, date],
) -> tuple[Version, ...]:
    """Tell what recurs for each exact instrument, the newest first.

    Parameters
    ----------
    reports
        The latest report of each team: two rounds of one team would count it twice.
    instruments
        By digest. What two instruments asked is never added up.
    since
        The first day on which people were asked with each, by digest.
    """
    by_digest: dict[str, list[TeamReport]] = {}
    for report in reports:
        by_digest.setdefault(report.distilled.instrument, []).append(report)
    newest = sorted(by_digest, key=lambda each: (since[each], each), reverse=True)
    return tuple(
        _version(instruments[digest], by_digest[digest], since[digest])
        for digest in newest
    )


def _version(
    instrument: Instrument, reports: Sequence[TeamReport], since: date
) -> Version:
    """Tell what recurs over teams that were asked the same."""
    digest = reports[0].distilled.instrument
    teams = tuple(sorted((each.team for each in reports), key=str.casefold))
    title = ANY_TEAM.fill(instrument.wording.title)
    head = (title, instrument.version, digest[:8], day(since), teams)
    if len(teams) < FEWEST_TEAMS:
        return Version(*head)
    told = [each.distilled for each in reports]
    rules = _rules(instrument, told)
    return Version(
        *head,
        _often(rules, instrument, Kind.FINDING),
        _often(rules, instrument, Kind.STRENGTH),
        tuple(each.title for each in rules.values() if 0 < each.found < RECURS_FROM),
        tuple(each.title for each in rules.values() if each.told and not each.found),
        tuple(each.title for each in rules.values() if not each.told),
        _practices(instrument, told),
        tuple(_count(each, instrument, told) for each in instrument.trust),
    )


def _rules(
    instrument: Instrument, told: Sequence[Distilled]
) -> Mapping[str, Recurring]:
    """Count what became of each rule, in the instrument's order."""
    recurring = {}
    for rule in instrument.rules:
        became = Counter(each.findings[rule.id] for each in told)
        found = became[Status.FOUND]
        recurring[rule.id] = Recurring(
            ANY_TEAM.fill(instrument.wording.rules[rule.id].title),
            pages_words(rule.pages),
            found,
            found + became[Status.NOT_FOUND],
            became[Status.NOT_ENOUGH],
            became[Status.NOT_ASKED],
            ANY_TEAM.fill(instrument.wording.recommendations[rule.recommend[0]]),
        )
    return recurring


def _often(
    rules: Mapping[str, Recurring], instrument: Instrument, kind: Kind
) -> tuple[Recurring, ...]:
    """Return what was found in several teams, what recurs most first."""
    found = (
        each
        for name, each in rules.items()
        if each.found >= RECURS_FROM and instrument.rule[name].kind is kind
    )
    return tuple(sorted(found, key=lambda each: (-each.found, each.told)))


def _practices(
    instrument: Instrument, told: Sequence[Distilled]
) -> tuple[RecurringPractice, ...]:
    """Return the practices on which groups are apart in several teams."""
    apart = []
    for item in instrument.practices:
        became = Counter(
            each.practices.get(item.id, Consensus.NOT_ENOUGH) for each in told
        )
        clash, differ = became[Consensus.HARD_CONFLICT], became[Consensus.DIFFERENT]
        words = ANY_TEAM.fill(instrument.wording.practices[item.id])
        told_in = clash + differ + became[Consensus.AGREED]
        apart.append(RecurringPractice(words, clash, differ, told_in))
    often = (each for each in apart if each.clash + each.differ >= RECURS_FROM)
    return tuple(sorted(often, key=lambda each: (-each.clash, -each.differ)))


def _count(
    count: TrustCount, instrument: Instrument, told: Iterable[Distilled]
) -> TeamCount:
    """Count the teams in which a pattern holds."""
    became = Counter(each.counts[count.id] for each in told)
    words = instrument.wording.trust[count.id]
    holds = became[Status.FOUND]
    return TeamCount(
        ANY_TEAM.fill(words.title),
        ANY_TEAM.fill(words.means),
        ANY_TEAM.fill(words.caution),
        tuple(_needs(count, instrument)),
        pages_words(count.pages),
        holds,
        holds + became[Status.NOT_FOUND],
        became[Status.NOT_ENOUGH] + became[Status.NOT_ASKED],
    )


def _needs(count: TrustCount, instrument: Instrument) -> Iterable[str]:
    """Yield the themes that it asks for, each with the score from which it counts."""
    wording = instrument.wording
    for leaf in leaves(count.when):
        if isinstance(leaf, Theme) and leaf.theme.at_least is not None:
            theme = wording.themes[leaf.theme.theme].title
            group = ANY_TEAM.fill(wording.groups[leaf.theme.group].inline)
            least = instrument.threshold(leaf.theme.at_least)
            yield f"{theme}: {group} at {least} or more of 100"
