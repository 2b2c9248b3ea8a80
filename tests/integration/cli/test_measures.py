"""The command line lists the measures, and tells of one."""

import pytest

from peeraudit.cli.commands import peeraudit
from peeraudit.cli.faults import plainly
from peeraudit.stats import MEASURES

Captured = pytest.CaptureFixture[str]


def test_every_measure_is_listed_under_its_subject(capsys: Captured) -> None:
    assert plainly(peeraudit, ["measures"]) == 0
    told = capsys.readouterr().out
    assert "Within a group\n" in told
    assert [name for name in MEASURES if f"  {name} " not in told] == []


def test_one_measure_is_told_with_reading_cut_offs_and_source(capsys: Captured) -> None:
    assert plainly(peeraudit, ["measures", "rwg_j_star"]) == 0
    told = capsys.readouterr().out
    for words in (
        "r*WG(J): agreement on a theme",
        "above 0.7, up to 0.9: strong",
        "Lindell and Brandt (1999)",
        "Careful: ",
        "rwg_j_star([[4, 5], [4, 4], [5, 3], [2, None]])\n  0.354\n",
    ):
        assert words in told


def test_a_name_that_is_none_is_told(capsys: Captured) -> None:
    assert plainly(peeraudit, ["measures", "rwx"]) != 0
    assert "'rwx' is no measure" in capsys.readouterr().err
