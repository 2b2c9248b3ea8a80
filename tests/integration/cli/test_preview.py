"""What a team will see, at the command line, from headcounts alone."""

from pathlib import Path

import pytest

from peeraudit.cli.commands import peeraudit
from peeraudit.cli.faults import plainly
from peeraudit.settings import CHECKOUT

Captured = pytest.CaptureFixture[str]

pytestmark = pytest.mark.usefixtures("own_folder")

SMALL = ("preview", "--group", "manager=1:attributed", "--group", "peer_worker=3")


def test_it_says_what_will_be_seen_and_what_to_choose(capsys: Captured) -> None:
    assert plainly(peeraudit, [*SMALL, "--floor", "5"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("What this team will see at floor 5:\n\nManagers: 1\n")
    assert (
        "With 3 peer workers you will see nothing of theirs at floor 5. "
        "Choose a joint sheet, pooled only, or the guide.\n"
    ) in said
    assert "2 of 29 findings can be told with these groups.\n" in said


def test_it_takes_every_mode_and_another_instrument(capsys: Captured) -> None:
    folder = str(CHECKOUT / "instruments" / "readiness")
    sheet = ("--group", "other_staff=4:joint_sheet", "--group", "manager=6:pooled_only")
    assert plainly(peeraudit, ["preview", *sheet, "--instrument", folder]) == 0
    said = capsys.readouterr().out
    assert "one view, from the sheet that they fill in together" in said
    assert "of 12 findings can be told" in said


@pytest.mark.parametrize(
    ("options", "fault"),
    [
        (["--group", "peer_worker=9:attributed"], "9 people can be anonymous"),
        (["--group", "peer_worker=3", "--group", "peer_worker=4"], "named twice"),
        (["--group", "peer_worker=3", "--floor", "4"], "'4' is not one of"),
        (["--group", "nurses=3"], "'nurses' should be one of"),
        (["--group", "manager=2:secret"], "'secret' should be one of anonymous"),
        ([], "Missing option '--group'"),
    ],
)
def test_what_no_audit_could_promise_is_refused(
    options: list[str], fault: str, capsys: Captured
) -> None:
    assert plainly(peeraudit, ["preview", *options]) == 2
    assert fault in capsys.readouterr().err


def test_nothing_is_written(own_folder: Path, capsys: Captured) -> None:
    assert plainly(peeraudit, SMALL) == 0
    assert capsys.readouterr().err == ""
    assert [*own_folder.iterdir()] == []
