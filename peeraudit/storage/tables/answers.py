"""What people send, sealed, and the codes with which they do.

None has a row number or a time in SQLite, so that the order in which people answered
is not kept beside them.
"""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from peeraudit.storage.tables.base import Base


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
