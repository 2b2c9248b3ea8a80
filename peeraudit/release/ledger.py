"""The ledger: what every release stands on, so that no answer feeds two."""

from dataclasses import dataclass
from datetime import datetime

from peeraudit.instrument.frozen import Group


class AlreadyReleased(RuntimeError):
    """A group of an audit that another release stands on."""


@dataclass(frozen=True, slots=True)
class Support:
    """A group of an audit, and the release that it feeds."""

    audit: str
    group: Group
    feeds: str
    """The audit itself, or the id of a pooled view."""
    frozen_at: datetime

    def refuse_other(self, feeds: str | None) -> None:
        """Raise :class:`AlreadyReleased` where the same answers feed a release."""
        if feeds is not None:
            raise AlreadyReleased(
                f"{self.group} of audit {self.audit} stands in the release of {feeds} "
                "already: an answer feeds one release, ever"
            )
