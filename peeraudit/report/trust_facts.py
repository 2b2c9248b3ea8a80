"""Set-up facts over teams, for workforce returns: each with the day it is of.

Managers state them; no answer stands behind any. What is not known is said as such.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from peeraudit.audit.audit import Audit, State
from peeraudit.audit.facts import Unknown
from peeraudit.audit.promise_words import LONDON
from peeraudit.instrument.definition import Instrument
from peeraudit.instrument.sentences import listed
from peeraudit.report.fact_words import DONT_KNOW, NOT_GIVEN, fact_words
from peeraudit.report.trust import ANY_TEAM
from peeraudit.report.trust_teams import TeamNow
from peeraudit.report.words import counted, day
from peeraudit.report.workbook import Sheet, Value

PEOPLE = "people"
"""The unit of a fact that can be added up over teams; hours a week cannot."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What one team says of one fact."""

    team: str
    service: str
    said: str
    as_of: date
    value: str | int | Unknown

    @property
    def day(self) -> str:
        """The day it is of, as people read it."""
        return day(self.as_of)


@dataclass(frozen=True, slots=True)
class FactOverTeams:
    """One fact, as every team that has filled facts in states it."""

    id: str
    name: str
    question: str
    topic: str
    unit: str
    stated: tuple[Stated, ...]

    @property
    def known(self) -> tuple[Stated, ...]:
        """What teams that know say."""
        return tuple(s for s in self.stated if not isinstance(s.value, Unknown))

    @property
    def not_known(self) -> str:
        """How many teams do not know, or did not fill it in."""
        became = Counter(each.value for each in self.stated)
        parts = [
            f"{words}: {counted(became[why], 'team', 'teams')}"
            for why, words in (
                (Unknown.DONT_KNOW, DONT_KNOW),
                (Unknown.NOT_GIVEN, NOT_GIVEN),
            )
            if became[why]
        ]
        return "; ".join(parts)

    @property
    def told(self) -> str:
        """What the teams that know say, counted; people are added up."""
        if not self.known:
            return "Nothing is known"
        numbers = [each.value for each in self.known if isinstance(each.value, int)]
        if not numbers:
            said = Counter(each.said for each in self.known)
            return "; ".join(f"{words}: {n}" for words, n in said.most_common())
        teams = counted(len(numbers), "team", "teams")
        if self.unit == PEOPLE:
            return f"{sum(numbers)} people in {teams}"
        low, high = min(numbers), max(numbers)
        ends = str(low) if low == high else f"{low} to {high}"
        return f"{ends} {self.unit} in {teams}"


@dataclass(frozen=True, slots=True)
class Topic:
    """Facts about one thing."""

    title: str
    facts: tuple[FactOverTeams, ...]


@dataclass(frozen=True, slots=True)
class FactsOverTeams:
    """Every fact of every team, and which teams have none."""

    topics: tuple[Topic, ...]
    teams: int
    without: tuple[str, ...]
    """The teams that have launched no audit, so that nobody has filled facts in."""

    def find(self, fact: str) -> FactOverTeams | None:
        """Return a fact by its id."""
        return next((each for each in _every(self) if each.id == fact), None)


def facts_over_teams(
    teams: Sequence[TeamNow], instruments: Mapping[str, Instrument]
) -> FactsOverTeams:
    """Put together what each team's latest audit says of its set-up."""
    latest = {now.team.id: audit for now in teams if (audit := _latest(now))}
    audits = tuple(latest[now.team.id] for now in teams if now.team.id in latest)
    topics: dict[str, list[FactOverTeams]] = {}
    for fact, asked_in in _asked(audits, instruments).items():
        found = _fact(fact, asked_in, audits, instruments)
        topics.setdefault(found.topic, []).append(found)
    return FactsOverTeams(
        tuple(Topic(title, tuple(facts)) for title, facts in topics.items()),
        len(audits),
        tuple(now.team.name for now in teams if now.team.id not in latest),
    )


def _asked(
    audits: Iterable[Audit], instruments: Mapping[str, Instrument]
) -> Mapping[str, Instrument]:
    """Return every fact that was asked for, with the newest instrument that does."""
    asked: dict[str, Instrument] = {}
    newest = sorted(audits, key=lambda each: each.promise.closes_at, reverse=True)
    for digest in dict.fromkeys(audit.instrument for audit in newest):
        for fact in instruments[digest].facts:
            asked.setdefault(fact.id, instruments[digest])
    return asked


def _latest(now: TeamNow) -> Audit | None:
    """Return the last audit of a team that people were asked in."""
    asked = [a for a in now.audits if a.state is not State.DRAFT]
    return max(asked, key=lambda each: each.promise.closes_at, default=None)


def _fact(
    fact: str,
    asked_in: Instrument,
    audits: Iterable[Audit],
    instruments: Mapping[str, Instrument],
) -> FactOverTeams:
    """Return one fact over the teams that were asked for it."""
    words = asked_in.wording.facts[fact]
    topic = asked_in.wording.topics[asked_in.fact[fact].topic].title
    return FactOverTeams(
        fact,
        ANY_TEAM.fill(words.short),
        ANY_TEAM.fill(words.question),
        ANY_TEAM.fill(topic),
        words.unit,
        tuple(
            _stated(fact, audit, instruments[audit.instrument])
            for audit in audits
            if fact in instruments[audit.instrument].fact
        ),
    )


def _stated(fact: str, audit: Audit, instrument: Instrument) -> Stated:
    """Return what one team says: in its own instrument's words, on the day it began."""
    began = audit.opened_at or audit.promise.closes_at
    return Stated(
        audit.team.name,
        audit.team.service,
        fact_words(fact, audit.facts, instrument.wording, audit.team.words),
        began.astimezone(LONDON).date(),
        audit.facts.value(fact),
    )


def _every(facts: FactsOverTeams) -> Iterator[FactOverTeams]:
    """Yield every fact, topic by topic."""
    for topic in facts.topics:
        yield from topic.facts


def fact_sheets(facts: FactsOverTeams, made_on: date) -> tuple[Sheet, ...]:
    """Return the facts as sheets: what they are, counted, and a line for each team."""
    every = tuple(_every(facts))
    return (
        Sheet("Read this first", ("What this is",), tuple(_explained(facts, made_on))),
        Sheet(
            "Counted",
            ("Topic", "Fact", "Question", "What teams say", "Not known"),
            tuple(
                (each.topic, each.name, each.question, each.told, each.not_known)
                for each in every
            ),
        ),
        Sheet(
            "By team",
            ("Team", "Service", "Topic", "Fact", "Answer", "As it was on"),
            tuple(
                (s.team, s.service, each.topic, each.name, _cell(s), s.as_of)
                for each in every
                for s in each.stated
            ),
        ),
    )


def _cell(stated: Stated) -> Value:
    """Return a number as a number, so that it can be added up, and all else as said."""
    return stated.value if isinstance(stated.value, int) else stated.said


def _explained(facts: FactsOverTeams, made_on: date) -> Iterator[tuple[Value, ...]]:
    """Yield the lines that say what the sheets are."""
    yield (f"Set-up facts of {counted(facts.teams, 'team', 'teams')}.",)
    yield ("This file was made on", made_on)
    yield ("Managers filled the facts in for an audit. Nobody's answers are in.",)
    yield ("Each fact is as it was on the day beside it. It may have changed since.",)
    yield ('"Not known yet" is what a manager said. "Not filled in" is no answer.',)
    if facts.without:
        yield (f"No facts yet of: {listed(facts.without)}.",)
