"""The instruments at hand: find, check and load them, and hold on to one exactly."""

import json
from hashlib import sha256
from pathlib import Path

from peeraudit.instrument.definition import Instrument
from peeraudit.instrument.source import HEAD, read


def available(folder: Path) -> tuple[str, ...]:
    """Return the names of the instruments that lie in ``folder``, in order."""
    return tuple(sorted(path.parent.name for path in folder.glob(f"*/{HEAD}")))


def load(path: Path) -> Instrument:
    """Return the instrument in a folder."""
    return Instrument.model_validate(read(path).table)


def digest(instrument: Instrument) -> str:
    """Return the SHA-256 of everything that the instrument says, in hexadecimal."""
    canonical = json.dumps(
        instrument.model_dump(mode="json"),
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=False,
    )
    return sha256(canonical.encode()).hexdigest()


def to_json(instrument: Instrument) -> str:
    """Write the instrument down, for an audit to keep the exact one."""
    return instrument.model_dump_json()


def from_json(written: str) -> Instrument:
    """Return the instrument that was written down."""
    return Instrument.model_validate_json(written)
