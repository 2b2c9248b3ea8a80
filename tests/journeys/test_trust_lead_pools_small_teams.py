"""docs/journeys/trust-lead-pools-small-teams.md"""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from peeraudit.audit.promise_words import LONDON
from peeraudit.response.responses import Scope
from tests.journeys.others import all_alike, answer
from tests.journeys.terminal import Terminal, terminal
from tests.journeys.walking import accessible, fits, heading

OpenPage = Callable[..., Page]

TEAMS = {"Harbour": 2, "Quayside": 3, "Mill Lane": 4, "Elm Road": 3, "Station Road": 2}
"""How many peer workers each of five teams has."""

STAFF = 6


@pytest.fixture
def shell(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Iterator[Terminal]:
    """A terminal in an installation of the trust's own."""
    with terminal(tmp_path, monkeypatch, capsys) as opened:
        yield opened


def test_a_trust_lead_pools_small_teams(
    shell: Terminal, open_page: OpenPage, tmp_path: Path
) -> None:
    audits = {team: audit_of(shell, team, n) for team, n in TEAMS.items()}
    shell.wait(timedelta(days=3))
    for audit in audits.values():
        shell.run("audit", "close", audit)
    see_who_waits(shell, audits)
    be_refused(shell, audits)
    view = make_it(shell, audits)
    nobody_can_cut_it_another_way(shell, audits, view)
    file = write_the_report(shell, view, tmp_path)
    for width in (320, 1280):
        read_the_report(open_page(width), file)


def audit_of(shell: Terminal, team: str, peer_workers: int) -> str:
    """Run an audit of one small team up to its closing time."""
    closes = (shell.now + timedelta(days=1)).astimezone(LONDON)
    audit = shell.run(
        *("audit", "create", "--organisation", "Seaside NHS Trust", "--team", team),
        *("--closes", f"{closes:%Y-%m-%d %H:%M}", "--form", "core", "--pooling"),
        *("--group", f"peer_worker={peer_workers}", "--group", f"other_staff={STAFF}"),
    )
    promised = shell.run("audit", "launch", audit, "--yes")
    assert f"There are {peer_workers} of you. That is fewer than 5" in promised
    for group, scope, place in (
        ("peer_worker", Scope.ONLY_POOLED, 1),
        ("other_staff", Scope.THIS_TEAM, 3),
    ):
        codes = shell.run("audit", "codes", audit, group).splitlines()
        said = all_alike(shell.installation, codes[0], place, at=shell.now)
        answer(shell.installation, codes, said, scope, at=shell.now)
    return audit


def see_who_waits(shell: Terminal, audits: dict[str, str]) -> None:
    """See which teams wait, and of none how many answered."""
    lines = shell.run("pool", "waiting", "peer_worker").splitlines()
    assert {line.split()[0] for line in lines} == set(audits.values())
    for line in lines:
        assert line.endswith(tuple(TEAMS))
    assert "no other_staff waits" in shell.run("pool", "waiting", "other_staff")


def be_refused(shell: Terminal, audits: dict[str, str]) -> None:
    """Read in one line why some choices cannot be shown; nothing is lost by asking."""
    three = (audits["Harbour"], audits["Quayside"], audits["Station Road"])

    def why(*teams: str, group: str = "peer_worker") -> str:
        return shell.refused("pool", "make", group, *teams, "--name", "X", "--yes")

    too_little = "a view needs at least 10 answers from 3 teams or more"
    assert why(*three[:2]).startswith(too_little)
    assert why(*three).startswith(too_little)
    assert why(*three, "nope") == "there is no audit nope"
    assert "it is shown in its own report" in why(*three, group="other_staff")
    assert len(shell.run("pool", "waiting", "peer_worker").splitlines()) == len(TEAMS)


def make_it(shell: Terminal, audits: dict[str, str]) -> str:
    """Be told that it can be made once, think again, and make it."""
    ask = ("pool", "make", "peer_worker", *audits.values(), "--name", "Coast teams")
    assert shell.refused(*ask, answer="n\n") == "stopped; nothing was changed"
    said = shell.run(*ask, answer="y\n")
    assert "the view cannot be made again. Make it?" in said
    return said.split()[-1]


def nobody_can_cut_it_another_way(
    shell: Terminal, audits: dict[str, str], view: str
) -> None:
    """No team waits any more, and each stands in one line of the ledger for good."""
    assert "no peer_worker waits" in shell.run("pool", "waiting", "peer_worker")
    some = list(audits.values())[1:]
    refusal = shell.refused(
        "pool", "make", "peer_worker", *some, "--name", "X", "--yes"
    )
    assert "is not waiting to be pooled" in refusal
    assert view in shell.run("pool", "list")
    lines = shell.run("ledger").splitlines()
    pooled = [line for line in lines if f"view {view}" in line]
    assert len(pooled) == len(TEAMS)
    assert len(lines) == 2 * len(TEAMS)


def write_the_report(shell: Terminal, view: str, folder: Path) -> Path:
    """Write the view as a page and a PDF, from a file that can be verified."""
    file = folder / "view.json"
    shell.run("pool", "release", view, "--out", str(file))
    assert "holds: every statement follows" in shell.run("verify", str(file))
    shell.run("report", str(file), "--out", str(folder))
    assert (folder / "report.pdf").read_bytes().startswith(b"%PDF")
    return folder / "report.html"


def read_the_report(page: Page, file: Path) -> None:
    """Read one view: which teams are behind it, and of none what it said."""
    page.goto(file.as_uri())
    assert heading(page) == "Peer workers over 5 teams: Coast teams"
    expect(page.locator(".report-lede")).to_contain_text(
        "At least 10 peer workers answered"
    )
    teams = page.locator("#report-teams tbody tr")
    assert sorted(teams.get_by_role("rowheader").all_inner_texts()) == sorted(TEAMS)
    assert page.locator("#report-teams thead th").count() == 2
    lanes = page.locator("#report-themes th").all_inner_texts()
    assert not {*TEAMS, "Other staff"} & set(lanes)
    blind = page.locator("#report-guesses .report-message")
    expect(blind).to_contain_text("In 5 of 5 teams, others do not know")
    assert "6" not in page.locator("#report-guesses").inner_text()
    accessible(page)
    assert fits(page)
