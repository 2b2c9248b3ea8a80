"""Two pages for a board: what to note, what was found, what to do, and the limits."""

from collections.abc import Iterator
from dataclasses import dataclass

from peeraudit.consensus.findings import Finding
from peeraudit.instrument.rules import Kind
from peeraudit.instrument.sentences import listed
from peeraudit.report.about import BY_CHANCE, JUDGING, NEW_QUESTIONS, RANKING
from peeraudit.report.answered import ALL_SHOWN, NUMBERS_ALONE, shown_from
from peeraudit.report.chart import Chart
from peeraudit.report.findings import WEIGHT, first_to_talk_about
from peeraudit.report.profile import profile
from peeraudit.report.reader import Reader
from peeraudit.report.summary import Summary, summary
from peeraudit.report.table import Table, row
from peeraudit.report.words import days

MOST_FINDINGS = 12
"""So many lines leave room for the chart on the second page."""
FROM_FACTS = "Set-up facts"
CONFIDENCE = f"Confidence says how many answers a finding rests on. {BY_CHANCE}"
LIMITS = (NEW_QUESTIONS, RANKING, JUDGING)
"""Four sentences: a board reads no more."""
WHERE = (
    "The full report says what each finding rests on, and has every question. The same "
    "results are there as data. Ask whoever runs the audit in the team."
)


@dataclass(frozen=True, slots=True)
class BoardPaper:
    """The two pages."""

    title: str
    team: str
    organisation: str
    service: str
    purpose: tuple[str, ...]
    """What the board is asked to do."""
    how: str
    """How it was done, in two sentences."""
    summary: Summary
    chart: Chart | None
    why_none: str
    """Why there is no chart, where there is none."""
    findings: Table | None
    """None where nothing was found."""
    more: str
    """How many findings the table leaves out; empty where it has all."""
    confidence: str
    limits: tuple[str, ...]
    all_shown: str
    """Said where nothing is withheld."""
    numbers_alone: str
    where: str


def board_paper(reader: Reader, title: str) -> BoardPaper:
    """Put a release on two pages."""
    audit, themes, found = reader.release.audit, profile(reader), _in_order(reader)
    return BoardPaper(
        title,
        audit.team,
        audit.organisation,
        audit.service,
        tuple(_purpose(reader)),
        _how(reader),
        summary(reader),
        themes.chart,
        themes.why_none,
        _findings(found[:MOST_FINDINGS], reader) if found else None,
        _more(len(found) - MOST_FINDINGS),
        CONFIDENCE,
        LIMITS,
        ALL_SHOWN,
        NUMBERS_ALONE,
        WHERE,
    )


def _purpose(reader: Reader) -> Iterator[str]:
    """Yield what the board is asked to do."""
    role = reader.fill("{peer_worker} role")
    ahead = " to come" if reader.before_start else ""
    yield f"Note what people in this team said about the {role}{ahead}."
    yield "Note what could not be shown, and why."
    yield "Support what is recommended here, and ask what came of it."


def _how(reader: Reader) -> str:
    """Say in two sentences how it was done."""
    audit = reader.release.audit
    when = days(audit.opened_on, audit.closed_on)
    return (
        f"Each group answered statements about the role, worded for it ({when}). "
        f"{shown_from(reader.release.promise.floor)}"
    )


def _in_order(reader: Reader) -> tuple[Finding, ...]:
    """Return what was found: what to talk about first, strengths, then the rest."""
    first = first_to_talk_about(reader)
    rest = (each for each in reader.found(Kind.FINDING) if each not in first)
    return (*first, *reader.found(Kind.STRENGTH), *rest)


def _findings(found: tuple[Finding, ...], reader: Reader) -> Table:
    """Return a line for each finding."""
    return Table(
        "What was found",
        ("Finding", "Weight", "Confidence", "Page of the paper"),
        tuple(
            row(
                reader.fill(reader.wording.rules[each.rule].title),
                WEIGHT[each.severity],
                _confidence(each, reader),
                listed([str(n) for n in reader.instrument.rule[each.rule].pages]),
            )
            for each in found
        ),
    )


def _confidence(finding: Finding, reader: Reader) -> str:
    """Return the instrument's word for how many answers a finding rests on."""
    word = finding.confidence
    return FROM_FACTS if word is None else reader.wording.confidence[word]


def _more(left_out: int) -> str:
    """Say how many findings stand in the full report alone."""
    if left_out <= 0:
        return ""
    return f"The full report has {left_out} more."
