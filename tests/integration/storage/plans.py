"""What somebody wants to run, in few words."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache

from peeraudit.audit.facts import Facts
from peeraudit.audit.promise import GroupMode, GroupPromise, Promise
from peeraudit.audit.team import Team
from peeraudit.instrument.definition import Form, Instrument, Mode
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.library import load
from peeraudit.instrument.wording import LocalWords
from peeraudit.operations.create_audit import Plan
from peeraudit.settings import CHECKOUT
from tests.journeys.site import CLOSES


@cache
def role_adoption() -> Instrument:
    """The instrument for a role in post, read once."""
    return load(CHECKOUT / "instruments/role-adoption")


def plan_for(
    asked: Mapping[Group, int],
    *,
    team: str = "A team",
    modes: Mapping[Group, GroupMode] | None = None,
    changed: int | None = None,
    closes: datetime = CLOSES,
    pooling: bool = False,
    floor: int = 5,
    comments_read_by: str = "",
) -> Plan:
    """Plan an audit of these people; everything not said is as usual."""
    groups = tuple(
        GroupPromise(group, n, (modes or {}).get(group, GroupMode.ANONYMOUS), changed)
        for group, n in asked.items()
    )
    return Plan(
        Team("A trust", LocalWords(team)),
        role_adoption(),
        Mode.IN_POST,
        Form.CORE,
        Promise(floor, closes, groups, pooling, comments_read_by),
        Facts({"route": "informal"}),
    )
