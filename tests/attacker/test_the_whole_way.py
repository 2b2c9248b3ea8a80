"""From answers on a form to files in a folder: sealed, closed, released and told."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from peeraudit.audit import team as audited
from peeraudit.audit.facts import Facts
from peeraudit.audit.promise import GroupMode
from peeraudit.cli.commands import peeraudit
from peeraudit.instrument.definition import Form, Mode
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.wording import LocalWords
from peeraudit.operations.close_audit import close_audit
from peeraudit.operations.create_audit import Plan, create_audit
from peeraudit.operations.drafts import Kept, keep_draft
from peeraudit.operations.installation import Installation, open_installation
from peeraudit.operations.issue_codes import issue_codes
from peeraudit.operations.launch_audit import launch_audit
from peeraudit.operations.open_audit import open_audit
from peeraudit.operations.read_report import read_release
from peeraudit.operations.submit_response import Submission, submit_response
from peeraudit.release.release import to_json
from peeraudit.settings import Settings
from tests.attacker.attack import Attack
from tests.attacker.catalogue import Catalogue
from tests.attacker.learned import Rules
from tests.attacker.publish import form_of
from tests.attacker.read_page import read_page
from tests.attacker.read_paper import read_paper
from tests.attacker.read_release import read_release as read_json
from tests.attacker.read_table import read_table
from tests.attacker.read_workbook import read_workbook
from tests.attacker.recover import everyone, recovered
from tests.attacker.team import Team
from tests.attacker.teams import MG, PW, ST, dissenter, team
from tests.unit.factories import make_promise, role_adoption

OPENS = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
CLOSES = datetime(2026, 3, 20, 17, 0, tzinfo=UTC)
SHORTER = ("summary.pdf", "board-paper.pdf")
WORD = "bodaki-murotu"

ASKED = team(
    "a named manager, five of six, and three of four",
    {MG: 1, PW: 5, ST: 3},
    dissenter,
    asked={MG: 1, PW: 6, ST: 4},
    modes={MG: "attributed"},
    form="core",
)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with everything that is published of the team."""
    folder = tmp_path_factory.mktemp("published")
    settings = {"PEERAUDIT_VAR": str(folder / "var"), "SECRET_KEY": "for tests"}
    installation = open_installation(Settings.from_environment(settings))
    release = folder / "release.json"
    release.write_text(_release(installation, ASKED), encoding="utf-8")
    installation.database.engine.dispose()
    done = CliRunner().invoke(peeraudit, ["report", str(release), "--out", str(folder)])
    assert done.exit_code == 0, done.output
    written = [f"report.{kind}" for kind in ("html", "pdf", "csv", "xlsx")]
    named = [Path(line).name for line in done.output.split()]
    assert named == [*written, *SHORTER]
    return folder


def _release(installation: Installation, of: Team) -> str:
    """Ask a team, close, and return what is released."""
    promise = make_promise(
        {Group(group): n for group, n in of.asked.items()},
        modes={Group(group): GroupMode(mode) for group, mode in of.modes.items()},
        closes_at=CLOSES,
    )
    here = audited.Team("Example Trust", LocalWords("Example Team"))
    plan = Plan(here, role_adoption(), Mode.IN_POST, Form(of.form), promise, Facts())
    audit = create_audit(installation, plan).id
    launch_audit(installation, audit)
    open_audit(installation, audit, at=OPENS)
    for group, people in of.people.items():
        codes: list[str] = []
        issue_codes(installation, audit, Group(group), deliver=codes.extend)
        for person, code in zip(people, codes, strict=False):
            _answer(installation, code, form_of(person, role_adoption()))
    close_audit(installation, audit, at=CLOSES + timedelta(hours=1))
    release = read_release(installation, audit)
    assert release is not None
    return to_json(release)


def _answer(installation: Installation, code: str, values: Mapping[str, str]) -> None:
    at = OPENS + timedelta(days=1)
    assert isinstance(keep_draft(installation, code, WORD, dict(values), at=at), Kept)
    assert submit_response(installation, code, WORD, at=at) is Submission.ACCEPTED


def attacked(files: Path) -> Attack:
    """Everything in the folder, read and put together."""
    rules = Rules()
    catalogue = Catalogue(json.loads((files / "release.json").read_text("utf-8")))
    page = (files / "report.html").read_text("utf-8")
    told = (
        *read_json(catalogue, rules),
        *read_page(page, catalogue, rules),
        *read_table((files / "report.csv").read_bytes(), catalogue, rules),
        *read_workbook((files / "report.xlsx").read_bytes(), catalogue, rules),
        *(
            fact
            for name in ("report.pdf", *SHORTER)
            for fact in read_paper((files / name).read_bytes(), catalogue, rules)
        ),
    )
    return Attack(catalogue, frozenset(told))


def test_from_the_files_nobody_is_certain_of_anything(files: Path) -> None:
    found = attacked(files)
    assert found.numbers == {MG: (1,), PW: (5,), ST: (0, 1, 2, 3, 4)}
    assert found.catalogue.banded == (PW,)
    knowers = everyone(ASKED, found.catalogue)
    assert [each for one in knowers for each in recovered(found, one)] == []
    assert found.unexplained == frozenset()
