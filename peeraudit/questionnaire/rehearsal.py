"""How a group would be asked, before there is an audit to answer in."""

from dataclasses import dataclass

from peeraudit.instrument.definition import Form, Instrument
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.library import digest
from peeraudit.instrument.wording import LocalWords
from peeraudit.questionnaire.pages import Questionnaire, questionnaire
from peeraudit.questionnaire.questions import Asking


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """Everything that one group would be asked, to be looked at."""

    name: str
    """Tells it from every audit, and from the same questions in other words."""
    instrument: Instrument
    form: Form
    group: Group
    words: LocalWords
    by_topic: Questionnaire


def rehearse(
    instrument: Instrument, form: Form, group: Group, words: LocalWords
) -> Rehearsal:
    """Lay out what ``group`` would be asked, if all groups were, and with a comment."""
    everyone = frozenset(instrument.groups)
    asking = Asking(instrument, form, everyone, comments=everyone, words=words)
    name = f"{digest(instrument)} {form} {words}"
    return Rehearsal(name, instrument, form, group, words, questionnaire(asking, group))
