"""The round before: what of it a release may take up, to tell what has changed."""

from collections.abc import Iterator

from peeraudit.audit.audit import Audit
from peeraudit.audit.promise import GroupPromise
from peeraudit.audit.rounds import may_tell_change
from peeraudit.disclosure.cells import GroupCount
from peeraudit.instrument.definition import Mode
from peeraudit.release.release import Release
from peeraudit.release.sources import Earlier


def earlier_round(before: Release, audit: Audit) -> Earlier | None:
    """Return what may be taken up of the release of the same team before ``audit``.

    Only in-post rounds are compared, only with the very same questions, and only groups
    of which one or two who came or left could not be read.
    """
    modes = {before.audit.mode, audit.mode}
    if before.instrument.hash != audit.instrument or Mode.BEFORE_START in modes:
        return None
    promised = audit.promise.group
    told = tuple(
        count
        for count in before.groups
        if count.group in promised and _may_tell(count, promised[count.group])
    )
    groups = {count.group for count in told}
    cells = tuple(cell for cell in before.cells if cell.group in groups)
    if not cells:
        return None
    return Earlier(
        before.hash,
        before.audit.closed_on,
        before.audit.form,
        told,
        {group: promised[group].changed for group in sorted(groups)},
        cells,
    )


def unfit(release: Release) -> Iterator[str]:
    """Yield the groups of which a release tells a change that it may not tell."""
    if release.earlier is None:
        return
    now = {count.group: count for count in release.groups}
    told = {count.group for count in release.earlier.groups}
    for then in release.earlier.groups:
        changed = release.earlier.changed.get(then.group)
        current = now.get(then.group)
        if current is None or not _may_tell(
            then, GroupPromise(then.group, current.asked, current.mode, changed)
        ):
            yield f"earlier: a change of {then.group} that may not be told"
    for cell in release.earlier.cells:
        if cell.group not in told:
            yield f"earlier: a cell of {cell.group}, whose change may not be told"


def _may_tell(then: GroupCount, now: GroupPromise) -> bool:
    """Say whether a group can be compared, by its numbers and modes."""
    alike = then.mode.is_open == now.mode.is_open
    return alike and may_tell_change(then.asked, now)
