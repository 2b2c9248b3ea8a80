"""The way to the mail server: encrypted, signed in, and no further if not ours."""

import ssl
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import AnyStr, ClassVar

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from peeraudit.instrument.frozen import Group
from peeraudit.mail.letter import Addressee, Kind, Letter
from peeraudit.mail.server import Outcome, OutOfReach, connected
from peeraudit.mail.words import Words
from peeraudit.settings import Encryption, MailServer
from tests.integration.asking.post_office import PostOffice, opened_office

AT = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
LETTER = Letter(
    Kind.INVITATION, Addressee("to@trust.example", Group.MANAGER, "0a" * 16)
)
WORDS = Words(
    "A subject", "Zażółć, and a line that is longer than any mail may be. " * 9
)
PASSWORD = "plinth otter gravel"  # noqa: S105 # of nobody


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for this machine that nobody trusts yet, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    mine = x509.SubjectAlternativeName(
        [x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))]
    )
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(mine, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path_factory.mktemp("mail") / "certificate.pem"
    file.write_bytes(
        made.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return file


def let_in(
    _server: SMTP, _session: Session, _envelope: Envelope, _how: str, data: object
) -> AuthResult:
    """Let in who has the password."""
    assert isinstance(data, LoginPassword)
    return AuthResult(success=data.password == PASSWORD.encode(), handled=False)


@pytest.fixture(params=[Encryption.STARTTLS, Encryption.TLS])
def strict(
    request: pytest.FixtureRequest, certificate: Path
) -> Iterator[tuple[PostOffice, MailServer]]:
    """A server that takes mail encrypted, and from who signs in."""
    with opened_office() as office:
        office.stop()
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        is_tls = request.param is Encryption.TLS
        office.controller = Controller(
            office,
            hostname="127.0.0.1",
            port=office.port,
            ssl_context=context if is_tls else None,
            tls_context=None if is_tls else context,
            require_starttls=not is_tls,
            # Without a switch to encryption it would call that a risk.
            auth_required=not is_tls,
            auth_require_tls=not is_tls,
            authenticator=let_in,
        )
        office.controller.start()
        server = replace(
            office.server, encryption=request.param, user="audit", password=PASSWORD
        )
        yield office, server


@pytest.fixture
def trusted(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Trust the server's certificate, as a machine does whose trust signed it."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))


@pytest.mark.usefixtures("trusted")
def test_mail_travels_encrypted_and_signed_in(
    strict: tuple[PostOffice, MailServer],
) -> None:
    office, server = strict
    with connected(server) as post:
        assert post.hand_over(LETTER, WORDS, at=AT) is Outcome.ACCEPTED
    (mail,) = office.mails
    assert mail.text.rstrip() == WORDS.text.rstrip()
    assert max(map(len, mail.raw.splitlines())) < 79


def test_a_server_that_cannot_show_who_it_is_gets_nothing(
    strict: tuple[PostOffice, MailServer],
) -> None:
    office, server = strict
    with pytest.raises(OutOfReach, match="SSLCertVerificationError"), connected(server):
        pytest.fail("it was let in")
    assert office.mails == []


@pytest.mark.usefixtures("trusted")
def test_a_wrong_password_is_no_way_in(strict: tuple[PostOffice, MailServer]) -> None:
    _, server = strict
    wrong = replace(server, password="another")  # noqa: S106 # of nobody
    with pytest.raises(OutOfReach, match="SMTPAuthenticationError"), connected(wrong):
        pytest.fail("it was let in")


def test_a_server_that_does_not_encrypt_gets_nothing() -> None:
    with opened_office() as office:
        server = replace(office.server, encryption=Encryption.STARTTLS)
        with (
            pytest.raises(OutOfReach, match="SMTPNotSupportedError"),
            connected(server),
        ):
            pytest.fail("it was let in")


def test_a_server_that_goes_away_in_the_middle_is_out_of_reach() -> None:
    with opened_office() as office:
        with connected(office.server) as post:
            office.stop()
            with pytest.raises(OutOfReach):
                post.hand_over(LETTER, WORDS, at=AT)
        assert office.mails == []


class Returns(SMTP):
    """A server that can be asked to send back headers alone."""

    asked: ClassVar[list[str]] = []

    async def push(self, status: AnyStr) -> None:
        if str(status).startswith("250-SIZE"):
            await super().push("250-DSN")
        await super().push(status)

    async def smtp_MAIL(self, arg: str | None) -> None:  # noqa: N802 # so it is called
        self.asked.append(arg or "")
        await super().smtp_MAIL((arg or "").replace(" RET=HDRS", ""))


def test_a_mail_that_comes_back_is_to_come_without_its_code() -> None:
    with opened_office() as office:
        office.stop()
        office.controller = Controller(office, hostname="127.0.0.1", port=office.port)
        office.controller.factory = lambda: Returns(office)  # type: ignore[method-assign] # as aiosmtpd says
        office.controller.start()
        with connected(office.server) as post:
            assert post.hand_over(LETTER, WORDS, at=AT) is Outcome.ACCEPTED
    assert len(office.mails) == 1
    assert "RET=HDRS" in Returns.asked[0]


def test_nothing_of_who_is_written_to_is_in_what_an_error_says() -> None:
    with opened_office() as office:
        office.refuses["to@trust.example"] = "550 no to@trust.example here"
        with connected(office.server) as post:
            assert post.hand_over(LETTER, WORDS, at=AT) is Outcome.REFUSED
            office.stop()
            with pytest.raises(OutOfReach) as error:
                post.hand_over(LETTER, WORDS, at=AT)
    assert "trust.example" not in repr(error.value)
    assert error.value.__cause__ is None
