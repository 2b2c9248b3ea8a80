"""A small sign-on of our own for tests: OpenID Connect by Authlib's server side.

It runs on a port of its own, signs with a key of its own, and can be made to lie.
"""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Thread
from typing import Any

import pytest
from authlib.integrations.flask_oauth2 import (  # type: ignore[import-untyped] # has no types
    AuthorizationServer,
)
from authlib.oauth2.rfc6749.grants import (  # type: ignore[import-untyped] # as above
    AuthorizationCodeGrant,
)
from authlib.oauth2.rfc7636 import CodeChallenge  # type: ignore[import-untyped] # as above
from authlib.oidc.core import OpenIDCode  # type: ignore[import-untyped] # as above
from flask import Flask, Response, jsonify, redirect, render_template_string, request
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey
from werkzeug.serving import make_server

from tests.integration.sign_on.provider_keys import first_key
from tests.journeys.site import POLL_SECONDS, Quiet

CLIENT = "peeraudit-of-the-trust"
SECRET = "between two servers: a/b+c"  # noqa: S105  # of nobody

LOGIN = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<link rel="icon" href="data:,">
<title>Sign-on of the trust</title></head>
<body><main><h1>Sign-on of the trust</h1>
<form method="post">{% for who in people %}
<button name="who" value="{{ who }}">Go on as {{ who }}</button>{% endfor %}
<button name="who" value="">Cancel</button></form></main></body></html>"""


@dataclass
class Person:
    """Somebody whom the trust knows, with what is said of them."""

    id: str
    claims: dict[str, Any]


@dataclass
class Code:
    """An authorization code, as Authlib asks for it."""

    code: str
    person: Person
    redirect_uri: str
    scope: str
    nonce: str
    code_challenge: str
    code_challenge_method: str

    def get_redirect_uri(self) -> str:
        return self.redirect_uri

    def get_scope(self) -> str:
        return self.scope

    def get_nonce(self) -> str:
        return self.nonce

    def get_auth_time(self) -> None:
        return None

    def get_acr(self) -> str | None:
        return self.person.claims.get("acr")

    def get_amr(self) -> list[str] | None:
        return self.person.claims.get("amr")


class Client:
    """The website, as it is registered."""

    def __init__(self, redirect_uri: str) -> None:
        self.redirect_uri = redirect_uri

    def get_client_id(self) -> str:
        return CLIENT

    def get_default_redirect_uri(self) -> str:
        return self.redirect_uri

    def get_allowed_scope(self, scope: str) -> str:
        return scope

    def check_redirect_uri(self, redirect_uri: str) -> bool:
        return redirect_uri == self.redirect_uri

    def check_client_secret(self, client_secret: str) -> bool:
        return secrets.compare_digest(client_secret, SECRET)

    def check_endpoint_auth_method(self, _method: str, _endpoint: str) -> bool:
        return True

    def check_response_type(self, response_type: str) -> bool:
        return bool(response_type == "code")

    def check_grant_type(self, grant_type: str) -> bool:
        return grant_type == "authorization_code"


Sign = Callable[[dict[str, Any], dict[str, Any]], str]
"""Makes a token of header and claims: the provider's own way, or that of a liar."""


@dataclass
class Provider:
    """The sign-on of a trust."""

    client: Client
    people: dict[str, Person] = field(default_factory=dict)
    codes: dict[str, Code] = field(default_factory=dict)
    key: RSAKey = field(default_factory=first_key)
    issuer: str = ""
    metadata: dict[str, Any] = field(default_factory=dict)
    """What it says of itself otherwise than it should."""
    change: Callable[[dict[str, Any]], None] = lambda _claims: None
    """Changes the claims of a token before it is signed."""
    sign: Sign | None = None
    token_answer: Callable[[], Response] | None = None
    """Answers at the token endpoint in place of what is right."""
    seen: list[str] = field(default_factory=list)
    """The paths that were asked for, in order."""

    def knows(self, name: str, email: str, **claims: Any) -> None:
        """Let somebody be known to the trust."""
        said = {"name": name, "email": email, "email_verified": True, **claims}
        said = {key: value for key, value in said.items() if value is not None}
        self.people[name] = Person(said.pop("sub", f"id-of-{name}"), said)

    def signed(self, header: dict[str, Any], claims: dict[str, Any]) -> str:
        """Sign as it should be signed."""
        return jwt.encode(header, claims, self.key, ["RS256"])

    @property
    def places(self) -> dict[str, Any]:
        """What it says of itself."""
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            "end_session_endpoint": f"{self.issuer}/logout",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
            **self.metadata,
        }


def application(provider: Provider) -> Flask:
    """Make the provider's website."""
    app = Flask("tests.sign_on")
    server = AuthorizationServer(
        app,
        query_client=lambda name: provider.client if name == CLIENT else None,
        save_token=lambda _token, _request: None,
    )
    grant: type = type("Grant", (Grant,), {"provider": provider})
    server.register_grant(grant, [CodeChallenge(required=True), Token(provider)])
    app.before_request(lambda: provider.seen.append(request.path))
    pages = Pages(provider, server)
    app.get("/.well-known/openid-configuration")(pages.configuration)
    app.get("/keys")(pages.keys)
    app.get("/authorize")(pages.ask)
    app.post("/authorize")(pages.authorize)
    app.post("/token")(pages.token)
    app.get("/logout")(pages.logout)
    return app


@dataclass
class Pages:
    """What the provider serves."""

    provider: Provider
    server: Any

    def configuration(self) -> Response:
        return jsonify(self.provider.places)

    def keys(self) -> Response:
        return jsonify(KeySet([self.provider.key]).as_dict(private=False))

    def ask(self) -> str:
        self.server.get_consent_grant(end_user=None)
        return render_template_string(LOGIN, people=self.provider.people)

    def authorize(self) -> Response:
        person = self.provider.people.get(request.form["who"])
        grant = self.server.get_consent_grant(end_user=person)
        answer: Response = self.server.create_authorization_response(
            grant=grant, grant_user=person
        )
        return answer

    def token(self) -> Response:
        lie = self.provider.token_answer
        answer: Response = lie() if lie else self.server.create_token_response()
        return answer

    def logout(self) -> Any:
        assert request.args["client_id"] == CLIENT
        return redirect(request.args["post_logout_redirect_uri"])


class Grant(AuthorizationCodeGrant):  # type: ignore[misc] # has no types
    """Where the provider keeps its codes."""

    TOKEN_ENDPOINT_AUTH_METHODS = ("client_secret_basic", "client_secret_post")
    provider: Provider

    def save_authorization_code(self, code: str, asked: Any) -> None:
        data = asked.payload.data
        self.provider.codes[code] = Code(
            code,
            asked.user,
            asked.payload.redirect_uri,
            asked.scope,
            data["nonce"],
            data["code_challenge"],
            data["code_challenge_method"],
        )

    def query_authorization_code(self, code: str, _client: Client) -> Code | None:
        return self.provider.codes.get(code)

    def delete_authorization_code(self, code: Code) -> None:
        del self.provider.codes[code.code]

    def authenticate_user(self, code: Code) -> Person:
        return code.person


class Token(OpenIDCode):  # type: ignore[misc] # has no types
    """What the provider says of a person, signed."""

    def __init__(self, provider: Provider) -> None:
        super().__init__(require_nonce=True)
        self.provider = provider

    def exists_nonce(self, nonce: str, _asked: Any) -> bool:
        return any(code.nonce == nonce for code in self.provider.codes.values())

    def generate_user_info(self, person: Person, _scope: str) -> dict[str, Any]:
        return {"sub": person.id, **person.claims}

    def encode_id_token(self, token: Any, asked: Any) -> str:
        provider = self.provider
        claims = {
            **self.get_compatible_claims(asked),
            "iss": provider.issuer,
            **self.get_authorization_code_claims(asked.authorization_code),
            **self.generate_user_info(asked.user, token["scope"]),
        }
        provider.change(claims)
        header = {"alg": "RS256", "kid": provider.key.kid}
        return (provider.sign or provider.signed)(header, claims)


@contextmanager
def serving(redirect_uri: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Provider]:
    """Serve a provider on a free port of this machine."""
    monkeypatch.setenv("AUTHLIB_INSECURE_TRANSPORT", "1")  # no TLS on loopback
    provider = Provider(Client(redirect_uri))
    server = make_server(
        "127.0.0.1",
        0,
        application(provider),
        threaded=True,
        request_handler=Quiet,
    )
    provider.issuer = f"http://localhost:{server.server_port}"
    thread = Thread(target=server.serve_forever, args=[POLL_SECONDS], daemon=True)
    thread.start()
    yield provider
    server.shutdown()
    thread.join()
    server.server_close()
