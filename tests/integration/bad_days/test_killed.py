"""Website and worker killed at random: each answer counts once, each report is one.

A tenth of ``benchmarks.killed``, where 500 people submit and 50 audits close.
"""

from pathlib import Path

from benchmarks.killed import PEOPLE, run

AUDITS = 5


def test_killed_at_random_every_thanked_person_counts_once(
    database_url: str, tmp_path: Path
) -> None:
    killed = run(database_url, tmp_path, AUDITS)
    found = killed.count
    # Who came too late is told so, and another team answers in their place.
    assert found.thanked >= AUDITS * PEOPLE
    assert (found.lost, found.twice, found.unsent) == (0, 0, 0)
    assert found.untold == 0
    assert found.released == found.audits
    assert found.left == ()
    # Once each, at the least, before both are killed at the end.
    assert killed.websites > 1
    assert killed.workers > 1
