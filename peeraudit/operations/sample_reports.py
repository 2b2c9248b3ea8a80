"""Sample reports: reference teams from answers to a release, in memory alone.

For whoever wants to see what comes out before anybody is asked. What closing does is
done here, but that nothing is sealed: the answers are nobody's.
"""

from dataclasses import replace
from enum import StrEnum
from functools import cache

from peeraudit.audit.audit import Audit
from peeraudit.audit.promise_words import promise_words
from peeraudit.disclosure.disclose import disclose
from peeraudit.instrument.definition import Instrument
from peeraudit.instrument.library import digest
from peeraudit.operations.reference_teams import (
    CLOSES,
    OPENS,
    SMALL_GROUPS_OPENLY,
    ReferenceTeam,
    reference_team,
)
from peeraudit.questionnaire.pages import questionnaire
from peeraudit.release.freeze import asking, freeze
from peeraudit.release.release import Release
from peeraudit.response.answers import InvalidAnswer
from peeraudit.response.responses import Draft, read_response
from peeraudit.settings import CHECKOUT
from peeraudit.tally.counts import count

TEAMS = CHECKOUT / "instruments/reference_teams.json"
ORGANISATION = "Sample trust (made up)"


class Sample(StrEnum):
    """The samples there are, by the name in their address."""

    LARGE = "large-team"
    SMALL = "small-team"


class NoSample(LookupError):
    """An instrument that asks what the reference teams have no answer to."""


@cache
def sample_team(sample: Sample) -> ReferenceTeam:
    """Return who is made up for a sample: the paper's London, at one of two sizes."""
    times = 5 if sample is Sample.LARGE else 1
    london = reference_team(TEAMS, "London", times)
    if sample is Sample.LARGE:
        called, modes = "Large team (made up)", london.modes
    else:
        called, modes = "Small team (made up)", SMALL_GROUPS_OPENLY
    return replace(london, called=called, modes=modes, organisation=ORGANISATION)


def release_of(team: ReferenceTeam, instrument: Instrument) -> Release:
    """Return what the audit of a reference team releases, and keep nothing of it.

    Raises
    ------
    NoSample
        If the reference teams have no answer to something that is asked.
    """
    plan = team.plan(instrument, closes_at=CLOSES)
    audit = Audit(
        id="",
        team=plan.team,
        instrument=digest(instrument),
        mode=plan.mode,
        form=plan.form,
        promise=plan.promise,
        facts=plan.facts,
        opened_at=OPENS,
    )
    asked = asking(audit, instrument)
    try:
        responses = [
            read_response(
                questionnaire(asked, group), Draft(team.said(asked, group, person))
            )
            for group, sheets in team.sheets.items()
            for person in range(sheets)
        ]
    except (KeyError, InvalidAnswer) as error:
        raise NoSample(f"no reference team answers {instrument.id}") from error
    cells = disclose(count(responses, asked), plan.promise, instrument)
    words = {
        each.group: promise_words(plan.promise, each, plan.team)
        for each in plan.promise.groups
    }
    return freeze(audit, instrument, cells, words)
