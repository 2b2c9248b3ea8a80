"""What is shown, as data: a row for each group and question or theme, shown or not.

The rows are the same whatever people answered: what cannot be shown says why. They hold
what the report says in words, and nothing that the release does not.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from peeraudit.consensus.evidence import Missing
from peeraudit.disclosure.cells import Cell, ClassReading, DontKnow, Reason, Withheld
from peeraudit.instrument.definition import AgreementItem, PracticeItem
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.sentences import capital
from peeraudit.questionnaire.questions import QuestionKey, keys
from peeraudit.release.release import Release
from peeraudit.report.annex import ALIKE
from peeraudit.report.answered import how_many
from peeraudit.report.evidence import practice, purpose
from peeraudit.report.reader import Reader
from peeraudit.report.shares import as_worded
from peeraudit.report.then import question_then, theme_then
from peeraudit.report.words import band_words, missing_words, theme_words

NOT_SHOWN = missing_words(Missing.NOT_ENOUGH)
UNSURE = {DontKnow.HALF_OR_MORE: "half or more", DontKnow.FEWER: "fewer than half"}


@dataclass(frozen=True, slots=True)
class DataRow:
    """What one group says to one question, or on one theme."""

    group: str
    kind: str
    """Statement, guess, practice, purpose or theme."""
    item: str
    """The id of the item or theme in the instrument."""
    words: str
    """What was asked, as the group read it."""
    turned: str
    """Yes where agreeing counts against the role, and the score is turned round."""
    about: str
    """The group whose answer is guessed."""
    says: str
    """The class of scores, the score of a theme, or the option."""
    alike: str
    disagree: str
    neither: str
    agree: str
    """Shares of the answers to the words as they stand, in bands."""
    unsure: str
    """How many do not know."""
    answered: str
    """How many of the group answered the questionnaire, this question or not."""
    why_not: str
    """Why nothing is shown."""
    then: str
    """What it said in the audit before; empty where there is none to compare."""
    change: str
    """Whether a score is higher or lower than then, as far as that can be told."""


def rows(release: Release) -> Iterator[DataRow]:
    """Yield a row for everything that was asked, in the order in which it was asked."""
    reader = Reader(release)
    for group in reader.groups:
        for key in keys(reader.evidence.asking, group):
            yield _question(reader, group, key)
        if reader.instrument.reading.theme_scores:
            for theme in reader.instrument.themes:
                if reader.evidence.theme_items(group, theme):
                    yield _theme(reader, group, theme)


def _question(reader: Reader, group: Group, key: QuestionKey) -> DataRow:
    """Tell what a group says to one question."""
    cell = reader.evidence.find(group, key.item, key.about)
    shown = cell if isinstance(cell, Cell) else None
    withheld = None if shown else _withheld(reader, group, key)
    told = shown or withheld
    classed = _class(shown)
    kind, words = _asked(reader, group, key)
    disagree, neither, agree = _shares(reader, key, classed)
    then = question_then(reader, group, key)
    return DataRow(
        group=reader.name(group),
        kind=kind,
        item=key.item,
        words=words,
        turned="yes" if reader.is_reverse(key.item) else "",
        about=reader.name(key.about) if key.about else "",
        says=_says(reader, group, key) if shown else NOT_SHOWN,
        alike=ALIKE[classed.alike] if classed and classed.alike else "",
        disagree=disagree,
        neither=neither,
        agree=agree,
        unsure=UNSURE[told.dont_know] if told and told.dont_know else "",
        answered=_answered(reader, group),
        why_not="" if shown else _why_not(reader, withheld),
        then=then.said,
        change=then.change,
    )


def _class(cell: Cell | None) -> ClassReading | None:
    """Return the class in which a cell tells a score, if it does."""
    if cell and isinstance(cell.reading, ClassReading):
        return cell.reading
    return None


def _asked(reader: Reader, group: Group, key: QuestionKey) -> tuple[str, str]:
    """Return the kind of a question, and its words as the group read them."""
    item = reader.instrument.questions[key.item]
    if isinstance(item, AgreementItem):
        words = reader.statement(item.id, key.about or group)
        return ("guess" if key.about else "statement"), words
    if isinstance(item, PracticeItem):
        return "practice", reader.practice(item.id)
    return "purpose", reader.fill(reader.wording.purposes[item.id].question)


def _says(reader: Reader, group: Group, key: QuestionKey) -> str:
    """Return what a group says, as exactly as the release does."""
    match reader.instrument.questions[key.item].kind:
        case "agreement":
            return capital(reader.says(group, key.item, key.about))
        case "practice":
            return practice(reader, key.item, group)
        case "purpose":
            return purpose(reader, key.item, group)


def _shares(
    reader: Reader, key: QuestionKey, reading: ClassReading | None
) -> tuple[str, str, str]:
    """Return the shares that disagree, say neither, and agree, where they are told."""
    if reading is None or reading.shares is None:
        return "", "", ""
    turned = reader.is_reverse(key.item)
    shares = as_worded(reading.shares, turned=turned)
    return (
        band_words(shares.disagree),
        band_words(shares.neither),
        band_words(shares.agree),
    )


def _withheld(reader: Reader, group: Group, key: QuestionKey) -> Withheld | None:
    """Return how a question, or its whole group, is withheld."""
    for each in reader.release.withheld:
        if each.group is group and QuestionKey(each.item or "", each.about) == key:
            return each
    return reader.hidden.get(group)


def _why_not(reader: Reader, withheld: Withheld | None) -> str:
    """Say why nothing is shown: numbers or the promise, never the answers."""
    floor = reader.release.promise.floor
    if withheld is None:
        return "Not answered, or not told by itself"
    match withheld.reason:
        case Reason.FEW_PEOPLE:
            return f"Fewer than {floor} of the group answered"
        case Reason.FEW_ANSWERS:
            return f"Fewer than {floor} answered this question"
        case Reason.PROMISE:
            return "Promised for a view over several teams only"
        case Reason.NOBODY:
            return "Nobody of the group answered"


def _theme(reader: Reader, group: Group, theme: str) -> DataRow:
    """Tell what a group's score on a theme is."""
    score = reader.theme_scores.get((theme, group))
    hidden = reader.hidden.get(group)
    few = "Fewer than half of its statements can be shown"
    why_not = _why_not(reader, hidden) if hidden else few
    then = theme_then(reader, group, theme)
    return DataRow(
        group=reader.name(group),
        kind="theme",
        item=theme,
        words=reader.theme(theme),
        turned="",
        about="",
        says=theme_words(score) if score else NOT_SHOWN,
        alike="",
        disagree="",
        neither="",
        agree="",
        unsure="",
        answered=_answered(reader, group),
        why_not="" if score else why_not,
        then=then.said,
        change=then.change,
    )


def _answered(reader: Reader, group: Group) -> str:
    """Say how many of a group answered, no more exactly than the release does."""
    count = next(each for each in reader.release.groups if each.group is group)
    many = how_many(count, reader.release.promise.floor)
    return f"at least {many}" if reader.release.pooled else many
