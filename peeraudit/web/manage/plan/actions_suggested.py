"""What the report suggests: the instrument's recommendations for its first findings."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import url_for

from peeraudit.report.findings import FindingView
from peeraudit.web.manage.plan.actions_place import Place


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing that a team could do."""

    words: str
    use: str
    """Where a form is filled with it; empty where it is in the plan already."""


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What a team could do about one finding."""

    title: str
    each: tuple[Suggestion, ...]
    own: str
    """Where a form is that answers the finding with something of the team's own."""


def suggestions(
    found: Place, audit: str, about: Iterable[FindingView]
) -> tuple[Suggestions, ...]:
    """Return what the report on an audit suggests, finding by finding."""
    taken = {(each.finding, each.what) for each in found.plan.actions}

    def address(rule: str, use: int | None = None) -> str:
        team = found.team
        return url_for("plan.ask_new", team=team, audit=audit, finding=rule, use=use)

    return tuple(
        Suggestions(
            each.title,
            tuple(
                Suggestion(
                    words,
                    "" if (each.key, words) in taken else address(each.key, number),
                )
                for number, words in enumerate(each.recommendations)
            ),
            address(each.key),
        )
        for each in about
    )
