"""The instruments that lie ready, as the website tells of them: guides and previews."""

from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from peeraudit.instrument.definition import Instrument
from peeraudit.instrument.faults import InstrumentFaults
from peeraudit.instrument.library import available, digest, load
from peeraudit.report.guide import guide


@dataclass(frozen=True, slots=True)
class Shelf:
    """The instruments in a folder, read when they change."""

    folder: Path
    read: dict[str, tuple[int, Instrument | None]] = field(default_factory=dict)
    """What was read of each, and how new it was then; nothing where it has faults."""
    printed: dict[str, bytes] = field(default_factory=dict)
    """Guides as PDF, by the digest of their instrument."""
    printing: Lock = field(default_factory=Lock)

    def instruments(self) -> dict[str, Instrument]:
        """Return the instruments that can be read, by name and in order."""
        found = {name: self.find(name) for name in available(self.folder)}
        return {name: each for name, each in found.items() if each is not None}

    def find(self, name: str) -> Instrument | None:
        """Return an instrument by its name, or nothing where none can be read."""
        if name not in available(self.folder):
            return None
        newest = max(
            path.stat().st_mtime_ns for path in (self.folder / name).rglob("*")
        )
        if self.read.get(name, (0, None))[0] != newest:
            self.read[name] = (newest, _loaded(self.folder / name))
        return self.read[name][1]

    def guide_pdf(self, instrument: Instrument) -> bytes:
        """Return the conversation guide of an instrument as PDF, printed once.

        The first who wants it waits for it, two seconds. The worker could print it
        ahead, but a guide is for teams that have no audit, and may be the only thing
        that is used here: it needs neither a worker nor a table to lie in. One at a
        time is printed, so that many clicks do not keep the site from everybody else.
        """
        key = digest(instrument)
        with self.printing:
            if key not in self.printed:
                # WeasyPrint takes long to import, and few visitors need it.
                from peeraudit.report.pdf import guide_pdf  # noqa: PLC0415

                self.printed[key] = guide_pdf(guide(instrument))
            return self.printed[key]


def _loaded(folder: Path) -> Instrument | None:
    """Read an instrument; whoever edits it is told its faults by another command."""
    try:
        return load(folder)
    except InstrumentFaults:
        return None
