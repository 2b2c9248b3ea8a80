"""How long the worker takes to close a team's audit, beside opening its boxes alone."""

import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from peeraudit.instrument.definition import Instrument
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.library import load
from peeraudit.operations.close_audit import close_audit
from peeraudit.operations.drafts import keep_draft
from peeraudit.operations.installation import Installation, open_installation
from peeraudit.operations.issue_codes import issue_codes
from peeraudit.operations.read_report import read_release
from peeraudit.operations.reference_teams import (
    CLOSES,
    OPENS,
    ReferenceTeam,
    begin,
    reference_team,
)
from peeraudit.operations.submit_response import Submission, submit_response
from peeraudit.questionnaire.questions import keys
from peeraudit.release.freeze import asking
from peeraudit.sealing.boxes import unseal
from peeraudit.sealing.keys import KeyKind
from peeraudit.settings import CHECKOUT, Settings
from peeraudit.storage import boxes

PEOPLE = {
    Group.MANAGER: 3,
    Group.PEER_WORKER: 6,
    Group.OTHER_STAFF: 21,
    Group.PERSON_USING_SERVICE: 10,
}
"""A team of 40, all of whom are asked everything and answer."""

TEAMS = 100

AT_MOST_ONE = 1
AT_MOST_ALL = 60
"""Seconds on one core, without the PDF."""


def measure() -> Iterator[str]:
    """Close one team's audit, then a hundred, as a worker that has just started."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings.from_environment(
            {"PEERAUDIT_VAR": folder, "SECRET_KEY": "benchmark"}
        )
        audits = answered(settings, 1 + TEAMS)
        worker = open_installation(settings)
        limit = opening_boxes(worker, audits[0])
        one, *others = audits
        first = closing(worker, [one])
        hundred = closing(worker, others)
        worker.database.engine.dispose()
    people = sum(PEOPLE.values())
    yield (
        f"closing a team of {people}: {first:.2f} s (at most {AT_MOST_ONE}), "
        f"{first / limit:.0f} times opening {people} boxes alone"
    )
    yield (
        f"closing {TEAMS} teams of {people}: {hundred:.1f} s (at most {AT_MOST_ALL}), "
        f"{hundred / TEAMS / limit:.0f} times opening their boxes alone"
    )


def answered(settings: Settings, audits: int) -> list[str]:
    """Open audits, answer and submit for everyone asked; return the audits' ids."""
    installation = open_installation(settings)
    instrument = load(CHECKOUT / "instruments/role-adoption")
    london = reference_team(
        CHECKOUT / "instruments/reference_teams.json", "London", times=1
    )
    team = replace(london, counts=PEOPLE)
    ids = [
        _answered(installation, replace(team, called=f"Team {number}"), instrument)
        for number in range(audits)
    ]
    installation.database.engine.dispose()
    return ids


def _answered(
    installation: Installation, team: ReferenceTeam, instrument: Instrument
) -> str:
    """Open an audit, and answer it as a reference team does."""
    audit = begin(installation, team, instrument, opens_at=OPENS, closes_at=CLOSES)
    who = asking(installation.audit(audit), instrument)
    for group in team.counts:
        codes: list[str] = []
        issue_codes(installation, audit, group, deliver=codes.extend)
        for person, code in enumerate(codes):
            values = {
                str(key): team.values(instrument, group, key, person)
                for key in keys(who, group)
            }
            _submit(installation, code, values)
    return audit


def _submit(installation: Installation, code: str, values: dict[str, str]) -> None:
    """Save and submit, sealed, as a person does."""
    at, word = OPENS + timedelta(days=1), "bodaki-murotu"
    keep_draft(installation, code, word, values, at=at)
    if submit_response(installation, code, word, at=at) is not Submission.ACCEPTED:
        raise RuntimeError("a response was not accepted")


def opening_boxes(installation: Installation, audit: str) -> float:
    """Return the seconds that it takes to open an audit's boxes, and nothing else."""
    key = installation.keys.read(audit, KeyKind.ANSWERS)
    with installation.database.reading() as connection:
        sealed = boxes.all_of(connection, audit)
    if len(sealed) != sum(PEOPLE.values()):
        raise RuntimeError(f"there are {len(sealed)} boxes")
    begun = time.perf_counter()
    for box in sealed:
        unseal(key, box)
    return time.perf_counter() - begun


def closing(installation: Installation, audits: Sequence[str]) -> float:
    """Return the seconds that it takes to close audits, one after another."""
    begun = time.perf_counter()
    for audit in audits:
        close_audit(installation, audit, at=CLOSES + timedelta(hours=1))
    seconds = time.perf_counter() - begun
    if not all(read_release(installation, audit) for audit in audits):
        raise RuntimeError("an audit was not released")
    return seconds
