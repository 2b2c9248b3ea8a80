"""Views over several teams, made as they are made: of the counts of closed teams."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache

from peeraudit.audit.promise import GroupMode
from peeraudit.audit.team import Team
from peeraudit.disclosure.pooling import WaitingTeam, pool
from peeraudit.instrument.definition import Instrument
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.wording import LocalWords
from peeraudit.questionnaire.questions import QuestionKey
from peeraudit.release.pooled import freeze_pooled
from peeraudit.release.release import Release
from tests.unit.factories import MG, PW, ST, make_asking, role_adoption
from tests.unit.report.releases import Answers, Setting, counted, tell

MADE_AT = datetime(2026, 4, 19, 9, 0, tzinfo=UTC)
NAMES = ("North", "East", "West", "South")


def apart(group: Group, key: QuestionKey, person: int) -> str:
    """Return an answer: staff rate high, and think that peer workers do; they do not.

    But for being heard in meetings, which peer workers rate high too.
    """
    if key.item.startswith("PR"):
        return "part" if person % 4 or key.item == "PR1" else "not_part"
    if key.item == "RCK":
        return "a"
    low = group is PW and key.item != "SE5"
    return "2" if low else "5"


def team(
    name: str,
    people: int,
    answers: Answers = apart,
    group: Group = PW,
    instrument: Instrument | None = None,
) -> Release:
    """Return a team's own release, which does not show the group of so many people."""
    modes = {group: GroupMode.POOLED_ONLY} if people >= 5 else {}
    setting = Setting(
        Team("Example Trust", LocalWords(name)), modes=modes, pooling=True
    )
    numbers = {MG: 6, PW: 6, ST: 6, group: people}
    return tell(numbers, answers, setting, instrument)


def view(
    numbers: Sequence[int] = (4, 4, 4),
    answers: Answers = apart,
    group: Group = PW,
    *,
    called: str = "Small teams",
    names: Sequence[str] = NAMES,
    instrument: Instrument | None = None,
) -> Release:
    """Return a view over teams with so many people of a group each."""
    instrument = instrument or role_adoption()
    asked = make_asking(instrument)
    waiting = [WaitingTeam(counted({group: n}, answers, asked), n + 1) for n in numbers]
    cells = pool(waiting, group, instrument)
    teams = [
        team(name, n, answers, group, instrument)
        for name, n in zip(names, numbers, strict=False)
    ]
    return freeze_pooled(called, teams, cells, floor=10, at=MADE_AT)


@cache
def three_teams() -> Release:
    """Return the smallest view of peer workers in which each team is as large."""
    return view()
