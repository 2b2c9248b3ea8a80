"""Going to the sign-on and back, step by step, as a browser does."""

from http.client import HTTPConnection
from urllib.parse import urlencode, urlsplit

from peeraudit.account.roles import Membership, Role
from peeraudit.operations.invite import Offer, invite
from peeraudit.storage import accounts
from tests.integration.manage.managing import Manager, team_of
from tests.integration.web.visiting import Page
from tests.journeys.site import Site

PEER = "peer@trust.example"


def depart(manager: Manager, to: str = "") -> str:
    """Press the button for the sign-on, and return where that leads."""
    query = urlencode({"to": to}) if to else ""
    response = manager.client.get(f"/manage/sign-on?{query}")
    assert response.status_code == 303, response.text
    return str(response.location)


def go_on(address: str, who: str) -> str:
    """Go on as somebody at the sign-on, and return where that leads: back."""
    parts = urlsplit(address)
    server = HTTPConnection(parts.hostname or "", parts.port or 80)
    server.request("GET", f"{parts.path}?{parts.query}")
    asked = server.getresponse()
    assert asked.status == 200, asked.read()
    asked.read()
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    path = f"{parts.path}?{parts.query}"
    server.request("POST", path, urlencode({"who": who}), form)
    answer = server.getresponse()
    answer.read()
    server.close()
    back = urlsplit(answer.headers["Location"])
    assert back.hostname == "localhost"
    assert back.port is None
    return f"{back.path}?{back.query}"


def sign_on(manager: Manager, who: str, status: int = 200, *, to: str = "") -> Page:
    """Sign on as somebody, all the way."""
    return manager.open(go_on(depart(manager, to), who), status)


def invited(site: Site, first: Manager, role: Role, email: str = PEER) -> None:
    """Invite somebody, who has no account yet."""
    team = team_of(site) if role.is_for_a_team else ""
    offer = Offer(email, Membership(role, team))
    invite(site.installation, first.account, offer, at=site.clock())


def number_of_accounts(site: Site) -> int:
    with site.installation.reading_accounts() as rows:
        return accounts.number(rows)
