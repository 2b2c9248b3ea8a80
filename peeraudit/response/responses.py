"""A whole response: the answers of one person of one group, and its sealed form."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from peeraudit.instrument.definition import CommentItem
from peeraudit.instrument.frozen import Group
from peeraudit.questionnaire.pages import Questionnaire
from peeraudit.questionnaire.questions import DONT_KNOW, QuestionKey
from peeraudit.response.answers import Answer, NotAnswered, read_answer

LONGEST_CHARACTER = 12
"""Bytes that one character can take in JSON: a pair of escapes of six."""

LONGEST_TOKEN = 64
"""Characters of a token: a mark in hexadecimal."""


class Scope(StrEnum):
    """Where a person's answers may count."""

    THIS_TEAM = "this_team"
    """In this team's report; pooled too, where the group is not shown there."""
    ONLY_POOLED = "only_pooled"
    """Only pooled with other teams, and only where the group is not shown here."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What one person has said so far, as their browser sends it."""

    values: Mapping[str, str] = field(default_factory=dict)
    """By the name of the field; what was skipped is not there."""
    scope: Scope | None = None
    """None until it is chosen, and where there is nothing to choose."""


@dataclass(frozen=True, slots=True)
class Response:
    """What one person said; nothing in it says who."""

    group: Group
    answers: Mapping[QuestionKey, Answer]
    scope: Scope = Scope.THIS_TEAM

    def answer(self, key: QuestionKey) -> Answer:
        """Return the answer to a question, or why there is none."""
        return self.answers.get(key, NotAnswered.NOT_ASKED)


def read_response(questionnaire: Questionnaire, draft: Draft) -> Response:
    """Check a person's values against their questionnaire.

    What has no value counts as skipped; a value for what was not asked is left out.

    Raises
    ------
    InvalidAnswer
        If a value is none that its question offers.
    """
    answers = {
        asked.key: read_answer(asked, draft.values.get(name, ""))
        for name, asked in questionnaire.asked.items()
    }
    return Response(questionnaire.group, answers, draft.scope or Scope.THIS_TEAM)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is sealed: what one person said, and as one of which group."""

    group: Group
    draft: Draft
    token: str = ""
    """The same on all sheets of one code, so that each code counts once; else random.

    Empty in a draft.
    """


def pack(sheet: Sheet) -> bytes:
    """Write a sheet down for sealing."""
    content = {
        "group": sheet.group,
        "scope": sheet.draft.scope,
        "token": sheet.token,
        "values": dict(sheet.draft.values),
    }
    return json.dumps(content).encode()


def unpack(packed: bytes) -> Sheet:
    """Read back what :func:`pack` wrote."""
    content = json.loads(packed)
    scope = content["scope"]
    draft = Draft(content["values"], Scope(scope) if scope else None)
    return Sheet(Group(content["group"]), draft, content["token"])


def longest(questionnaire: Questionnaire) -> int:
    """Return how many bytes :func:`pack` can need, so that every box has one length."""
    values = {
        name: "x" * asked.item.longest * LONGEST_CHARACTER
        if isinstance(asked.item, CommentItem)
        else max((DONT_KNOW, *asked.options), key=len)
        for name, asked in questionnaire.asked.items()
    }
    draft = Draft(values, max(Scope, key=len))
    return len(pack(Sheet(questionnaire.group, draft, "x" * LONGEST_TOKEN)))
