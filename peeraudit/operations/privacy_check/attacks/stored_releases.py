"""Find a stored release that says what its cells do not."""

from collections.abc import Iterator

from pydantic import ValidationError

from peeraudit.operations.privacy_check.scene import Row, Scene
from peeraudit.operations.privacy_check.verdict import (
    Attack,
    Verdict,
    held,
    not_tried,
    won,
)
from peeraudit.release.release import from_json
from peeraudit.release.verify import unread, verify

STORED = {"release": "audit", "pooled_view": "view"}
"""The tables that hold releases, and what each is of."""


def run(scene: Scene) -> Verdict:
    """Compute every stored release again from its cells."""
    stored = [row for row in scene.last.rows if row.table in STORED]
    if not stored:
        return not_tried("nothing has been released")
    of_teams = {row.values["hash"] for row in stored if row.table == "release"}
    wrong = {
        f"{STORED[row.table]} {row.key[0]}": fault
        for row in stored
        if (fault := next(_faults(row, of_teams), ""))
    }
    if wrong:
        told = (f"{which}: {fault}" for which, fault in sorted(wrong.items()))
        return won("; ".join(told))
    return held(f"all {len(stored)} follow from their cells, and tell no more")


def _faults(row: Row, of_teams: set[object]) -> Iterator[str]:
    """Yield what is wrong with one stored release, beside the teams' own."""
    text = str(row.values["content"])
    try:
        release = from_json(text)
    except ValidationError:
        yield "it is no release"
        return
    yield from unread(text, release)
    yield from verify(release)
    if release.hash != row.values["hash"]:
        yield "its hash is not the one that was stored with it"
    teams = release.pooled.teams if release.pooled else ()
    if any(team.release not in of_teams for team in teams):
        yield "it names a report of a team that is not stored here"


ATTACK = Attack(
    "stored-releases", "Find a stored release that its cells do not bear out", run
)
