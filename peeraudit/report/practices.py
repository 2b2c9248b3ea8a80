"""What is peer work here: each practice, what each group says, and where they clash."""

from dataclasses import dataclass

from peeraudit.consensus.practice import Consensus, PracticeView
from peeraudit.instrument.sentences import listed
from peeraudit.report.evidence import AGREEMENT_WORDS, practice
from peeraudit.report.reader import Reader
from peeraudit.report.table import Entry, Row, Table, Tone, row
from peeraudit.report.words import counted

ORDER = (
    Consensus.HARD_CONFLICT,
    Consensus.DIFFERENT,
    Consensus.NOT_ENOUGH,
    Consensus.AGREED,
)
"""As an agenda: what most needs a talk comes first."""
TONES = {
    Consensus.AGREED: Tone.AGREED,
    Consensus.DIFFERENT: Tone.DIFFERENT,
    Consensus.HARD_CONFLICT: Tone.CONFLICT,
    Consensus.NOT_ENOUGH: Tone.QUIET,
}


@dataclass(frozen=True, slots=True)
class Practices:
    """The practice grid, and how much of it is agreed.

    The grid is its own picture: each entry is a word with a sign and a colour, and a
    drawing would have to repeat every word.
    """

    title: str
    lead_in: str
    messages: tuple[str, ...]
    who_counts: str
    grid: Table | None
    """None where no practice was asked about."""


def practices(reader: Reader) -> Practices:
    """Lay out the practices as an agenda."""
    found = reader.release.derived.practice
    words = reader.wording.practice
    counting = listed(
        [reader.inline(g) for g in reader.instrument.reading.practice_groups]
    )
    return Practices(
        reader.fill(words.title),
        reader.fill(words.lead_in),
        tuple(_messages(reader)),
        f"Consensus is read from {counting}. Others stand beside.",
        _grid(reader) if found.practices else None,
    )


def in_order(reader: Reader) -> tuple[PracticeView, ...]:
    """Return the practices as an agenda: what most needs a talk comes first."""
    found = reader.release.derived.practice.practices
    return tuple(sorted(found, key=lambda view: ORDER.index(view.agreement)))


def _messages(reader: Reader) -> list[str]:
    """Say how much is agreed, and how often one says yes where another says never."""
    found = reader.release.derived.practice
    if not found.practices:
        return ["This audit did not ask about practices."]
    messages = []
    clashes = sum(view.agreement is Consensus.HARD_CONFLICT for view in found.practices)
    if found.covered:
        messages.append(
            f"The groups agree on {found.agreed} of "
            f"{counted(found.covered, 'practice', 'practices')}."
        )
    elif not clashes:
        messages.append(
            "Too few groups can be shown to say where they agree. The list can still "
            "be the agenda for a talk."
        )
    if clashes:
        messages.append(
            f"On {counted(clashes, 'practice', 'practices')}, one group says yes and "
            "another says never. Start there."
        )
    return messages


def _grid(reader: Reader) -> Table:
    """Return every practice, and what each group that is shown says of it."""
    views = in_order(reader)
    compared = any(view.agreement is not Consensus.NOT_ENOUGH for view in views)
    together = ("Together",) if compared else ()
    return Table(
        "What most of each group say, where it can be shown",
        ("Practice", *together, *(reader.name(group) for group in reader.shown)),
        tuple(_row(view, reader, compared=compared) for view in views),
    )


def _row(view: PracticeView, reader: Reader, *, compared: bool) -> Row:
    """Return one practice, with how the groups stand to it where that can be told."""
    together = Entry(AGREEMENT_WORDS[view.agreement], TONES[view.agreement])
    said = row("", *(practice(reader, view.item, group) for group in reader.shown))
    return Row(
        reader.practice(view.item), (*([together] if compared else []), *said.entries)
    )
