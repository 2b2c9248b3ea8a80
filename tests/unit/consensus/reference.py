"""Reference teams from their answers to their release, without a database."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from functools import cache

from peeraudit.audit.audit import Audit
from peeraudit.audit.promise import Promise
from peeraudit.audit.promise_words import promise_words
from peeraudit.consensus.findings import Status
from peeraudit.disclosure.disclose import disclose
from peeraudit.instrument.definition import Form, Instrument
from peeraudit.instrument.frozen import Group
from peeraudit.operations.reference_teams import ReferenceTeam, reference_team
from peeraudit.questionnaire.pages import questionnaire
from peeraudit.questionnaire.questions import keys
from peeraudit.release.freeze import asking, freeze
from peeraudit.release.release import Release
from peeraudit.response.responses import Draft, Response, read_response
from peeraudit.tally.counts import count
from tests.unit.factories import (
    PW,
    ROOT,
    ST,
    TEAM,
    make_audit,
    make_promise,
    role_adoption,
)

FILE = ROOT / "instruments/reference_teams.json"


@cache
def release_of(
    name: str, times: int, *, form: Form = Form.FULL, floor: int = 5
) -> Release:
    """The release of one reference team, all of whom answered every question."""
    team = reference_team(FILE, name, times)
    return published(team, role_adoption(), form=form, floor=floor)


def published(
    team: ReferenceTeam,
    said_to: Instrument,
    read_by: Instrument | None = None,
    *,
    promise: Promise | None = None,
    form: Form = Form.FULL,
    floor: int = 5,
    last_box_first: bool = False,
) -> Release:
    """Answer one instrument, and count by it, or by another."""
    instrument = read_by or said_to
    promise = promise or make_promise(team.counts, floor=floor)
    facts = team.facts().answers
    audit = make_audit(promise, instrument=instrument, facts=facts, form=form)
    responses = list(_responses(team, said_to, audit))
    if last_box_first:
        responses.reverse()
    tallies = count(responses, asking(audit, instrument))
    cells = disclose(tallies, promise, instrument)
    words = {each.group: promise_words(promise, each, TEAM) for each in promise.groups}
    return freeze(audit, instrument, cells, words)


def with_labels_swapped(team: ReferenceTeam) -> ReferenceTeam:
    """The same team, peer workers and other staff saying what the others said."""
    data = deepcopy(dict(team.data))
    for table in ("targets", "first_choice_of_purpose"):
        _swap(data[table][team.name])
    for answers in data["practice_modal_answer"][team.name].values():
        _swap(answers)
    counts = {**team.counts, PW: team.counts[ST], ST: team.counts[PW]}
    return replace(team, data=data, counts=counts)


def found(release: Release) -> set[str]:
    """The rules that found something, strengths left out."""
    return {
        each.rule
        for each in release.findings
        if each.status is Status.FOUND and not each.rule.startswith("S")
    }


def _responses(
    team: ReferenceTeam, instrument: Instrument, audit: Audit
) -> Iterator[Response]:
    """Yield what each person of the team says."""
    who = asking(audit, instrument)
    for group, people in team.counts.items():
        asked = questionnaire(who, group)
        for person in range(people):
            values = _values(team, instrument, group, person)
            yield read_response(asked, Draft(values))


def _values(
    team: ReferenceTeam, instrument: Instrument, group: Group, person: int
) -> dict[str, str]:
    """Return all that one person could be asked, and how they answer it."""
    everything = asking(make_audit(make_promise(team.counts)), instrument)
    return {
        str(key): team.values(instrument, group, key, person)
        for key in keys(everything, group)
    }


def _swap(by_group: dict[str, object]) -> None:
    """Give peer workers what other staff have, and the other way round."""
    by_group["PW"], by_group["ST"] = by_group["ST"], by_group["PW"]
