"""The reference teams: modelled on the paper's three sites, with a control.

Targets are ours; the paper gives directions, not numbers (Tables 1 and 2, p.3 and 4).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from peeraudit.audit.facts import Facts
from peeraudit.audit.promise import GroupMode, GroupPromise, Promise
from peeraudit.audit.team import Team
from peeraudit.instrument.definition import AgreementItem, Form, Instrument, Mode
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.wording import LocalWords
from peeraudit.operations.close_audit import close_audit
from peeraudit.operations.create_audit import Plan, create_audit
from peeraudit.operations.drafts import Kept, keep_draft
from peeraudit.operations.installation import Installation
from peeraudit.operations.issue_codes import issue_codes
from peeraudit.operations.launch_audit import launch_audit
from peeraudit.operations.open_audit import open_audit
from peeraudit.operations.submit_response import Submission, submit_response
from peeraudit.questionnaire.questions import Asking, QuestionKey, keys
from peeraudit.release.freeze import asking

NAMES = ("London", "South", "North", "Control")

OPENS = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
CLOSES = datetime(2026, 3, 20, 17, 0, tzinfo=UTC)
"""Fixed moments, so that the same teams give the same releases."""

ORGANISATION = "Reference teams"

STEP = 25
"""Points of 100 in one step of the agreement scale."""

GROUPS = {
    "MG": Group.MANAGER,
    "PW": Group.PEER_WORKER,
    "ST": Group.OTHER_STAFF,
    "SU": Group.PERSON_USING_SERVICE,
}
CODES = {group: code for code, group in GROUPS.items()}
PRACTICE = {"P": "part", "N": "not_part", "X": "must_never"}


@dataclass(frozen=True, slots=True)
class ReferenceTeam:
    """One reference team at a multiple of the paper's size."""

    name: str
    times: int
    counts: Mapping[Group, int]
    data: Mapping[str, Any]
    modes: Mapping[Group, GroupMode] = field(default_factory=dict)
    """Under what groups answer; anonymously, where nothing is said."""
    called: str = ""
    """What the team is called in its audit; else its name and size."""
    organisation: str = ORGANISATION

    @property
    def title(self) -> str:
        """What the team is called."""
        sized = self.name if self.times == 1 else f"{self.name} x {self.times}"
        return self.called or sized

    @property
    def promised(self) -> tuple[GroupPromise, ...]:
        """How many of each group are asked, and under what."""
        return tuple(
            GroupPromise(group, n, self.modes.get(group, GroupMode.ANONYMOUS))
            for group, n in self.counts.items()
        )

    @property
    def sheets(self) -> Mapping[Group, int]:
        """How many questionnaires each group hands in."""
        return {each.group: each.sheets for each in self.promised}

    def values(
        self, instrument: Instrument, group: Group, key: QuestionKey, person: int
    ) -> str:
        """Return what one person answers, all as equal as whole steps can be."""
        item = instrument.questions[key.item]
        code = CODES[group]
        if isinstance(item, AgreementItem):
            turned = self._step(key, group, person)
            return str(6 - turned if item.reverse else turned)
        if item.kind == "practice":
            answers = self.data["practice_modal_answer"][self.name]
            return PRACTICE[answers[item.id][code]]
        return str(self.data["first_choice_of_purpose"][self.name][code])

    def _step(self, key: QuestionKey, group: Group, person: int) -> int:
        """Return the step, reverse items turned, of one person."""
        n = self.sheets[group]
        total = round(self._target(key, group) / STEP * n)
        return 1 + total // n + (person < total % n)

    def _target(self, key: QuestionKey, group: Group) -> int:
        """Return the score a group is to have; a guess not listed is as its own."""
        code = CODES[group]
        targets: Mapping[str, int] = self.data["targets"][self.name][code]
        default: int = self.data["default_target"][code]
        own = targets.get(key.item, default)
        return targets.get(f"{key.item}g", own) if key.about else own

    def facts(self) -> Facts:
        """Return the set-up facts, as far as the paper gives them."""
        given = self.data["facts"][self.name]
        told: dict[str, str | int | None] = {
            "route": "informal" if "informal" in given["recruit"] else "open_advert",
            "contract": "bank" if given["bank"] else "permanent",
            "paid": "both" if given["volunteer"] else "paid",
            "supervision": "regular" if given["formal_sup"] else "informal",
            "ongoing_training": "yes" if given["ongoing_train"] else "no",
            "dual_membership": "yes" if given["same_group"] else "no",
            # The paper says only that the work was clinical; 4 of 5 is our reading.
            "clinical": 4 if given["clinical"] else 2,
            "started": self._times(given["started"]),
            "finished": self._times(given["completed"]),
            "in_post_two_months": self._times(given["in_post_2m"]),
        }
        return Facts({name: value for name, value in told.items() if value is not None})

    def _times(self, people: int | None) -> int | None:
        """Return how many people of the paper's there are at this size."""
        return None if people is None else people * self.times

    def plan(self, instrument: Instrument, *, closes_at: datetime) -> Plan:
        """Return the audit that this team runs, at floor 5."""
        return Plan(
            Team(self.organisation, LocalWords(self.title)),
            instrument,
            Mode.IN_POST,
            Form.FULL,
            Promise(5, closes_at, self.promised),
            self.facts(),
        )

    def said(self, asking: Asking, group: Group, person: int) -> dict[str, str]:
        """Return what one person answers, by the name of the field."""
        instrument = asking.instrument
        return {
            str(key): self.values(instrument, group, key, person)
            for key in keys(asking, group)
        }


SMALL_GROUPS_OPENLY = {
    Group.MANAGER: GroupMode.ATTRIBUTED,
    Group.PEER_WORKER: GroupMode.JOINT_SHEET,
    Group.OTHER_STAFF: GroupMode.ATTRIBUTED,
}
"""How London can be heard at the paper's size: every small group answers openly."""


def reference_team(file: Path, name: str, times: int) -> ReferenceTeam:
    """Read one reference team at ``times`` the paper's size."""
    data = json.loads(file.read_text())
    counts = data["counts"].get(name, data["default_control_counts"])
    people = {GROUPS[code]: n * times for code, n in counts.items()}
    return ReferenceTeam(name, times, people, data)


def run(installation: Installation, team: ReferenceTeam, instrument: Instrument) -> str:
    """Take a reference team the whole way to its release; return the audit's id."""
    audit = begin(installation, team, instrument, closes_at=CLOSES, opens_at=OPENS)
    asked = asking(installation.audit(audit), instrument)
    for group in team.counts:
        for person, code in enumerate(_codes(installation, audit, group)):
            _answer(installation, code, team.said(asked, group, person))
    close_audit(installation, audit, at=CLOSES + timedelta(hours=1))
    return audit


def begin(
    installation: Installation,
    team: ReferenceTeam,
    instrument: Instrument,
    *,
    opens_at: datetime,
    closes_at: datetime,
) -> str:
    """Open an audit of a reference team at floor 5; return its id."""
    audit = create_audit(installation, team.plan(instrument, closes_at=closes_at))
    launch_audit(installation, audit.id)
    return open_audit(installation, audit.id, at=opens_at).id


def _codes(installation: Installation, audit: str, group: Group) -> tuple[str, ...]:
    """Return fresh codes for a whole group."""
    handed: list[str] = []
    issue_codes(installation, audit, group, deliver=handed.extend)
    return tuple(handed)


def _answer(installation: Installation, code: str, values: Mapping[str, str]) -> None:
    """Save and submit, as a person does."""
    at = OPENS + timedelta(days=1)
    word = "reference-team"
    kept = keep_draft(installation, code, word, values, at=at)
    outcome = (
        submit_response(installation, code, word, at=at)
        if isinstance(kept, Kept)
        else kept
    )
    if outcome is not Submission.ACCEPTED:
        raise RuntimeError(f"a reference team could not answer: {outcome}")
