"""What one group is asked: an item in its words, or a guess at another's answer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from peeraudit.instrument.definition import (
    AgreementItem,
    CommentItem,
    Form,
    Instrument,
    PracticeItem,
    Question,
)
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.wording import LocalWords

DONT_KNOW = "dont_know"
"""The value of the "I do not know" option."""


@dataclass(frozen=True, slots=True)
class QuestionKey:
    """Names a question within a group's questionnaire."""

    item: str
    about: Group | None = None
    """The group whose answer is guessed, for a guess."""

    def __str__(self) -> str:
        """Return the name of the form field: the item, and whom a guess is about."""
        return f"{self.item}.{self.about}" if self.about else self.item


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as one group reads it."""

    key: QuestionKey
    item: Question | CommentItem
    words: str
    """The statement; for a guess, the guessed group's statement."""
    options: Mapping[str, str]
    """What can be chosen, beside "I do not know": the words by the value sent."""
    lead_in: str = ""
    """What comes before a guess: whom it is about."""

    @property
    def theme(self) -> str:
        """The theme of a statement, or the kind of anything else."""
        if isinstance(self.item, AgreementItem):
            return self.item.theme
        return self.item.kind


@dataclass(frozen=True, slots=True)
class Asking:
    """Whom an audit asks and how much: what decides a group's questions."""

    instrument: Instrument
    form: Form
    groups: frozenset[Group]
    """The groups asked in this audit: nobody guesses a group that is not."""
    comments: frozenset[Group]
    """The groups whose people may write a comment."""
    words: LocalWords


def keys(asking: Asking, group: Group) -> Iterator[QuestionKey]:
    """Yield the name of everything tallied that ``group`` is asked, in order."""
    guessed = asking.instrument.guesses.get(group)
    for item in asking.instrument.asked(group, asking.form):
        yield QuestionKey(item.id)
        if (
            isinstance(item, AgreementItem)
            and item.guess
            and guessed in asking.groups
            and guessed in item.groups
        ):
            yield QuestionKey(item.id, guessed)


def questions(asking: Asking, group: Group) -> Iterator[Asked]:
    """Yield what ``group`` is asked, a guess right after its item, comments last."""
    instrument, words = asking.instrument, asking.words
    for key in keys(asking, group):
        item = instrument.questions[key.item]
        reader = key.about or group
        yield Asked(
            key,
            item,
            words.fill(_statement(instrument, item, reader)),
            _options(asking, item),
            _lead_in(asking, key.about) if key.about else "",
        )
    if group in asking.comments:
        for comment in instrument.comments:
            if group in comment.groups:
                text = words.fill(instrument.wording.comments[comment.id])
                yield Asked(QuestionKey(comment.id), comment, text, {})


def _statement(instrument: Instrument, item: Question, reader: Group) -> str:
    """Return the words of an item for whoever reads it."""
    wording = instrument.wording
    if isinstance(item, AgreementItem):
        return wording.items[item.id][reader]
    if isinstance(item, PracticeItem):
        return wording.practices[item.id]
    return wording.purposes[item.id].question


def _lead_in(asking: Asking, about: Group) -> str:
    """Return how a guess at the answer of a group is asked for."""
    wording = asking.instrument.wording
    many = wording.groups[about].inline
    return asking.words.fill(wording.guess.lead_in.replace("{many}", many))


def _options(asking: Asking, item: Question) -> Mapping[str, str]:
    """Return what can be chosen, in the order in which it is shown."""
    wording = asking.instrument.wording
    if isinstance(item, AgreementItem):
        return {str(step): label for step, label in sorted(wording.scale.items())}
    if isinstance(item, PracticeItem):
        return dict(wording.practice.options)
    options = wording.purposes[item.id].options
    return {each: asking.words.fill(options[each]) for each in item.options}
