"""The choice of what is asked: which audit, and how much of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wtforms import RadioField

from peeraudit.audit.audit import Audit
from peeraudit.instrument.definition import Form, Instrument, Mode
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.library import digest
from peeraudit.instrument.sentences import listed
from peeraudit.instrument.wording import LocalWords
from peeraudit.operations.begin_draft import Questions
from peeraudit.questionnaire.pages import questionnaire
from peeraudit.questionnaire.questions import Asking
from peeraudit.web.forms import PlainForm
from peeraudit.web.headcounts import is_offered
from peeraudit.web.nhsuk import Radios
from peeraudit.web.words import _, later

FORMS = {
    Form.FULL: later("all questions"),
    Form.CORE: later("the core questions"),
}


@dataclass(frozen=True, slots=True)
class Offered:
    """One way to ask: an instrument in one form."""

    questions: Questions
    title: str
    about: str


class QuestionsForm(PlainForm):
    """Which audit, in which form."""

    questions = RadioField(
        later("Which audit do you want to run?"), [is_offered], validate_choice=False
    )

    def __init__(
        self, offered: Mapping[str, Offered], sent: Mapping[str, str] | None = None
    ) -> None:
        """Offer what lies ready; what was sent, or is so now, is chosen."""
        super().__init__(data=sent)
        self.offered = offered
        self.questions.choices = {name: each.title for name, each in offered.items()}
        self.questions.widget = Radios(
            {name: each.about for name, each in offered.items()}
        )

    @property
    def chosen(self) -> Questions:
        """What was chosen, once it has been found to be on offer."""
        return self.offered[self.questions.data].questions


def offered(
    instruments: Mapping[str, Instrument], words: LocalWords
) -> Mapping[str, Offered]:
    """Return every way to ask, audits of people in post last."""
    ways = {
        f"{name}.{form}": _offer(instrument, form, words)
        for name, instrument in instruments.items()
        for form in instrument.forms
    }
    return dict(sorted(ways.items(), key=lambda way: not _looks_ahead(way[1])))


def _looks_ahead(way: Offered) -> bool:
    """Say whether it asks before anyone starts."""
    return Mode.BEFORE_START in way.questions.instrument.modes


def _offer(instrument: Instrument, form: Form, words: LocalWords) -> Offered:
    """Say what an audit is, when it fits, and how long it takes each group."""
    when = (
        _("If nobody is in the role yet")
        if Mode.BEFORE_START in instrument.modes
        else _("If people are in the role")
    )
    title = _("%(when)s: %(title)s", when=when, title=title_of(instrument, form, words))
    about = words.fill(instrument.wording.about)
    return Offered(
        Questions(instrument, form),
        title,
        f"{about} {minutes_words(instrument, form, words)}",
    )


def title_of(instrument: Instrument, form: Form, words: LocalWords) -> str:
    """Return what an audit is called; with its form, where it has several."""
    title = words.fill(instrument.wording.title)
    return f"{title}, {FORMS[form]}" if len(instrument.forms) > 1 else title


def minutes_words(instrument: Instrument, form: Form, words: LocalWords) -> str:
    """Say about how many minutes the questions take each group."""
    each = [
        _(
            "%(group)s %(minutes)s",
            group=words.fill(instrument.wording.groups[group].inline),
            minutes=minutes,
        )
        for group, minutes in _minutes(instrument, form, words)
    ]
    return _("About how many minutes it takes: %(list)s.", list=listed(each, "and"))


def _minutes(
    instrument: Instrument, form: Form, words: LocalWords
) -> Iterator[tuple[Group, int]]:
    """Yield about how long each group takes, where all are asked."""
    everyone = frozenset(instrument.groups)
    asking = Asking(instrument, form, everyone, comments=frozenset(), words=words)
    for group in instrument.groups:
        yield group, questionnaire(asking, group).minutes


def chosen_of(audit: Audit, ways: Mapping[str, Offered]) -> str:
    """Return which of the ways a draft asks; none where its questions are older."""
    for name, way in ways.items():
        same = digest(way.questions.instrument) == audit.instrument
        if same and way.questions.form is audit.form:
            return name
    return ""
