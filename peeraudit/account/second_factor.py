"""The second factor: codes from an app (TOTP), and recovery codes if it is lost."""

import hashlib
import secrets
from dataclasses import dataclass, replace
from datetime import datetime

import pyotp

ISSUER = "PeerAudit"
STEP = 30
"""Seconds that one code holds (RFC 6238)."""

DRIFT = 1
"""Steps that a phone's clock may be off."""

RECOVERY_CODES = 10


@dataclass(frozen=True, slots=True, repr=False)
class SecondFactor:
    """What is kept of an account's second factor."""

    secret: str
    last_step: int = 0
    """The step of the last code that was taken: none is taken twice."""
    recovery: frozenset[str] = frozenset()
    """Hashes of the recovery codes that have not been used."""

    def address(self, email: str) -> str:
        """Return what the app reads from the picture."""
        return pyotp.TOTP(self.secret, issuer=ISSUER, name=email).provisioning_uri()

    def take(self, typed: str, at: datetime) -> "SecondFactor | None":
        """Return what is kept after a right code; nothing after a wrong one."""
        digits = "".join(each for each in typed if each in "0123456789")
        now = int(at.timestamp()) // STEP
        totp = pyotp.TOTP(self.secret)
        for step in range(now - DRIFT, now + DRIFT + 1):
            right = secrets.compare_digest(totp.at(step * STEP), digits)
            if right and step > self.last_step:
                return replace(self, last_step=step)
        return self._recover(typed)

    def _recover(self, typed: str) -> "SecondFactor | None":
        """Return the same without the recovery code that was used."""
        given = _hash(typed)
        if given not in self.recovery:
            return None
        return replace(self, recovery=self.recovery - {given})


def new_second_factor() -> tuple[SecondFactor, tuple[str, ...]]:
    """Return a fresh second factor, and its recovery codes to be written down once."""
    codes = tuple(_new_recovery_code() for _ in range(RECOVERY_CODES))
    kept = frozenset(map(_hash, codes))
    return SecondFactor(pyotp.random_base32(), recovery=kept), codes


def _new_recovery_code() -> str:
    """Return 60 random bits, in three blocks."""
    signs = secrets.token_hex(8)[:15]
    return "-".join(signs[i : i + 5] for i in range(0, 15, 5))


def _hash(code: str) -> str:
    """Return what is kept of a recovery code, which is random: a plain hash will do."""
    signs = "".join(each for each in code.lower() if each.isalnum())
    return hashlib.blake2b(signs.encode(), digest_size=16).hexdigest()
