"""About the audit: what it was, the settings it was read with, and its limits."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from peeraudit.audit.promise_words import london
from peeraudit.instrument.definition import Form, Mode
from peeraudit.instrument.sentences import capital
from peeraudit.report.reader import Reader
from peeraudit.report.table import Entry, Row, Table, row
from peeraudit.report.words import between, day, days

MODES = {
    Mode.BEFORE_START: "Before anyone starts in the role",
    Mode.IN_POST: "With people in the role",
    Mode.RE_AUDIT: "With people in the role, as a repeat of an earlier audit",
}
FORMS = {Form.FULL: "All questions", Form.CORE: "The short form"}
SETTINGS = {
    "low": "A score below this is low",
    "clear_yes": "A score from here up is a clear yes",
    "strong": "A score from here up is strong",
    "severe": "A score below this makes a finding stand out",
    "notable_gap": "Two groups so far apart differ",
    "large_gap": "A gap from here up makes a finding stand out",
    "gap_none": "A theme gap below this is no gap",
    "gap_clear": "A theme gap from here up is clear",
    "same_as_own": "A guess so near a group's own score is the same",
    "alike_within": "Groups so near each other agree",
    "blind_same": "A guess and an answer so near are the same",
    "blind_different": "A guess and an answer so far apart differ",
    "practice_consensus": "Fewer practices agreed than this, in 100, call for a talk",
    "drop_out_finished": "Fewer than this, in 100 who started, finished training",
    "drop_out_in_post": "Fewer than this, in 100 who started, were there later",
    "notable_change": "A rise since the last audit worth telling",
}
NEW_QUESTIONS = "The questions are new. They are not a validated scale."
BY_CHANCE = "With few answers, a finding can come about by chance."
RANKING = "Do not rank teams, and do not rank the paper's sites."
JUDGING = "Nothing here is for judging how any one person does their job."
LIMITS = (
    "The audit rests on one study: interviews with 41 people, published in 2013. "
    "It was about what people said, and gives no numbers to set a cut-off by.",
    "So every cut-off in this report is our judgement. The settings are listed above, "
    "and a trust may change them.",
    "The projects in the study were young and still learning (pages 10 and 11).",
    "The study heard little from people who use services. Much of what it heard came "
    "from London, perhaps because that team tried hardest (page 11).",
    RANKING,
    "Three researchers sorted the same 50 pieces of text. All three agreed on 56 in "
    "100, and they then improved their categories (page 4).",
    NEW_QUESTIONS,
    f"{BY_CHANCE} Each finding says how many answers it rests on.",
    JUDGING,
)
LATER = (
    "A later study followed peer workers over a year. Some felt worse at 4 months, and "
    "this had largely passed at 12. A dip is not a failure (Gillard and others, BMC "
    "Psychiatry 2022, 22:373)."
)


@dataclass(frozen=True, slots=True)
class Promised:
    """What was promised to one group, or to all of them."""

    who: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class About:
    """What the audit was and how it was read."""

    facts: Table
    settings: Table
    bands: tuple[Table, ...]
    limits: tuple[str, ...]
    promised: tuple[Promised, ...] = ()
    """What each group read before it answered; nothing of a view over teams."""


def about(reader: Reader) -> About:
    """Tell what the audit was."""
    return About(
        facts("What this audit was", "This audit", _facts(reader)),
        settings(reader),
        bands(reader),
        LIMITS if reader.before_start else (*LIMITS, LATER),
        tuple(_promised(reader)),
    )


def facts(caption: str, column: str, told: Iterable[tuple[str, str]]) -> Table:
    """Set what there is to know side by side, each as it is: a hash, a name."""
    return Table(
        caption,
        ("About", column),
        tuple(Row(name, (Entry(said),)) for name, said in told),
    )


def _promised(reader: Reader) -> Iterator[Promised]:
    """Yield what all groups were promised, once, and then what only some were."""
    words = reader.release.promise.words
    read = [words[group] for group in reader.groups if group in words]
    if not read:
        return
    shared = tuple(each for each in read[0] if all(each in other for other in read))
    for group in reader.groups:
        own = tuple(each for each in words.get(group, ()) if each not in shared)
        if own:
            yield Promised(reader.name(group), own)
    if shared:
        yield Promised("Everyone", shared)


def settings(reader: Reader) -> Table:
    """Return the thresholds, each in words."""
    return Table(
        "The settings: all of them our judgement",
        ("Setting", "Points or share of 100"),
        tuple(_settings(reader)),
    )


def bands(reader: Reader) -> tuple[Table, ...]:
    """Return how broad the bands are, and what each counts as."""
    return tuple(_bands(reader))


def _facts(reader: Reader) -> Iterator[tuple[str, str]]:
    """Yield what there is to know about the audit."""
    release, instrument = reader.release, reader.instrument
    audit, promise = release.audit, release.promise
    yield "Team", audit.team
    yield "Organisation", audit.organisation
    if audit.service:
        yield "Service", audit.service
    yield "When", MODES[audit.mode]
    yield "Answers were given", days(audit.opened_on, audit.closed_on)
    yield "Closed at", capital(london(promise.closes_at))
    yield (
        "Questions",
        f"{reader.fill(reader.wording.title)}, version {instrument.version}. "
        f"{FORMS[audit.form]}.",
    )
    yield "Shown from", f"{promise.floor} answers in a group, unless it answers openly"
    yield "Who can read this", "Everyone who was asked, at the same time as the manager"
    if release.earlier:
        yield (
            "Compared with",
            f"The audit that closed on {day(release.earlier.closed_on)}",
        )
    yield "Fingerprint of these results", release.hash
    yield "Fingerprint of the questions", release.instrument.hash


def _settings(reader: Reader) -> Iterator[Row]:
    """Yield the thresholds, those that have words here first and in this order."""
    thresholds = reader.instrument.reading.thresholds
    known = [name for name in SETTINGS if name in thresholds]
    for name in (*known, *(name for name in thresholds if name not in SETTINGS)):
        words = SETTINGS.get(name, capital(name.replace("_", " ")))
        yield row(words, str(thresholds[name]))


def _bands(reader: Reader) -> Iterator[Table]:
    """Yield how broad the bands are, and what each counts as."""
    reading = reader.instrument.reading
    for classes, how_many in (
        (reading.coarse_classes, "fewer than 10"),
        (reading.fine_classes, "10 or more"),
    ):
        yield Table(
            f"Bands of scores, with {how_many} answers",
            ("Band", "Counts as"),
            tuple(
                row(between(each.low, each.high), str(each.value)) for each in classes
            ),
        )
