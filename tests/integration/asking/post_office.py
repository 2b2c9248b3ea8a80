"""A real mail server for tests: it keeps what it is given, and refuses when told."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any
from urllib.parse import urlsplit

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from peeraudit.settings import Encryption, MailServer

SITE_URL = "https://audit.example"
SENDER = "audit@trust.example"


@dataclass(frozen=True)
class Mail:
    """A mail that was taken."""

    to: str
    message: EmailMessage
    raw: bytes

    @property
    def text(self) -> str:
        content: str = self.message.get_content()
        return content

    @property
    def lines(self) -> list[str]:
        return self.text.splitlines()

    def link(self, folder: str) -> str:
        """The path of the address in the mail below a folder of the site."""
        links = [urlsplit(line).path for line in self.lines if "://" in line]
        (found,) = [path for path in links if path.startswith(folder)]
        return found

    @property
    def code(self) -> str:
        return self.link("/a/").removeprefix("/a/")


@dataclass
class PostOffice:
    """What stands behind the port: the mails, and whom it refuses."""

    port: int
    mails: list[Mail] = field(default_factory=list)
    refuses: dict[str, str] = field(default_factory=dict)
    """The reply to an address, in place of taking it."""
    refuses_content: str = ""
    before_it_says_so: Callable[[Mail], None] = lambda _: None
    """What happens once a mail is taken, and before the sender hears of it."""
    controller: Controller | None = None

    def start(self) -> None:
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self.controller.start()

    def stop(self) -> None:
        assert self.controller is not None
        self.controller.stop()
        self.controller = None

    @property
    def server(self) -> MailServer:
        """What the settings say of it."""
        return MailServer("127.0.0.1", self.port, SENDER, SITE_URL, Encryption.NONE)

    def to(self, address: str) -> list[Mail]:
        return [each for each in self.mails if each.to == address]

    async def handle_RCPT(  # noqa: N802 # so aiosmtpd calls it
        self,
        _server: SMTP,
        _session: Session,
        envelope: Envelope,
        address: str,
        _options: list[Any],
    ) -> str:
        if address in self.refuses:
            return self.refuses[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 # so aiosmtpd calls it
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        if self.refuses_content:
            return self.refuses_content
        raw = envelope.content
        assert isinstance(raw, bytes)
        message = message_from_bytes(raw, policy=default)
        assert isinstance(message, EmailMessage)
        (to,) = envelope.rcpt_tos
        mail = Mail(to, message, raw)
        self.mails.append(mail)
        self.before_it_says_so(mail)
        return "250 OK"


@contextmanager
def opened_office() -> Iterator[PostOffice]:
    """Open a mail server on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        office = PostOffice(free.getsockname()[1])
    office.start()
    yield office
    if office.controller is not None:
        office.stop()
