"""One page for everyone who was asked: the main points, and what happens next."""

from dataclasses import dataclass

from peeraudit.report.answered import ALL_SHOWN
from peeraudit.report.reader import Reader
from peeraudit.report.summary import Summary, summary

NEXT = (
    "The team talks about this page, and decides what to do first.",
    "It writes down who does it, and by when.",
    "Later it can ask again, and see what has changed.",
)
WHERE = (
    "The full report is at the report address. "
    "It stands in your e-mail or on your slip.",
    "If you do not find the address, ask whoever runs the audit in the team.",
)
AS_DATA = (
    "The same results are there as data: a spreadsheet, a table, and a file to check."
)


@dataclass(frozen=True, slots=True)
class PlainSummary:
    """The one page."""

    title: str
    team: str
    organisation: str
    service: str
    summary: Summary
    all_shown: str
    """Said where nothing is withheld."""
    next: tuple[str, ...]
    where: tuple[str, ...]
    """Said where there is no link to the full report."""
    as_data: str


def plain_summary(reader: Reader, title: str) -> PlainSummary:
    """Put a release on one page."""
    audit = reader.release.audit
    return PlainSummary(
        title,
        audit.team,
        audit.organisation,
        audit.service,
        summary(reader),
        ALL_SHOWN,
        NEXT,
        WHERE,
        AS_DATA,
    )
