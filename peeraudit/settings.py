"""What the environment says: the only place that reads it."""

import os
import re
import secrets
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

CHECKOUT = Path(__file__).resolve().parent.parent
"""The checkout is the installation: instruments and templates lie in it."""

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


class SettingsFault(ValueError):
    """A setting that cannot be used, and what would be right."""


class Encryption(StrEnum):
    """How mail is encrypted on the way to the mail server."""

    STARTTLS = "starttls"
    """Begun in the open, and encrypted before anything is said."""
    TLS = "tls"
    """Encrypted from the first byte."""
    NONE = "none"
    """Not at all: for a mail server on the same machine."""


PORTS = {Encryption.STARTTLS: 587, Encryption.TLS: 465, Encryption.NONE: 25}
"""Where mail servers listen, as RFC 8314 and RFC 5321 have it."""


@dataclass(frozen=True, slots=True)
class MailServer:
    """What takes our mail, and what mail says of us."""

    host: str
    port: int
    sender: str
    """The address that mail comes from."""
    site_url: str
    """Where links in mail lead."""
    encryption: Encryption = Encryption.STARTTLS
    user: str = ""
    password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class SignOnSettings:
    """The trust's own sign-on (OpenID Connect)."""

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    roles: str = ""
    """Which values of which claim stand for which roles."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who runs this website, as its footer pages have to say; empty where not told.

    Name, address and officer give way to what is kept on the settings page.
    """

    organisation: str = ""
    email: str = ""
    """Where to write about the website and about one's data."""
    dpo: str = ""
    """How to reach the data protection officer."""
    lawful_basis: str = ""
    """Under which articles of the UK GDPR data are used, a paragraph a line."""
    processors: str = ""
    """Who else handles the data, such as a hosting company, a paragraph a line."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are kept, and what the site says of itself."""

    database_url: str
    web_keys: Path
    """Keys that the website needs: outside the database and its backups."""
    keys: Path | None
    """Keys that only the worker may read; not given to the website."""
    secret_key: str
    """Signs the session cookie."""
    instruments: Path = CHECKOUT / "instruments"
    support: str = ""
    """Whom to turn to, shown on the support page."""
    publisher: Publisher = field(default_factory=Publisher)
    site_url: str = ""
    """How people reach the website, as ``https://audit.example.nhs.uk``."""
    sign_on: SignOnSettings | None = None
    secret_file: Path = CHECKOUT / "var/secret-key"
    """Where the secret is kept that nobody has set."""
    mail: MailServer | None = None
    """None where mail is off: then people are asked with slips."""

    @classmethod
    def from_environment(
        cls, environment: Mapping[str, str] | None = None
    ) -> "Settings":
        """Read the settings; what is not set lies in ``var/`` of the checkout.

        Raises
        ------
        SettingsFault
            If a setting cannot be used.
        """
        env = os.environ if environment is None else environment
        var = Path(env.get("PEERAUDIT_VAR", CHECKOUT / "var"))
        keys = env.get("KEYS_DIR", str(var / "keys"))
        return cls(
            database_url=_database_url(env.get("DATABASE_URL", ""), var),
            web_keys=Path(env.get("WEB_KEYS_DIR", var / "web-keys")),
            keys=Path(keys) if keys else None,
            secret_key=env.get("SECRET_KEY") or _kept_secret(var / "secret-key"),
            support=env.get("SUPPORT", ""),
            publisher=_publisher(env),
            site_url=_site_url(env.get("SITE_URL", "")),
            sign_on=_sign_on(env),
            secret_file=var / "secret-key",
            mail=_mail_server(env),
        )


def _publisher(env: Mapping[str, str]) -> Publisher:
    """Return who runs the website, as far as the environment says."""
    return Publisher(
        organisation=env.get("ORGANISATION", ""),
        email=env.get("CONTACT_EMAIL", ""),
        dpo=env.get("DPO_CONTACT", ""),
        lawful_basis=env.get("LAWFUL_BASIS", ""),
        processors=env.get("PROCESSORS", ""),
    )


def _database_url(url: str, var: Path) -> str:
    """Return the address of the database in SQLAlchemy's form."""
    if not url:
        var.mkdir(mode=0o700, parents=True, exist_ok=True)
        return f"sqlite:///{var / 'peeraudit.sqlite'}"
    for scheme in ("postgresql://", "postgres://"):
        if url.startswith(scheme):
            return "postgresql+psycopg://" + url.removeprefix(scheme)
    if not url.startswith(("sqlite:///", "postgresql+psycopg://")):
        raise SettingsFault(
            "DATABASE_URL should begin with sqlite:/// or postgresql://"
        )
    return url


def _site_url(url: str) -> str:
    """Return the address of the website without a slash at its end."""
    if url and not url.startswith(("https://", "http://")):
        raise SettingsFault("SITE_URL should begin with https://")
    return url.rstrip("/")


def _sign_on(env: Mapping[str, str]) -> SignOnSettings | None:
    """Return the trust's own sign-on, where it is set up, and set up whole."""
    issuer = env.get("OIDC_ISSUER", "").strip()
    if not issuer:
        return None
    for name in ("OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "SITE_URL"):
        if not env.get(name, "").strip():
            raise SettingsFault(f"OIDC_ISSUER needs {name} too")
    parts = urlsplit(issuer)
    if parts.scheme != "https" and parts.hostname not in LOOPBACK:
        raise SettingsFault("OIDC_ISSUER should begin with https://")
    return SignOnSettings(
        issuer,
        env["OIDC_CLIENT_ID"].strip(),
        env["OIDC_CLIENT_SECRET"].strip(),
        env.get("OIDC_ROLES", ""),
    )


def _mail_server(env: Mapping[str, str]) -> MailServer | None:
    """Return the mail server, if one is named with all that it needs."""
    host, site_url = (
        env.get("SMTP_HOST", "").strip(),
        _site_url(env.get("SITE_URL", "")),
    )
    if not host:
        return None
    if not site_url:
        raise SettingsFault("SMTP_HOST needs SITE_URL too: mails have links in them")
    sender = env.get("SMTP_FROM", "").strip()
    if not re.fullmatch(r"[^@\s<>]+@[^@\s<>]+", sender):
        raise SettingsFault("SMTP_FROM should be an address, as audit@trust.nhs.uk")
    encryption, user = _encryption(env.get("SMTP_TLS", "")), env.get("SMTP_USER", "")
    port = _port(env.get("SMTP_PORT", ""), PORTS[encryption])
    password = env.get("SMTP_PASSWORD", "")
    return MailServer(host, port, sender, site_url, encryption, user, password)


def _encryption(named: str) -> Encryption:
    """Return how mail is encrypted on its way."""
    try:
        return Encryption(named.strip().lower() or Encryption.STARTTLS)
    except ValueError as error:
        raise SettingsFault(
            f"SMTP_TLS should be one of {', '.join(Encryption)}"
        ) from error


def _port(named: str, usual: int) -> int:
    """Return the port of the mail server."""
    if named and not (named.isascii() and named.isdecimal() and int(named) < 1 << 16):
        raise SettingsFault("SMTP_PORT should be a number, as 587")
    return int(named or usual)


def _kept_secret(file: Path) -> str:
    """Return the secret in ``file``, made on the first start, whole or not at all."""
    if not file.exists():
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=".new-")
        with os.fdopen(handle, "w") as content:
            content.write(secrets.token_urlsafe(48))
        with suppress(FileExistsError):
            file.hardlink_to(name)
        Path(name).unlink()
    secret = file.read_text()
    if not secret:
        raise SettingsFault(f"{file} is empty: remove it, and a new one is made")
    return secret
