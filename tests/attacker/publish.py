"""Takes a team the product's own way: counts, cells, a release, and what shows it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property

from peeraudit.audit.promise import GroupMode
from peeraudit.audit.promise_words import promise_words
from peeraudit.disclosure.disclose import disclose
from peeraudit.instrument.definition import AgreementItem, Form, Instrument
from peeraudit.instrument.frozen import Group
from peeraudit.questionnaire.questions import Asking, QuestionKey, keys
from peeraudit.release.freeze import asking, freeze
from peeraudit.release.release import Release, to_json
from peeraudit.report.comma_separated import to_csv
from peeraudit.report.page import body, single_file
from peeraudit.report.pdf import pdf
from peeraudit.report.sheets import release_xlsx
from peeraudit.report.templates import SCREEN
from peeraudit.response.answers import Answer, Choice, NotAnswered, Rating
from peeraudit.response.responses import Response
from peeraudit.tally.counts import count
from tests.attacker.catalogue import Question
from tests.attacker.team import SKIPPED, UNSURE, Person, Says, Team
from tests.unit import factories

INSTRUMENTS = {
    "role-adoption": factories.role_adoption,
    "readiness": factories.readiness,
}


@dataclass(frozen=True)
class Published:
    """Everything that anyone can get hold of."""

    made: Release

    @cached_property
    def release(self) -> str:
        """``release.json``."""
        return to_json(self.made)

    @cached_property
    def page(self) -> str:
        """``report.html``."""
        return single_file(self.made)

    @cached_property
    def screen(self) -> str:
        """The report at its address, with what a script draws."""
        return body(self.made, replace(SCREEN, plots=True))

    @cached_property
    def table(self) -> bytes:
        """``report.csv``."""
        return to_csv(self.made)

    @cached_property
    def workbook(self) -> bytes:
        """``report.xlsx``."""
        return release_xlsx(self.made)

    @cached_property
    def paper(self) -> bytes:
        """``report.pdf``; slow."""
        return pdf(self.made)


def publish(team: Team, instrument: Instrument | None = None) -> Published:
    """Count, disclose, freeze."""
    instrument = instrument or INSTRUMENTS[team.instrument]()
    promise = factories.make_promise(
        {Group(group): n for group, n in team.asked.items()},
        floor=team.floor,
        modes={Group(group): GroupMode(mode) for group, mode in team.modes.items()},
    )
    audit = replace(
        factories.make_audit(promise, instrument=instrument, form=Form(team.form)),
        mode=instrument.modes[0],
    )
    responses = [
        Response(Group(group), _answers(person, instrument))
        for group, people in team.people.items()
        for person in people
    ]
    tallies = count(responses, asking(audit, instrument))
    cells = disclose(tallies, promise, instrument)
    words = {
        each.group: promise_words(promise, each, audit.team) for each in promise.groups
    }
    return Published(freeze(audit, instrument, cells, words))


def _answers(person: Person, instrument: Instrument) -> Mapping[QuestionKey, Answer]:
    """Return a person's answers as the product holds them in memory."""
    return {
        _key(question): _answer(said, instrument, question.item)
        for question, said in person.items()
    }


def _key(question: Question) -> QuestionKey:
    about = Group(question.about) if question.about else None
    return QuestionKey(question.item, about)


def _answer(said: str, instrument: Instrument, item: str) -> Answer:
    """Return an answer as the product holds it in memory."""
    if said in {SKIPPED, UNSURE}:
        return NotAnswered(said)
    given = as_given(said, instrument, item)
    statement = isinstance(instrument.questions[item], AgreementItem)
    return Rating(int(given)) if statement else Choice(given)


def as_given(said: str, instrument: Instrument, item: str) -> str:
    """Return an answer as a form sends it: a reverse statement is turned back."""
    found = instrument.questions[item]
    if said == SKIPPED:
        return ""
    if said != UNSURE and isinstance(found, AgreementItem) and found.reverse:
        return str(6 - int(said))
    return said


def form_of(person: Person, instrument: Instrument) -> dict[str, str]:
    """Return everything that a person sends, by the name of the field."""
    return {
        str(_key(question)): as_given(said, instrument, question.item)
        for question, said in person.items()
    }


@cache
def questions(
    groups: frozenset[str], form: str = "full", instrument: str = "role-adoption"
) -> Mapping[str, tuple[Question, ...]]:
    """Return what each group of a team is asked."""
    asked = Asking(
        INSTRUMENTS[instrument](),
        Form(form),
        frozenset(map(Group, groups)),
        comments=frozenset(),
        words=factories.TEAM.words,
    )
    return {
        group: tuple(
            Question(group, key.item, key.about or "")
            for key in keys(asked, Group(group))
        )
        for group in groups
    }


@cache
def options(item: str, instrument: str = "role-adoption") -> tuple[str, ...]:
    """Return the answers that an item offers, beside "I do not know"."""
    found = INSTRUMENTS[instrument]().questions[item]
    if isinstance(found, AgreementItem):
        return ("1", "2", "3", "4", "5")
    return found.options


def answering(
    question_lists: tuple[Question, ...], n: int, says: Says
) -> tuple[Person, ...]:
    """Return so many people of a group, and what each of them answers."""
    return tuple(
        {question: says(question, number) for question in question_lists}
        for number in range(n)
    )
