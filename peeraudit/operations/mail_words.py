"""What the letters of one audit say, and which of them say nothing any more."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from peeraudit.audit.audit import Audit, State
from peeraudit.audit.promise_words import london
from peeraudit.instrument.frozen import Group
from peeraudit.mail import words
from peeraudit.mail.letter import Kind, Letter
from peeraudit.mail.words import Asked, Words
from peeraudit.operations.installation import Installation
from peeraudit.operations.launch_record import record_of
from peeraudit.operations.make_mailings import BEING_READ
from peeraudit.operations.sitting import make_sitting
from peeraudit.operations.wrong_state import WrongState
from peeraudit.storage import audits, mailings
from peeraudit.storage.audits import Launched

KEPT_FOR = timedelta(days=14)
"""How long the last mail is tried; then addresses are destroyed all the same."""


@dataclass(frozen=True, slots=True)
class Writer:
    """What every letter of an audit has in it."""

    audit: Audit
    site_url: str
    report_address: str
    asked: Mapping[Group, Asked]
    screen_until: datetime | None
    report_ordered_at: datetime | None

    def words(self, letter: Letter) -> Words:
        """Return a letter as it is read."""
        report = f"{self.site_url}/r/{self.report_address}"
        match letter.kind:
            case Kind.INVITATION:
                link = f"{self.site_url}/a/{letter.code}"
                asked = self.asked[letter.to.group]
                return words.invitation(self.audit, asked, link, report)
            case Kind.REMINDER:
                return words.reminder(self.audit, report)
            case Kind.EXTENSION:
                return words.extension(self.audit, report)
            case Kind.REPORT:
                return words.report_out(self.audit, report)
            case Kind.LATE:
                return self._late(letter, report)

    def is_over(self, letter: Letter, *, at: datetime) -> bool:
        """Say whether a letter would come too late to be of any use."""
        if letter.kind.is_for_answering:
            return not self.audit.takes_answers(at=at, has_draft=False)
        if letter.kind is Kind.LATE:
            return self.audit.state is State.RELEASED
        ordered = self.report_ordered_at
        return ordered is None or at >= ordered + KEPT_FOR

    def _late(self, letter: Letter, report: str) -> Words:
        """Say why the report is not out yet."""
        if letter.number == BEING_READ and self.screen_until:
            return words.being_read(self.audit, report, london(self.screen_until))
        return words.late(self.audit, report)


def writer_of(installation: Installation, audit: str) -> Writer:
    """Return who writes the letters of an audit.

    Raises
    ------
    TermsChanged
        If an open audit is not what it was launched as: then nobody is asked.
    """
    with installation.database.reading() as connection:
        found = audits.find(connection, audit)
        launched = audits.launched(connection, audit)
        ordered = {
            each.kind: each.ordered_at for each in mailings.of_audit(connection, audit)
        }
    if found is None or launched is None:
        raise WrongState(f"audit {audit} was never launched")
    if found.state is State.OPEN:
        record_of(installation, found, launched)
    return Writer(
        found,
        installation.mail.site_url if installation.mail else "",
        launched.report_address,
        _asked(installation, found, launched),
        launched.screen_until,
        ordered.get(Kind.REPORT),
    )


def _asked(
    installation: Installation, audit: Audit, launched: Launched
) -> dict[Group, Asked]:
    """Return how each group is asked."""
    instrument = installation.instrument(audit.instrument)
    asked: dict[Group, Asked] = {}
    for each in audit.promise.groups:
        sitting = make_sitting(audit, each.group, instrument, launched)
        called = instrument.wording.groups[each.group].inline
        asked[each.group] = Asked(
            each, audit.team.words.fill(called), sitting.by_topic.minutes
        )
    return asked
