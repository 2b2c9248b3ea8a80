"""OpenID Connect: sent to the issuer with a question, and back with a signed answer."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from authlib.common.urls import (  # type: ignore[import-untyped] # has no types
    add_params_to_uri,
)
from authlib.oauth2.base import OAuth2Error  # type: ignore[import-untyped] # as above
from authlib.oauth2.client import OAuth2Client  # type: ignore[import-untyped] # as above
from authlib.oidc.core import CodeIDToken  # type: ignore[import-untyped] # as above
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry

from peeraudit.settings import SignOnSettings
from peeraudit.sign_on.identity import Identity, identity
from peeraudit.sign_on.line import Line, Unreachable
from peeraudit.sign_on.role_map import RoleMap, read_role_map

ALGORITHMS = ("RS256", "PS256", "ES256")
"""Signed with a key that the issuer alone has: never with our own secret, or none."""

SCOPE = "openid email profile"
LEEWAY = 60
"""Seconds that the issuer's clock may be off."""

KEPT_FOR = timedelta(hours=1)
"""How long what the issuer says of itself is held."""


WAYS = "token_endpoint_auth_methods_supported"
"""Where the issuer says how we may show who we are."""


class Refused(Exception):
    """The issuer's answer is none, or not one to our question."""


@dataclass(frozen=True, slots=True, repr=False)
class Departure:
    """What a browser is sent away with, and what it must bring back."""

    address: str
    state: str
    nonce: str
    verifier: str


@dataclass(slots=True)
class Known:
    """What the issuer has said of itself, held for a while."""

    metadata: Mapping[str, Any] = field(default_factory=dict)
    keys: Mapping[str, Any] = field(default_factory=dict)
    since: datetime | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Provider:
    """The trust's own sign-on."""

    settings: SignOnSettings
    roles: RoleMap
    line: Line
    known: Known = field(default_factory=Known)

    @classmethod
    def of(cls, settings: SignOnSettings) -> "Provider":
        """Make it from the settings; nobody is asked anything yet."""
        return cls(settings, read_role_map(settings.roles), Line(settings.issuer))

    def depart(self, back: str, *, at: datetime) -> Departure:
        """Return where to send a browser, and what it must bring back to ``back``.

        Raises
        ------
        Unreachable
            If the issuer does not say where.
        """
        nonce, verifier = secrets.token_urlsafe(32), secrets.token_urlsafe(48)
        endpoint = self._place("authorization_endpoint", at)
        address, state = self._client(back, at).create_authorization_url(
            endpoint, nonce=nonce, code_verifier=verifier
        )
        return Departure(address, state, nonce, verifier)

    def identify(
        self, departure: Departure, code: str, back: str, *, at: datetime
    ) -> Identity:
        """Return who has come back with a code.

        Raises
        ------
        Refused
            If the code is not one, or the token is not the issuer's answer to us.
        Unreachable
            If the issuer does not answer.
        """
        try:
            token = self._client(back, at).fetch_token(
                self._place("token_endpoint", at),
                grant_type="authorization_code",
                code=code,
                code_verifier=departure.verifier,
            )
            claims = self._claims(token, departure.nonce, at)
        except (OAuth2Error, JoseError, KeyError, TypeError, ValueError) as error:
            # Its words could hold anything; its kind is enough for a log.
            raise Refused(type(error).__name__) from None
        return identity(self.settings.issuer, claims, self.roles.claim)

    def way_out(self, back: str, *, at: datetime) -> str:
        """Return where one signs out of the sign-on too; empty where there is none."""
        try:
            endpoint = self._place("end_session_endpoint", at)
        except Unreachable:
            return ""
        sent = {
            "client_id": self.settings.client_id,
            "post_logout_redirect_uri": back,
        }
        return str(add_params_to_uri(endpoint, sent.items()))

    def _client(self, back: str, at: datetime) -> OAuth2Client:
        """Return Authlib's client, on our own line to the issuer."""
        has_post = "client_secret_post" in self._metadata(at).get(WAYS, [])
        way = "client_secret_post" if has_post else "client_secret_basic"
        return OAuth2Client(
            self.line,
            self.settings.client_id,
            self.settings.client_secret,
            token_endpoint_auth_method=way,
            scope=SCOPE,
            redirect_uri=back,
            code_challenge_method="S256",
        )

    def _claims(
        self, token: Mapping[str, Any], nonce: str, at: datetime
    ) -> Mapping[str, Any]:
        """Return what a token says, if it is the issuer's, for us, and of just now."""
        signed = self._signed(token["id_token"], at)
        own = self.settings
        claims = CodeIDToken(
            signed.claims,
            signed.header,
            {
                "iss": {"essential": True, "value": own.issuer},
                "aud": {"essential": True, "value": own.client_id},
                "sub": {"essential": True},
            },
            {
                "nonce": nonce,
                "client_id": own.client_id,
                "access_token": token.get("access_token"),
            },
        )
        claims.validate(now=int(at.timestamp()), leeway=LEEWAY)
        found: Mapping[str, Any] = claims
        return found

    def _signed(self, token: str, at: datetime) -> jwt.Token:
        """Return what the issuer has signed; a key that is new to us is asked for."""
        registry = JWSRegistry(algorithms=ALGORITHMS, strict_check_header=False)
        try:
            return jwt.decode(token, self._keys(at), registry=registry)
        except InvalidKeyIdError:
            self.known.keys = {}
            return jwt.decode(token, self._keys(at), registry=registry)

    def _keys(self, at: datetime) -> KeySet:
        """Return the issuer's public keys."""
        if not self.known.keys:
            self.known.keys = self.line.get(self._place("jwks_uri", at))
        return KeySet.import_key_set(self.known.keys)  # type: ignore[arg-type] # as read

    def _place(self, name: str, at: datetime) -> str:
        """Return an address of the issuer that it says of itself."""
        address = self._metadata(at).get(name)
        if not isinstance(address, str):
            raise Unreachable(f"the issuer has no {name}")
        return self.line.own(address)

    def _metadata(self, at: datetime) -> Mapping[str, Any]:
        """Return what the issuer says of itself."""
        known = self.known
        if known.since is None or not known.since <= at < known.since + KEPT_FOR:
            issuer = self.settings.issuer
            address = f"{issuer.rstrip('/')}/.well-known/openid-configuration"
            found = self.line.get(address)
            if found.get("issuer") != issuer:
                raise Unreachable("another issuer answers there")
            known.metadata, known.keys, known.since = found, {}, at
        return known.metadata
