"""Mail servers that hang up, are slow, or answer while something else happens."""

from asyncio import Transport
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session

from peeraudit.instrument.frozen import Group
from peeraudit.operations import send_mail
from peeraudit.operations.take_requests import take_requests
from peeraudit.storage.mail import State
from tests.integration.asking.asked_audit import PEERS, AskedAudit
from tests.integration.asking.post_office import PostOffice

PW = Group.PEER_WORKER


class HangsUp(PostOffice):
    """A server that keeps a mail to one person, and hangs up before it says so."""

    async def handle_DATA(  # noqa: N802 # so aiosmtpd calls it
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        said = await super().handle_DATA(server, session, envelope)
        if envelope.rcpt_tos == [PEERS[0]]:
            assert isinstance(server.transport, Transport)
            server.transport.abort()
        return said


def test_a_mail_at_which_the_server_hangs_up_holds_nobody_up_and_comes_ever_less(
    audit: AskedAudit,
) -> None:
    audit.office.__class__ = HangsUp
    audit.ask(PW, PEERS)
    for _ in range(24 * 6):
        audit.work(timedelta(minutes=10))
    came = Counter(each.to for each in audit.office.mails)
    assert {to: came[to] for to in PEERS[1:]} == dict.fromkeys(PEERS[1:], 1)
    # In a day; what is tried again every half hour comes 50 times.
    assert came[PEERS[0]] <= 12
    assert len({each.code for each in audit.office.to(PEERS[0])}) == 1
    assert audit.numbers() == {State.WAITING: 1}


def test_a_slow_server_does_not_keep_the_worker_from_what_else_is_due(
    audit: AskedAudit, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Clock:
        now = 0.0

        def monotonic(self) -> float:
            return self.now

    clock = Clock()
    monkeypatch.setattr(send_mail, "time", clock)

    def slowly(_mail: Any) -> None:
        clock.now += send_mail.LONGEST_TURN / 2

    audit.office.before_it_says_so = slowly
    audit.ask(PW, PEERS)
    audit.work()
    assert len(audit.office.mails) == 2
    audit.work()
    audit.work()
    assert sorted(each.to for each in audit.office.mails) == sorted(PEERS)


def test_an_address_that_is_put_right_while_another_worker_sends_stays_right(
    audit: AskedAudit, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = audit.office
    takes = office.handle_RCPT

    async def put_off(
        server: SMTP,
        session: Session,
        envelope: Envelope,
        address: str,
        options: list[Any],
    ) -> str:
        if address == "pear@trust.example":
            audit.put_right(address, PEERS[0])
            take_requests(audit.installation, audit.id, at=audit.now)
            return "450 later"
        return await takes(server, session, envelope, address, options)

    monkeypatch.setattr(office, "handle_RCPT", put_off)
    audit.ask(PW, ["pear@trust.example"])
    audit.work()
    audit.work(timedelta(hours=1))
    assert [each.to for each in office.mails] == [PEERS[0]]
    assert audit.numbers() == {}
