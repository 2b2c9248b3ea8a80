"""Help for the last administrator at the command line."""

import re
from pathlib import Path

import pytest

from peeraudit.cli.commands import peeraudit
from peeraudit.cli.faults import plainly
from peeraudit.operations.first_account import first_token, make_first_account
from peeraudit.operations.installation import Installation, open_installation
from peeraudit.operations.new_password import whose_link
from peeraudit.operations.people import Person
from peeraudit.operations.see_people import signs_in
from peeraudit.settings import Settings
from peeraudit.storage import accounts
from peeraudit.web import utc_now

EMAIL = "lead@trust.example"
PASSWORD = "plinth otter gravel spoon"  # noqa: S105  # of nobody


@pytest.fixture
def installation(own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Installation:
    """An installation with its first account, which has a second factor."""
    assert not own_folder.exists()
    monkeypatch.setenv("SITE_URL", "https://audit.example")
    made = open_installation(Settings.from_environment())
    token = first_token(made) or ""
    account = make_first_account(made, token, Person("A lead", EMAIL), PASSWORD)
    with made.changing_accounts() as rows:
        accounts.set_factor(rows, account.id, b"locked")
    return made


def test_a_link_for_another_password_is_printed(
    installation: Installation, capsys: pytest.CaptureFixture[str]
) -> None:
    assert plainly(peeraudit, ["account", "new-password", "LEAD@trust.example"]) == 0
    link = capsys.readouterr().out
    found = re.fullmatch(r"https://audit\.example/manage/new-password/(\S+)\n", link)
    assert found
    account = whose_link(installation, found[1], at=utc_now())
    assert account
    assert account.email == EMAIL


def test_a_second_factor_is_removed(
    installation: Installation, capsys: pytest.CaptureFixture[str]
) -> None:
    assert plainly(peeraudit, ["account", "remove-second-factor", EMAIL, "--yes"]) == 0
    assert "sets up another" in capsys.readouterr().out
    with installation.reading_accounts() as rows:
        account = accounts.by_email(rows, EMAIL)
    assert account
    assert not signs_in(installation, account.id).with_factor


@pytest.mark.usefixtures("installation")
@pytest.mark.parametrize(
    "command", [["new-password"], ["remove-second-factor", "--yes"]]
)
def test_an_address_without_account_is_named(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert plainly(peeraudit, ["account", *command, "no@one.example"]) == 1
    said = capsys.readouterr().err
    assert said == "peeraudit: there is no account for no@one.example\n"


def test_the_address_for_the_first_account_is_printed_until_there_is_one(
    own_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert not own_folder.exists()
    monkeypatch.setenv("SITE_URL", "https://audit.example")
    assert plainly(peeraudit, ["account", "first"]) == 0
    said = capsys.readouterr()
    found = re.fullmatch(r"https://audit\.example/manage/first/(\S+)\n", said.out)
    assert found
    made = open_installation(Settings.from_environment())
    make_first_account(made, found[1], Person("A lead", EMAIL), PASSWORD)
    assert plainly(peeraudit, ["account", "first"]) == 1
    assert "there is an account already" in capsys.readouterr().err
