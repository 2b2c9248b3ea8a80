"""How questions and answers are called, as whoever looks for answers knows them."""

from collections.abc import Iterable

from peeraudit.instrument.definition import AgreementItem, Instrument
from peeraudit.instrument.frozen import Group
from peeraudit.operations.privacy_check.scene import Vocabulary
from peeraudit.questionnaire.questions import DONT_KNOW, QuestionKey


def vocabulary(instruments: Iterable[Instrument]) -> Vocabulary:
    """Return the names of all questions, and every value that answers one."""
    names: set[str] = set()
    values = {DONT_KNOW}
    for instrument in instruments:
        for item in instrument.questions.values():
            names.add(item.id)
            if isinstance(item, AgreementItem):
                names.update(str(QuestionKey(item.id, group)) for group in Group)
                values.update(map(str, instrument.wording.scale))
            else:
                values.update(item.options)
    return Vocabulary(frozenset(names), frozenset(values))
