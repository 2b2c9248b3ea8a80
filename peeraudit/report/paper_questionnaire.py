"""A questionnaire to answer on paper, and to be typed in with a code of one's own."""

from collections.abc import Sequence
from dataclasses import dataclass

from peeraudit.audit.audit import Audit
from peeraudit.audit.promise_words import london
from peeraudit.instrument.sentences import capital
from peeraudit.questionnaire.rehearsal import Rehearsal
from peeraudit.report.questionnaire import PrintedQuestionnaire, printed_topics
from peeraudit.report.words import counted

CODE_BLOCKS = 5
"""A code has so many blocks of four signs."""


@dataclass(frozen=True, slots=True)
class PaperQuestionnaire:
    """All that one group is asked, with what to know before and what to do after."""

    questions: PrintedQuestionnaire
    before: tuple[str, ...]
    """What to know before answering, a point each."""
    steps: tuple[str, ...]
    """How the answers get in, a step each."""
    promise: tuple[str, ...]
    """What the group was promised at the launch, a paragraph each."""
    choice: tuple[str, ...]
    """Where answers may count; empty where there is nothing to choose."""
    blocks: int = CODE_BLOCKS


def paper_questionnaire(
    audit: Audit,
    rehearsal: Rehearsal,
    promise: Sequence[str],
    choice: Sequence[str],
    site: str,
) -> PaperQuestionnaire:
    """Lay out the questionnaire of one group of a launched audit.

    Parameters
    ----------
    promise
        The words that the group was promised at the launch.
    choice
        Where each person may have their answers count, in words.
    site
        Where the code is typed.
    """
    words, wording = rehearsal.words, rehearsal.instrument.wording
    group = words.fill(wording.groups[rehearsal.group].inline)
    number = counted(len(rehearsal.by_topic.asked), "question", "questions")
    return PaperQuestionnaire(
        PrintedQuestionnaire(
            f"Questions for {group}",
            f"{audit.team.organisation}. {audit.team.name}.",
            (words.fill(wording.about),),
            printed_topics(rehearsal, _comment(audit)),
        ),
        (
            f"There are {number}. Tick one box for each. You can leave out any.",
            "Do not write your name on it.",
            "These answers count only once they are typed in at the website.",
        ),
        _steps(site, london(audit.promise.closes_at)),
        tuple(promise),
        tuple(choice),
    )


def _steps(site: str, closes: str) -> tuple[str, ...]:
    """Say how answers on paper get in, and who sees them on the way."""
    return (
        "Best is to type your answers in yourself, later, on any phone or computer.",
        f"Open {site} and enter your own code. On the next page, press “Type in "
        "answers from paper”.",
        f"Begin by {closes}.",
        "If you cannot do that, ask somebody you trust. Whoever types this in sees "
        "your answers.",
        "It must never be a manager of the team. Then nobody but the two of you "
        "needs to know.",
        "Then tear this paper up. Nobody collects it.",
    )


def _comment(audit: Audit) -> str:
    """Say who reads a comment."""
    reader = capital(audit.promise.comments_read_by)
    return (
        f"{reader} reads comments first, then everyone can. Name nobody, and leave out "
        "what could tell who you are. You can leave this out."
    )
