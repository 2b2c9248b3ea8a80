"""Two instruments side by side: no difference is missed, and what each costs."""

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import ValidationError

from peeraudit.instrument.comparable import comparable
from peeraudit.instrument.definition import Form, Instrument, Mode
from peeraudit.instrument.difference import (
    FieldChange,
    PartChange,
    SectionDifference,
    difference,
)
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.library import digest, load
from peeraudit.instrument.rules import Kind
from peeraudit.settings import CHECKOUT

IN_POST, READINESS = (
    load(CHECKOUT / "instruments" / name) for name in ("role-adoption", "readiness")
)
Path = tuple[str | int, ...]
NAMES = {
    *IN_POST.questions,
    *IN_POST.fact,
    *IN_POST.rule,
    *IN_POST.themes,
    *IN_POST.wording.recommendations,
    *IN_POST.reading.thresholds,
    *(option for fact in IN_POST.facts for option in fact.options),
    *(option for item in IN_POST.purposes for option in item.options),
}


def changed(path: Path, value: object) -> Instrument:
    """The instrument for a role in post, with one thing changed."""
    table: Any = IN_POST.model_dump(mode="json")
    place = table
    for step in path[:-1]:
        place = place[step]
    if value is None:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return Instrument.model_validate(table)


def leaves(table: Any, path: Path = ()) -> Iterator[Path]:
    """Every place of an instrument that holds words or a number."""
    if isinstance(table, dict):
        for name, each in table.items():
            yield from leaves(each, (*path, name))
    elif isinstance(table, list):
        for index, each in enumerate(table):
            yield from leaves(each, (*path, index))
    elif isinstance(table, (str, int)):
        yield path


def at(instrument: Instrument, item: str) -> int:
    """Where a statement stands in the list."""
    return [each.id for each in instrument.items].index(item)


def test_an_instrument_does_not_differ_from_itself() -> None:
    assert difference(IN_POST, IN_POST) == ()


def test_every_kind_of_word_and_number_that_is_changed_is_seen() -> None:
    """But for name and version, which stand above the differences."""
    paths = leaves(IN_POST.model_dump(mode="json"))
    # An entry under another name is another entry: see the test of what was added.
    kept = (path for path in paths if path[0] == "id" or path[2:] != ("id",))
    shapes = {shape(path): path for path in kept}
    fixed, missed = set(), set()
    for name, path in shapes.items():
        try:
            other = changed(path, another(path))
        except ValidationError:
            fixed.add(name)
            continue
        if not difference(IN_POST, other):
            missed.add(name)
    assert len(shapes) - len(fixed) > 50
    assert missed == {"version"}
    # The id cannot have a space in it, and each entry is of one kind.
    entries = ("items", "practices", "purposes", "facts", "comments")
    assert fixed == {"id", *(f"{each}.*.kind" for each in entries)}


def another(path: Path) -> object:
    """Something else than what stands there."""
    place: Any = IN_POST.model_dump(mode="json")
    for step in path:
        place = place[step]
    if isinstance(place, bool):
        return not place
    if isinstance(place, int):
        return place + 1
    for words in map(list, (Group, Mode, Form, Kind)):
        if place in words:
            return words[words.index(place) - 1]
    return f"{place} x"


def shape(path: Path) -> str:
    """A path without the names that the instrument gives."""
    return ".".join(
        "*" if step in NAMES or step in range(99) else str(step) for step in path
    )


SE4 = at(IN_POST, "SE4")


@pytest.mark.parametrize(
    ("path", "value", "section", "change"),
    [
        (
            ("wording", "items", "SE4", "peer_worker"),
            "I am an equal here.",
            "Statements",
            PartChange(
                "SE4",
                (
                    FieldChange(
                        "words, peer_worker",
                        IN_POST.wording.items["SE4"][Group.PEER_WORKER],
                        "I am an equal here.",
                    ),
                ),
            ),
        ),
        (
            ("items", SE4, "reverse"),
            True,
            "Statements",
            PartChange("SE4", (FieldChange("reverse", False, True),)),
        ),
        (
            ("reading", "thresholds", "large_gap"),
            25,
            "Thresholds",
            PartChange("large_gap", (FieldChange("", 30, 25),)),
        ),
        (
            ("wording", "scale", "4"),
            "Rather agree",
            "Answers",
            PartChange("scale", (FieldChange("4", "Agree", "Rather agree"),)),
        ),
        (
            ("reading", "most_priorities"),
            3,
            "Everything else",
            PartChange("reading, most_priorities", (FieldChange("", 5, 3),)),
        ),
    ],
)
def test_a_change_is_named_where_it_is(
    path: Path, value: object, section: str, change: PartChange
) -> None:
    found = difference(IN_POST, changed(path, value))
    assert found == (SectionDifference(section, (), (), (change,)),)


def test_what_was_added_and_dropped_is_named() -> None:
    without = [each for each in IN_POST.items if each.id != "BN8"]
    other = IN_POST.model_copy(update={"items": tuple(without)})
    (found,) = difference(IN_POST, other)
    assert (found.section, found.dropped, found.added) == ("Statements", ("BN8",), ())
    (found,) = difference(other, IN_POST)
    assert (found.dropped, found.added) == ((), ("BN8",))


def test_a_rule_that_was_changed_is_named_with_its_condition() -> None:
    path = ("rules", 0, "when")
    when = IN_POST.rules[1].when.model_dump(mode="json")
    (found,) = difference(IN_POST, changed(path, when))
    assert found.section == "Rules"
    assert [each.field for each in found.changed[0].fields] == ["when"]


def test_of_one_instrument_everything_can_be_compared() -> None:
    found = comparable(IN_POST, IN_POST)
    assert found.whole == found.asked == tuple(IN_POST.questions)
    assert found.partly == {}
    assert found.themes == IN_POST.themes


@pytest.mark.parametrize(
    ("path", "value", "lost"),
    [
        (("wording", "items", "SE4", "peer_worker"), "Otherwise.", {"SE4"}),
        (("items", SE4, "reverse"), True, {"SE4"}),
        (("items", SE4, "core"), False, set()),
        (("items", SE4, "theme"), "BN", set()),
        (("wording", "rules", "F01", "means"), "Otherwise.", set()),
        (("reading", "thresholds", "low"), 45, set()),
        (("wording", "practices", "PR1"), "Otherwise", {"PR1"}),
        (("wording", "purposes", "RCK", "options", "a"), "Otherwise", {"RCK"}),
        (
            ("wording", "practice", "question"),
            "Otherwise?",
            {each.id for each in IN_POST.practices},
        ),
        (("wording", "scale", "3"), "So so", {each.id for each in IN_POST.items}),
        (("wording", "dont_know"), "No idea", set(IN_POST.questions)),
    ],
)
def test_a_question_is_lost_where_people_read_or_answer_otherwise(
    path: Path, value: object, lost: set[str]
) -> None:
    other = changed(path, value)
    assert digest(other) != digest(IN_POST)
    found = comparable(IN_POST, other)
    assert set(found.asked) - set(found.whole) == lost


def test_a_question_that_one_group_reads_otherwise_is_kept_for_the_others() -> None:
    path = ("wording", "items", "SE4", "peer_worker")
    found = comparable(IN_POST, changed(path, "Otherwise."))
    assert found.partly == {
        "SE4": (Group.MANAGER, Group.OTHER_STAFF, Group.PERSON_USING_SERVICE)
    }
    assert found.themes == tuple(each for each in IN_POST.themes if each != "SE")


def test_a_group_that_was_not_asked_before_has_nothing_to_be_compared_with() -> None:
    item = next(each for each in IN_POST.items if len(each.groups) == 3)
    groups = [*item.groups, Group.PERSON_USING_SERVICE]
    table: Any = IN_POST.model_dump(mode="json")
    table["items"][at(IN_POST, item.id)]["groups"] = groups
    table["wording"]["items"][item.id][Group.PERSON_USING_SERVICE] = "New."
    found = comparable(IN_POST, Instrument.model_validate(table))
    assert found.partly == {item.id: item.groups}


def test_a_theme_that_lost_a_statement_is_not_compared() -> None:
    without = tuple(each for each in IN_POST.items if each.id != "BN8")
    found = comparable(IN_POST, IN_POST.model_copy(update={"items": without}))
    assert "BN" not in found.themes
    assert len(found.themes) == len(IN_POST.themes) - 1


def test_hardly_anything_is_asked_alike_before_the_start_and_in_post() -> None:
    found = comparable(IN_POST, READINESS)
    assert found.whole == ()
    assert found.partly == {"RC6": (Group.PERSON_USING_SERVICE,)}
    assert found.themes == ()
