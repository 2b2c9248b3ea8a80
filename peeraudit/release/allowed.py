"""What a release may tell: no more than numbers and promise allow for each group."""

from collections.abc import Iterator
from dataclasses import dataclass

from peeraudit.audit.promise import GroupMode
from peeraudit.disclosure.cells import (
    AnsweredReading,
    Cell,
    ClassReading,
    CommonestReading,
    ExactReading,
    GroupCount,
    ModalReading,
    Reading,
    Shares,
    ThemeCell,
    Withheld,
)
from peeraudit.instrument.definition import (
    FINE_FROM,
    SHARES_FROM,
    AgreementItem,
    Instrument,
    PracticeItem,
    PurposeItem,
    Question,
)

ANONYMOUSLY: dict[type[Question], type[Reading]] = {
    AgreementItem: ClassReading,
    PracticeItem: ModalReading,
    PurposeItem: CommonestReading,
}
OPENLY: dict[type[Question], type[Reading]] = {
    AgreementItem: ExactReading,
    PracticeItem: AnsweredReading,
    PurposeItem: AnsweredReading,
}
"""How each kind of question may be told."""

BANDS = frozenset(range(0, 100, 10))
"""The lower ends of the bands in which shares are told."""

Told = Cell | ThemeCell | Withheld
"""What a release tells of a group, or tells that it does not."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """What may be told of the groups of one audit."""

    instrument: Instrument
    floor: int
    is_pooled: bool = False
    """Whether it is a view over several teams."""

    def shown(self, count: GroupCount) -> bool:
        """Say whether anything may be told of a group's questions."""
        if (count.mode is GroupMode.POOLED_ONLY) is not self.is_pooled:
            return False
        least = 1 if count.mode.is_open else self.floor
        return count.answered is not None and count.answered >= least

    def number(self, count: GroupCount) -> Iterator[str]:
        """Yield that a number is told which may not be, or cannot be."""
        if count.answered is None:
            return
        if not count.mode.is_open and count.answered < self.floor:
            yield f"told to be {count.answered}, though fewer than {self.floor}"
        if count.answered > count.asked:
            yield f"{count.answered} answered of {count.asked}"
        if count.mode is GroupMode.JOINT_SHEET and count.answered > 1:
            yield f"{count.answered} joint sheets of one group"

    def told(self, told: Told, count: GroupCount) -> Iterator[str]:
        """Yield what something tells that it may not."""
        if isinstance(told, Withheld):
            yield from self._withheld(told, count)
        elif not self.shown(count):
            yield self._why_hidden(count)
        elif isinstance(told, ThemeCell):
            yield from self._theme(told, count)
        else:
            yield from self._cell(told, count)

    def _withheld(self, told: Withheld, count: GroupCount) -> Iterator[str]:
        """Yield that what is withheld tells something all the same."""
        if told.item is None and told.dont_know is not None:
            yield "a group that is withheld, and how many of it do not know"
        elif told.item is not None and not self.shown(count):
            yield "a question to a group that is withheld"

    def _why_hidden(self, count: GroupCount) -> str:
        """Say why nothing may be told of a group."""
        if count.mode is GroupMode.POOLED_ONLY and not self.is_pooled:
            return "the promise shows this group only over several teams"
        if count.mode.is_open:
            return "nobody of this group answered"
        return f"fewer than {self.floor} answered"

    def _theme(self, cell: ThemeCell, count: GroupCount) -> Iterator[str]:
        """Yield that a theme is told of a group that does not answer openly."""
        if not count.mode.is_open:
            yield "exact, though the group was promised to be anonymous"
        if cell.theme not in self.instrument.themes:
            yield "no theme of this instrument"

    def _cell(self, cell: Cell, count: GroupCount) -> Iterator[str]:
        """Yield that an item is told in another way than its kind and group ask."""
        item, reading = self.instrument.questions[cell.item], cell.reading
        is_open = count.mode.is_open
        if isinstance(reading, ExactReading | AnsweredReading) and not is_open:
            yield "exact, though the group was promised to be anonymous"
        elif type(reading) is not (OPENLY if is_open else ANONYMOUSLY)[type(item)]:
            yield f"told as {reading.kind}, which is not for such a question"
        elif isinstance(item, AgreementItem):
            yield from self._statement(item, reading, count)
        elif other := _options(reading) - set(item.options):
            yield f"no such option as {', '.join(sorted(other))}"

    def _statement(
        self, item: AgreementItem, reading: Reading, count: GroupCount
    ) -> Iterator[str]:
        """Yield what a statement tells that it may not."""
        if isinstance(reading, ClassReading):
            yield from self._class(reading, count.answered or 0)
            yield from self._alike(reading)
            yield from _shares(reading.shares, count.answered or 0)
        elif item.id not in self.instrument.named_by_rules:
            yield "told by itself, though no rule reads it"

    def _class(self, reading: ClassReading, answered: int) -> Iterator[str]:
        """Yield that a class tells more than so many answers may."""
        coarse = {each.id for each in self.instrument.reading.coarse_classes}
        fine = {each.id for each in self.instrument.reading.fine_classes}
        if reading.score_class not in coarse | fine:
            yield f"no such class as {reading.score_class!r}"
        elif self.is_pooled and reading.score_class not in fine:
            yield f"a class for fewer than {FINE_FROM} answers, in a view over teams"
        elif reading.score_class not in coarse and answered < FINE_FROM:
            yield f"a ten-point class from {answered} answers, not {FINE_FROM}"

    def _alike(self, reading: ClassReading) -> Iterator[str]:
        """Yield that it is told how alike answers are where that is not safe."""
        *below_the_top, _ = self.instrument.reading.coarse_classes
        if reading.alike is not None and self.is_pooled:
            yield "how alike the answers are, in a view over teams"
        if reading.alike is not None and reading.shares is not None:
            yield "both shares and how alike the answers are"
        elif reading.alike is not None and reading.score_class not in {
            each.id for each in below_the_top
        }:
            yield f"how alike the answers are in {reading.score_class}"


def _shares(shares: Shares | None, answered: int) -> Iterator[str]:
    """Yield that shares are told of too few, or finer than in bands of ten."""
    if shares is None:
        return
    if answered < SHARES_FROM:
        yield f"shares from {answered} answers, not {SHARES_FROM}"
    if not {shares.disagree, shares.neither, shares.agree} <= BANDS:
        yield "shares that are no bands of ten"


def _options(reading: Reading) -> set[str]:
    """Return the options that are named of a practice or a purpose."""
    if isinstance(reading, AnsweredReading):
        return set(reading.options)
    if isinstance(reading, ModalReading | CommonestReading) and reading.option:
        return {reading.option}
    return set()
