"""What each mail says: plain text in plain words, the same for everyone it goes to."""

from collections.abc import Iterator
from dataclasses import dataclass

from peeraudit.audit.audit import Audit
from peeraudit.audit.promise import GroupMode, GroupPromise
from peeraudit.audit.promise_words import london, promise_in_short
from peeraudit.instrument.sentences import capital


@dataclass(frozen=True, slots=True)
class Words:
    """A mail as it is read."""

    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """How one group is asked."""

    promise: GroupPromise
    called: str
    """What the group is called in the middle of a sentence."""
    minutes: int


def invitation(audit: Audit, asked: Asked, link: str, report: str) -> Words:
    """Ask somebody to answer: the only mail with a code in it."""
    team = audit.team
    return _words(
        audit,
        f"{team.organisation} asks how the {team.words.peer_worker} role is going in "
        f"{team.name}. You are asked as one of the {asked.called}.",
        "You need no account, and nobody asks for your name. You can leave out any "
        f"question. It takes about {_minutes(asked.minutes)}.",
        f"Open this link to begin:\n{link}",
        *_whose_link(asked.promise.mode),
        "Who sees what: " + promise_in_short(audit.promise, asked.promise),
        "The first page says the rest, before you answer anything.",
        *_until(audit),
        *_where(report),
        "No list is kept of who got which link.",
        _not_for_you(),
    )


def reminder(audit: Audit, report: str) -> Words:
    """Remind everyone who was asked, in the same words."""
    team = audit.team
    return _words(
        audit,
        "This is a reminder to everyone who was asked about the "
        f"{team.words.peer_worker} role in {team.name}. You all get it, in the same "
        "words. Nobody is told who has answered.",
        "If you have answered, there is nothing to do.",
        "If you have not, you still can. Your link is in the first mail, which asked "
        "you. It is not in this one.",
        *_until(audit),
        "You do not have to answer. If you cannot find the first mail, ask whoever "
        "runs the audit in your team.",
        *_where(report),
    )


def extension(audit: Audit, report: str) -> Words:
    """Tell everyone who was asked that there is more time."""
    team = audit.team
    return _words(
        audit,
        f"There is more time to answer about the {team.words.peer_worker} role in "
        f"{team.name}. This mail goes to everyone who was asked, in the same words.",
        *_until(audit),
        "If you have answered, there is nothing to do. The report comes later too.",
        "If you have not, your link is in the first mail, which asked you. Nothing "
        "else has changed in what you were promised.",
        *_where(report),
    )


def report_out(audit: Audit, report: str) -> Words:
    """Tell everyone who was asked that the report is out."""
    team = audit.team
    return _words(
        audit,
        f"The report on the {team.words.peer_worker} role in {team.name} is out:\n"
        f"{report}",
        "Everyone who was asked can read it from now on. The manager sees it at the "
        "same time.",
        "The answers have been destroyed, and so has the key that opened them.",
        "This is the last mail. When it has gone, your address is deleted here.",
    )


def late(audit: Audit, report: str) -> Words:
    """Tell everyone who was asked that the report is not out yet, and why."""
    return _words(
        audit,
        f"The report on the {audit.team.words.peer_worker} role in {audit.team.name} "
        "is later than we told you.",
        "Something keeps the computer from making it. The people who run it have to "
        "put that right. No answer has been shown to anybody.",
        "There is nothing for you to do. You get a mail when the report is out. If "
        "none comes, ask whoever runs the audit in your team.",
        *_where(report),
    )


def being_read(audit: Audit, report: str, until: str) -> Words:
    """Tell everyone who was asked that comments are being read first."""
    return _words(
        audit,
        f"The time to answer about the {audit.team.words.peer_worker} role in "
        f"{audit.team.name} is over. The report is not out yet.",
        f"{capital(audit.promise.comments_read_by)} reads the comments first, and "
        "takes out what could tell who wrote them. The report comes after that. It "
        f"comes at the latest at {until}.",
        "There is nothing for you to do. You get a mail when the report is out.",
        *_where(report),
    )


def _words(audit: Audit, *paragraphs: str) -> Words:
    """Return a mail; all mails of an audit have one subject, so they stay together."""
    team = audit.team
    subject = f"{team.name}: how is the {team.words.peer_worker} role going?"
    # A name may hold a sign that ends a line, which no subject may.
    return Words(" ".join(subject.split()), "\n\n".join(paragraphs) + "\n")


def _minutes(number: int) -> str:
    """Return how long it takes."""
    return "1 minute" if number == 1 else f"{number} minutes"


def _whose_link(mode: GroupMode) -> Iterator[str]:
    """Say who else has the link, and what somebody could do with it."""
    if mode is GroupMode.JOINT_SHEET:
        yield (
            "Everyone in your group has this same link. Agree on a time, fill in one "
            "sheet together, and press Submit once."
        )
        yield "Do not pass the link on. Opening it does not use it up."
    else:
        yield (
            "This link is yours alone. Do not pass it on: whoever has it could answer "
            "in your place. Opening it does not use it up."
        )


def _until(audit: Audit) -> Iterator[str]:
    """Say until when one can answer."""
    yield (
        f"You can begin until {london(audit.promise.closes_at)}. If you have begun by "
        "then, you have one more hour to submit."
    )


def _where(report: str) -> Iterator[str]:
    """Say where the report will be."""
    yield (
        "The report will be at this address, for everyone asked at the same time:\n"
        f"{report}"
    )


def _not_for_you() -> str:
    """Say what to do with a mail that went to somebody else."""
    return (
        "If this mail is not meant for you, delete it. Then tell whoever runs the "
        "audit in that team, if you know them."
    )
