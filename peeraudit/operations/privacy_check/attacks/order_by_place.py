"""Tell the order in which people answered from where storage put their rows."""

from peeraudit.operations.privacy_check.arrivals import arrivals, telling
from peeraudit.operations.privacy_check.scene import Moment, Scene
from peeraudit.operations.privacy_check.verdict import (
    Attack,
    Verdict,
    held,
    limit,
    not_tried,
    won,
)

ROW_NUMBER = "rowid"
"""Outlasts a dump, as no other place does: so it may tell nothing from the start."""


def run(scene: Scene) -> Verdict:
    """Sort the rows that came with people by each place that storage knows."""
    came = arrivals(scene)
    if not came:
        return not_tried("needs backups before and after somebody submits")
    told: dict[Moment, set[str]] = {
        look.when: telling(
            (f"{place} of {row.table}", number, came[row.name])
            for row in look.rows
            if row.name in came
            for place, number in row.places.items()
        )
        for look in scene.closely
    }
    lost = {each for each in told[Moment.OPEN] if each.startswith(ROW_NUMBER)}
    lost |= told.get(Moment.CLOSED, set())
    if lost:
        return won(f"the order can be told from {', '.join(sorted(lost))}")
    if until_closing := ", ".join(sorted(told[Moment.OPEN])):
        return limit(f"until closing it shows in the {until_closing}; after it nowhere")
    return held("no place that storage knows says who came before whom")


ATTACK = Attack(
    "order-by-place",
    "Tell the order of people from row number, ctid, xmin or place in the file",
    run,
)
