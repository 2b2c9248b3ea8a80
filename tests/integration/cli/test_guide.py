"""The conversation guide at the command line: a page and a PDF, and nothing else."""

from pathlib import Path

import pytest

from peeraudit.cli.commands import peeraudit
from peeraudit.cli.faults import plainly
from peeraudit.settings import CHECKOUT

Captured = pytest.CaptureFixture[str]

pytestmark = pytest.mark.usefixtures("own_folder")


def test_it_writes_page_and_pdf(tmp_path: Path, capsys: Captured) -> None:
    out = tmp_path / "new" / "folder"
    assert plainly(peeraudit, ["guide", "--out", str(out)]) == 0
    page, pdf = out / "guide.html", out / "guide.pdf"
    assert capsys.readouterr().out == f"{page}\n{pdf}\n"
    assert "Conversation guide: Role adoption audit" in page.read_text()
    assert pdf.read_bytes().startswith(b"%PDF-")


def test_it_takes_a_folder_and_the_teams_own_job_title(tmp_path: Path) -> None:
    folder = str(CHECKOUT / "instruments" / "readiness")
    titles = ("--peer-worker", "peer trainer", "--peer-workers", "peer trainers")
    assert plainly(peeraudit, ["guide", folder, *titles, "--out", str(tmp_path)]) == 0
    said = (tmp_path / "guide.html").read_text()
    assert "Conversation guide: Readiness audit" in said
    assert "Ask people chosen as peer trainers first" in said
    assert "What peer trainers may do" in said


def test_an_instrument_that_is_not_there_is_named(
    tmp_path: Path, capsys: Captured
) -> None:
    assert plainly(peeraudit, ["guide", "nothing", "--out", str(tmp_path)]) == 2
    assert "'nothing' is no folder" in capsys.readouterr().err
    assert [*tmp_path.glob("guide.*")] == []
