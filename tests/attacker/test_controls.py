"""An attack that cannot win proves nothing: with what is known to leak, it wins.

Each test weakens the product in one place, and sees the attacker recover something; of
the same team it recovers nothing where the weakness is not, or is not read.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import Any, cast

import pytest

from peeraudit.audit import promise
from peeraudit.audit.promise import GroupPromise
from peeraudit.consensus import derive
from peeraudit.consensus.evidence import Evidence
from peeraudit.consensus.themes import ThemeScore, theme_scores
from peeraudit.disclosure import classes, disclose
from peeraudit.disclosure.cells import Cells, ClassReading, GroupCount, Shares
from peeraudit.disclosure.classes import points
from peeraudit.instrument.definition import (
    AgreementItem,
    Instrument,
    Reading,
    ScoreClass,
)
from peeraudit.instrument.frozen import Group
from peeraudit.questionnaire.questions import QuestionKey
from peeraudit.report import annex, data, profile
from peeraudit.report.chart import Mark
from peeraudit.report.data import DataRow
from peeraudit.report.drawing import ranges
from peeraudit.report.drawing.parts import Bar
from peeraudit.report.reader import Reader
from peeraudit.report.table import Entry, Row
from peeraudit.tally.counts import Tallies, Tally
from tests.attacker.attack import Attack
from tests.attacker.catalogue import Question
from tests.attacker.elsewise import elsewise
from tests.attacker.learned import Rules
from tests.attacker.publish import publish
from tests.attacker.reading import QUICK, attack
from tests.attacker.recover import Recovered, everyone, recovered
from tests.attacker.team import Team
from tests.attacker.teams import (
    MG,
    PW,
    SU,
    at_the_edges,
    dissenter,
    one_answers,
    option,
    team,
    unanimous,
)
from tests.unit.factories import altered, role_adoption

Patch = pytest.MonkeyPatch


def certain(
    of: Team,
    *channels: str,
    rules: Rules | None = None,
    instrument: Instrument | None = None,
) -> set[str]:
    """What anybody is certain of, reading in these ways."""
    found = attack(publish(of, instrument), *(channels or QUICK), rules=rules)
    return {each.what for each in recovered_by_anyone(of, found)}


def recovered_by_anyone(of: Team, found: Attack) -> Iterator[Recovered]:
    for one in everyone(of, found.catalogue):
        yield from recovered(found, one)


def mean(of: Team, group: str, item: str) -> Fraction:
    """The exact mean of a group's points on a statement that all of it answers."""
    said = [int(person[Question(group, item)]) for person in of.people[group]]
    return Fraction(25 * sum(step - 1 for step in said), len(said))


DISSENTER = team("one dissenter", {MG: 5, PW: 6}, dissenter, form="core")
OF_ONE_MIND = team("of one mind", {MG: 5, PW: 6}, unanimous(5), form="core")


def test_classes_of_five_points_tell_of_everyone(monkeypatch: Patch) -> None:
    monkeypatch.setattr(classes, "refuse_unproved", lambda _: None)
    fives = tuple(
        ScoreClass(id=f"{low}_to_{low + 4}", low=low, high=low + 5, value=low + 2)
        for low in range(0, 100, 5)
    )
    reading = role_adoption().reading.model_copy(update={"coarse_classes": fives})
    instrument = altered(role_adoption(), reading=reading)
    assert certain(OF_ONE_MIND) == set()
    assert certain(OF_ONE_MIND, instrument=instrument)


def test_shares_of_five_people_tell_the_dissenter_of_the_others(
    monkeypatch: Patch,
) -> None:
    assert certain(DISSENTER) == set()
    monkeypatch.setattr(classes, "SHARES_FROM", 5)
    assert certain(DISSENTER, rules=Rules(shares_from=5))


def test_exact_shares_tell_the_dissenter_of_the_others(monkeypatch: Patch) -> None:
    many = team("one dissenter of 25", {MG: 5, SU: 25}, dissenter, form="core")

    def exact(counts: Mapping[str, int], n: int) -> Shares:
        steps = (("1", "2"), ("3",), ("4", "5"))
        percent = (100 * sum(counts.get(s, 0) for s in each) // n for each in steps)
        return Shares(*percent)

    assert certain(many) == set()
    monkeypatch.setattr(classes, "_shares", exact)
    assert certain(many)


def test_how_alike_answers_are_in_the_highest_class_tells_who_disagrees(
    monkeypatch: Patch,
) -> None:
    low, *rest = (2, 5, 4, 4, 4)

    def says(question: Question, person: int, _: int) -> str:
        return option(question, ((low, *rest)[person] - 1) / 4)

    five = team("one disagrees a little", {MG: 5, PW: 5}, says, form="core")
    told = classes.class_reading

    def always(counts: Mapping[str, int], reading: Reading) -> ClassReading:
        as_it_is = told(counts, reading)
        alike = classes._alike(counts, sum(counts.values()))
        return replace(as_it_is, alike=as_it_is.alike or alike)

    assert certain(five) == set()
    monkeypatch.setattr(classes, "class_reading", always)
    assert certain(five)


def test_three_answers_tell_one_of_the_other_two(monkeypatch: Patch) -> None:
    monkeypatch.setattr(promise, "FLOORS", {**promise.FLOORS, 3: "a weakness"})
    three = team("three people", {MG: 3, PW: 3}, dissenter, floor=3, form="core")
    assert certain(replace(three, floor=5)) == set()
    assert certain(three)


def test_a_total_over_groups_tells_of_the_hidden_one(monkeypatch: Patch) -> None:
    hidden = team(
        "a named manager and four peer workers",
        {MG: 1, PW: 4},
        dissenter,
        modes={MG: "attributed"},
    )
    rows = annex._rows

    def with_total(item: AgreementItem, reader: Reader) -> Iterator[Row]:
        for line in rows(item, reader):
            groups = [g for g in hidden.people if g in item.groups]
            people = [p[Question(g, item.id)] for g in groups for p in hidden.people[g]]
            total = Fraction(25 * sum(int(s) - 1 for s in people), len(people))
            words = f"; Everyone: {float(total):.2f} from {len(people)} answers"
            yield Row(line.head, (Entry(line.entries[0].text + words),))

    assert certain(hidden) == set()
    monkeypatch.setattr(annex, "_rows", with_total)
    assert "it has one sum" in certain(hidden, "release.json", "report.html")
    assert certain(hidden, "release.json", "report.csv") == set()


def raw_theme(of: Team, group: str, theme: str) -> Fraction:
    """The mean that a theme has before anything is put into classes."""
    items = [i for i in role_adoption().items if i.theme == theme and group in i.groups]
    means = [
        mean(of, group, i.id)
        for i in items
        if Question(group, i.id) in of.people[group][0]
    ]
    return sum(means, Fraction(0)) / len(means)


@pytest.mark.parametrize("channel", [*QUICK, "report.pdf"])
def test_a_theme_mean_of_raw_scores_tells_of_everyone(
    channel: str, monkeypatch: Patch
) -> None:
    def raw(evidence: Evidence) -> Iterator[ThemeScore]:
        for each in theme_scores(evidence):
            told = raw_theme(OF_ONE_MIND, each.group, each.theme)
            yield replace(each, score=int(told))

    assert certain(OF_ONE_MIND, channel) == set()
    monkeypatch.setattr(derive, "theme_scores", raw)
    assert certain(OF_ONE_MIND, channel)


def test_a_place_in_the_picture_that_is_too_exact_tells_of_everyone(
    monkeypatch: Patch,
) -> None:
    marked = profile._mark

    def exact(reader: Reader, theme: str, group: Group) -> Mark | str:
        mark = marked(reader, theme, group)
        if isinstance(mark, str):
            return mark
        return replace(mark, value=int(raw_theme(OF_ONE_MIND, group, theme)))

    monkeypatch.setattr(profile, "_mark", exact)
    assert certain(OF_ONE_MIND, "release.json", "report.csv") == set()
    assert certain(OF_ONE_MIND, "report.html")


def test_how_many_answered_each_question_tells_that_nobody_else_did(
    monkeypatch: Patch,
) -> None:
    alone = team("one answers", {MG: 5, PW: 6}, one_answers, form="core")
    as_it_is = data._question

    def with_its_own_number(reader: Reader, group: Group, key: QuestionKey) -> DataRow:
        return replace(as_it_is(reader, group, key), answered="1")

    assert certain(alone) == set()
    monkeypatch.setattr(data, "_question", with_its_own_number)
    assert "nobody else answers" in certain(alone, "release.json", "report.csv")
    assert certain(alone, "release.json", "report.html") == set()


def test_the_number_of_a_hidden_group_is_noticed(monkeypatch: Patch) -> None:
    hidden = team(
        "four of six", {MG: 5, PW: 4}, dissenter, asked={MG: 5, PW: 6}, form="core"
    )
    told = disclose._group_count

    def exactly(each: GroupPromise, answered: int, floor: int) -> GroupCount:
        return replace(told(each, answered, floor), answered=answered)

    assert certain(hidden) == set()
    monkeypatch.setattr(disclose, "_group_count", exactly)
    assert certain(hidden) == {"it has one number of people"}


def test_a_colour_that_no_reading_knows_of_is_seen_in_other_bytes(
    monkeypatch: Patch,
) -> None:
    """The attacker need not read everything: teams that it takes for one look alike."""
    edges = team("scores at the edges", {MG: 5, PW: 6}, at_the_edges)
    told: list[int] = []
    laid = ranges._mark

    def remember(tallies: Tallies, *others: Any) -> Cells:
        told.append(sum(points(t.counts) for t in tallies.tallies if is_rating(t)))
        return disclose.disclose(tallies, *others)

    def tinted(*mark: Any) -> Any:
        line, *others = laid(*mark)
        return replace(cast("Bar", line), colour=f"#{told[-1]:06x}"), *others

    monkeypatch.setattr("tests.attacker.publish.disclose", remember)
    monkeypatch.setattr(ranges, "_mark", tinted)
    was = publish(edges)
    shown = was.page
    found = attack(was)
    assert not any(recovered_by_anyone(edges, found))
    other, _ = elsewise(edges, found, Random(1))  # noqa: S311  # a team is no secret
    would_be = publish(other)
    assert would_be.release == was.release
    assert would_be.page != shown


def is_rating(tally: Tally) -> bool:
    return isinstance(role_adoption().questions[tally.key.item], AgreementItem)
