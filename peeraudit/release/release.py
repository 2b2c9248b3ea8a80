"""A release: everything that anyone will ever see of one audit, frozen and hashed."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from peeraudit.consensus.derive import Derived
from peeraudit.consensus.findings import Finding
from peeraudit.disclosure.cells import Cell, GroupCount, ThemeCell, Withheld
from peeraudit.instrument.definition import Form, Instrument, Mode
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.wording import LocalWords
from peeraudit.release.sources import Earlier, Pooled

FORMAT = "peeraudit-release-1"


@dataclass(frozen=True, slots=True)
class AuditSummary:
    """Which audit a release is of."""

    organisation: str
    team: str
    words: LocalWords
    """What the team calls its peer workers and itself."""
    mode: Mode
    form: Form
    opened_on: date
    closed_on: date
    service: str = ""
    """The part of the organisation that the team belongs to, where it was named."""


@dataclass(frozen=True, slots=True)
class InstrumentCopy:
    """The exact instrument that was used, and its digest."""

    hash: str
    content: Instrument


@dataclass(frozen=True, slots=True)
class PromiseCopy:
    """What everyone asked was promised, in the words that they read."""

    floor: int
    closes_at: datetime
    pooling: bool
    comments_read_by: str
    words: Mapping[Group, tuple[str, ...]]
    shared_links: tuple[Group, ...] = ()
    """Groups that started from one link, so that one person could answer twice."""


@dataclass(frozen=True, slots=True)
class Release:
    """The cells of one audit, or of a view over teams, and what is computed of them."""

    format: str
    audit: AuditSummary
    instrument: InstrumentCopy
    promise: PromiseCopy
    groups: tuple[GroupCount, ...]
    facts: Mapping[str, int | str]
    cells: tuple[Cell | ThemeCell, ...]
    withheld: tuple[Withheld, ...]
    derived: Derived
    findings: tuple[Finding, ...]
    comments: tuple[str, ...] = ()
    """What people wrote, in no order, as its reader left it."""
    earlier: Earlier | None = None
    """The team's round before, where one may be compared."""
    pooled: Pooled | None = None
    """The teams that a view over teams stands on; none for one audit."""
    hash: str = ""
    """SHA-256 of the canonical JSON without it: shows damage, not authorship."""


@cache
def _adapter() -> TypeAdapter[Release]:
    """Return what turns a release into JSON and back; slow to build, so built once."""
    return TypeAdapter(Release)


def to_json(release: Release) -> str:
    """Write a release down in its one canonical form."""
    return _canonical(_adapter().dump_python(release, mode="json"))


def from_json(text: str) -> Release:
    """Read a release.

    Raises
    ------
    pydantic.ValidationError
        If the text is no release.
    """
    return _adapter().validate_json(text)


def digest(release: Release) -> str:
    """Return the SHA-256 of a release without its own hash, in hexadecimal."""
    content = _adapter().dump_python(release, mode="json")
    del content["hash"]
    return hashlib.sha256(_canonical(content).encode()).hexdigest()


def sealed(release: Release) -> Release:
    """Put the hash to a release."""
    return replace(release, hash=digest(release))


def schema() -> dict[str, Any]:
    """Return the JSON Schema of ``release.json``: all fields, and no others."""
    content = _adapter().json_schema(mode="serialization")
    for each in (content, *content["$defs"].values()):
        if fields := each.get("properties"):
            each.update(required=list(fields), additionalProperties=False)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **content}


def _canonical(content: Any) -> str:
    """Return JSON that has one form: sorted keys, no spaces, characters as they are."""
    return json.dumps(
        content, sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )
