"""Make a view over several teams: by a person, on a date, once, never live."""

import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from peeraudit.account.record import COMMAND_LINE, Act, done_by
from peeraudit.account.roles import Account
from peeraudit.audit.audit import Audit, State
from peeraudit.audit.promise import POOLED_FROM_ANSWERS
from peeraudit.disclosure.cells import Cells
from peeraudit.disclosure.pooling import CannotPool, WaitingTeam, pool
from peeraudit.instrument.frozen import Group
from peeraudit.operations.create_audit import LONGEST_NAME, is_a_name
from peeraudit.operations.installation import Installation
from peeraudit.operations.kept_counts import KeptCounts, open_counts
from peeraudit.operations.one_view import destroy_taken, note_taken, note_try
from peeraudit.operations.record_act import record_act
from peeraudit.release.ledger import Support
from peeraudit.release.pooled import freeze_pooled
from peeraudit.release.release import Release
from peeraudit.release.verify import NotVerified, verify
from peeraudit.storage import ledger, pooled_tallies, pooled_views, releases
from peeraudit.storage.pooled_views import PooledView

ONE_TEAM = "two of these audits are of one team: a team counts once"
NOT_ALIKE = "these audits did not ask the same: instrument and form must be one"


@dataclass(frozen=True, slots=True)
class ViewPlan:
    """Which view over teams somebody wants to make."""

    name: str
    group: Group
    audits: tuple[str, ...]


def pool_teams(
    installation: Installation,
    plan: ViewPlan,
    *,
    at: datetime,
    by: Account = COMMAND_LINE,
) -> PooledView:
    """Make and freeze a view over the teams of these audits.

    What it is made of is destroyed with it: no other view can stand on any of it.

    Raises
    ------
    CannotPool
        If the teams are too few, too small, too unequal, or were not asked alike; or
        if a group is not waiting to be pooled. Nothing is lost then.
    AlreadyReleased
        If another release stands on any of it.
    KeyLost
        If a key is gone; the counts of that team are then lost.
    """
    if not is_a_name(plan.name):
        raise CannotPool(f"the name of a view has 1 to {LONGEST_NAME} signs of text")
    found = [installation.audit(audit) for audit in plan.audits]
    view = PooledView(secrets.token_hex(6), plan.name, plan.group, at)
    release = _freeze(installation, plan, found, at)
    with installation.database.transaction() as connection:
        support = (Support(audit.id, plan.group, view.id, at) for audit in found)
        ledger.enter(connection, support)
        for audit in found:
            if not pooled_tallies.drop(connection, audit.id, plan.group):
                raise CannotPool(_not_waiting(audit, plan.group))
        pooled_views.add(connection, view, release)
        entry = done_by(by, Act.POOLED, at, about=plan.name)
        record_act(installation, connection, entry)
    destroy_taken(installation, plan.audits, plan.group)
    installation.database.forget_dead_rows()
    return view


def read_view(installation: Installation, view: str) -> Release | None:
    """Return the release of a view over teams."""
    with installation.database.reading() as connection:
        return pooled_views.find(connection, view)


def list_views(installation: Installation) -> tuple[PooledView, ...]:
    """Return every view over teams, oldest first."""
    with installation.database.reading() as connection:
        return tuple(pooled_views.every(connection))


def waiting_teams(installation: Installation, group: Group) -> tuple[Audit, ...]:
    """Return the audits of which a group waits for a view over teams."""
    with installation.database.reading() as connection:
        waiting = pooled_tallies.waiting(connection, group)
    return tuple(installation.audit(audit) for audit in waiting)


def read_ledger(installation: Installation) -> tuple[Support, ...]:
    """Return what every release stands on, oldest first."""
    with installation.database.reading() as connection:
        return tuple(ledger.every(connection))


def _freeze(
    installation: Installation, plan: ViewPlan, found: Sequence[Audit], at: datetime
) -> Release:
    """Open the counts in memory, and keep nothing of them but cells."""
    if problem := next(_problems(found, plan.group), ""):
        raise CannotPool(problem)
    sealed = _sealed(installation, plan.group, found)
    note_try(installation, plan.audits, plan.group)
    counts = [
        open_counts(installation, audit, plan.group, box)
        for audit, box in sealed.items()
    ]
    if problem := next(_unfit(counts, at), ""):
        raise CannotPool(problem)
    cells = _cells(installation, plan.group, found, counts)
    note_taken(installation, plan.audits, plan.group)
    release = freeze_pooled(
        plan.name,
        _releases(installation, found),
        cells,
        floor=max(POOLED_FROM_ANSWERS, *(each.terms.floor for each in counts)),
        at=at,
    )
    if wrong := verify(release):
        raise NotVerified("; ".join(wrong))
    return release


def _problems(found: Sequence[Audit], group: Group) -> Iterator[str]:
    """Yield why these audits cannot be taken together, before anything is opened."""
    for audit in found:
        if audit.state is not State.RELEASED:
            yield f"audit {audit.id} is {audit.state}, not released"
        if group not in audit.promise.group:
            yield f"audit {audit.id} does not ask {group}"
    if len({audit.team.folded for audit in found}) < len(found):
        yield ONE_TEAM
    if len({(audit.instrument, audit.form) for audit in found}) > 1:
        yield NOT_ALIKE


def _unfit(counts: Sequence[KeptCounts], at: datetime) -> Iterator[str]:
    """Yield why counts cannot be taken together, by what was promised at closing.

    The database says the same, where nobody has written to it since.
    """
    if len({(each.terms.organisation, each.terms.team) for each in counts}) < len(
        counts
    ):
        yield ONE_TEAM
    if len({each.terms.alike for each in counts}) > 1:
        yield NOT_ALIKE
    if any(at >= each.terms.is_over for each in counts):
        yield (
            "the counts of one of these teams were promised to be destroyed by now: "
            "they may not be used any more"
        )


def _sealed(
    installation: Installation, group: Group, found: Sequence[Audit]
) -> Mapping[str, bytes]:
    """Return what waits of each audit, still sealed."""
    sealed = {}
    with installation.database.reading() as connection:
        for audit in found:
            box = pooled_tallies.find(connection, audit.id, group)
            if box is None:
                raise CannotPool(_not_waiting(audit, group))
            sealed[audit.id] = box
    return sealed


def _cells(
    installation: Installation,
    group: Group,
    found: Sequence[Audit],
    counts: Sequence[KeptCounts],
) -> Cells:
    """Add the counts up, and turn them into cells."""
    teams = [
        WaitingTeam(
            each.tallies, each.terms.asked, each.terms.missing, each.terms.floor
        )
        for each in counts
    ]
    return pool(teams, group, installation.instrument(found[0].instrument))


def _releases(installation: Installation, found: Sequence[Audit]) -> list[Release]:
    """Return the teams' own releases."""
    with installation.database.reading() as connection:
        own = [releases.find(connection, audit.id) for audit in found]
    return [release for release in own if release is not None]


def _not_waiting(audit: Audit, group: Group) -> str:
    """Say why a group of an audit is not there to be pooled."""
    return (
        f"{group} of audit {audit.id} is not waiting to be pooled: it is shown in its "
        "own report, stands in another view, or its promise has no pooling"
    )
