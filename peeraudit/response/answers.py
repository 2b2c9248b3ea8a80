"""One answer, and the named ways of not answering."""

from dataclasses import dataclass
from enum import StrEnum

from peeraudit.instrument.definition import AgreementItem, CommentItem
from peeraudit.questionnaire.questions import DONT_KNOW, Asked


class NotAnswered(StrEnum):
    """Why there is no answer: three things that are never the same number."""

    SKIPPED = "skipped"
    DONT_KNOW = "dont_know"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True)
class Rating:
    """From 1, strongly disagree, to 5, strongly agree; as said, not yet turned."""

    step: int


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the options of a practice or a purpose."""

    option: str


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody wrote."""

    words: str


Answer = Rating | Choice | Comment | NotAnswered


class InvalidAnswer(ValueError):
    """A value that the question does not offer."""


def read_answer(asked: Asked, value: str) -> Answer:
    """Turn what a form or a draft holds into an answer to ``asked``.

    Raises
    ------
    InvalidAnswer
        If the value is none that the question offers, or a comment is too long.
    """
    value = value.strip()
    if not value:
        return NotAnswered.SKIPPED
    if isinstance(asked.item, CommentItem):
        if len(value) > asked.item.longest:
            raise InvalidAnswer(f"at most {asked.item.longest} characters")
        return Comment(value)
    if value == DONT_KNOW:
        return NotAnswered.DONT_KNOW
    if value not in asked.options:
        raise InvalidAnswer("none of the options")
    return (
        Rating(int(value)) if isinstance(asked.item, AgreementItem) else Choice(value)
    )


def offers(asked: Asked, value: str) -> bool:
    """Say whether a value is an answer to ``asked``, or leaves it out."""
    try:
        read_answer(asked, value)
    except InvalidAnswer:
        return False
    return True
