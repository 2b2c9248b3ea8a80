"""Which instrument somebody means: a name, or a folder."""

from pathlib import Path

import click

from peeraudit.instrument.definition import Instrument
from peeraudit.instrument.library import available, load
from peeraudit.settings import Settings


def find_instrument(name: str) -> Instrument:
    """Return an instrument by name or folder."""
    return load(find_folder(name))


def find_folder(name: str) -> Path:
    """Return the folder of an instrument, by its name where it is no folder."""
    folder = Settings.from_environment().instruments
    if name in available(folder):
        return folder / name
    if not Path(name).is_dir():
        names = ", ".join(available(folder))
        raise click.UsageError(
            f"--instrument: {name!r} is no folder and none of {names}"
        )
    return Path(name)
