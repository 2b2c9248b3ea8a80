"""Freeze a release: compute all that follows from the cells, once, and hash it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from peeraudit.audit.audit import Audit
from peeraudit.audit.promise_words import LONDON
from peeraudit.consensus.derive import Derived, derive
from peeraudit.consensus.practice import PracticeMap
from peeraudit.disclosure.cells import Cells
from peeraudit.instrument.definition import Instrument
from peeraudit.instrument.frozen import Group
from peeraudit.questionnaire.questions import Asking
from peeraudit.release.evidence import evidence_of
from peeraudit.release.release import (
    FORMAT,
    AuditSummary,
    InstrumentCopy,
    PromiseCopy,
    Release,
    sealed,
)
from peeraudit.release.sources import Earlier

NOTHING_DERIVED = Derived((), (), (), PracticeMap((), 0, 0, None), ())
"""Before anything is computed."""


def asking(audit: Audit, instrument: Instrument) -> Asking:
    """Return whom an audit asks and how much."""
    return Asking(
        instrument,
        audit.form,
        frozenset(audit.promise.group),
        audit.promise.commenting,
        audit.team.words,
    )


def freeze(
    audit: Audit,
    instrument: Instrument,
    cells: Cells,
    promise_words: Mapping[Group, tuple[str, ...]],
    earlier: Earlier | None = None,
) -> Release:
    """Return the release of an audit."""
    promise = audit.promise
    release = Release(
        FORMAT,
        summary(audit),
        InstrumentCopy(audit.instrument, instrument),
        PromiseCopy(
            promise.floor,
            promise.closes_at,
            promise.pooling,
            promise.comments_read_by,
            promise_words,
            promise.shared_links,
        ),
        cells.groups,
        audit.facts.answers,
        cells.cells,
        cells.withheld,
        NOTHING_DERIVED,
        (),
        earlier=earlier,
    )
    derived, found = derive(evidence_of(release))
    return sealed(replace(release, derived=derived, findings=found))


def summary(audit: Audit) -> AuditSummary:
    """Return which audit it is."""
    opened = audit.opened_at or audit.promise.closes_at
    return AuditSummary(
        audit.team.organisation,
        audit.team.name,
        audit.team.words,
        audit.mode,
        audit.form,
        opened.astimezone(LONDON).date(),
        audit.promise.closes_at.astimezone(LONDON).date(),
        audit.team.service,
    )


def with_comments(release: Release, comments: Sequence[str]) -> Release:
    """Return a release that nobody has seen yet, with what its reader let through."""
    return sealed(replace(release, comments=tuple(comments)))
