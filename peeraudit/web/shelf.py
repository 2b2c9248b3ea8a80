"""The instruments that lie ready, and what the website makes of them ahead."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from peeraudit.instrument.definition import Instrument
from peeraudit.instrument.faults import InstrumentFaults
from peeraudit.instrument.library import available, digest, load
from peeraudit.operations.sample_reports import (
    NoSample,
    Sample,
    release_of,
    sample_team,
)
from peeraudit.questionnaire.rehearsal import Rehearsal
from peeraudit.release.release import Release
from peeraudit.report import pdf
from peeraudit.report.guide import guide
from peeraudit.report.questionnaire import printed

SAMPLED = "role-adoption"
"""The instrument that sample reports are of: the reference teams are in post."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The instruments in a folder, read when they change."""

    folder: Path
    read: dict[str, tuple[int, Instrument | None]] = field(default_factory=dict)
    """What was read of each, and how new it was then; nothing where it has faults."""
    sampled: dict[tuple[Sample, str], Release | None] = field(default_factory=dict)
    """Sample reports, by the digest of their instrument too; nothing where none fits"""
    printed: dict[str, bytes] = field(default_factory=dict)
    """What was printed, by what it was and the digest of what it was made from."""
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

    def sample(self, sample: Sample) -> Release | None:
        """Return a sample report, made once; none where the instrument is not there."""
        instrument = self.find(SAMPLED)
        if instrument is None:
            return None
        key = (sample, digest(instrument))
        if key not in self.sampled:
            self.sampled[key] = _sampled(sample, instrument)
        return self.sampled[key]

    def guide_pdf(self, instrument: Instrument) -> bytes:
        """Return the conversation guide of an instrument as PDF, printed once."""
        name = f"guide {digest(instrument)}"
        return self._once(name, lambda: pdf.guide_pdf(guide(instrument)))

    def sample_pdf(self, release: Release, note: str) -> bytes:
        """Return a sample report as PDF, printed once, with a note that it is one."""
        return self._once(f"sample {release.hash}", lambda: pdf.pdf(release, note))

    def questionnaire_pdf(self, rehearsal: Rehearsal) -> bytes:
        """Return the questionnaire of a group as PDF, printed once."""
        name = f"questionnaire {rehearsal.name} {rehearsal.group}"
        return self._once(name, lambda: pdf.questionnaire_pdf(printed(rehearsal)))

    def _once(self, name: str, print_it: Callable[[], bytes]) -> bytes:
        """Return what was printed before, or print it now.

        The first who wants it waits for it, two seconds. The worker could print it
        ahead, but this is for teams that have no audit, and may be all that is used
        here: it needs neither a worker nor a table to lie in. One at a time is printed,
        so that many clicks do not keep the site from everybody else.
        """
        with self.printing:
            if name not in self.printed:
                self.printed[name] = print_it()
            return self.printed[name]


def _loaded(folder: Path) -> Instrument | None:
    """Read an instrument; whoever edits it is told its faults by another command."""
    try:
        return load(folder)
    except InstrumentFaults:
        return None


def _sampled(sample: Sample, instrument: Instrument) -> Release | None:
    """Make a sample report; none of an instrument that somebody has much changed."""
    try:
        return release_of(sample_team(sample), instrument)
    except NoSample:
        return None
