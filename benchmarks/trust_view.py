"""How long the trust view takes over many teams, beside the same page with none."""

import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from statistics import median

from flask.testing import FlaskClient

from peeraudit.instrument.library import load
from peeraudit.operations.distil_releases import distil_releases
from peeraudit.operations.first_account import first_token, make_first_account
from peeraudit.operations.installation import Installation, open_installation
from peeraudit.operations.people import Person
from peeraudit.operations.sample_reports import Sample, release_of, sample_team
from peeraudit.operations.sign_in import begin_session
from peeraudit.settings import CHECKOUT, Settings
from peeraudit.web import create_app
from tests.many_teams import Reported, report

TEAMS = (100, 1_000)
AT_MOST = 5
"""Times an empty page, for a hundred teams."""
PASSWORD = "plinth otter gravel spoon"  # noqa: S105  # of nobody
LOOKS = 15


def measure() -> Iterator[str]:
    """Look at the trust view with no team, with 100 and with 1,000."""
    took = {number: _looking(number) for number in (0, *TEAMS)}
    few, many = TEAMS
    yield (
        f"the trust view of {few} teams: {1000 * took[few]:.0f} ms, "
        f"{took[few] / took[0]:.1f} times a page with none (at most {AT_MOST})"
    )
    yield (
        f"the trust view of {many:,} teams: {1000 * took[many]:.0f} ms, "
        f"{took[many] / took[few]:.1f} times that of {few} (at most {many // few})"
    )


def _looking(teams: int) -> float:
    """Return the seconds of processor time that one look takes, seen often."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings.from_environment(
            {"PEERAUDIT_VAR": folder, "SECRET_KEY": "benchmark"}
        )
        installation = open_installation(settings)
        _fill(installation, teams)
        client = _signed_in(installation, settings)
        seconds = median(_one_look(client) for _ in range(LOOKS))
        installation.database.engine.dispose()
    return seconds


def _fill(installation: Installation, teams: int) -> None:
    """Let teams have reports of their own, and the worker see to them."""
    instrument = load(Path(CHECKOUT) / "instruments/role-adoption")
    release = release_of(sample_team(Sample.LARGE), instrument)
    named = (f"Team {number}" for number in range(teams))
    report(installation, *(Reported(name, release) for name in named))
    distil_releases(installation)


def _signed_in(installation: Installation, settings: Settings) -> FlaskClient:
    """Return the browser of a trust lead."""
    token = first_token(installation) or ""
    person = Person("A lead", "lead@trust.example")
    account = make_first_account(installation, token, person, PASSWORD)
    at = datetime.now(UTC)
    with installation.changing_accounts() as rows:
        began = begin_session(rows, account.id, at=at, is_complete=True)
    client = create_app(installation, settings).test_client()
    with client.session_transaction("/manage") as session:
        session["manager"] = began.token
    return client


def _one_look(client: FlaskClient) -> float:
    """Return the processor time of one look."""
    begun = time.process_time()
    response = client.get("/manage/trust")
    seconds = time.process_time() - begun
    if response.status_code != HTTPStatus.OK:
        raise RuntimeError(f"the trust view answered {response.status_code}")
    return seconds
