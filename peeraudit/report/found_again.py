"""Findings of both rounds beside each other: found again, not any more, or new."""

from collections.abc import Iterator
from dataclasses import dataclass

from peeraudit.consensus.since import Again, FindingChange, finding_changes
from peeraudit.instrument.rules import Kind
from peeraudit.report.reader import Reader

HEADINGS = {
    Again.AGAIN: "Found in both audits",
    Again.GONE: "Found then, and not found now",
    Again.NEW: "Found now, and not found then",
}


@dataclass(frozen=True, slots=True)
class FoundList:
    """Findings of which the same has become."""

    heading: str
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundAgain:
    """What became of the findings that can be compared."""

    lists: tuple[FoundList, ...]
    limits: str


def found_again(reader: Reader) -> FoundAgain | None:
    """Tell what became of findings; nothing where none of them can be compared."""
    told = tuple(finding_changes(reader.evidence))
    lists = tuple(_lists(told, reader))
    if not lists:
        return None
    return FoundAgain(
        lists,
        "Other findings are left out. They rest on set-up facts, or on groups that are "
        "not compared. Of the audit before, neither is in this report.",
    )


def _lists(told: tuple[FindingChange, ...], reader: Reader) -> Iterator[FoundList]:
    """Yield the findings by what became of them."""
    for again, heading in HEADINGS.items():
        titles = tuple(
            _title(each.rule, reader) for each in told if each.again is again
        )
        if titles:
            yield FoundList(heading, titles)


def _title(rule: str, reader: Reader) -> str:
    """Return the title of a rule, and that it is a strength where it is one."""
    title = reader.fill(reader.wording.rules[rule].title)
    is_strength = reader.instrument.rule[rule].kind is Kind.STRENGTH
    return f"Strength: {title}" if is_strength else title
