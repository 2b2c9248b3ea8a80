"""The agenda of a meeting after an audit: each practice, what each group says."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from peeraudit.consensus.practice import PracticeView
from peeraudit.instrument.sentences import capital
from peeraudit.plan.agreement import Agreement, Verdict
from peeraudit.report.evidence import AGREEMENT_WORDS, practice
from peeraudit.report.guide_words import GROUND_RULES, TALK_AGAIN
from peeraudit.report.practices import TONES, in_order
from peeraudit.report.reader import Reader
from peeraudit.report.statement import HEADINGS
from peeraudit.report.table import QUIET_WORDS, Tone


@dataclass(frozen=True, slots=True)
class GroupSays:
    """What most of one group say of a practice."""

    group: str
    says: str
    is_quiet: bool
    """Whether nothing of the group is shown."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that a team can agree about a practice."""

    verdict: Verdict
    words: str


@dataclass(frozen=True, slots=True)
class Point:
    """One practice on the agenda."""

    id: str
    lead: str
    """What the practice goes on from."""
    practice: str
    question: str
    together: str
    """How the groups stand to it."""
    tone: Tone
    says: tuple[GroupSays, ...]
    """Every group that was asked, also where it is not shown."""
    choices: tuple[Choice, ...]

    def words(self, verdict: Verdict) -> str:
        """Return what a verdict is called here."""
        return next(each.words for each in self.choices if each.verdict is verdict)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a team has come with its practices."""

    agreed: int
    again: int
    """To be talked about again."""
    number: int

    @property
    def words(self) -> str:
        """Say it in one line."""
        said = f"Agreed: {self.agreed} of {self.number}."
        return f"{said} To talk about again: {self.again}." if self.again else said


def points(reader: Reader) -> tuple[Point, ...]:
    """Return the practices of a release as an agenda, in the order of the report."""
    return tuple(_point(view, reader) for view in in_order(reader))


def ground_rules(reader: Reader) -> tuple[str, ...]:
    """Return what is read aloud before anybody talks."""
    return tuple(map(reader.fill, GROUND_RULES))


def progress(on_agenda: Iterable[Point], agreed: Mapping[str, Agreement]) -> Progress:
    """Count what is agreed, and what the team wants to talk about again."""
    every = [point.id for point in on_agenda]
    found = [agreed[each].verdict for each in every if each in agreed]
    again = found.count(Verdict.TALK_AGAIN)
    return Progress(len(found) - again, again, len(every))


def _point(view: PracticeView, reader: Reader) -> Point:
    """Put one practice on the agenda."""
    return Point(
        view.item,
        reader.fill(HEADINGS[Verdict.PART]),
        reader.practice(view.item),
        reader.fill(reader.wording.practice.question),
        AGREEMENT_WORDS[view.agreement],
        TONES[view.agreement],
        tuple(_says(view.item, reader)),
        tuple(_choices(view.item, reader)),
    )


def _says(item: str, reader: Reader) -> Iterable[GroupSays]:
    """Yield what each group that was asked says, as the report has it."""
    for group in reader.groups:
        said = practice(reader, item, group)
        yield GroupSays(reader.name(group), capital(said), said in QUIET_WORDS)


def _choices(item: str, reader: Reader) -> Iterable[Choice]:
    """Yield what a team can agree: the options of the question, or to talk again."""
    asked = next(each for each in reader.instrument.practices if each.id == item)
    for option in asked.options:
        if option in set(Verdict):
            words = reader.fill(reader.wording.practice.options[option])
            yield Choice(Verdict(option), words)
    yield Choice(Verdict.TALK_AGAIN, TALK_AGAIN)
