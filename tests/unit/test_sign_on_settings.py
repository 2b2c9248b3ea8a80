"""The settings of the trust's own sign-on: whole, or refused."""

from pathlib import Path

import pytest

from peeraudit.settings import Settings, SettingsFault

WHOLE = {
    "SECRET_KEY": "x",
    "SITE_URL": "https://audit.example",
    "OIDC_ISSUER": "https://login.example/tenant/v2.0",
    "OIDC_CLIENT_ID": "client",
    "OIDC_CLIENT_SECRET": "secret",
    "OIDC_ROLES": "roles: Lead=trust_lead",
}


def settings(folder: Path, **changes: str) -> Settings:
    environment = {**WHOLE, **changes, "PEERAUDIT_VAR": str(folder)}
    return Settings.from_environment(environment)


def test_a_sign_on_is_read(tmp_path: Path) -> None:
    found = settings(tmp_path).sign_on
    assert found
    assert found.issuer == WHOLE["OIDC_ISSUER"]
    assert found.roles == WHOLE["OIDC_ROLES"]
    assert "secret" not in repr(found)


def test_without_an_issuer_there_is_none(tmp_path: Path) -> None:
    assert settings(tmp_path, OIDC_ISSUER="").sign_on is None


@pytest.mark.parametrize("name", ["OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "SITE_URL"])
def test_what_is_missing_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(SettingsFault, match=name):
        settings(tmp_path, **{name: " "})


@pytest.mark.parametrize(
    "issuer", ["http://login.example", "login.example", "ftp://login.example"]
)
def test_an_issuer_is_reached_encrypted(tmp_path: Path, issuer: str) -> None:
    with pytest.raises(SettingsFault, match="https://"):
        settings(tmp_path, OIDC_ISSUER=issuer)


def test_but_for_one_on_the_same_machine(tmp_path: Path) -> None:
    assert settings(tmp_path, OIDC_ISSUER="http://localhost:8080").sign_on
