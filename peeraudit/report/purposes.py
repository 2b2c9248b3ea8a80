"""Why the role is there: the reason that each group most often puts first."""

from dataclasses import dataclass

from peeraudit.consensus.evidence import MIXED
from peeraudit.report.evidence import purpose
from peeraudit.report.reader import Reader
from peeraudit.report.table import Table, row


@dataclass(frozen=True, slots=True)
class Purpose:
    """One question about the reason for the role, and what each group says."""

    message: str
    table: Table
    offered: tuple[str, ...]


def purposes(reader: Reader) -> tuple[Purpose, ...]:
    """Tell what each group sees as the main reason for the role."""
    return tuple(
        Purpose(
            _message(item.id, reader),
            Table(
                reader.fill(reader.wording.purposes[item.id].question),
                ("Group", "Most often put first"),
                tuple(
                    row(reader.name(group), purpose(reader, item.id, group))
                    for group in reader.groups
                ),
            ),
            tuple(reader.option(item.id, option) for option in item.options),
        )
        for item in reader.instrument.purposes
    )


def _message(item: str, reader: Reader) -> str:
    """Say whether the groups put the same reason first."""
    options = {
        view.option
        for view in reader.release.derived.purposes
        if view.item == item and view.option != MIXED
    }
    shown = sum(view.item == item for view in reader.release.derived.purposes)
    if reader.release.pooled:
        return "What they most often put first, over all these teams."
    if shown < 2 or not options:  # noqa: PLR2004
        return "Too little can be shown to compare the groups."
    if len(options) > 1:
        return "The groups put different reasons first. More than one can be true."
    return "The groups that can be told put the same reason first."
