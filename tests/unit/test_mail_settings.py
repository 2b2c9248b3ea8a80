"""Settings for mail: all of them or none, and what is wrong is named."""

from pathlib import Path

import pytest

from peeraudit.settings import Encryption, MailServer, Settings, SettingsFault

MAIL = {
    "SMTP_HOST": "mail.trust.example",
    "SMTP_FROM": "audit@trust.example",
    "SITE_URL": "https://audit.example/",
}


def read(tmp_path: Path, **more: str) -> MailServer | None:
    environment = {"PEERAUDIT_VAR": str(tmp_path), "SECRET_KEY": "x", **more}
    return Settings.from_environment(environment).mail


def test_without_a_host_mail_is_off(tmp_path: Path) -> None:
    assert read(tmp_path, SMTP_FROM="audit@trust.example") is None


@pytest.mark.parametrize(
    ("tls", "encryption", "port"),
    [
        ("", Encryption.STARTTLS, 587),
        ("STARTTLS", Encryption.STARTTLS, 587),
        ("tls", Encryption.TLS, 465),
        ("none", Encryption.NONE, 25),
    ],
)
def test_mail_is_encrypted_unless_somebody_says_otherwise(
    tmp_path: Path, tls: str, encryption: Encryption, port: int
) -> None:
    server = read(tmp_path, **MAIL, SMTP_TLS=tls)
    assert server is not None
    assert (server.encryption, server.port) == (encryption, port)
    assert server.site_url == "https://audit.example"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"SITE_URL": ""}, "SITE_URL"),
        ({"SMTP_FROM": ""}, "SMTP_FROM"),
        ({"SMTP_FROM": "PeerAudit <audit@trust.example>"}, "SMTP_FROM"),
        ({"SMTP_TLS": "yes"}, "starttls, tls, none"),
        ({"SMTP_PORT": "mail"}, "SMTP_PORT"),
        ({"SMTP_PORT": "65536"}, "SMTP_PORT"),
    ],
)
def test_what_is_wrong_is_named(
    tmp_path: Path, wrong: dict[str, str], said: str
) -> None:
    with pytest.raises(SettingsFault, match=said):
        read(tmp_path, **{**MAIL, **wrong})


def test_the_password_is_in_no_message(tmp_path: Path) -> None:
    secret = {"SMTP_USER": "audit", "SMTP_PASSWORD": "plinth otter"}
    server = read(tmp_path, **MAIL, **secret)
    assert server is not None
    assert server.password == "plinth otter"  # noqa: S105 # of nobody
    assert "plinth" not in repr(server)
