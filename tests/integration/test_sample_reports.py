"""What is made in memory for a sample is what the whole way gives, to the letter."""

from pathlib import Path

import pytest

from peeraudit.instrument.library import load
from peeraudit.operations.installation import open_installation
from peeraudit.operations.read_report import read_release
from peeraudit.operations.reference_teams import run
from peeraudit.operations.sample_reports import Sample, release_of, sample_team
from peeraudit.settings import CHECKOUT, Settings


@pytest.mark.parametrize("sample", Sample)
def test_a_sample_is_what_an_audit_of_that_team_releases(
    sample: Sample, database_url: str, tmp_path: Path
) -> None:
    settings = Settings(
        database_url=database_url,
        web_keys=tmp_path / "web-keys",
        keys=tmp_path / "keys",
        secret_key="not used",  # noqa: S106  # no cookie is made
    )
    installation = open_installation(settings)
    instrument = load(CHECKOUT / "instruments/role-adoption")
    team = sample_team(sample)
    released = read_release(installation, run(installation, team, instrument))
    installation.database.engine.dispose()
    assert released == release_of(team, instrument)
