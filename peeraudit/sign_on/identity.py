"""Who somebody is, as a signed token of the issuer says it."""

import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

LONGEST_SHOWN = 150
"""Signs of what is noted about how somebody showed who they are."""

MEANS_YES = (True, 1, "1", "true", "True")


@dataclass(frozen=True, slots=True)
class Identity:
    """Somebody whom the issuer knows."""

    subject: str
    """A hash of the issuer, and of who it is there: for good, whatever their name."""
    email: str
    """Empty unless the issuer has verified it, as it is written."""
    said: str
    """The address that it says, verified or not: for words to that person alone."""
    name: str
    values: frozenset[str]
    """What roles follow from."""
    shown: str
    """How they showed who they are, as far as the issuer says it; never empty."""


def identity(issuer: str, claims: Mapping[str, Any], role_claim: str) -> Identity:
    """Read the claims of a token that has been found to be the issuer's."""
    written = str(claims.get("email") or "").strip()
    said = written.lower()
    # Small letters make one address of two: a Kelvin sign becomes our own k.
    is_plain = unicodedata.normalize("NFKC", written) == written
    return Identity(
        subject=_subject(issuer, str(claims["sub"])),
        email=said if is_plain and _is_verified(claims) else "",
        said=said,
        name=str(claims.get("name") or "").strip(),
        values=_values(claims.get(role_claim)) if role_claim else frozenset(),
        shown=_shown(claims),
    )


def _subject(issuer: str, subject: str) -> str:
    """Return what an account is tied to: another issuer's "42" is somebody else."""
    words = f"{len(issuer)} {issuer} {subject}".encode()
    return hashlib.blake2b(words, digest_size=32, person=b"peeraudit-sub").hexdigest()


def _is_verified(claims: Mapping[str, Any]) -> bool:
    """Say whether the issuer vouches for the address.

    Entra ID never sends ``email_verified``; its ``xms_edov`` says that the domain of
    the address is the tenant's own. An issuer that says "not verified" is believed.
    """
    if "email_verified" in claims:
        said = claims["email_verified"]
        return said is True or said == "true"
    return "xms_edov" in claims and claims["xms_edov"] in MEANS_YES


def _values(claim: Any) -> frozenset[str]:
    """Return the values of a claim that holds one or several."""
    several = claim if isinstance(claim, list) else [claim]
    return frozenset(each for each in several if isinstance(each, str))


def _shown(claims: Mapping[str, Any]) -> str:
    """Return what is noted of ``amr`` and ``acr``."""
    methods = claims.get("amr")
    parts = [each for each in (methods if isinstance(methods, list) else []) if each]
    if claims.get("acr"):
        parts.append(f"acr {claims['acr']}")
    words = ", ".join(str(each) for each in parts)
    printable = "".join(each for each in words if each.isprintable())
    return printable[:LONGEST_SHOWN] or "sign-on"
