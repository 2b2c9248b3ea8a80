"""Instruments at the command line: a copy to change, and what a change costs."""

from pathlib import Path

import pytest

from peeraudit.cli.commands import peeraudit
from peeraudit.cli.faults import plainly
from peeraudit.instrument.library import check, load
from peeraudit.settings import CHECKOUT

Captured = pytest.CaptureFixture[str]

pytestmark = pytest.mark.usefixtures("own_folder")

SOURCE = CHECKOUT / "instruments" / "role-adoption"


@pytest.fixture
def copied(tmp_path: Path, capsys: Captured) -> Path:
    """A fresh copy."""
    out = tmp_path / "elm-adoption"
    assert run("new", "--from", "role-adoption", "--out", str(out)) == 0
    capsys.readouterr()
    return out


def run(*arguments: str) -> int:
    """Run a command about instruments."""
    return plainly(peeraudit, ["instrument", *arguments])


def replace(file: Path, before: str, after: str) -> None:
    """Change words in a file that has them."""
    said = file.read_text(encoding="utf-8")
    assert before in said
    file.write_text(said.replace(before, after, 1), encoding="utf-8")


def test_a_copy_is_an_instrument_of_its_own_with_its_comments(copied: Path) -> None:
    assert check(copied) == ()
    made, source = load(copied), load(SOURCE)
    assert (made.id, made.version) == ("elm-adoption", 1)
    assert made.model_copy(update={"id": source.id}) == source
    theirs = (SOURCE / "instrument.yaml").read_text(encoding="utf-8")
    mine = (copied / "instrument.yaml").read_text(encoding="utf-8")
    assert mine == theirs.replace("\nid: role-adoption\n", "\nid: elm-adoption\n")


def test_it_says_what_to_do_next(tmp_path: Path, capsys: Captured) -> None:
    out = tmp_path / "elm-adoption"
    assert run("new", "--from", str(SOURCE), "--out", str(out)) == 0
    said = capsys.readouterr().out
    assert f"peeraudit instrument check {out}" in said
    assert f"peeraudit instrument diff {SOURCE} {out}" in said


@pytest.mark.parametrize(
    ("name", "said"),
    [("Elm Adoption", "use small letters"), ("taken", "is there already")],
)
def test_a_place_that_will_not_do_is_named(
    tmp_path: Path, capsys: Captured, name: str, said: str
) -> None:
    (tmp_path / "taken").mkdir()
    assert run("new", "--from", "readiness", "--out", str(tmp_path / name)) == 1
    assert said in capsys.readouterr().err
    assert [*tmp_path.rglob("*.yaml")] == []


def test_an_instrument_with_faults_is_not_copied(
    copied: Path, tmp_path: Path, capsys: Captured
) -> None:
    replace(copied / "instrument.yaml", "low: 50 ", "low: 45 ")
    out = tmp_path / "again"
    assert run("new", "--from", str(copied), "--out", str(out)) == 1
    assert "should have a class that begins at low" in capsys.readouterr().err
    assert not out.exists()


def test_a_copy_differs_in_name_alone(copied: Path, capsys: Captured) -> None:
    assert run("diff", "role-adoption", str(copied)) == 0
    said = capsys.readouterr().out
    assert "A: role-adoption, version 1, hash " in said
    assert "B: elm-adoption, version 1, hash " in said
    assert "They differ in name or version alone." in said
    assert "a report with B tells no change" in said
    assert "83 of 83 questions of A can be compared" in said


def test_two_that_are_one_cost_nothing(capsys: Captured) -> None:
    assert run("diff", "readiness", "readiness") == 0
    said = capsys.readouterr().out
    assert "Nothing: the two are one instrument" in said
    assert "differ" not in said


def test_what_was_changed_is_listed_with_what_it_costs(
    copied: Path, capsys: Captured
) -> None:
    wording = copied / "wording" / "en.yaml"
    replace(wording, "we tell them clearly what the job", "we say what the job")
    replace(copied / "instrument.yaml", "large_gap: 30", "large_gap: 25")
    replace(copied / "rules.yaml", "pages: [6, 11]", "pages: [6]")
    item = "  - id: BN8\n"
    items = copied / "items" / "BN.yaml"
    said = items.read_text(encoding="utf-8")
    items.write_text(said[: said.index(item)], encoding="utf-8")
    lines = wording.read_text(encoding="utf-8").splitlines(keepends=True)
    first = lines.index("  BN8:\n")
    last = next(n for n in range(first + 1, len(lines)) if lines[n][:4] != " " * 4)
    wording.write_text("".join(lines[:first] + lines[last:]), encoding="utf-8")
    assert run("diff", "role-adoption", str(copied)) == 0
    said = capsys.readouterr().out
    for line in (
        "Statements\n  dropped: BN8\n  RC1, words, manager\n    - When we hire",
        "    + When we hire {peer_workers}, we say what the job is for.\n",
        "Rules\n  F04, pages: changed\n",
        "Thresholds\n  large_gap: 30, now 25\n",
        "81 of 83 questions of A can be compared",
        "RC1 can be compared for peer_worker, other_staff and person_using_service al",
        "Not any more: BN8.",
        "the same statements: SE, FT, BD, DP, SP, ID.",
    ):
        assert line in said


def test_an_instrument_that_is_not_there_is_named(capsys: Captured) -> None:
    assert run("diff", "readiness", "nothing") == 2
    assert "'nothing' is no folder and none of readiness" in capsys.readouterr().err
