"""What a group said in the audit before, in the words in which it says it now."""

from dataclasses import dataclass

from peeraudit.consensus.evidence import Missing
from peeraudit.consensus.trend import compared, statement_change, theme_change
from peeraudit.instrument.definition import AgreementItem
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.sentences import capital
from peeraudit.questionnaire.questions import QuestionKey
from peeraudit.report.evidence import option_words
from peeraudit.report.reader import Reader
from peeraudit.report.words import missing_words, range_words, score_words


@dataclass(frozen=True, slots=True)
class Then:
    """What was, and what has become of it."""

    said: str = ""
    """Empty where nothing is compared."""
    change: str = ""
    """Empty where no number stands on both sides."""


def question_then(reader: Reader, group: Group, key: QuestionKey) -> Then:
    """Return what a group said to one question, and which way its score has gone."""
    earlier = reader.evidence.earlier
    if earlier is None or group not in compared(reader.evidence):
        return Then()
    if not isinstance(reader.instrument.questions[key.item], AgreementItem):
        return Then(option_words(reader, key.item, earlier.option(group, key.item)))
    score = earlier.score(group, key.item, key.about)
    change = statement_change(reader.evidence, group, key.item, key.about)
    said = missing_words(score) if isinstance(score, Missing) else score_words(score)
    return Then(capital(said), capital(change) if change else "")


def theme_then(reader: Reader, group: Group, theme: str) -> Then:
    """Return a group's score on a theme, over the statements that both rounds show."""
    change = theme_change(reader.evidence, group, theme)
    if change is None:
        return Then()
    return Then(range_words(change.then), capital(change.direction))
