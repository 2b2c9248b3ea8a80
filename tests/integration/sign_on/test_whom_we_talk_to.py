"""The website talks to the issuer, and to nobody else; and of it, it says little."""

import logging
import socket
import threading
from typing import Any

import pytest

from peeraudit.sign_on.line import Elsewhere, Line, Unreachable
from tests.integration.manage.managing import EMAIL, Manager
from tests.integration.sign_on.provider import Provider
from tests.integration.sign_on.signing import depart, go_on
from tests.journeys.site import Site


@pytest.fixture
def database_url(tmp_path: Any) -> str:
    """SQLite: a database that needs no connection."""
    return f"sqlite:///{tmp_path / 'peeraudit.sqlite3'}"


def test_a_sign_on_makes_connections_to_the_issuer_alone(
    site: Site, first: Manager, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    provider.knows("Lead", EMAIL, roles=["Lead"])
    lead, called = Manager(site), set()
    connect = socket.socket.connect

    def noted(own: socket.socket, address: Any) -> None:
        called.add(address[1])
        connect(own, address)

    monkeypatch.setattr(socket.socket, "connect", noted)
    address = depart(lead)
    assert called == {int(provider.issuer.rpartition(":")[2])}
    back = go_on(address, "Lead")
    called.clear()
    assert lead.open(back).heading == "Your teams"
    assert called == {int(provider.issuer.rpartition(":")[2])}
    called.clear()
    lead.open("/manage/account")
    first.open("/manage/accounts")
    lead.press("Sign out")
    assert called == set()


def test_nothing_of_a_person_a_code_or_a_secret_is_logged(
    site: Site, first: Manager, provider: Provider, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="peeraudit.web")
    provider.knows("Lead", EMAIL, roles=["Lead"])
    provider.change = lambda claims: claims.update(nonce="of another question")
    lead = Manager(site)
    back = go_on(depart(lead), "Lead")
    lead.open(back, 403)
    said = [each.getMessage() for each in caplog.records if "peeraudit" in each.name]
    assert said == ["sign-on refused: InvalidClaimError"]
    assert first.page


@pytest.mark.parametrize(
    "address",
    [
        "https://login.example.org/x",
        "http://login.example/x",
        "https://login.example:444/x",
        "https://login.example@evil.example/x",
        "https://login.example.evil.example/x",
        "//evil.example/x",
        "file:///etc/passwd",
        "data:,x",
        "",
    ],
)
def test_the_line_leads_to_the_issuers_server_alone(address: str) -> None:
    line = Line("https://login.example/tenant/v2.0")
    with pytest.raises(Elsewhere):
        line.get(address)


@pytest.mark.parametrize(
    "address", ["https://login.example/keys", "https://LOGIN.example:443/tenant/keys"]
)
def test_every_address_of_that_server_is_its_own(address: str) -> None:
    assert Line("https://login.example/tenant/v2.0").own(address) == address


@pytest.mark.parametrize(
    "answer",
    [
        b"no HTTP at all\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: x\r\n" * 200 + b"\r\n",
    ],
)
def test_what_answers_with_no_http_is_out_of_reach(answer: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        issuer = f"http://127.0.0.1:{listening.getsockname()[1]}"

        def answers() -> None:
            talking, _ = listening.accept()
            with talking:
                talking.recv(65_536)
                talking.sendall(answer)

        issuer_side = threading.Thread(target=answers)
        issuer_side.start()
        with pytest.raises(Unreachable):
            Line(issuer).get(f"{issuer}/keys")
        issuer_side.join()
