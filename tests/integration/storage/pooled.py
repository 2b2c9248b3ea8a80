"""Teams of which peer workers wait for a view, and the view over them."""

from collections.abc import Sequence
from datetime import timedelta

from peeraudit.instrument.frozen import Group
from peeraudit.operations.pool_teams import ViewPlan, pool_teams, read_view
from peeraudit.release.release import Release
from peeraudit.response.responses import Scope
from tests.integration.storage.conftest import CLOSES, OpenAudit, OpenOne

PW, MG = Group.PEER_WORKER, Group.MANAGER
LATER = CLOSES + timedelta(days=30)


def closed(
    open_one: OpenOne, peer_workers: int, said: str = "2", floor: int = 5
) -> OpenAudit:
    """A closed audit of a team of which peer workers are too few to be shown."""
    audit = open_one(managers=6, peer_workers=peer_workers, pooling=True, floor=floor)
    for code in audit.codes[PW]:
        audit.answer(code, {"SE4": said, "ID1": said}, Scope.THIS_TEAM)
    for code in audit.codes[MG]:
        values = {"SE4": "5", "SE4.peer_worker": "5"}
        audit.answer(code, values, Scope.THIS_TEAM)
    audit.close()
    return audit


def plan(audits: Sequence[OpenAudit], name: str = "Four teams") -> ViewPlan:
    return ViewPlan(name, PW, tuple(audit.id for audit in audits))


def made(teams: Sequence[OpenAudit]) -> Release:
    here = teams[0].installation
    view = pool_teams(here, plan(teams), at=LATER)
    release = read_view(here, view.id)
    assert release is not None
    return release
