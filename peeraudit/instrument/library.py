"""The instruments at hand: find, check and load them, and hold on to one exactly."""

import json
from hashlib import sha256
from pathlib import Path

from peeraudit.instrument.checks.entries import entries
from peeraudit.instrument.checks.reading import reading
from peeraudit.instrument.checks.rules import rules
from peeraudit.instrument.checks.texts import texts
from peeraudit.instrument.checks.trust import trust
from peeraudit.instrument.checks.words import words
from peeraudit.instrument.definition import Instrument
from peeraudit.instrument.faults import Fault, InstrumentFaults
from peeraudit.instrument.shape import shape
from peeraudit.instrument.source import HEAD, read


def available(folder: Path) -> tuple[str, ...]:
    """Return the names of the instruments that lie in ``folder``, in order."""
    return tuple(sorted(path.parent.name for path in folder.glob(f"*/{HEAD}")))


def load(path: Path) -> Instrument:
    """Return the instrument in a folder, or raise all its faults."""
    instrument, faults = _examine(path)
    if faults or instrument is None:
        raise InstrumentFaults(faults)
    return instrument


def check(path: Path) -> tuple[Fault, ...]:
    """Return everything that is wrong with the instrument in a folder, in order."""
    _, faults = _examine(path)
    return faults


def _examine(path: Path) -> tuple[Instrument | None, tuple[Fault, ...]]:
    """Read a folder, and ask every check about as much of it as could be read."""
    if not path.is_dir():
        return None, (Fault(path.name, "", "", "is not a folder"),)
    source = read(path)
    draft, faults = shape(source)
    found = {*source.faults, *faults}
    if draft is None:
        return None, tuple(sorted(found))
    for look in (entries, reading, rules, trust, words, texts):
        found.update(look(draft))
    return draft.instrument, tuple(sorted(found))


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
