"""Values for tests from few words: ``make_evidence({"PW SE4": "below_50"})``.

A question is named as in a table: group and item ("PW SE4"), a guess with whom it is
about ("ST SE4 of PW"), a theme of a group that answers openly ("MG BN").
"""

from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from peeraudit.audit.audit import Audit, State
from peeraudit.audit.facts import Facts
from peeraudit.audit.promise import GroupMode, GroupPromise, Promise
from peeraudit.audit.promise_words import promise_words
from peeraudit.audit.team import Team
from peeraudit.consensus.evidence import Evidence
from peeraudit.disclosure.cells import (
    Alike,
    Cell,
    Cells,
    ClassReading,
    CommonestReading,
    DontKnow,
    ExactReading,
    GroupCount,
    ModalReading,
    Reading,
    ThemeCell,
)
from peeraudit.instrument.definition import (
    AgreementItem,
    Form,
    Instrument,
    Mode,
    PracticeItem,
)
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.library import digest, load
from peeraudit.instrument.wording import LocalWords
from peeraudit.questionnaire.questions import Asking, QuestionKey
from peeraudit.release.freeze import freeze
from peeraudit.release.release import Release
from peeraudit.release.sources import Earlier
from peeraudit.tally.counts import Tally

ROOT = Path(__file__).resolve().parents[2]
MG, PW, ST, SU = Group
GROUPS = {"MG": MG, "PW": PW, "ST": ST, "SU": SU}
EVERYONE = frozenset(Group)
CLOSES = datetime(2026, 3, 20, 17, 0, tzinfo=UTC)
TEAM = Team("Example Trust", LocalWords("Café Team"))

Said = str | int | Reading
"""A class, an option or "mixed", or the exact score of an open group."""
Says = Mapping[str, Said]


@cache
def role_adoption() -> Instrument:
    """The instrument for a role in post, as it is shipped."""
    return load(ROOT / "instruments/role-adoption")


@cache
def readiness() -> Instrument:
    """The instrument for a team that is getting ready, as it is shipped."""
    return load(ROOT / "instruments/readiness")


def altered(instrument: Instrument, **changes: object) -> Instrument:
    """The instrument with other parts, and nothing remembered of the old ones."""
    parts = {name: getattr(instrument, name) for name in Instrument.model_fields}
    return Instrument(**{**parts, **changes})


def with_thresholds(instrument: Instrument, **numbers: int) -> Instrument:
    """The instrument with other numbers for some of its thresholds."""
    thresholds = {**instrument.reading.thresholds, **numbers}
    reading = instrument.reading.model_copy(update={"thresholds": thresholds})
    return altered(instrument, reading=reading)


def make_asking(
    instrument: Instrument | None = None,
    *,
    form: Form = Form.FULL,
    groups: Collection[Group] = EVERYONE,
    comments: bool = False,
    words: LocalWords = TEAM.words,
) -> Asking:
    """Ask all four groups everything, where nothing else is said."""
    return Asking(
        instrument or role_adoption(),
        form,
        frozenset(groups),
        frozenset(groups if comments else ()),
        words,
    )


def make_promise(
    asked: Mapping[Group, int] | None = None,
    *,
    floor: int = 5,
    modes: Mapping[Group, GroupMode] | None = None,
    closes_at: datetime = CLOSES,
    pooling: bool = False,
    comments_read_by: str = "",
    changed: Mapping[Group, int] | None = None,
) -> Promise:
    """Promise every group anonymity, where nothing else is said."""
    groups = tuple(
        GroupPromise(
            group,
            n,
            (modes or {}).get(group, GroupMode.ANONYMOUS),
            (changed or {}).get(group),
        )
        for group, n in (asked or dict.fromkeys(Group, 9)).items()
    )
    pooling = pooling or GroupMode.POOLED_ONLY in (modes or {}).values()
    return Promise(floor, closes_at, groups, pooling, comments_read_by)


def make_audit(
    promise: Promise | None = None,
    *,
    instrument: Instrument | None = None,
    facts: Mapping[str, str | int] | None = None,
    form: Form = Form.FULL,
    state: State = State.OPEN,
    opened_at: datetime | None = datetime(2026, 3, 2, 9, 0, tzinfo=UTC),
) -> Audit:
    """One run of an instrument, that people can answer."""
    return Audit(
        "0123456789ab",
        TEAM,
        digest(instrument or role_adoption()),
        Mode.IN_POST,
        form,
        promise or make_promise(),
        Facts(facts or {}),
        state,
        opened_at,
    )


def make_tally(
    question: str,
    counts: Mapping[str, int],
    *,
    dont_know: int = 0,
    people: int | None = None,
) -> Tally:
    """How a group answered one question; nobody skipped it, if not said otherwise."""
    group, key = read_question(question)
    answered = sum(counts.values()) + dont_know
    return Tally(group, key, counts, dont_know, people or answered)


def make_evidence(
    says: Says,
    facts: Mapping[str, str | int] | None = None,
    *,
    asking: Asking | None = None,
    answered: Mapping[Group, int] | None = None,
    earlier: Evidence | None = None,
) -> Evidence:
    """What rules look at: these cells and facts; every other cell is withheld."""
    asking = asking or make_asking()
    cells = make_cells(says, asking.instrument, answered)
    return Evidence(asking, Facts(facts or {}), cells, earlier)


def make_cells(
    says: Says, instrument: Instrument, answered: Mapping[Group, int] | None = None
) -> Cells:
    """The cells of what groups say; five answered of each group, if not told."""
    counts = tuple(
        GroupCount(group, GroupMode.ANONYMOUS, n, n)
        for group, n in (answered or dict.fromkeys(Group, 5)).items()
    )
    cells = tuple(_cell(question, said, instrument) for question, said in says.items())
    return Cells(counts, cells, ())


def make_release(
    says: Says,
    facts: Mapping[str, str | int] | None = None,
    *,
    instrument: Instrument | None = None,
    promise: Promise | None = None,
    answered: Mapping[Group, int] | None = None,
    earlier: Earlier | None = None,
) -> Release:
    """The release of what groups say, with everything that follows from it."""
    instrument = instrument or role_adoption()
    promise = promise or make_promise()
    words = {each.group: promise_words(promise, each, TEAM) for each in promise.groups}
    audit = make_audit(promise, instrument=instrument, facts=facts)
    cells = make_cells(says, instrument, answered)
    return freeze(audit, instrument, cells, words, earlier)


def read_question(question: str) -> tuple[Group, QuestionKey]:
    """Return the group and the key of "PW SE4" or "ST SE4 of PW"."""
    group, item, *about = question.split()
    return GROUPS[group], QuestionKey(item, GROUPS[about[1]] if about else None)


def _cell(question: str, said: Said, instrument: Instrument) -> Cell | ThemeCell:
    """Make one cell; exact scores are those of a single open answer."""
    group, key = read_question(question)
    if key.item in instrument.themes and isinstance(said, int):
        return ThemeCell(group, key.item, 100 * said, 1)
    reading = _reading(key.item, said, instrument)
    return Cell(group, key.item, key.about, reading, DontKnow.FEWER)


def _reading(item: str, said: Said, instrument: Instrument) -> Reading:
    """Read a word as the kind of its item asks."""
    if isinstance(said, int):
        return ExactReading(said, 1)
    if not isinstance(said, str):
        return said
    match instrument.questions[item]:
        case AgreementItem():
            return _class(said, instrument)
        case PracticeItem():
            return ModalReading(None if said == "mixed" else said)
        case _:
            return CommonestReading(None if said == "mixed" else said)


def _class(name: str, instrument: Instrument) -> ClassReading:
    """Return a class for few answers, or for more where only they have it."""
    coarse = [each.id for each in instrument.reading.coarse_classes]
    below_top = name in coarse[:-1]
    return ClassReading(name, alike=Alike.ALIKE if below_top else None)
