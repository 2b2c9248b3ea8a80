"""Counts of answers per group and question; never stored, never shown."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from peeraudit.instrument.definition import AgreementItem, Question
from peeraudit.instrument.frozen import Group
from peeraudit.questionnaire.questions import Asking, QuestionKey, keys
from peeraudit.response.answers import Answer, Choice, NotAnswered, Rating
from peeraudit.response.responses import Response

STEPS = 5
"""The steps of the agreement scale."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many people of one group gave which answer to one question."""

    group: Group
    key: QuestionKey
    counts: Mapping[str, int]
    """By option; for statements "1" to "5", reverse items turned: high is good."""
    dont_know: int
    people: int
    """Everyone of the group who answered the questionnaire, this question or not."""

    @property
    def valid(self) -> int:
        """How many gave an answer that counts."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Tallies:
    """All the tallies of an audit, and how many people of each group answered."""

    answered: Mapping[Group, int]
    tallies: tuple[Tally, ...]


def count(responses: Iterable[Response], asking: Asking) -> Tallies:
    """Add the responses up, for every question that a group was asked."""
    by_group: dict[Group, list[Response]] = {group: [] for group in asking.groups}
    for response in responses:
        by_group[response.group].append(response)
    return Tallies(
        {group: len(by_group[group]) for group in asking.groups},
        tuple(
            _tally(by_group[group], group, key, asking.instrument.questions[key.item])
            for group in asking.instrument.groups
            if group in asking.groups
            for key in keys(asking, group)
        ),
    )


def _tally(
    responses: list[Response], group: Group, key: QuestionKey, item: Question
) -> Tally:
    """Count the answers to one question."""
    answers = [response.answer(key) for response in responses]
    options = Counter(
        option for answer in answers if (option := _option(answer, item)) is not None
    )
    unsure = sum(answer is NotAnswered.DONT_KNOW for answer in answers)
    return Tally(group, key, options, unsure, len(responses))


def _option(answer: Answer, item: Question) -> str | None:
    """Return the option that an answer counts for, reverse items turned round."""
    match answer:
        case Rating(step):
            turned = isinstance(item, AgreementItem) and item.reverse
            return str(STEPS + 1 - step if turned else step)
        case Choice(option):
            return option
        case _:
            return None
