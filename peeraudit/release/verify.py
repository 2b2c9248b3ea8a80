"""Check a release by itself: everything derived follows from its cells, and no cell is
finer than the numbers of its group allow.

It needs nothing but the release, which carries its whole instrument. A hash that fits
shows that nothing was damaged on the way; it does not show who made the release.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from peeraudit.audit.promise import FLOORS
from peeraudit.consensus.derive import derive
from peeraudit.consensus.findings import Finding
from peeraudit.disclosure.cells import GroupCount, ThemeCell
from peeraudit.disclosure.classes import UnprovedClasses, refuse_unproved
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.library import digest as instrument_digest
from peeraudit.questionnaire.questions import Asking, QuestionKey, keys
from peeraudit.release import comments, pooled, rounds
from peeraudit.release.allowed import Allowed, Told
from peeraudit.release.evidence import asking_of, evidence_of
from peeraudit.release.release import FORMAT, Release, digest, to_json


class NotVerified(RuntimeError):
    """A release that must not be published, and every reason why."""


def verify(release: Release) -> tuple[str, ...]:
    """Return what is wrong with a release, a line each; nothing where it holds."""
    too_much = tuple(_too_much(release))
    wrong = (*_damage(release), *too_much)
    # From cells that cannot be, nothing can be computed.
    return wrong if too_much else (*wrong, *_not_recomputed(release))


def unread(text: str, release: Release) -> Iterator[str]:
    """Yield that a file holds more than the release that was read from it."""
    if _all_of(text) != _all_of(to_json(release)):
        yield "file: it holds something that is no part of a release"


def _all_of(text: str) -> object:
    """Read everything: of two values under one name, a dict has the last alone."""
    return json.loads(
        text,
        object_pairs_hook=lambda pairs: tuple(
            sorted(pairs, key=lambda pair: str(pair[0]))
        ),
    )


def _damage(release: Release) -> Iterator[str]:
    """Yield what does not fit its own hash or format."""
    if release.format != FORMAT:
        yield f"format: {release.format!r} is not {FORMAT}"
    if digest(release) != release.hash:
        yield "hash: the content is not what the hash was made of"
    if instrument_digest(release.instrument.content) != release.instrument.hash:
        yield "instrument: it is not the one that its hash names"


def _too_much(release: Release) -> Iterator[str]:
    """Yield everything that says more than numbers and promise allow."""
    try:
        refuse_unproved(release.instrument.content.reading)
    except UnprovedClasses as error:
        yield f"instrument: {error}, where it is not proved safe"
    now = Allowed(
        release.instrument.content,
        release.promise.floor,
        is_pooled=release.pooled is not None,
    )
    asking = asking_of(release, [count.group for count in release.groups])
    told = (*release.cells, *release.withheld)
    yield from _too_much_of_groups(told, release.groups, asking, now)
    yield from _too_much_of_the_round_before(release)
    yield from rounds.unfit(release)
    yield from pooled.faults(release)
    yield from comments.faults(release)


def _too_much_of_the_round_before(release: Release) -> Iterator[str]:
    """Yield what is taken up of the round before, and could not stand in its release.

    Its floor may have been another, and it may have asked more groups.
    """
    if (earlier := release.earlier) is not None:
        then = Allowed(release.instrument.content, min(FLOORS))
        asking = asking_of(release, tuple(Group), earlier.form)
        wrong = _too_much_of_groups(earlier.cells, earlier.groups, asking, then)
        yield from (f"earlier: {each}" for each in wrong)


def _too_much_of_groups(
    everything: Sequence[Told],
    groups: Sequence[GroupCount],
    asking: Asking,
    allowed: Allowed,
) -> Iterator[str]:
    """Yield numbers, cells and withheld things that tell what they may not."""
    names = Counter(map(_name, everything))
    yield from (f"{name}: told twice" for name, times in names.items() if times > 1)
    counts = {count.group: count for count in groups}
    asked = {group: set(keys(asking, group)) for group in counts}
    for count in groups:
        yield from (f"{count.group}: {wrong}" for wrong in allowed.number(count))
    for told in everything:
        key = _key(told)
        if told.group not in counts:
            yield f"{_name(told)}: a group that was not asked"
        elif key is not None and key not in asked[told.group]:
            yield f"{_name(told)}: a question that was not asked"
        else:
            faults = allowed.told(told, counts[told.group])
            yield from (f"{_name(told)}: {wrong}" for wrong in faults)


def _key(told: Told) -> QuestionKey | None:
    """Return the question that something is told of; none of a theme or a group."""
    if isinstance(told, ThemeCell) or told.item is None:
        return None
    return QuestionKey(told.item, told.about)


def _name(told: Told) -> str:
    """Return what something is called in a list of faults."""
    about = told.theme if isinstance(told, ThemeCell) else _key(told) or "as a whole"
    return f"{told.group}, {about}"


def _not_recomputed(release: Release) -> Iterator[str]:
    """Yield every derived part that does not follow from the cells."""
    derived, findings = derive(evidence_of(release))
    for part in ("themes", "gaps", "blind_spots", "practice", "purposes"):
        if getattr(derived, part) != getattr(release.derived, part):
            yield f"derived: {part} do not follow from the cells"
    if release.pooled is not None:
        yield from pooled.computed_again(release)
        return
    yield from _findings_that_do_not_follow(release, findings)


def _findings_that_do_not_follow(
    release: Release, findings: Sequence[Finding]
) -> Iterator[str]:
    """Yield every finding that is told and does not follow, or is not told."""
    told = {finding.rule: finding for finding in release.findings}
    for finding in findings:
        if told.pop(finding.rule, None) != finding:
            yield f"findings: {finding.rule} does not follow from the cells"
    for rule in told:
        yield f"findings: {rule} is no rule of this instrument"
