"""The role statement of a team: what it agreed after its audits, and who was asked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from peeraudit.instrument.sentences import capital
from peeraudit.plan.agreement import Agreement, Meeting, Verdict
from peeraudit.report.answered import answered_table
from peeraudit.report.reader import Reader
from peeraudit.report.table import Table
from peeraudit.report.words import day, pages_words, sentence

HEADINGS = {
    Verdict.PART: "In this team, a {peer_worker} may",
    Verdict.NOT_PART: "In this team, it is not part of the {peer_worker} role to",
    Verdict.MUST_NEVER: "In this team, a {peer_worker} must never",
    Verdict.TALK_AGAIN: "To talk about again: whether a {peer_worker} may",
}
"""What stands above practices; each practice goes on from it (our judgement)."""

PAGES = (12,)
"""Where the paper asks for consensus on a body of peer practice."""


@dataclass(frozen=True, slots=True)
class AgreedLine:
    """What a team agreed about one practice, as it is told."""

    verdict: Verdict
    heading: str
    """What it stands under; the same for all lines of one verdict."""
    practice: str
    """Goes on from the heading, so it begins with a small letter."""
    sentence: str
    """How the team means it, in its own words; may be empty."""
    agreed_on: date

    @property
    def on(self) -> str:
        """The day it was agreed, as people read it."""
        return day(self.agreed_on)


@dataclass(frozen=True, slots=True)
class AgreedAfter:
    """One audit of a team, and what was agreed after it."""

    reader: Reader
    agreements: Mapping[str, Agreement]
    meeting: Meeting | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """All that a team agreed in one way."""

    verdict: Verdict
    heading: str
    lines: tuple[AgreedLine, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One audit that a statement stands on: who was asked, and who met."""

    heading: str
    met: str
    """When the team met and who took part; empty where nobody wrote it down."""
    asked: Table


@dataclass(frozen=True, slots=True)
class Statement:
    """What a team says of the role."""

    title: str
    team: str
    organisation: str
    service: str
    peer_workers: str
    agreed_on: str
    """The day on which the last of it was agreed."""
    parts: tuple[Part, ...]
    sources: tuple[Source, ...]
    """The last audit first."""
    pages: str
    """Where the paper asks for such a statement."""


def agreed_lines(
    reader: Reader, agreements: Mapping[str, Agreement]
) -> tuple[AgreedLine, ...]:
    """Tell what was agreed after one audit, by verdict and in the instrument's order.

    Parameters
    ----------
    agreements
        By the id of the practice; one that the instrument does not have is left out.
    """
    found = [
        _line(reader, agreements[item.id])
        for item in reader.instrument.practices
        if item.id in agreements
    ]
    return _by_verdict(found)


def statement(agreed: Sequence[AgreedAfter]) -> Statement | None:
    """Put together what a team agreed after its audits; nothing before it agreed.

    Where a team agreed twice about a practice, in the same words, the later one holds.
    """
    last_first = sorted(
        agreed, key=lambda each: each.reader.release.audit.closed_on, reverse=True
    )
    latest = _latest(last_first)
    holding = [(each, _holding(each, latest)) for each in last_first]
    standing = [(each, lines) for each, lines in holding if lines]
    if not standing:
        return None
    every = [line for _, lines in standing for line in lines]
    newest = standing[0][0].reader
    about = newest.release.audit
    return Statement(
        title="Role statement",
        team=about.team,
        organisation=about.organisation,
        service=about.service,
        peer_workers=about.words.peer_workers,
        agreed_on=day(max(line.agreed_on for line in every)),
        parts=_parts(every, newest),
        sources=tuple(_source(each) for each, _ in standing),
        pages=pages_words(PAGES),
    )


def _line(reader: Reader, agreement: Agreement) -> AgreedLine:
    """Tell one agreement."""
    return AgreedLine(
        agreement.verdict,
        reader.fill(HEADINGS[agreement.verdict]),
        going_on(reader.practice(agreement.practice)),
        sentence(capital(agreement.sentence)) if agreement.sentence else "",
        agreement.agreed_on,
    )


def going_on(practice: str) -> str:
    """Return the words of a practice as they go on from others.

    >>> going_on("Run a group on their own"), going_on("WRAP groups")
    ('run a group on their own', 'WRAP groups')
    """
    is_short_name = practice[1:2].isupper()
    return practice if is_short_name else practice[:1].lower() + practice[1:]


def _by_verdict(lines: Sequence[AgreedLine]) -> tuple[AgreedLine, ...]:
    """Return lines by verdict; those of one verdict stay in their order."""
    order = list(Verdict)
    return tuple(sorted(lines, key=lambda line: order.index(line.verdict)))


def _latest(last_first: Sequence[AgreedAfter]) -> dict[str, Agreement]:
    """Return the agreement that holds about each practice, by its words.

    Of two on one day, the one after the later audit.
    """
    latest: dict[str, Agreement] = {}
    for after in reversed(last_first):
        for practice, agreement in after.agreements.items():
            words = _words(after, practice)
            if words not in latest or agreement.agreed_on >= latest[words].agreed_on:
                latest[words] = agreement
    return latest


def _holding(
    after: AgreedAfter, latest: Mapping[str, Agreement]
) -> tuple[AgreedLine, ...]:
    """Return what was agreed after an audit and still holds."""
    holding = {
        practice: agreement
        for practice, agreement in after.agreements.items()
        if latest[_words(after, practice)] is agreement
    }
    return agreed_lines(after.reader, holding)


def _words(after: AgreedAfter, practice: str) -> str:
    """Return how a practice is worded, before a team's own words are in it."""
    return after.reader.wording.practices.get(practice, "")


def _parts(lines: Sequence[AgreedLine], newest: Reader) -> tuple[Part, ...]:
    """Lay lines out under headings in the words of the last audit."""
    worded = [going_on(newest.fill(each)) for each in newest.wording.practices.values()]

    def place(line: AgreedLine) -> int:
        return worded.index(line.practice) if line.practice in worded else len(worded)

    return tuple(
        Part(
            verdict,
            newest.fill(HEADINGS[verdict]),
            tuple(sorted(found, key=place)),
        )
        for verdict in Verdict
        if (found := [line for line in lines if line.verdict is verdict])
    )


def _source(after: AgreedAfter) -> Source:
    """Say of an audit who was asked, and who took part in the meeting after it."""
    reader = after.reader
    name = reader.fill(reader.wording.title)
    closed = day(reader.release.audit.closed_on)
    return Source(
        f"{name}, closed on {closed}",
        " ".join(_met(after.meeting)),
        answered_table(reader, with_modes=False),
    )


def _met(meeting: Meeting | None) -> Iterator[str]:
    """Yield when the team met, and who took part."""
    if meeting:
        yield f"The team met on {day(meeting.held_on)}."
        if meeting.who:
            yield f"Who took part: {sentence(meeting.who)}"
