"""What a reminder of actions says: plain text, and no link that signs anybody in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from peeraudit.mail.words import Words
from peeraudit.plan.action import Action
from peeraudit.plan.reminders import Occasion


@dataclass(frozen=True, slots=True)
class Reminded:
    """An action, why its owner is reminded of it, and the day that it is about."""

    action: Action
    occasion: Occasion
    of: date


@dataclass(frozen=True, slots=True)
class TeamReminders:
    """All that somebody is reminded of in one team."""

    team: str
    """Its name."""
    plan: str
    """Where the plan is, for whoever may sign in."""
    about: tuple[Reminded, ...]


HEADINGS = {
    Occasion.OVERDUE: "The day has passed, and it is still open:",
    Occasion.SOON: "Due soon:",
    Occasion.REVIEW: "Still open:",
}
"""What stands above actions, the most pressing first; each stands there once."""


def owner_reminder(teams: Iterable[TeamReminders]) -> Words:
    """Remind somebody of all the actions that they own, in one mail."""
    every = tuple(teams)
    return Words(_subject(every), "\n\n".join(_paragraphs(every)) + "\n")


def _subject(teams: tuple[TeamReminders, ...]) -> str:
    """Say how much there is, and nothing that anybody wrote but a team's name."""
    number = len({each.action.id for team in teams for each in team.about})
    actions = "1 action" if number == 1 else f"{number} actions"
    where = teams[0].team if len(teams) == 1 else f"{len(teams)} teams"
    # A name may hold a sign that ends a line, which no subject may.
    return " ".join(f"{where}: {actions} to look at".split())


def _paragraphs(teams: tuple[TeamReminders, ...]) -> Iterator[str]:
    """Yield what there is to say."""
    yield (
        "This reminds you of what a team wants to do after its audit. Your address "
        "stands beside it, as that of the role that sees to it."
    )
    for team in teams:
        yield from _of_team(team)
    yield (
        "You need no account here. If you have none, tell whoever runs the plan in "
        "your team how it stands."
    )
    yield (
        "You get one such mail a day at the most. Your address is deleted here as "
        "soon as the action is complete or cancelled."
    )
    yield "If this mail is not meant for you, tell whoever runs the plan in that team."


def _of_team(team: TeamReminders) -> Iterator[str]:
    """Yield what there is to say of one team."""
    yield f"Team: {' '.join(team.team.split())}"
    told: set[str] = set()
    for occasion, heading in HEADINGS.items():
        about = [each.action for each in team.about if each.occasion is occasion]
        new = [action for action in about if action.id not in told]
        told |= {action.id for action in new}
        if new:
            yield "\n".join([heading, *map(_line, new)])
    reviews = [each.of for each in team.about if each.occasion is Occasion.REVIEW]
    if reviews:
        yield (
            f"The day of the review is {_day(reviews[0])}. The team goes through its "
            "plan then. Say there what is done, and what needs another day."
        )
    yield f"Whoever runs the plan signs in here to change it:\n{team.plan}"


def _line(action: Action) -> str:
    """Tell one action in a line, with what tells that it is done below it."""
    told = f"- {action.what} ({action.owner}, by {_day(action.due)})"
    return f"{told}\n  How to know: {action.measure}" if action.measure else told


def _day(when: date) -> str:
    """Return a day as people read it."""
    return f"{when.day} {when:%B %Y}"
