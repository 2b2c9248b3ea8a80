"""A table as the report shows it: a caption, headed columns, headed rows."""

from dataclasses import dataclass
from enum import StrEnum

from peeraudit.instrument.sentences import capital


class Tone(StrEnum):
    """What an entry means at a glance, beside its words and with a sign."""

    PLAIN = "plain"
    AGREED = "agreed"
    DIFFERENT = "different"
    CONFLICT = "conflict"
    HIGHER = "higher"
    LOWER = "lower"
    QUIET = "quiet"
    """Nothing is shown, or nothing was asked."""

    @property
    def sign(self) -> str:
        """The sign that goes with the colour."""
        return SIGNS.get(self, "")


SIGNS = {
    Tone.AGREED: "=",
    Tone.DIFFERENT: "≠",
    Tone.CONFLICT: "×",  # noqa: RUF001 # a cross, not a letter
    Tone.HIGHER: "▲",
    Tone.LOWER: "▼",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in one place of a table."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table."""

    head: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headed columns; the first column heads the rows."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


QUIET_WORDS = {"Not shown", "Not asked", "Not filled in", "Not known yet", "Not given"}


def row(head: str, *texts: str) -> Row:
    """Return a row of plain words; those that say nothing is there are quiet."""
    return Row(
        head,
        tuple(
            Entry(capital(text), Tone.QUIET if text in QUIET_WORDS else Tone.PLAIN)
            for text in texts
        ),
    )
