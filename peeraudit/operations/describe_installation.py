"""Describe an installation for its impact assessment: settings, never what people said.

It reads no box, code, draft or comment, and no content of any key.
"""

import platform
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from functools import reduce
from importlib.metadata import version
from operator import or_
from pathlib import Path

from peeraudit.audit.audit import Audit
from peeraudit.audit.organisation import paragraphs
from peeraudit.instrument.definition import Instrument
from peeraudit.instrument.faults import InstrumentFaults
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.library import available, digest, load
from peeraudit.operations.installation import Installation
from peeraudit.operations.organisation import read_organisation
from peeraudit.operations.retention import read_retention
from peeraudit.report.dpia_facts import (
    KEYS_ALLOW,
    WEB_KEYS_ALLOW,
    Described,
    InstrumentUse,
    KeyPlace,
    Place,
    Version,
)
from peeraudit.sealing.keys import KeyFolder
from peeraudit.settings import Settings
from peeraudit.storage import audits, pooled_tallies, pooled_views
from peeraudit.storage.database import Whereabouts

PARTS = ("PeerAudit", "PyNaCl", "SQLAlchemy", "Flask")
"""What matters most for what is promised, and for how soon it must be updated."""


def describe_installation(
    installation: Installation, settings: Settings, *, at: datetime
) -> Described:
    """Return what can be said of an installation without looking at anybody."""
    with installation.database.reading() as connection:
        found = tuple(audits.every(connection))
        views = len(pooled_views.every(connection))
        waiting = sum(len(pooled_tallies.waiting(connection, each)) for each in Group)
    organisation = read_organisation(installation).organisation
    where = installation.database.whereabouts()
    keys, web_keys = installation.worker_keys, installation.web_keys
    return Described(
        at=at,
        database=where.product,
        versions=tuple(_versions(where)),
        keys=_key_place(keys, KEYS_ALLOW, where) if keys else None,
        web_keys=_key_place(web_keys, WEB_KEYS_ALLOW, where),
        one_key_folder=keys is not None and _together(keys.path, web_keys.path),
        site_url=settings.site_url,
        support=paragraphs(settings.support) + organisation.contacts,
        instruments=tuple(_instruments(installation, settings, found)),
        audits=found,
        views=views,
        waiting=waiting,
        retention=read_retention(installation).retention,
    )


def _versions(where: Whereabouts) -> Iterator[Version]:
    """Yield the parts of the software."""
    yield from (Version(name, version(name)) for name in PARTS)
    yield Version("Python", platform.python_version())
    yield Version(where.product, where.version)


def _key_place(folder: KeyFolder, allowed: int, where: Whereabouts) -> KeyPlace | None:
    """Say where a key folder lies and who may read it; nothing if we may not look."""
    path = folder.path
    try:
        place = _place(path, where)
        if not path.is_dir():
            return KeyPlace(place, allowed, None)
        files = [_mode(file) for file in path.iterdir()]
    except PermissionError:
        return None
    return KeyPlace(place, allowed, _mode(path), reduce(or_, files, 0))


def _mode(path: Path) -> int:
    """Return who may read, write and enter, in bits."""
    return path.stat().st_mode & 0o7777


def _place(folder: Path, where: Whereabouts) -> Place:
    """Say where a key folder lies, seen from the database."""
    if where.file is None:
        return Place.OTHER_MACHINE if where.is_remote else Place.UNKNOWN
    if _together(folder, where.file.parent):
        return Place.TOGETHER
    same = _nearest(folder).stat().st_dev == _nearest(where.file).stat().st_dev
    return Place.SAME_DISK if same else Place.OTHER_DISK


def _together(one: Path, other: Path) -> bool:
    """Say whether a folder is another, or one lies in the other."""
    first, second = one.resolve(), other.resolve()
    return first.is_relative_to(second) or second.is_relative_to(first)


def _nearest(path: Path) -> Path:
    """Return a path, or the nearest folder above it that is there."""
    return next(each for each in (path, *path.absolute().parents) if each.exists())


def _instruments(
    installation: Installation, settings: Settings, found: tuple[Audit, ...]
) -> Iterator[InstrumentUse]:
    """Yield the instruments in use, and those that could be used."""
    used = Counter(audit.instrument for audit in found)
    known = {each: installation.instrument(each) for each in used}
    known |= {digest(each): each for each in _at_hand(settings.instruments)}
    for name, instrument in sorted(known.items(), key=_by_name):
        yield InstrumentUse(instrument.id, instrument.version, name, used[name])


def _at_hand(folder: Path) -> Iterator[Instrument]:
    """Yield the instruments that lie ready; one with faults cannot be used."""
    for name in available(folder):
        try:
            yield load(folder / name)
        except InstrumentFaults:
            continue


def _by_name(known: tuple[str, Instrument]) -> tuple[str, int, str]:
    """Return by what instruments are sorted."""
    name, instrument = known
    return instrument.id, instrument.version, name
