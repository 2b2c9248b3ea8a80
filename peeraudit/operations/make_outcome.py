"""What closing makes of the boxes: cells, and what waits, sealed again."""

import hashlib
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from peeraudit.audit.audit import Audit, State
from peeraudit.audit.rounds import is_launched
from peeraudit.disclosure.against_tally import finer_than_counted
from peeraudit.disclosure.cells import Cells
from peeraudit.disclosure.disclose import disclose
from peeraudit.disclosure.pooling import open_to_pooling
from peeraudit.instrument.definition import Instrument
from peeraudit.instrument.frozen import Group
from peeraudit.operations.installation import Installation
from peeraudit.operations.kept_counts import seal_counts
from peeraudit.operations.launch_record import TermsChanged, record_of
from peeraudit.operations.sitting import make_sitting
from peeraudit.operations.wrong_state import WrongState
from peeraudit.release.comments import Screened, enough_answers, longest
from peeraudit.release.freeze import asking, freeze
from peeraudit.release.release import Release
from peeraudit.release.rounds import earlier_round
from peeraudit.release.sources import Earlier
from peeraudit.release.verify import NotVerified, verify
from peeraudit.response.answers import Comment
from peeraudit.response.responses import Response, Scope, read_response, unpack
from peeraudit.sealing.boxes import Unreadable, unseal
from peeraudit.sealing.comments import seal_comment
from peeraudit.sealing.keys import KeyKind
from peeraudit.storage import audits, boxes, releases
from peeraudit.tally.counts import count


class UnreadableBoxes(RuntimeError):
    """Boxes that the audit's key does not open."""


@dataclass(frozen=True, slots=True, repr=False)
class Outcome:
    """What becomes of an audit's answers: all of it safe to write down."""

    release: Release
    tallies: Mapping[Group, bytes]
    """Sealed counts of the groups that are open to a view over teams."""
    comments: tuple[bytes, ...]
    """Sealed, shuffled over the whole audit; none where too few people answered."""


def make_outcome(installation: Installation, audit: Audit) -> Outcome:
    """Open the boxes in memory, and keep nothing of them but cells and sealed counts.

    Raises
    ------
    KeyLost, UnreadableBoxes, TermsChanged, NotVerified
        As :func:`peeraudit.operations.close_audit.close_audit` says.
    """
    instrument = installation.instrument(audit.instrument)
    with installation.database.reading() as connection:
        sealed = boxes.all_of(connection, audit.id)
        launched = audits.launched(connection, audit.id)
        # After the boxes: they are all there while it is closing.
        now = audits.find(connection, audit.id)
    if launched is None:
        raise WrongState(f"audit {audit.id} was never launched")
    if now is None or now.state is not State.CLOSING:
        raise WrongState(f"audit {audit.id} has been closed by another process")
    record_of(installation, audit, launched)
    responses = _opened(installation, audit, instrument, sealed, launched)
    here = [each for each in responses if each.scope is not Scope.ONLY_POOLED]
    cells = _cells(audit, instrument, here)
    earlier = _earlier(installation, audit)
    release = freeze(audit, instrument, cells, launched.promise_words, earlier)
    if wrong := verify(release):
        raise NotVerified("; ".join(wrong))
    return Outcome(
        release,
        dict(_tallies(installation, audit, instrument, cells, responses)),
        _comments(installation, audit, launched, release, here),
    )


def _opened(
    installation: Installation,
    audit: Audit,
    instrument: Instrument,
    sealed: list[bytes],
    launched: audits.Launched,
) -> list[Response]:
    """Open every box, in no order; two that are the same are one and a copy of it."""
    key = installation.keys.read(audit.id, KeyKind.ANSWERS)
    boxes_now = set(sealed)
    try:
        opened = [unpack(unseal(key, box)) for box in boxes_now]
    except Unreadable as error:
        raise UnreadableBoxes(
            f"a box of audit {audit.id} does not open: the key or the database is "
            "damaged. Restore both to where they fit, then close again."
        ) from error
    _hold_to_the_same(installation, audit, boxes_now)
    secrets.SystemRandom().shuffle(opened)
    asked = {
        group: make_sitting(audit, group, instrument, launched).by_topic
        for group in audit.promise.group
    }
    # A spent code that somebody put back into the database counts once all the same.
    sheets = {sheet.token: sheet for sheet in opened}.values()
    return [read_response(asked[sheet.group], sheet.draft) for sheet in sheets]


def _hold_to_the_same(
    installation: Installation, audit: Audit, boxes_now: set[bytes]
) -> None:
    """Open one set of boxes only, ever.

    Whoever can write the database could otherwise make closing fail after the cells,
    read them, and close again with one real box among boxes of their own.
    """
    digest = hashlib.sha256(b"".join(sorted(boxes_now))).digest()
    installation.keys.keep(audit.id, KeyKind.INBOX, digest)
    if installation.keys.read(audit.id, KeyKind.INBOX) != digest:
        raise TermsChanged(
            f"audit {audit.id}: the inbox holds other boxes than when it was closed "
            "first. Nothing is released. Restore the boxes from a backup of that time."
        )


def _cells(audit: Audit, instrument: Instrument, here: list[Response]) -> Cells:
    """Turn what counts in this team's report into cells, and look at them twice."""
    tallies = count(here, asking(audit, instrument))
    cells = disclose(tallies, audit.promise, instrument)
    floor = audit.promise.floor
    finer = list(finer_than_counted(cells, tallies, floor, instrument.reading))
    if finer:
        raise NotVerified("; ".join(finer))
    return cells


def _earlier(installation: Installation, audit: Audit) -> Earlier | None:
    """Return what may be taken up of the team's round before.

    Never of one before that: who joined or left was told since the last. So there is
    nothing to take up where the last has no report, as when its key was lost.
    """
    with installation.database.reading() as connection:
        before = [
            each
            for each in audits.rounds(connection, audit.id)
            if is_launched(each) and each.promise.closes_at < audit.promise.closes_at
        ]
        last = max(before, key=lambda each: each.promise.closes_at, default=None)
        if last is None or last.state is not State.RELEASED:
            return None
        release = releases.find(connection, last.id)
    return earlier_round(release, audit) if release else None


def _tallies(
    installation: Installation,
    audit: Audit,
    instrument: Instrument,
    cells: Cells,
    responses: list[Response],
) -> Iterator[tuple[Group, bytes]]:
    """Yield sealed counts of everyone in each group that has no cell of its own."""
    groups = open_to_pooling(audit.promise, cells)
    who = asking(audit, instrument)
    tallies = count(responses, who) if groups else None
    for told in cells.groups:
        if tallies is not None and told.group in groups:
            yield told.group, seal_counts(installation, audit, who, tallies, told)


def _comments(
    installation: Installation,
    audit: Audit,
    launched: audits.Launched,
    release: Release,
    here: list[Response],
) -> tuple[bytes, ...]:
    """Seal the comments for their reader, if enough people answered."""
    if not (audit.promise.comments and enough_answers(release.groups)):
        return ()
    key = installation.web_keys.read(audit.id, KeyKind.COMMENTS)
    length = longest(release.instrument.content.comments)
    return tuple(
        seal_comment(
            Screened(words, mark=secrets.token_hex(8)).pack(),
            length,
            public=launched.comments_key,
            key=key,
        )
        for words in _shuffled(here)
    )


def _shuffled(here: list[Response]) -> list[str]:
    """Return what people wrote, over all groups, in no order."""
    words = [
        answer.words
        for response in here
        for answer in response.answers.values()
        if isinstance(answer, Comment)
    ]
    secrets.SystemRandom().shuffle(words)
    return words
