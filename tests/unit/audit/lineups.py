"""Teams of different sizes and promises, and what each sees if everyone answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from peeraudit.audit.promise import GroupMode, GroupPromise
from peeraudit.consensus.evidence import Evidence, Missing
from peeraudit.instrument.definition import Form, Instrument, Mode
from peeraudit.instrument.frozen import Group
from peeraudit.release.release import Release
from peeraudit.report.reader import Reader
from tests.unit.factories import MG, PW, ST, SU, readiness, role_adoption
from tests.unit.report.releases import Setting, tell, usual

ANONYMOUS, ATTRIBUTED, JOINT_SHEET, POOLED_ONLY = GroupMode


@dataclass(frozen=True)
class LineUp:
    """Who is asked, and under what."""

    people: Mapping[Group, int]
    modes: Mapping[Group, GroupMode]
    instrument: Instrument
    form: Form = Form.FULL

    @property
    def groups(self) -> tuple[GroupPromise, ...]:
        """The same, as a promise has it."""
        return tuple(
            GroupPromise(group, n, self.modes.get(group, ANONYMOUS))
            for group, n in self.people.items()
        )

    def release(self) -> Release:
        """What is released where everyone answers and every fact is filled in."""
        people = {
            group: 1 if self.modes.get(group) is JOINT_SHEET else n
            for group, n in self.people.items()
        }
        facts: dict[str, str | int] = {
            fact.id: fact.options[0] if fact.options else 1
            for fact in self.instrument.facts
        }
        mode = self.instrument.modes[0]
        assert mode in {Mode.IN_POST, Mode.BEFORE_START}
        setting = Setting(facts=facts, modes=self.modes, mode=mode, form=self.form)
        return tell(people, usual, setting, self.instrument)


SMALL = {MG: 1, PW: 3, ST: 8}
MODES: dict[str, tuple[Mapping[Group, int], Mapping[Group, GroupMode]]] = {
    "all too small": (dict.fromkeys(Group, 3), {}),
    "all shown": (dict.fromkeys(Group, 9), {}),
    "one shown": (SMALL, {}),
    "a named manager": (SMALL, {MG: ATTRIBUTED}),
    "a named manager and a joint sheet": (SMALL, {MG: ATTRIBUTED, PW: JOINT_SHEET}),
    "everybody open": (
        {MG: 1, PW: 3, ST: 2},
        {MG: ATTRIBUTED, PW: JOINT_SHEET, ST: ATTRIBUTED},
    ),
    "pooled only": ({MG: 6, PW: 6, ST: 6, SU: 30}, {PW: POOLED_ONLY}),
    "two groups": ({PW: 12, ST: 26}, {}),
    "people who use the service alone": ({SU: 25}, {}),
}
LINE_UPS = {
    f"{name}, {what}": LineUp(people, modes, instrument, form)
    for name, (people, modes) in MODES.items()
    for what, instrument, form in (
        ("in post", role_adoption(), Form.FULL),
        ("the short form", role_adoption(), Form.CORE),
        ("before the start", readiness(), Form.FULL),
    )
}


@cache
def released(name: str) -> Release:
    """Return the release of a line-up; once, as it takes a moment."""
    return LINE_UPS[name].release()


@cache
def evidence(name: str) -> Evidence:
    """Return the cells of a line-up, to look things up in."""
    return Reader(released(name)).evidence


def is_there(found: object) -> bool:
    """Say whether something that was looked up is there."""
    return not isinstance(found, Missing)
