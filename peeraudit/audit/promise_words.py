"""The promise in plain words, as each group reads it before answering."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from peeraudit.audit.promise import (
    COMMENTS_FROM,
    KEPT_FOR_POOLING_MONTHS,
    POOLED_FROM_ANSWERS,
    POOLED_FROM_TEAMS,
    SCREENING,
    GroupMode,
    GroupPromise,
    Promise,
)
from peeraudit.audit.team import Team
from peeraudit.instrument.sentences import capital

LONDON = ZoneInfo("Europe/London")
"""People read local time; everything inside is UTC."""


def london(moment: datetime) -> str:
    """Return a moment as people in the service read it.

    >>> from datetime import UTC
    >>> london(datetime(2026, 7, 3, 16, 0, tzinfo=UTC))
    '5pm on Friday 3 July 2026'
    """
    local = moment.astimezone(LONDON)
    hour = local.hour % 12 or 12
    minute = f":{local.minute:02}" if local.minute else ""
    half = "am" if local.hour < 12 else "pm"  # noqa: PLR2004
    return f"{hour}{minute}{half} on {local:%A} {local.day} {local:%B %Y}"


def promise_words(promise: Promise, group: GroupPromise, team: Team) -> tuple[str, ...]:
    """Return the promise to one group, a paragraph each."""
    return (
        promise_in_short(promise, group) + _draw(promise, group),
        *_shared_link(group),
        *_pooling(promise, group),
        "Your answers are locked when you submit them. You can begin until "
        f"{london(promise.closes_at)}, and then have an hour to submit. After that "
        "hour a computer opens all answers once, adds them up and destroys them.",
        "No page, file or report shows what one person said, unless it says so above. "
        f"This holds for your manager, for {team.organisation} and for us.",
        *_comments(promise, group),
        "Everyone who is asked can read the same report, at the same time as the "
        "manager.",
        "We cannot protect you from someone who looks at your screen. Nor from someone "
        "who runs the computer itself and breaks its rules before the closing time.",
    )


def promise_in_short(promise: Promise, group: GroupPromise) -> str:
    """Return the first thing that a group is promised, for a mail or a slip."""
    return f"{_how_many(group.asked)} {_what_is_shown(group, promise.floor)}"


def _how_many(asked: int) -> str:
    """Say how many people the group has."""
    return "There is 1 of you." if asked == 1 else f"There are {asked} of you."


def _what_is_shown(group: GroupPromise, floor: int) -> str:
    """Say what becomes of the group's answers."""
    if group.mode is GroupMode.ATTRIBUTED:
        return _attributed(group.asked)
    if group.mode is GroupMode.JOINT_SHEET:
        return (
            "You fill in one sheet together: meet, and let one of you type. Leave out "
            "what you do not agree on. The sheet is shown as your group's view, to "
            "everyone who is asked. It is not anonymous."
        )
    if group.mode is GroupMode.POOLED_ONLY:
        return (
            "What you say is not shown in this team's report. It can count only in a "
            "view over several teams."
        )
    if group.asked < floor:
        return (
            f"That is fewer than {floor}. So none of your group's answers are shown in "
            "this report, even if all of you answer."
        )
    return (
        f"What your group says is shown only if at least {floor} of you answer, and "
        "only in broad bands. Nobody is told who has answered."
    )


def _draw(promise: Promise, group: GroupPromise) -> str:
    """Say what holds for the codes of people who are hidden among others."""
    hides = group.mode is GroupMode.ANONYMOUS and group.asked >= promise.floor
    if not hides or group.shared_link:
        return ""
    return (
        " Draw your code yourself, and let nobody note which one you have. Whoever "
        "knows your code could see that it has been used."
    )


def _shared_link(group: GroupPromise) -> Iterator[str]:
    """Say what it means that everyone of a group starts from one link."""
    if group.shared_link:
        yield (
            "Everyone in your group starts from one shared link. So one person could "
            "answer more than once. The report says so. Whoever did it on purpose "
            "could work out more of what others said."
        )


def _attributed(asked: int) -> str:
    """Say what it means to be too few to be anonymous."""
    shown = (
        "That is too few to be anonymous, and we do not claim it. What you answer is "
        "shown as your group's view, to everyone who is asked."
    )
    if asked == 1:
        return shown
    return f"{shown} Each of you could work out from it what the others said."


def _pooling(promise: Promise, group: GroupPromise) -> Iterator[str]:
    """Say what a view over several teams is, and what is kept for it until then."""
    if not promise.pooling or group.mode.is_open:
        return
    if promise.offers_choice(group.group):
        yield (
            "If your group is not shown here, your answers can still count in a view "
            "over several teams. You choose below where they may count. If you choose "
            "only other teams, you count here as not having answered. Nobody is told "
            "who chose what, or how many."
        )
    yield (
        f"A view over teams needs at least {POOLED_FROM_TEAMS} teams and "
        f"{POOLED_FROM_ANSWERS} answers. No team may be more than half of it. It does "
        "not show single teams. Beside it may stand what other groups in a team think, "
        "as their report shows it."
    )
    yield (
        "For that, only counts of answers are kept, locked, with no name. They are "
        "destroyed once they have been used, and after "
        f"{KEPT_FOR_POOLING_MONTHS} months in any case."
    )


def _comments(promise: Promise, group: GroupPromise) -> Iterator[str]:
    """Say who reads comments, and what becomes of them."""
    if group.group not in promise.commenting:
        return
    yield (
        "You can write a comment at the end. Comments are kept apart from all other "
        "answers, mixed, and without your group. They are shown only if at least "
        f"{COMMENTS_FROM} people answer."
    )
    yield (
        f"{capital(promise.comments_read_by)} reads them first. This person is not in "
        "your team, and takes out what could tell who wrote it. Then everyone can read "
        f"them. What has not been read after {SCREENING.days} days is destroyed."
    )
    if promise.offers_choice(group.group):
        yield (
            "If you choose that your answers count only together with other teams, a "
            "comment of yours is destroyed unread."
        )
