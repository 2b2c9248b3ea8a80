"""Audits, their teams and instruments, and what they are released as."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from peeraudit.storage.tables.base import Base


class OrganisationRow(Base):
    """A trust or a partner."""

    __tablename__ = "organisation"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)


class TeamRow(Base):
    """A team, with its own words for its peer workers."""

    __tablename__ = "team"

    id: Mapped[str] = mapped_column(primary_key=True)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"))
    name: Mapped[str]
    service: Mapped[str] = mapped_column(server_default="")
    """The part of the organisation it belongs to; empty where nobody has said."""
    peer_worker: Mapped[str]
    peer_workers: Mapped[str]


class InstrumentRow(Base):
    """An exact instrument that an audit was launched with, by its digest."""

    __tablename__ = "instrument"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    content: Mapped[str] = mapped_column(Text)


class AuditRow(Base):
    """An audit: its promise, its facts, and the words that people read."""

    __tablename__ = "audit"

    id: Mapped[str] = mapped_column(primary_key=True)
    team_id: Mapped[str] = mapped_column(ForeignKey("team.id"))
    instrument_digest: Mapped[str] = mapped_column(ForeignKey("instrument.digest"))
    words: Mapped[str] = mapped_column(Text)
    mode: Mapped[str]
    form: Mapped[str]
    state: Mapped[str] = mapped_column(index=True)
    promise: Mapped[str] = mapped_column(Text)
    promise_words: Mapped[str | None] = mapped_column(Text)
    facts: Mapped[str] = mapped_column(Text)
    opened_at: Mapped[datetime | None]
    report_address: Mapped[str | None] = mapped_column(unique=True)
    report_open: Mapped[bool] = mapped_column(default=True)
    box_length: Mapped[int | None]
    comments_key: Mapped[bytes | None]
    """Comments are sealed to it; none but their reader's code opens them."""
    reader: Mapped[bytes | None] = mapped_column(
        LargeBinary(32), index=True, unique=True
    )
    """The hash of the code of whoever reads comments first."""
    terms_seal: Mapped[bytes | None] = mapped_column(LargeBinary(32))
    """Shows that promise, words and all else were not changed since the launch."""
    screen_until: Mapped[datetime | None]
    """When comments that have not been read are destroyed; none before closing."""


class ExtensionRow(Base):
    """A later closing time that was asked for; the worker writes it into the audit."""

    __tablename__ = "extension"

    audit_id: Mapped[str] = mapped_column(ForeignKey("audit.id"), primary_key=True)
    closes_at: Mapped[datetime]
    seal: Mapped[bytes] = mapped_column(LargeBinary(32))
    """Shows that the website asked for it, and of which terms."""


class ProgressRow(Base):
    """How many quarters of a large group had answered when the day's count was made."""

    __tablename__ = "progress"

    audit_id: Mapped[str] = mapped_column(ForeignKey("audit.id"), primary_key=True)
    group: Mapped[str] = mapped_column(primary_key=True)
    quarters: Mapped[int]
    counted_at: Mapped[datetime]


class ReleaseRow(Base):
    """A release, in its canonical JSON; unread while comments wait for their reader."""

    __tablename__ = "release"

    audit_id: Mapped[str] = mapped_column(ForeignKey("audit.id"), primary_key=True)
    hash: Mapped[str] = mapped_column(String(64))
    content: Mapped[str] = mapped_column(Text)


class DocumentRow(Base):
    """A release told as a file, made once by the worker."""

    __tablename__ = "document"

    audit_id: Mapped[str] = mapped_column(ForeignKey("audit.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[bytes]


class LedgerRow(Base):
    """What a release stands on: a group of an audit feeds one release, ever."""

    __tablename__ = "ledger"

    audit_id: Mapped[str] = mapped_column(primary_key=True)
    """No foreign key: what a view stands on is told when the audit is erased, too."""
    group: Mapped[str] = mapped_column(primary_key=True)
    feeds: Mapped[str]
    """The audit itself, or the id of a pooled view."""
    frozen_at: Mapped[datetime]


class PooledViewRow(Base):
    """A release over several teams, made by a person, once."""

    __tablename__ = "pooled_view"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    group: Mapped[str]
    made_at: Mapped[datetime]
    hash: Mapped[str] = mapped_column(String(64))
    content: Mapped[str] = mapped_column(Text)
