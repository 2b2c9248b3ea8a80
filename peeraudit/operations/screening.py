"""Comments before they are shown: read by one person, who can only take words out."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from peeraudit.audit.audit import Audit, State
from peeraudit.operations.installation import Installation
from peeraudit.operations.wrong_state import WrongState
from peeraudit.release.comments import Screened, longest, strike_out, unpack
from peeraudit.release.freeze import with_comments
from peeraudit.release.verify import NotVerified, verify
from peeraudit.sealing.codes import fingerprint
from peeraudit.sealing.comments import open_comment, reader_pair, seal_comment
from peeraudit.sealing.keys import KeyKind
from peeraudit.storage import audits, comments, releases


class WordsAdded(ValueError):
    """Words that their writer did not write."""


class ShownOtherwise(ValueError):
    """Comments that are not any more as their reader saw them last."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A comment that waits, and what it is called until it is published."""

    id: str
    comment: Screened


@dataclass(frozen=True, slots=True)
class Screening:
    """What the reader of an audit's comments has before them."""

    audit: Audit
    until: datetime | None
    """When all of it is destroyed; none before the audit has closed."""
    waiting: tuple[Waiting, ...] = ()

    @property
    def undecided(self) -> int:
        """How many comments are still to be read."""
        return sum(not each.comment.decided for each in self.waiting)

    @property
    def kept(self) -> tuple[str, ...]:
        """What is left of the comments, where something is."""
        return tuple(each.comment.kept for each in self.waiting if each.comment.kept)

    @property
    def seen(self) -> str:
        """A SHA-256 of what its reader has before them, to be published or not."""
        told = [[each.id, each.comment.kept] for each in self.waiting]
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def read_comments(installation: Installation, code: str) -> Screening | None:
    """Return what a reader's code opens; nothing where it is no such code."""
    with installation.database.reading() as connection:
        found = _audit_of(connection, code)
        if found is None:
            return None
        audit, until = found
        if audit.state is not State.SCREENING:
            return Screening(audit, until)
        sealed = comments.all_of(connection, audit.id)
    return Screening(audit, until, _opened(installation, audit, code, sealed))


def _opened(
    installation: Installation, audit: Audit, code: str, sealed: Mapping[bytes, bytes]
) -> tuple[Waiting, ...]:
    """Open what waits; a row that somebody copied is the same comment once."""
    key = installation.web_keys.read(audit.id, KeyKind.COMMENTS)
    waiting: dict[str, Waiting] = {}
    for each, box in sealed.items():
        comment = unpack(open_comment(box, code=code, key=key))
        waiting.setdefault(comment.mark, Waiting(each.hex(), comment))
    return tuple(waiting.values())


def decide_comment(
    installation: Installation, code: str, comment: str, left: str
) -> None:
    """Keep what its reader leaves of a comment, sealed again as it was.

    Raises
    ------
    WordsAdded
        If it has words that were not written.
    WrongState
        If there is no such comment any more.
    """
    screening = _screening(installation, code)
    found = {each.id: each.comment for each in screening.waiting}.get(comment)
    if found is None:
        raise WrongState("this comment is not waiting any more")
    kept = strike_out(found.written, left) if left.strip() else ""
    if kept is None:
        raise WordsAdded
    decided = replace(found, decided=True, kept=kept)
    instrument = installation.instrument(screening.audit.instrument)
    sealed = seal_comment(
        decided.pack(),
        longest(instrument.comments),
        public=reader_pair(code).public,
        key=installation.web_keys.read(screening.audit.id, KeyKind.COMMENTS),
    )
    with installation.database.transaction() as connection:
        audit = _still_waiting(connection, screening.audit.id)
        if not comments.replace(connection, audit.id, bytes.fromhex(comment), sealed):
            raise WrongState("this comment is not waiting any more")


def publish_comments(installation: Installation, code: str, seen: str) -> None:
    """Publish the release with what is left of the comments.

    Parameters
    ----------
    seen
        The :attr:`Screening.seen` of what its reader looked at: nothing else is
        published, whoever wrote to the database since.

    Raises
    ------
    WrongState
        If a comment has not been read, or the release is out already.
    ShownOtherwise
        If a comment is another than its reader saw.
    """
    audit = _screening(installation, code).audit
    with installation.database.transaction() as connection:
        audit = _still_waiting(connection, audit.id)
        sealed = comments.all_of(connection, audit.id)
        waiting = _opened(installation, audit, code, sealed)
        screening = Screening(audit, None, waiting)
        if screening.undecided:
            raise WrongState(f"{screening.undecided} comments have not been read yet")
        if screening.seen != seen:
            raise ShownOtherwise
        _release(connection, audit, screening.kept)


def release_unread(installation: Installation, audit: str, *, at: datetime) -> None:
    """Publish the release without comments once their time is over.

    Raises
    ------
    WrongState
        If their reader still has time.
    """
    if not is_overdue(installation, audit, at=at):
        raise WrongState(f"the comments of audit {audit} may still be read")
    with installation.database.transaction() as connection:
        _release(connection, _still_waiting(connection, audit), ())


def is_overdue(installation: Installation, audit: str, *, at: datetime) -> bool:
    """Say whether the time is over in which comments could be read."""
    with installation.database.reading() as connection:
        launched = audits.launched(connection, audit)
    until = launched.screen_until if launched else None
    return until is not None and at >= until


def _audit_of(
    connection: Connection, code: str
) -> tuple[Audit, datetime | None] | None:
    """Return the audit whose comments are read with a code, and until when."""
    name = audits.read_by(connection, fingerprint(code))
    audit = audits.find(connection, name) if name else None
    launched = audits.launched(connection, name) if name else None
    return (audit, launched.screen_until) if audit and launched else None


def _screening(installation: Installation, code: str) -> Screening:
    """Return what waits for a reader, or raise where nothing does."""
    screening = read_comments(installation, code)
    if screening is None or screening.audit.state is not State.SCREENING:
        raise WrongState("no comments are waiting to be read")
    return screening


def _still_waiting(connection: Connection, audit: str) -> Audit:
    """Return an audit whose release waits, and let nobody else change that."""
    found = audits.find(connection, audit, locked=True)
    if found is None or found.state is not State.SCREENING:
        raise WrongState(f"the release of audit {audit} is out already")
    return found


def _release(connection: Connection, audit: Audit, kept: Sequence[str]) -> None:
    """Let everyone read the release, and delete every comment that waited."""
    release = releases.find(connection, audit.id)
    if release is None:
        raise WrongState(f"audit {audit.id} has no release")
    final = with_comments(release, kept)
    if wrong := verify(final):
        raise NotVerified("; ".join(wrong))
    releases.replace(connection, audit.id, final)
    comments.forget(connection, audit.id)
    audits.enter(connection, audit.id, State.RELEASED)
