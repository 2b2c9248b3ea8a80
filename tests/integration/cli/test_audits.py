"""The command line does the whole job: the verbs of an audit, on each database."""

import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from peeraudit.cli import audits as commands_on_audits
from peeraudit.cli.commands import peeraudit
from peeraudit.cli.faults import plainly
from peeraudit.operations.drafts import keep_draft
from peeraudit.operations.installation import Installation, open_installation
from peeraudit.operations.submit_response import Submission, submit_response
from peeraudit.sealing.keys import KeyFolder
from peeraudit.settings import Settings
from peeraudit.storage.database import connect


@dataclass(frozen=True)
class Done:
    """What came of a command."""

    returncode: int
    stdout: str
    stderr: str


Run = Callable[..., Done]

TOMORROW = (datetime.now(UTC) + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")

CREATE = (
    *("audit", "create", "--organisation", "A trust", "--team", "Elm Road"),
    *("--closes", TOMORROW, "--form", "core"),
    *("--group", "manager=1:attributed", "--group", "peer_worker=6"),
)


@pytest.fixture
def run(
    database_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Iterator[Run]:
    """Run peeraudit in an installation of its own, as its console script does."""
    monkeypatch.setenv("PEERAUDIT_VAR", str(tmp_path / "var"))
    monkeypatch.setenv("DATABASE_URL", database_url)
    monkeypatch.setenv("SECRET_KEY", "for tests")
    opened: list[Installation] = []

    def remember(settings: Settings) -> Installation:
        opened.append(open_installation(settings))
        return opened[-1]

    monkeypatch.setattr(commands_on_audits, "open_installation", remember)

    def call(*arguments: str, answer: str = "") -> Done:
        monkeypatch.setattr("sys.stdin", io.StringIO(answer))
        code = plainly(peeraudit, arguments)
        said = capsys.readouterr()
        return Done(code, said.out, said.err)

    yield call
    for each in opened:
        each.database.engine.dispose()


def created(run: Run) -> str:
    """Create an audit and return its id."""
    done = run(*CREATE)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_from_creation_to_release(
    run: Run, database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    audit = created(run)
    launched = run("audit", "launch", audit, "--yes")
    assert "There are 6 of you." in launched.stdout
    assert "state: open" in launched.stdout

    codes = run("audit", "codes", audit, "peer_worker")
    answer_all(codes.stdout.split(), database_url, tmp_path)
    in_three_days = datetime.now(UTC) + timedelta(days=3)
    monkeypatch.setattr(commands_on_audits, "now", lambda: in_three_days)

    closed = run("audit", "close", audit)
    assert closed.returncode == 0, closed.stderr
    assert "released" in closed.stdout

    file = tmp_path / "release.json"
    assert run("release", audit, "--out", str(file)).returncode == 0
    release = json.loads(file.read_text())
    assert release["groups"][1]["answered"] == 6
    assert release["withheld"][0] == {
        "about": None,
        "dont_know": None,
        "group": "manager",
        "item": None,
        "reason": "nobody",
    }


def answer_all(codes: list[str], database_url: str, tmp_path: Path) -> None:
    """Let everybody with a code say the same."""
    database = connect(database_url)
    here = Installation(database, KeyFolder(tmp_path / "var/web-keys"), None)
    now = datetime.now(UTC)
    for code in codes:
        keep_draft(here, code, "bodaki-murotu", {"SE4": "2"}, at=now)
        sent = submit_response(here, code, "bodaki-murotu", at=now)
        assert sent is Submission.ACCEPTED
    database.engine.dispose()


def test_launching_asks_first_and_changes_nothing_on_no(run: Run) -> None:
    audit = created(run)
    done = run("audit", "launch", audit, answer="n\n")
    assert done.returncode == 1
    assert done.stderr.strip().endswith("peeraudit: stopped; nothing was changed")
    seen = done.stdout.index("What this team will see at floor 5:")
    assert done.stdout.index("peer_worker reads:") < seen
    assert "Peer workers: 6\n" in done.stdout[seen:]
    assert f"{audit}  draft" in run("audit", "list").stdout


def test_codes_are_made_once(run: Run) -> None:
    audit = created(run)
    run("audit", "launch", audit, "--yes")
    first = run("audit", "codes", audit, "peer_worker")
    assert len(first.stdout.split()) == 6
    again = run("audit", "codes", audit, "peer_worker")
    assert again.returncode == 1
    assert again.stderr.strip() == (
        "peeraudit: all 6 codes of peer_worker have been made"
    )


def test_codes_are_not_counted_where_they_could_not_be_written(
    run: Run, tmp_path: Path
) -> None:
    audit = created(run)
    run("audit", "launch", audit, "--yes")
    taken = tmp_path / "taken"
    taken.write_text("something else")
    assert run("audit", "codes", audit, "manager", "--out", str(taken)).returncode != 0
    assert taken.read_text() == "something else"
    assert len(run("audit", "codes", audit, "manager").stdout.split()) == 1


@pytest.mark.parametrize(
    ("arguments", "message", "code"),
    [
        (("audit", "close", "nope"), "there is no audit nope", 1),
        (("audit", "launch", "nope", "--yes"), "there is no audit nope", 1),
        (("release", "nope"), "there is no audit nope", 1),
        (("audit", "report-address", "nope", "--close"), "no report address", 1),
        ((*CREATE, "--team", " "), "team: should be 1 to 200 signs", 1),
        ((*CREATE, "--team", "\udcff"), "team: should be 1 to 200 signs", 1),
        ((*CREATE, "--group", "other_staff=²"), "needs how many people", 2),
        ((*CREATE, "--group", "other_staff=99999999"), "at most 9999 people", 2),
        ((*CREATE, "--closes", "9999-12-31 23:59"), "lies too far ahead", 2),
        (("audit", "launch", "\udcff", "--yes"), "unexpected UnicodeEncodeError", 1),
        ((*CREATE, "--group", "cook=3"), "'cook' should be one of manager", 2),
        ((*CREATE, "--group", "other_staff=0"), "needs how many people", 2),
        ((*CREATE, "--group", "manager=2"), "a group is named twice", 2),
        ((*CREATE, "--floor", "3"), "'3' is not one of '5', '8', '10', '11'", 2),
        ((*CREATE, "--closes", "2020-01-01 10:00"), "lies in the past", 2),
        ((*CREATE, "--closes", "Friday"), "should look like 2027-01-29 17:00", 2),
        ((*CREATE, "--instrument", "nope"), "none of readiness, role-adoption", 2),
        ((*CREATE, "--mode", "before_start"), "is for in_post, re_audit", 1),
        ((*CREATE, "--group", "other_staff=3:open"), "anonymous, attributed", 2),
        ((*CREATE, "--group", "other_staff=3:pooled_only"), "needs an audit with", 2),
        ((*CREATE, "--group", "other_staff=7:joint_sheet"), "can be anonymous", 2),
        ((*CREATE, "--group", "other_staff=7:anonymous:x"), "joined or left", 2),
    ],
)
def test_what_is_wrong_is_said_in_one_line(
    arguments: tuple[str, ...], message: str, code: int, run: Run
) -> None:
    done = run(*arguments)
    assert done.returncode == code
    assert message in done.stderr.strip().splitlines()[-1]
    assert "Traceback" not in done.stderr


def test_facts_are_read_from_a_file_and_each_wrong_one_named(
    run: Run, tmp_path: Path
) -> None:
    facts = tmp_path / "facts.yaml"
    facts.write_text("route: by carrier pigeon\nclinical: 9\nnonsense: 'yes'\n")
    done = run(*CREATE, "--facts", str(facts))
    assert done.returncode == 1
    for each in ("route", "clinical", "nonsense"):
        assert each in done.stderr


def test_it_cannot_be_closed_early(run: Run) -> None:
    audit = created(run)
    run("audit", "launch", audit, "--yes")
    done = run("audit", "close", audit)
    assert done.returncode == 1
    assert "can be closed from" in done.stderr


def test_the_report_address_is_closed_and_opened(run: Run) -> None:
    audit = created(run)
    run("audit", "launch", audit, "--yes")
    assert "is closed" in run("audit", "report-address", audit, "--close").stdout
    assert "is open" in run("audit", "report-address", audit, "--open").stdout


def test_codes_are_written_for_their_owner_alone(run: Run, tmp_path: Path) -> None:
    audit = created(run)
    file = tmp_path / "codes.txt"
    run("audit", "codes", audit, "manager", "--out", str(file))
    assert not file.exists()  # not launched yet: nothing is left in the way
    run("audit", "launch", audit, "--yes")
    run("audit", "codes", audit, "manager", "--out", str(file))
    assert file.stat().st_mode & 0o777 == 0o600
    assert len(file.read_text().split()) == 1
