"""How one group of a launched audit is asked: all that is the same for everyone."""

from dataclasses import dataclass

from peeraudit.audit.audit import Audit
from peeraudit.audit.promise_words import promise_words
from peeraudit.instrument.definition import Instrument
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.wording import LocalWords
from peeraudit.questionnaire.pages import Questionnaire, questionnaire
from peeraudit.release.freeze import asking
from peeraudit.storage.audits import Launched


@dataclass(frozen=True, slots=True)
class Sitting:
    """What a person of one group sees, whoever they are."""

    audit: Audit
    group: Group
    instrument: Instrument
    launched: Launched
    by_topic: Questionnaire
    by_statement: Questionnaire
    public_key: bytes = b""
    """What answers are sealed to; empty where nobody answers yet."""

    @property
    def name(self) -> str:
        """Tells it from every other audit."""
        return self.audit.id

    @property
    def words(self) -> LocalWords:
        """What the team calls itself and its peer workers."""
        return self.audit.team.words

    @property
    def offers_choice(self) -> bool:
        """Whether each person chooses where their answers may count."""
        return self.audit.promise.offers_choice(self.group)

    def questionnaire(self, *, one_per_page: bool) -> Questionnaire:
        """Return the pages: a topic each, or a statement each."""
        return self.by_statement if one_per_page else self.by_topic


def rehearse(audit: Audit, group: Group, instrument: Instrument) -> Sitting:
    """Lay out what a group will be asked once a draft is launched as it is now."""
    words = promise_words(audit.promise, audit.promise.group[group], audit.team)
    launched = Launched({group: words}, "", report_open=False, box_length=0)
    return make_sitting(audit, group, instrument, launched)


def make_sitting(
    audit: Audit, group: Group, instrument: Instrument, launched: Launched
) -> Sitting:
    """Lay out what a group is asked, both ways."""
    who = asking(audit, instrument)
    return Sitting(
        audit,
        group,
        instrument,
        launched,
        questionnaire(who, group),
        questionnaire(who, group, one_per_page=True),
    )
