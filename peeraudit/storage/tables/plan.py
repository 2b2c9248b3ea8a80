"""What teams agreed and will do, and the record of what managers did."""

from datetime import date

from sqlalchemy import Date, ForeignKey, LargeBinary, Text
from sqlalchemy.orm import Mapped, mapped_column

from peeraudit.storage.tables.base import Base


class MeetingRow(Base):
    """The meeting after an audit."""

    __tablename__ = "meeting"

    audit_id: Mapped[str] = mapped_column(ForeignKey("audit.id"), primary_key=True)
    held_on: Mapped[date] = mapped_column(Date)
    who: Mapped[str] = mapped_column(Text)
    is_published: Mapped[bool]


class AgreementRow(Base):
    """What a team agreed about one practice."""

    __tablename__ = "agreement"

    audit_id: Mapped[str] = mapped_column(ForeignKey("audit.id"), primary_key=True)
    practice: Mapped[str] = mapped_column(primary_key=True)
    verdict: Mapped[str]
    sentence: Mapped[str] = mapped_column(Text)
    agreed_on: Mapped[date] = mapped_column(Date)


class ActionRow(Base):
    """One thing that a team will do."""

    __tablename__ = "action"

    id: Mapped[str] = mapped_column(primary_key=True)
    audit_id: Mapped[str] = mapped_column(ForeignKey("audit.id"), index=True)
    finding: Mapped[str]
    what: Mapped[str] = mapped_column(Text)
    owner: Mapped[str]
    remind: Mapped[str]
    due: Mapped[date] = mapped_column(Date, index=True)
    measure: Mapped[str] = mapped_column(Text)
    status: Mapped[str]
    notes: Mapped[str] = mapped_column(Text)
    is_published: Mapped[bool]
    reminded: Mapped[str]
    """Which reminders have gone, so that none goes twice; empty before the first."""


class RecordRow(Base):
    """One thing that somebody who manages did. Rows are added and never changed."""

    __tablename__ = "record"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    day: Mapped[date] = mapped_column(Date, index=True)
    """Not the minute: it could be joined with what somebody sent then."""
    act: Mapped[str]
    account_id: Mapped[str]
    """No foreign key: an entry outlives the account."""
    by: Mapped[str]
    team_id: Mapped[str] = mapped_column(index=True)
    audit_id: Mapped[str]
    about: Mapped[str] = mapped_column(Text)
    seal: Mapped[bytes] = mapped_column(LargeBinary(32))
    """A mark of all of it and of the seal before: a change or a gap shows."""
