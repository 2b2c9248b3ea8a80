"""Who is asked by mail, and mail that waits: every address sealed to the worker alone.

None of the rows that hold an address has a row number or a time in SQLite, nor a code
beside it that anybody but the worker could read.
"""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from peeraudit.storage.tables.base import Base


class AskedByMailRow(Base):
    """How many people of a group are asked by mail."""

    __tablename__ = "asked_by_mail"

    audit_id: Mapped[str] = mapped_column(ForeignKey("audit.id"), primary_key=True)
    group: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int]


class Sealed:
    """Something with an address in it, under a random id."""

    id: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    audit_id: Mapped[str] = mapped_column(ForeignKey("audit.id"), index=True)
    state: Mapped[str]
    """Whether it waits, or what became of it."""
    sealed: Mapped[bytes]


class MailRequestRow(Sealed, Base):
    """Something that the worker is to do with an address, which the website sealed."""

    __tablename__ = "mail_request"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012


class MailAddressRow(Sealed, Base):
    """The address of somebody who was asked: waits for the mail that closes all."""

    __tablename__ = "mail_address"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012


class OutboxRow(Sealed, Base):
    """A mail that has not been handed over yet; goes when the mail server has it."""

    __tablename__ = "outbox"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012


class MailingRow(Base):
    """A mail to everyone asked that was ordered, or is made by itself when due."""

    __tablename__ = "mailing"

    audit_id: Mapped[str] = mapped_column(ForeignKey("audit.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    ordered_at: Mapped[datetime]
    is_made: Mapped[bool]
    """Whether it lies in the outbox, or has gone from it."""
