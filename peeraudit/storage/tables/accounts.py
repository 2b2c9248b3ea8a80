"""Those who manage, and what they set for the whole installation."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, Text
from sqlalchemy.orm import Mapped, mapped_column

from peeraudit.storage.tables.base import Base


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
    seal: Mapped[bytes] = mapped_column(LargeBinary(32))
    """A mark of all of it: what does not fit is as if it were not there."""


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
    invited_by: Mapped[str] = mapped_column(ForeignKey("account.id"))
    """Who offers it: an invitation goes with their right to make it."""
    seal: Mapped[bytes] = mapped_column(LargeBinary(32))
    """A mark of all of it: what does not fit is as if it were not there."""


class PasswordLinkRow(Base):
    """A link by which somebody who cannot sign in chooses another password."""

    __tablename__ = "password_link"

    account_id: Mapped[str] = mapped_column(ForeignKey("account.id"), primary_key=True)
    """One link for one account: a new one takes its place."""
    token: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    until: Mapped[datetime]
    seal: Mapped[bytes] = mapped_column(LargeBinary(32))
    """A mark of all of it: what does not fit is as if it were not there."""


class ManagerSessionRow(Base):
    """A manager who is signed in, or is half way through."""

    __tablename__ = "manager_session"

    token: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("account.id"), index=True)
    made_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    is_complete: Mapped[bool]
    """Whether the second factor was shown too."""
    shown: Mapped[str] = mapped_column(default="")
    """What the trust's own sign-on says was shown to it; empty for a password."""
    seal: Mapped[bytes] = mapped_column(LargeBinary(32))
    """A mark of all of it: what does not fit is as if it were not there."""


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
