"""Check a release by itself: everything derived follows from its cells, and no cell is
finer than the numbers of its group allow.

It needs nothing but the release, which carries its whole instrument. A hash that fits
shows that nothing was damaged on the way; it does not show who made the release.
"""

from collections.abc import Iterator

from peeraudit.audit.facts import Facts
from peeraudit.audit.promise import GroupMode
from peeraudit.consensus.derive import derive
from peeraudit.consensus.evidence import Evidence
from peeraudit.disclosure.cells import (
    Cell,
    Cells,
    ClassReading,
    GroupCount,
    ThemeCell,
)
from peeraudit.disclosure.classes import FINE_FROM, SHARES_FROM
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.library import digest as instrument_digest
from peeraudit.questionnaire.questions import Asking, QuestionKey, keys
from peeraudit.release.release import FORMAT, Release, digest


class NotVerified(RuntimeError):
    """A release that must not be published, and every reason why."""


def verify(release: Release) -> tuple[str, ...]:
    """Return what is wrong with a release, a line each; nothing where it holds."""
    wrong = (*_damage(release), *_too_fine(release))
    # From cells that cannot be, nothing can be computed.
    return wrong if any(_too_fine(release)) else (*wrong, *_not_recomputed(release))


def _damage(release: Release) -> Iterator[str]:
    """Yield what does not fit its own hash or format."""
    if release.format != FORMAT:
        yield f"format: {release.format!r} is not {FORMAT}"
    if digest(release) != release.hash:
        yield "hash: the content is not what the hash was made of"
    if instrument_digest(release.instrument.content) != release.instrument.hash:
        yield "instrument: it is not the one that its hash names"


def _too_fine(release: Release) -> Iterator[str]:
    """Yield every cell that says more than its group's numbers allow."""
    counts = {count.group: count for count in release.groups}
    asked = {group: frozenset(keys(_asking(release), group)) for group in counts}
    seen: set[tuple[Group, object]] = set()
    for cell in release.cells:
        about = cell.theme if isinstance(cell, ThemeCell) else _key(cell)
        name = f"{cell.group}, {about}"
        if (cell.group, about) in seen:
            yield f"{name}: told twice"
        seen.add((cell.group, about))
        if cell.group not in counts:
            yield f"{name}: a group that was not asked"
        elif isinstance(about, QuestionKey) and about not in asked[cell.group]:
            yield f"{name}: a question that was not asked"
        elif wrong := _allowed(cell, counts[cell.group], release):
            yield f"{name}: {wrong}"


def _allowed(cell: Cell | ThemeCell, count: GroupCount, release: Release) -> str:
    """Say what a cell tells that it may not, if anything."""
    if count.mode is GroupMode.POOLED_ONLY:
        return "the promise shows this group only over several teams"
    if count.mode.is_open:
        return "" if count.answered else "nobody of this group answered"
    if count.answered is None or count.answered < release.promise.floor:
        return f"fewer than {release.promise.floor} answered"
    if isinstance(cell, ThemeCell) or cell.reading.kind in {"exact", "answered"}:
        return "exact, though the group was promised to be anonymous"
    if isinstance(cell.reading, ClassReading):
        return _allowed_class(cell.reading, count.answered, release)
    return ""


def _allowed_class(reading: ClassReading, answered: int, release: Release) -> str:
    """Say what a class tells that so many answers may not."""
    classes = release.instrument.content.reading
    coarse = {each.id for each in classes.coarse_classes}
    fine = {each.id for each in classes.fine_classes}
    if reading.score_class not in coarse | fine:
        return f"no such class as {reading.score_class!r}"
    if reading.score_class not in coarse and answered < FINE_FROM:
        return f"a ten-point class from {answered} answers, not {FINE_FROM}"
    if reading.shares is not None and answered < SHARES_FROM:
        return f"shares from {answered} answers, not {SHARES_FROM}"
    if reading.alike is not None and reading.shares is not None:
        return "both shares and how alike the answers are"
    return ""


def _not_recomputed(release: Release) -> Iterator[str]:
    """Yield every derived part that does not follow from the cells."""
    cells = Cells(release.groups, release.cells, release.withheld)
    evidence = Evidence(_asking(release), Facts(release.facts), cells)
    derived, findings = derive(evidence)
    for part in ("themes", "gaps", "blind_spots", "practice", "purposes"):
        if getattr(derived, part) != getattr(release.derived, part):
            yield f"derived: {part} do not follow from the cells"
    told = {finding.rule: finding for finding in release.findings}
    for finding in findings:
        if told.pop(finding.rule, None) != finding:
            yield f"findings: {finding.rule} does not follow from the cells"
    for rule in told:
        yield f"findings: {rule} is no rule of this instrument"


def _asking(release: Release) -> Asking:
    """Return whom the audit asked and how much."""
    return Asking(
        release.instrument.content,
        release.audit.form,
        frozenset(count.group for count in release.groups),
        release.promise.comments,
        release.audit.words,
    )


def _key(cell: Cell) -> QuestionKey:
    """Return which question a cell is of."""
    return QuestionKey(cell.item, cell.about)
