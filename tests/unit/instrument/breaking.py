"""Ways to break a copy of a shipped instrument, one thing at a time."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

from peeraudit.instrument.library import check

INSTRUMENTS = Path(__file__).parents[3] / "instruments"

HEAD = "instrument.yaml"
WORDING = "wording/en.yaml"
RULES = "rules.yaml"
FACTS = "facts.yaml"

Breaks = Callable[[Path], object]


def swap(file: str, old: str, new: str) -> Breaks:
    """Put other text in the place of the first ``old`` in a file."""

    def break_it(folder: Path) -> None:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text, old
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return break_it


def within(file: str, after: str, old: str, new: str) -> Breaks:
    """Put other text in the place of the first ``old`` that follows ``after``."""

    def break_it(folder: Path) -> None:
        path = folder / file
        before, mark, rest = path.read_text(encoding="utf-8").partition(after)
        assert mark, after
        assert old in rest, old
        path.write_text(before + mark + rest.replace(old, new, 1), encoding="utf-8")

    return break_it


def remove(file: str) -> Breaks:
    """Take a file away."""
    return lambda folder: (folder / file).unlink()


def add(file: str, text: str) -> Breaks:
    """Put a file, or more text at the end of one."""

    def break_it(folder: Path) -> None:
        path = folder / file
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        path.write_text(before + text, encoding="utf-8")

    return break_it


def copy_of(name: str, into: Path) -> Path:
    """Return a copy of a shipped instrument, to break."""
    return Path(copytree(INSTRUMENTS / name, into / name))


def faults_of(folder: Path, *breaks: Breaks) -> list[str]:
    """Break a copy of the instrument for a role in post, and return what is found."""
    copy = copy_of("role-adoption", folder)
    for break_it in breaks:
        break_it(copy)
    return [str(fault) for fault in check(copy)]
