"""Why the role is there: the reason that each group most often puts first."""

from dataclasses import dataclass

from peeraudit.consensus.derive import PurposeView
from peeraudit.consensus.evidence import MIXED, Missing
from peeraudit.instrument.definition import PurposeItem
from peeraudit.instrument.frozen import Group
from peeraudit.report.chart import Chart, ChartKind, ChartRow, Mark, Series
from peeraudit.report.evidence import purpose
from peeraudit.report.reader import Reader
from peeraudit.report.table import Table

TWO = 2


@dataclass(frozen=True, slots=True)
class Purpose:
    """One question about the reason for the role, and what each group says."""

    message: str
    chart: Chart
    is_compared: bool
    """Whether two groups can be shown: of one, a picture says no more than a table."""
    offered: tuple[str, ...]

    @property
    def table(self) -> Table:
        """What each group says."""
        return self.chart.table()


def purposes(reader: Reader) -> tuple[Purpose, ...]:
    """Tell what each group sees as the main reason for the role."""
    return tuple(
        Purpose(
            _message(item.id, reader),
            _chart(item, reader),
            len(_views(item.id, reader)) >= TWO,
            tuple(reader.option(item.id, option) for option in item.options),
        )
        for item in reader.instrument.purposes
    )


def _views(item: str, reader: Reader) -> list[PurposeView]:
    """Return what groups that are shown put first."""
    return [each for each in reader.release.derived.purposes if each.item == item]


def _chart(item: PurposeItem, reader: Reader) -> Chart:
    """Return what each group most often puts first, or why that is not told."""
    return Chart(
        ChartKind.CHOICES,
        f"purpose-{item.id}",
        reader.fill(reader.wording.purposes[item.id].question),
        _message(item.id, reader),
        "",
        (),
        (Series(None, "Most often put first"),),
        tuple(
            ChartRow(reader.name(group), (_mark(item, group, reader),), of=group)
            for group in reader.groups
        ),
        head="Group",
        choices=tuple(reader.option(item.id, option) for option in item.options),
    )


def _mark(item: PurposeItem, group: Group, reader: Reader) -> Mark | str:
    """Return the place of the reason that a group puts first, or why there is none."""
    words = purpose(reader, item.id, group)
    option = reader.evidence.option(group, item.id)
    if isinstance(option, Missing) or option == MIXED:
        return words
    place = item.options.index(option)
    return Mark(place, place, place, words)


def _message(item: str, reader: Reader) -> str:
    """Say whether the groups put the same reason first."""
    views = _views(item, reader)
    options = {view.option for view in views if view.option != MIXED}
    if reader.release.pooled:
        return "What they most often put first, over all these teams."
    if len(views) < TWO or not options:
        return "Too little can be shown to compare the groups."
    if len(options) > 1:
        return "The groups put different reasons first. More than one can be true."
    return "The groups that can be told put the same reason first."
