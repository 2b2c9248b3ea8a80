"""Rounds to tell: a team in which much has moved, and one that cannot be compared."""

from dataclasses import replace
from datetime import date
from functools import cache

from peeraudit.audit.promise import GroupMode
from peeraudit.instrument.definition import Mode
from peeraudit.instrument.frozen import Group
from peeraudit.questionnaire.questions import QuestionKey
from peeraudit.release.release import Release, sealed
from tests.unit.report.releases import Setting, tell, usual

MG, PW, ST, SU = Group
TWELVE = dict.fromkeys(Group, 12)


def otherwise(group: Group, key: QuestionKey, person: int) -> str:
    """Return an answer as usual, but of more support, and of less of a voice."""
    said = usual(group, key, person)
    if group is PW and key.about is None and key.item.startswith("SP"):
        return str(min(5, int(said) + 2))
    if group is ST and key.about is None and key.item.startswith("SE"):
        return str(max(1, int(said) - 2))
    return "part" if key.item in {"PR1", "PR2", "PR3", "PR4"} else said


def closed(release: Release, on: date) -> Release:
    """Return a release of an audit that closed on another day."""
    return sealed(replace(release, audit=replace(release.audit, closed_on=on)))


@cache
def moved() -> Release:
    """Return a team in which much has moved in the 4 months since a round before."""
    first = closed(tell(TWELVE, usual), date(2025, 11, 20))
    return tell(TWELVE, otherwise, Setting(mode=Mode.RE_AUDIT, before=first))


@cache
def manager_left_out() -> Release:
    """Return the same team, but for managers, who are few now and answer openly."""
    first = closed(tell(TWELVE, usual), date(2025, 3, 20))
    setting = Setting(
        mode=Mode.RE_AUDIT, before=first, modes={MG: GroupMode.ATTRIBUTED}
    )
    return tell({**TWELVE, MG: 2}, otherwise, setting)


@cache
def repeated() -> Release:
    """Return a repeat of an audit that it may not be compared with."""
    return tell(dict.fromkeys(Group, 7), usual, Setting(mode=Mode.RE_AUDIT))
