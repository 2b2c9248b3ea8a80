"""A copy of an instrument, to change it: comments and order stay, the name is new."""

import re
import shutil
from pathlib import Path

from peeraudit.instrument.library import load
from peeraudit.instrument.source import HEAD

NAME = re.compile(r"[a-z][a-z0-9-]*")
"""What an instrument, and so its folder, can be called."""


class CannotCopy(ValueError):
    """A place that no copy can be put in, and what would be right."""


def copy_instrument(folder: Path, out: Path) -> None:
    """Copy the instrument in ``folder`` to ``out``, under that folder's name.

    Raises
    ------
    CannotCopy
        If ``out`` is there already, or its name is none for an instrument.
    InstrumentFaults
        If there is something wrong with the instrument.
    """
    load(folder)
    if not NAME.fullmatch(out.name):
        raise CannotCopy(
            f"{out.name!r}: use small letters, digits and hyphens, as in elm-adoption"
        )
    if out.exists():
        raise CannotCopy(f"{out} is there already")
    shutil.copytree(folder, out, ignore=shutil.ignore_patterns(".*", "*~"))
    head = out / HEAD
    written = head.read_text(encoding="utf-8")
    for field, value in (("id", out.name), ("version", "1")):
        written = re.sub(rf"(?m)^{field}:.*$", f"{field}: {value}", written, count=1)
    head.write_text(written, encoding="utf-8")
