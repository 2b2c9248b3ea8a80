"""The readers' versions of a report: from the same release, each for one reader."""

from enum import StrEnum

from peeraudit.release.release import Release
from peeraudit.report.board_paper import BoardPaper, board_paper
from peeraudit.report.plain_summary import PlainSummary, plain_summary
from peeraudit.report.reader import Reader


class Version(StrEnum):
    """A version; its value is its address, its file and its template."""

    SUMMARY = "summary"
    """For everyone who was asked."""
    BOARD_PAPER = "board-paper"

    @property
    def called(self) -> str:
        """What it is called, after what the audit is called."""
        return CALLED[self]

    @property
    def most_pages(self) -> int:
        """So many A4 pages it takes at most."""
        return 1 if self is Version.SUMMARY else 2

    @property
    def file(self) -> str:
        """What it is called as PDF."""
        return f"{self}.pdf"

    @property
    def template(self) -> str:
        """The template of everything below its title."""
        return f"report/versions/{self}.html"


CALLED = {
    Version.SUMMARY: "on one page",
    Version.BOARD_PAPER: "paper for the board",
}


def versions_of(release: Release) -> tuple[Version, ...]:
    """Return the versions there are: a view over several teams is short as it is."""
    return () if release.pooled else tuple(Version)


def told_for(version: Version, release: Release) -> PlainSummary | BoardPaper:
    """Tell a release of one audit to one kind of reader."""
    reader = Reader(release)
    title = f"{reader.fill(reader.wording.title)}, {version.called}"
    if version is Version.SUMMARY:
        return plain_summary(reader, title)
    return board_paper(reader, title)
