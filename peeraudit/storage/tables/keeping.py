"""How long audits are kept, where somebody has decided or been told."""

from datetime import datetime

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from peeraudit.storage.tables.base import Base


class KeepingRow(Base):
    """What was decided and told about one audit's time; goes with the audit."""

    __tablename__ = "keeping"

    audit_id: Mapped[str] = mapped_column(ForeignKey("audit.id"), primary_key=True)
    until: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(Text)
    noticed_at: Mapped[datetime | None]
    is_mailed: Mapped[bool]
