"""The tables. None holds an answer, a name or an address; boxes and drafts are sealed.

Codes, drafts and boxes have no row number and no time, so that the order in which
people answered is not kept beside them.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    DateTime,
    Dialect,
    ForeignKey,
    LargeBinary,
    MetaData,
    String,
    Text,
    TypeDecorator,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC, on databases that know time zones and on those that do not."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:  # noqa: ARG002
        """Refuse a time without a zone, and turn any other to UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Read back UTC."""
        if value is None:
            return None
        moment: datetime = value
        return (
            moment.replace(tzinfo=UTC)
            if moment.tzinfo is None
            else moment.astimezone(UTC)
        )


class Base(DeclarativeBase):
    """Every table, with names for constraints that migrations can rely on."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012  # SQLAlchemy types it so
        str: String(200),
        bytes: LargeBinary(),
        datetime: UtcDateTime(),
    }


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


class CodesIssuedRow(Base):
    """How many codes a group was given, so that no more come than people are asked."""

    __tablename__ = "codes_issued"

    audit_id: Mapped[str] = mapped_column(ForeignKey("audit.id"), primary_key=True)
    group: Mapped[str] = mapped_column(primary_key=True)
    issued: Mapped[int]


class CodeRow(Base):
    """The hash of a code that has not been used."""

    __tablename__ = "code"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012

    fingerprint: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    audit_id: Mapped[str] = mapped_column(ForeignKey("audit.id"), index=True)
    group: Mapped[str]
    seal: Mapped[bytes] = mapped_column(LargeBinary(32), server_default="")
    """Shows that the code was issued to this group; none can be made up or moved."""


class DraftRow(Base):
    """A draft that only its owner can open; goes with its code."""

    __tablename__ = "draft"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012

    fingerprint: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    audit_id: Mapped[str] = mapped_column(ForeignKey("audit.id"), index=True)
    sealed: Mapped[bytes]


class BoxRow(Base):
    """One sealed response, under a random id."""

    __tablename__ = "box"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012

    id: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    audit_id: Mapped[str] = mapped_column(ForeignKey("audit.id"), index=True)
    sealed: Mapped[bytes]


class ReceiptRow(Base):
    """That somebody submitted, recognised by nobody but who has code and word.

    So a second press is thanked, and nobody whose answers another device threw away.
    """

    __tablename__ = "receipt"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012

    mark: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    audit_id: Mapped[str] = mapped_column(ForeignKey("audit.id"), index=True)


class CommentRow(Base):
    """One sealed comment that waits to be read, under a random id, without group."""

    __tablename__ = "comment"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012

    id: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    audit_id: Mapped[str] = mapped_column(ForeignKey("audit.id"), index=True)
    sealed: Mapped[bytes]


class PooledTallyRow(Base):
    """The sealed counts of a group that was not shown, until a view over teams."""

    __tablename__ = "pooled_tally"

    audit_id: Mapped[str] = mapped_column(ForeignKey("audit.id"), primary_key=True)
    group: Mapped[str] = mapped_column(primary_key=True)
    sealed: Mapped[bytes]
    keep_until: Mapped[datetime]


class LedgerRow(Base):
    """What a release stands on: a group of an audit feeds one release, ever."""

    __tablename__ = "ledger"

    audit_id: Mapped[str] = mapped_column(ForeignKey("audit.id"), primary_key=True)
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


class AccountRow(Base):
    """Somebody who manages. People who answer have none."""

    __tablename__ = "account"

    id: Mapped[str] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(unique=True)
    """In small letters."""
    name: Mapped[str]
    password: Mapped[str]
    """An argon2id hash; empty for who signs in elsewhere."""
    factor: Mapped[bytes | None]
    """The second factor, locked under a key outside the database."""
    subject: Mapped[str | None] = mapped_column(unique=True)
    """Who it is to the trust's own sign-on."""


class MembershipRow(Base):
    """A role that an account holds, for one team or for the whole trust."""

    __tablename__ = "membership"

    account_id: Mapped[str] = mapped_column(ForeignKey("account.id"), primary_key=True)
    role: Mapped[str] = mapped_column(primary_key=True)
    team_id: Mapped[str] = mapped_column(primary_key=True)
    """Empty for a role over all teams."""


class InvitationRow(Base):
    """An invitation that has not been taken up."""

    __tablename__ = "invitation"

    token: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    email: Mapped[str]
    role: Mapped[str]
    team_id: Mapped[str]
    until: Mapped[datetime]


class ManagerSessionRow(Base):
    """A manager who is signed in, or is half way through."""

    __tablename__ = "manager_session"

    token: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("account.id"), index=True)
    made_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    is_complete: Mapped[bool]
    """Whether the second factor was shown too."""


class FailureRow(Base):
    """How often signing in failed under an address, with an account or without."""

    __tablename__ = "failure"

    address: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    """A hash of the address, so that no list of guessed addresses is kept."""
    number: Mapped[int]
    last: Mapped[datetime]


class SettingRow(Base):
    """A setting of the whole installation, changed by people."""

    __tablename__ = "setting"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str] = mapped_column(Text)


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
