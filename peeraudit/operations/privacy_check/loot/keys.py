"""What lies in the key folders, and who may read what."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from peeraudit.operations.installation import Installation
from peeraudit.operations.privacy_check.scene import (
    WEBSITE,
    WORKER,
    KeyFile,
    Permission,
)

ENTER, ALL = 0o001, 0o777


@dataclass(frozen=True, slots=True)
class Keys:
    """What could be read of the key folders, and what could not."""

    files: tuple[KeyFile, ...]
    unseen: tuple[str, ...]


def take_keys(installation: Installation) -> Keys:
    """Return every file in both key folders."""
    files: list[KeyFile] = []
    unseen: list[str] = []
    for folder, path in _folders(installation).items():
        try:
            files += _key_files(folder, path)
        except PermissionError:
            unseen.append(f"the {folder}'s keys: this user may not read them")
    if installation.worker_keys is None:
        unseen.append("the worker's keys: KEYS_DIR is not set")
    return Keys(tuple(files), tuple(unseen))


def take_permissions(
    installation: Installation, also: Iterable[Path]
) -> tuple[Permission, ...]:
    """Return who may read the key folders with all in them, and some files beside."""
    return (
        *_permissions(also, is_workers=False),
        *(
            permission
            for folder, path in _folders(installation).items()
            if os.access(path, os.R_OK | os.X_OK)
            for permission in _permissions(_within(path), is_workers=folder == WORKER)
        ),
    )


def _folders(installation: Installation) -> dict[str, Path]:
    """Return the key folders that this process knows of."""
    worker = installation.worker_keys
    return {WEBSITE: installation.web_keys.path} | (
        {WORKER: worker.path} if worker is not None else {}
    )


def _key_files(folder: str, path: Path) -> Iterator[KeyFile]:
    """Yield the files of one folder, also those that were left half written."""
    for file in _within(path):
        if file.is_file():
            audit, _, kind = file.name.rpartition(".")
            yield KeyFile(folder, audit, kind, file.read_bytes())


def _within(path: Path) -> list[Path]:
    """Return a folder and what lies in it; nothing where it was never made."""
    return [path, *sorted(path.iterdir())] if path.exists() else []


def _permissions(paths: Iterable[Path], *, is_workers: bool) -> Iterator[Permission]:
    """Yield who may read each of these."""
    for path in paths:
        mode = path.stat().st_mode & ALL
        yield Permission(str(path), mode, _reachable(path), is_workers=is_workers)


def _reachable(path: Path) -> bool:
    """Say whether every folder above lets everybody through."""
    return all(folder.stat().st_mode & ENTER for folder in path.resolve().parents)
