"""The keys that a provider signs with."""

from functools import cache

from joserfc.jwk import RSAKey


@cache
def first_key() -> RSAKey:
    """The key that every provider begins with: making one takes long."""
    return new_key("first")


def new_key(kid: str) -> RSAKey:
    """A key to sign with."""
    return RSAKey.generate_key(2048, {"kid": kid, "alg": "RS256", "use": "sig"})
