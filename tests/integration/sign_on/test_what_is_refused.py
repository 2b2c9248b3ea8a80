"""What is not the issuer's answer to our own question lets nobody in."""

import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask import Response
from joserfc import jwt
from joserfc.jwk import OctKey

from tests.integration.manage.managing import EMAIL, Manager
from tests.integration.sign_on.provider import SECRET, Provider
from tests.integration.sign_on.provider_keys import new_key
from tests.integration.sign_on.signing import depart, go_on, sign_on
from tests.journeys.site import Site

REFUSED = "The sign-on did not let you in"
OUT_OF_REACH = "The sign-on of your organisation cannot be reached just now"
NOT_OURS = "This sign-on was not begun here"


@pytest.fixture
def lead(site: Site, first: Manager, provider: Provider) -> Manager:
    """A browser of somebody who has an account, and a sign-on."""
    assert first.page
    provider.knows("Lead", EMAIL, roles=["Lead", "IT"])
    return Manager(site)


def is_out(manager: Manager, heading: str) -> None:
    """See that somebody is told why, and is not in."""
    assert manager.page.heading == heading
    assert manager.open("/manage").heading == "Sign in"


CHANGES: dict[str, Callable[[dict[str, Any]], None]] = {
    "another nonce": lambda claims: claims.update(nonce="of another question"),
    "no nonce": lambda claims: claims.pop("nonce"),
    "another audience": lambda claims: claims.update(aud=["another client"]),
    "us and others, for others": lambda claims: claims.update(
        aud=[*claims["aud"], "another"], azp="another"
    ),
    "another issuer": lambda claims: claims.update(iss="https://evil.example"),
    "over": lambda claims: claims.update(exp=int(time.time()) - 120),
    "not yet": lambda claims: claims.update(nbf=int(time.time()) + 600),
    "from the future": lambda claims: claims.update(iat=int(time.time()) + 600),
    "nobody": lambda claims: claims.pop("sub"),
    "of another access token": lambda claims: claims.update(at_hash="x" * 22),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_token_that_says_something_wrong(
    lead: Manager, provider: Provider, change: Callable[[dict[str, Any]], None]
) -> None:
    provider.change = change
    sign_on(lead, "Lead", 403)
    is_out(lead, REFUSED)


def unsigned(_header: dict[str, Any], claims: dict[str, Any]) -> str:
    return jwt.encode({"alg": "none"}, claims, OctKey.import_key(b"x"), ["none"])


def with_our_secret(_header: dict[str, Any], claims: dict[str, Any]) -> str:
    key = OctKey.import_key(SECRET.encode())
    return jwt.encode({"alg": "HS256"}, claims, key, ["HS256"])


def with_another_key(header: dict[str, Any], claims: dict[str, Any]) -> str:
    return jwt.encode(header, claims, new_key("first"), ["RS256"])


def with_a_key_nobody_published(header: dict[str, Any], claims: dict[str, Any]) -> str:
    header = {**header, "kid": "another"}
    return jwt.encode(header, claims, new_key("another"), ["RS256"])


def with_a_key_of_its_own(header: dict[str, Any], claims: dict[str, Any]) -> str:
    key = new_key("first")
    header = {**header, "jwk": key.as_dict(private=False)}
    return jwt.encode(header, claims, key, ["RS256"])


def not_at_all(_header: dict[str, Any], _claims: dict[str, Any]) -> str:
    return "no token"


@pytest.mark.filterwarnings("ignore::joserfc.errors.SecurityWarning")
@pytest.mark.parametrize(
    "sign",
    [
        unsigned,
        with_our_secret,
        with_another_key,
        with_a_key_nobody_published,
        with_a_key_of_its_own,
        not_at_all,
    ],
)
def test_a_token_that_the_issuer_has_not_signed(
    lead: Manager,
    provider: Provider,
    sign: Callable[[dict[str, Any], dict[str, Any]], str],
) -> None:
    provider.sign = sign
    sign_on(lead, "Lead", 403)
    is_out(lead, REFUSED)


def test_a_key_that_is_new_since_the_last_sign_on_is_asked_for(
    lead: Manager, provider: Provider
) -> None:
    sign_on(lead, "Lead")
    provider.key = new_key("second")
    assert sign_on(lead, "Lead").heading == "Your teams"


def test_a_code_that_was_used(lead: Manager, site: Site, provider: Provider) -> None:
    back = go_on(depart(lead), "Lead")
    lead.open(back)
    assert provider.codes == {}
    thief = Manager(site)
    state = back.partition("&state=")[2]
    own = depart(thief).partition("&state=")[2].partition("&")[0]
    thief.open(back.replace(state, own), 403)
    is_out(thief, REFUSED)


def test_a_code_of_another_browser(
    lead: Manager, site: Site, provider: Provider
) -> None:
    victim = Manager(site)
    depart(victim)
    victim.open(go_on(depart(lead), "Lead"), 400)
    is_out(victim, NOT_OURS)
    assert "/token" not in provider.seen


def test_a_code_of_another_browser_with_our_own_state(
    lead: Manager, site: Site, provider: Provider
) -> None:
    stolen = go_on(depart(lead), "Lead")
    thief = Manager(site)
    own = depart(thief).partition("&state=")[2].partition("&")[0]
    code = stolen.partition("code=")[2].partition("&")[0]
    # PKCE: the thief does not have what the code was asked for with.
    thief.open(f"/manage/sign-on/back?code={code}&state={own}", 403)
    is_out(thief, REFUSED)
    assert provider.seen.count("/token") == 1


def test_a_state_that_no_issuer_sends(lead: Manager) -> None:
    depart(lead)
    lead.open("/manage/sign-on/back?code=x&state=%C3%A9", 400)
    is_out(lead, NOT_OURS)


@pytest.mark.parametrize("query", ["", "?code=x", "?code=x&state=", "?state=x"])
def test_coming_back_without_having_left(lead: Manager, query: str) -> None:
    lead.open(f"/manage/sign-on/back{query}", 400)
    is_out(lead, NOT_OURS)


def test_coming_back_twice_or_late(lead: Manager, site: Site) -> None:
    back = go_on(depart(lead), "Lead")
    lead.open(back)
    lead.open(back, 400)
    assert lead.page.heading == NOT_OURS
    late = Manager(site)
    back = go_on(depart(late), "Lead")
    site.clock.now += timedelta(minutes=15)
    late.open(back, 400)
    is_out(late, NOT_OURS)


def test_somebody_who_thinks_again(lead: Manager) -> None:
    sign_on(lead, "", 403)
    is_out(lead, REFUSED)


ELSEWHERE = "https://evil.example/token"

LIES: dict[str, Callable[[], Response]] = {
    "a fault": lambda: Response("no", 500),
    "no object": lambda: Response("[]", mimetype="application/json"),
    "no JSON": lambda: Response("<html>"),
    "no token": lambda: Response("{}", mimetype="application/json"),
    "an error": lambda: Response('{"error": "invalid_client"}', 400),
    "elsewhere": lambda: Response(status=302, headers={"Location": ELSEWHERE}),
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_an_answer_that_is_none(
    lead: Manager, provider: Provider, lie: Callable[[], Response]
) -> None:
    provider.token_answer = lie
    address = go_on(depart(lead), "Lead")
    response = lead.client.get(address)
    assert response.status_code in {403, 503}
    assert lead.open("/manage").heading == "Sign in"


@pytest.mark.parametrize(
    "name", ["authorization_endpoint", "token_endpoint", "jwks_uri"]
)
@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/x",
        "http://localhost:1/x",
        "file:///etc/passwd",
        "http://localhost:no/x",
        "",
        7,
        None,
    ],
)
def test_a_place_that_is_not_the_issuers_own_is_never_asked(
    lead: Manager, provider: Provider, name: str, address: object
) -> None:
    provider.metadata = {name: address}
    response = lead.client.get("/manage/sign-on")
    if response.status_code == 303:
        response = lead.client.get(go_on(response.location, "Lead"))
    assert response.status_code == 503
    assert OUT_OF_REACH in response.text


def test_another_issuer_behind_the_address(lead: Manager, provider: Provider) -> None:
    provider.metadata = {"issuer": "https://evil.example"}
    lead.open("/manage/sign-on", 503)
    is_out(lead, OUT_OF_REACH)


def test_an_issuer_that_is_away(site: Site, lead: Manager, provider: Provider) -> None:
    assert site.app.extensions["peeraudit"].provider
    object.__setattr__(
        site.app.extensions["peeraudit"].provider.settings,
        "issuer",
        "http://localhost:1",
    )
    lead.open("/manage/sign-on", 503)
    is_out(lead, OUT_OF_REACH)
    assert provider.seen == []


def test_the_other_way_to_show_who_we_are(lead: Manager, provider: Provider) -> None:
    provider.metadata = {
        "token_endpoint_auth_methods_supported": ["client_secret_basic"]
    }
    assert sign_on(lead, "Lead").heading == "Your teams"


def test_a_site_without_a_sign_on_has_no_such_pages(lead: Manager, site: Site) -> None:
    object.__setattr__(site.app.extensions["peeraudit"], "provider", None)
    for address in ("", "/back", "/signed-out"):
        lead.open(f"/manage/sign-on{address}", 404)
    assert "with your organisation" not in lead.open("/manage/sign-in").words
