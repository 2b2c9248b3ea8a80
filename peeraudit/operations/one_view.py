"""One view for what waits, ever: noted beside the keys, where no database reaches.

Whoever can write the database could make the writing of a view fail after they have
read it, or put the counts back, and have another made with one team more or less. Two
such views tell that team.
"""

from collections.abc import Iterable

from peeraudit.disclosure.pooling import CannotPool
from peeraudit.instrument.frozen import Group
from peeraudit.operations.installation import Installation
from peeraudit.operations.kept_counts import pooling_key
from peeraudit.sealing.keys import KeyFolder, KeyKind

OF_ONE_GROUP = (KeyKind.POOLING, KeyKind.TAKEN, KeyKind.TRIED)
"""The key first: without it the notes are about nothing."""


def note_try(installation: Installation, audits: Iterable[str], group: Group) -> None:
    """Note that these teams are tried together, before their counts are opened.

    A refusal tells a little of how many answered. Were every choice of teams allowed
    after it, the refusals together would tell who did not answer at all.

    Raises
    ------
    CannotPool
        If one of them was tried with a team that is not among them now.
    """
    keys, now = installation.keys, set(audits)
    for audit in sorted(now):
        if missing := _noted(keys, audit, group, KeyKind.TRIED) - now:
            raise CannotPool(
                f"{group} of audit {audit} was tried before, together with "
                f"{' and '.join(sorted(missing))}: add teams to those, and take none "
                "away. Which teams can make a view would tell who did not answer."
            )
    for audit in sorted(now):
        keys.destroy(pooling_key(audit, group), KeyKind.TRIED)
        keys.keep(pooling_key(audit, group), KeyKind.TRIED, _note(now))


def note_taken(installation: Installation, audits: Iterable[str], group: Group) -> None:
    """Note that these teams make a view, before any of it is computed.

    Raises
    ------
    CannotPool
        If one of them was taken for a view over others, even if that was never kept.
    """
    keys, now = installation.keys, set(audits)
    for audit in sorted(now):
        keys.keep(pooling_key(audit, group), KeyKind.TAKEN, _note(now))
        if (taken := _noted(keys, audit, group, KeyKind.TAKEN)) != now:
            raise CannotPool(
                f"{group} of audit {audit} was taken for a view over "
                f"{', '.join(sorted(taken))}, which was not finished: make that one. "
                "It can stand in no other."
            )


def destroy_taken(
    installation: Installation, audits: Iterable[str], group: Group
) -> None:
    """Destroy what opened these counts, whatever the database says still waits."""
    for audit in audits:
        for kind in OF_ONE_GROUP:
            installation.keys.destroy(pooling_key(audit, group), kind)


def _note(audits: Iterable[str]) -> bytes:
    return "\n".join(sorted(audits)).encode()


def _noted(keys: KeyFolder, audit: str, group: Group, kind: KeyKind) -> set[str]:
    """Return the audits that a note names; none where there is no note."""
    name = pooling_key(audit, group)
    return (
        set(keys.read(name, kind).decode().split()) if keys.holds(name, kind) else set()
    )
