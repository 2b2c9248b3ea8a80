"""Stored views over teams are looked at too, beside the reports that they name."""

from peeraudit.operations.privacy_check.attacks.stored_releases import run
from peeraudit.operations.privacy_check.scene import (
    Look,
    Moment,
    Row,
    Scene,
    Vocabulary,
)
from peeraudit.operations.privacy_check.verdict import Outcome, Verdict
from peeraudit.release.release import Release, to_json
from tests.unit.report.views import NAMES, team, three_teams


def row(table: str, name: str, release: Release) -> Row:
    content = {"content": to_json(release), "hash": release.hash}
    return Row(table, (name,), content)


def looked_at(*rows: Row) -> Verdict:
    look = Look(Moment.NOW, rows=rows)
    return run(Scene((look,), Vocabulary(frozenset(), frozenset())))


def stored() -> list[Row]:
    """What is stored of three teams: their own reports, and a view over them."""
    own = [row("release", name, team(name, 4)) for name in NAMES]
    return [*own, row("pooled_view", "v", three_teams())]


def test_a_view_that_names_the_reports_of_its_teams_is_borne_out() -> None:
    found = looked_at(*stored())
    assert found.outcome is Outcome.HELD, found.found


def test_a_view_that_names_a_report_which_is_not_there_is_told() -> None:
    found = looked_at(*stored()[1:])
    assert found.outcome is Outcome.WON
    assert "view v: it names a report of a team that is not stored here" in found.found
