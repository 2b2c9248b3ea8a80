"""A release as evidence: its cells and facts, to look things up in or compute from."""

from collections.abc import Collection

from peeraudit.audit.facts import Facts
from peeraudit.consensus.evidence import Evidence
from peeraudit.disclosure.cells import Cells
from peeraudit.instrument.definition import Form
from peeraudit.instrument.frozen import Group
from peeraudit.questionnaire.questions import Asking
from peeraudit.release.release import Release
from peeraudit.release.sources import Earlier, PooledTeam


def evidence_of(release: Release) -> Evidence:
    """Return everything that rules may look at in a release."""
    groups = [count.group for count in release.groups]
    cells = Cells(release.groups, release.cells, release.withheld)
    earlier = _earlier(release, release.earlier) if release.earlier else None
    asking = asking_of(release, groups)
    return Evidence(asking, Facts(release.facts), cells, earlier)


def asking_of(
    release: Release, groups: Collection[Group], form: Form | None = None
) -> Asking:
    """Return whom an audit asked and how much."""
    return Asking(
        release.instrument.content,
        form or release.audit.form,
        frozenset(groups),
        frozenset(),
        release.audit.words,
    )


def guesses_of(release: Release, team: PooledTeam) -> Evidence:
    """Return what other groups of a pooled team say, and think of the pooled group."""
    return Evidence(
        asking_of(release, tuple(Group)), Facts(), Cells((), team.guesses, ())
    )


def _earlier(release: Release, earlier: Earlier) -> Evidence:
    """Return the round before as far as a change may be told."""
    groups = [count.group for count in earlier.groups]
    asking = asking_of(release, groups, earlier.form)
    return Evidence(asking, Facts(), Cells(earlier.groups, earlier.cells, ()))
