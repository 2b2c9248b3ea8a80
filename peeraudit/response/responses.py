"""A whole response: the answers of one person of one group, and its sealed form."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from peeraudit.instrument.definition import CommentItem
from peeraudit.instrument.frozen import Group
from peeraudit.questionnaire.pages import Questionnaire
from peeraudit.questionnaire.questions import DONT_KNOW, QuestionKey
from peeraudit.response.answers import Answer, NotAnswered, read_answer

LONGEST_CHARACTER = 12
"""Bytes that one character can take in JSON: a pair of escapes of six."""


@dataclass(frozen=True, slots=True)
class Response:
    """What one person said; nothing in it says who."""

    group: Group
    answers: Mapping[QuestionKey, Answer]

    def answer(self, key: QuestionKey) -> Answer:
        """Return the answer to a question, or why there is none."""
        return self.answers.get(key, NotAnswered.NOT_ASKED)


def read_response(questionnaire: Questionnaire, values: Mapping[str, str]) -> Response:
    """Check a person's values against their questionnaire.

    What has no value counts as skipped; a value for what was not asked is left out.

    Raises
    ------
    InvalidAnswer
        If a value is none that its question offers.
    """
    answers = {
        asked.key: read_answer(asked, values.get(name, ""))
        for name, asked in questionnaire.asked.items()
    }
    return Response(questionnaire.group, answers)


def pack(group: Group, values: Mapping[str, str]) -> bytes:
    """Write the values of one person down for sealing, the group inside."""
    return json.dumps({"group": group, "values": dict(values)}).encode()


def unpack(packed: bytes) -> tuple[Group, dict[str, str]]:
    """Read back what :func:`pack` wrote."""
    content = json.loads(packed)
    return Group(content["group"]), content["values"]


def longest(questionnaire: Questionnaire) -> int:
    """Return how many bytes :func:`pack` can need, so that every box has one length."""
    values = {
        name: "x" * asked.item.longest * LONGEST_CHARACTER
        if isinstance(asked.item, CommentItem)
        else max((DONT_KNOW, *asked.options), key=len)
        for name, asked in questionnaire.asked.items()
    }
    return len(pack(questionnaire.group, values))
