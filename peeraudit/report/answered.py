"""Who was asked, who answered, and what is not shown, without giving it away."""

from collections.abc import Iterator
from dataclasses import dataclass

from peeraudit.audit.promise import GroupMode
from peeraudit.disclosure.cells import GroupCount, Reason
from peeraudit.instrument.sentences import capital, listed
from peeraudit.report.reader import Reader
from peeraudit.report.table import Table, row
from peeraudit.report.words import counted

OPEN_WORDS = {
    GroupMode.ANONYMOUS: "In broad bands",
    GroupMode.ATTRIBUTED: "Openly, as agreed before",
    GroupMode.JOINT_SHEET: "Openly, from one sheet filled in together",
    GroupMode.POOLED_ONLY: "Only in a view over several teams",
}
ALL_SHOWN = "Every group that was asked is shown."
NUMBERS_ALONE = "What is hidden depends on numbers alone, never on what people said."


@dataclass(frozen=True, slots=True)
class Answered:
    """How many of each group were asked and answered, and what is withheld."""

    table: Table
    withheld: tuple[str, ...]
    shared: tuple[str, ...]
    """Which groups started from one link, and what that means."""
    why: str
    instead: tuple[str, ...]
    """What a team can do where answers stay hidden."""
    guide: str
    """What there is for a talk without numbers."""
    where: str
    """Where that is, for a file or a sheet that has no site around it."""


def answered(reader: Reader) -> Answered:
    """Tell who answered."""
    withheld = tuple(withheld_sentences(reader))
    return Answered(
        answered_table(reader, with_modes=True),
        withheld,
        tuple(_shared(reader)),
        _why(reader),
        tuple(_instead(reader)) if withheld else (),
        "There is a conversation guide for a meeting of the team. It needs no answers.",
        "You find it on the first page of the website where you answered.",
    )


def answered_table(reader: Reader, *, with_modes: bool) -> Table:
    """Return a line for each group, and never a total."""
    columns = ("Group", "Asked", "Answered")
    modes = ("How it is shown",) if with_modes else ()
    floor = reader.release.promise.floor
    return Table(
        "How many were asked and answered, by group",
        (*columns, *modes),
        tuple(
            row(
                reader.name(count.group),
                str(count.asked),
                how_many(count, floor),
                *((_how_shown(count, reader),) if with_modes else ()),
            )
            for group in reader.groups
            for count in reader.release.groups
            if count.group is group
        ),
    )


def how_many(count: GroupCount, floor: int) -> str:
    """Say how many answered, no more exactly than the release does."""
    if count.mode is GroupMode.JOINT_SHEET and count.answered:
        return counted(count.answered, "sheet", "sheets")
    return f"fewer than {floor}" if count.answered is None else str(count.answered)


def _how_shown(count: GroupCount, reader: Reader) -> str:
    """Say how a group is shown in this report."""
    if count.group in reader.hidden and count.mode is not GroupMode.POOLED_ONLY:
        return "Not shown"
    return OPEN_WORDS[count.mode]


def withheld_sentences(reader: Reader) -> Iterator[str]:
    """Yield why groups are not shown, and where questions are not."""
    why: dict[Reason, list[str]] = {}
    for group, withheld in reader.hidden.items():
        why.setdefault(withheld.reason, []).append(reader.inline(group))
    floor = reader.release.promise.floor
    for reason, groups in why.items():
        words = reason_words(reason, groups, floor)
        if reason is Reason.FEW_PEOPLE and reader.release.promise.pooling:
            words += " What they say may still count in a view over several teams."
        yield f"{capital(listed(groups))}: {words}"
    for group in reader.shown:
        questions = sum(
            each.item is not None and each.group is group
            for each in reader.release.withheld
        )
        if questions:
            few = counted(questions, "question is", "questions are")
            yield (
                f"{reader.name(group)}: {few} not shown. Fewer than {floor} answered."
            )


def reason_words(reason: Reason, groups: list[str], floor: int) -> str:
    """Say why groups are not shown: numbers or the promise, never the answers."""
    each = " of each group" if len(groups) > 1 else ""
    match reason:
        case Reason.FEW_PEOPLE | Reason.FEW_ANSWERS:
            return f"not shown. Fewer than {floor}{each} answered."
        case Reason.PROMISE:
            return (
                "not shown here. As promised, what they say counts only in a view "
                "over several teams."
            )
        case Reason.NOBODY:
            return "not shown. Nobody answered."


def _shared(reader: Reader) -> Iterator[str]:
    """Yield that one person could have answered twice, where that is so."""
    for group in reader.groups:
        if group in reader.release.promise.shared_links:
            yield (
                f"{reader.name(group)} started from one shared link. So one person "
                "could have answered more than once."
            )


def _why(reader: Reader) -> str:
    """Say what protects people."""
    floor = reader.release.promise.floor
    return (
        f"{shown_from(floor)} "
        "It is shown in broad bands, so that nobody's own answer can be read. "
        f"{NUMBERS_ALONE}"
    )


def shown_from(floor: int) -> str:
    """Say from how many answers up a group is shown."""
    return f"A group that answers without names is shown only from {floor} answers up."


def _instead(reader: Reader) -> Iterator[str]:
    """Yield what a team can do when answers stay hidden."""
    yield "Leave it at that: do not try to work out who answered, or what they said."
    if reader.release.derived.practice.practices:
        yield "Use the list of practices below as the agenda for a talk in the team."
    yield "Talk about the set-up of the role. The facts need no answers to be useful."
    yield (
        "Before a next audit, ask a small group how it wants to be heard. It may "
        "choose to give one view, openly and together."
    )
    yield "A view over several teams can show what one small team cannot."
