"""The conversation guide says what the instrument asks, and asks nobody to disclose."""

import re
from dataclasses import replace
from xml.etree.ElementTree import Element

import pytest

from peeraudit.instrument.definition import AgreementItem
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.wording import LocalWords
from peeraudit.report.guide import BOX, guide
from peeraudit.report.guide_themes import OF_ONE_PERSON
from tests.unit.factories import altered, readiness, role_adoption
from tests.unit.report.guides import MADE, body, made
from tests.unit.report.reading import by_id, named, table_rows, words

MOST_WORDS = 20
every_guide = pytest.mark.parametrize("name", MADE)


def section(name: str, key: str) -> Element:
    """Return one part of a guide."""
    return by_id(body(name), f"guide-{key}")


def minutes(name: str) -> list[list[int]]:
    """Return the minutes of each length of meeting."""
    (table,) = named(section(name, "times"), "table")
    return [
        [int(row[column].split()[0]) for row in table_rows(table)] for column in (1, 2)
    ]


@every_guide
def test_the_times_add_up_whatever_the_instrument_has(name: str) -> None:
    assert [sum(each) for each in minutes(name)] == [60, 90]


def test_what_an_instrument_does_not_have_leaves_its_time_to_the_longest_part() -> None:
    rows = {each.head: each.entries[0].text for each in made("themes alone").times.rows}
    assert rows["Themes: one in 60 minutes, two in 90"] == "45 minutes"
    assert "Opening round" not in rows
    assert "The practices, one by one" not in rows


@every_guide
def test_there_is_a_section_for_what_the_instrument_has_and_no_other(name: str) -> None:
    instrument, _ = MADE[name]
    keys = [each.key for each in made(name).sections]
    assert ("opening" in keys) == bool(instrument.purposes)
    assert ("practices" in keys) == bool(instrument.practices)
    assert ("themes" in keys) == bool(instrument.themes)
    assert keys[:3] == ["before", "times", "ground-rules"]
    assert keys[-2:] == ["after", "source"]


@every_guide
def test_no_statement_in_it_is_said_of_oneself(name: str) -> None:
    for theme in made(name).themes:
        for question in theme.questions:
            assert not OF_ONE_PERSON.search(question.statement), question


@pytest.mark.parametrize("name", ["in post", "before the start"])
def test_each_theme_has_a_few_questions_from_its_own_statements(name: str) -> None:
    instrument, _ = MADE[name]
    asked = {"“" + words_ + "”" for words_ in statements(name)}
    assert [each.key for each in made(name).themes] == list(instrument.themes)
    for theme in made(name).themes:
        assert 1 <= len(theme.questions) <= 3
        assert {each.statement for each in theme.questions} <= asked
        assert all(each.ask.endswith("?") for each in theme.questions)


def statements(name: str) -> list[str]:
    """Return every wording of every statement, with the team's words in it."""
    instrument, local = MADE[name]
    return [
        local.fill(each)
        for item in instrument.items
        for each in instrument.wording.items[item.id].values()
    ]


def test_a_worry_is_asked_about_as_something_to_prevent() -> None:
    reverse = {
        f"“{MADE['in post'][1].fill(each)}”"
        for item in role_adoption().items
        if item.reverse
        for each in role_adoption().wording.items[item.id].values()
    }
    for theme in made("in post").themes:
        for question in theme.questions:
            worried = question.ask.endswith("what would prevent it?")
            assert (question.statement in reverse) == worried, question


def test_a_theme_of_which_people_speak_only_for_themselves_has_a_question_still() -> (
    None
):
    (item,) = [each for each in role_adoption().items if each.id == "ID4"]
    alone = altered(role_adoption(), items=(item,), themes=("ID",), rules=())
    (theme,) = guide(alone).themes
    (question,) = theme.questions
    assert question.statement == ""
    assert question.ask == "What do we want this to look like here, and what helps?"


def test_each_theme_names_every_page_that_its_statements_are_traced_to() -> None:
    for theme in made("in post").themes:
        pages = {
            page
            for item in role_adoption().items
            if item.theme == theme.key
            for page in item.pages
        }
        assert {int(page) for page in re.findall(r"\d+", theme.pages)} == pages
    support = by_id(body("in post"), "guide-theme-SP")
    assert "Read the paper, pages 7, 8, 9 and 10" in words(support)


def test_what_the_paper_found_stands_with_its_theme_the_weightiest_first() -> None:
    found = {each.key: each.paper for each in made("in post").themes}
    assert found["SE"][0] == role_adoption().wording.rules["F05"].paper
    assert len(found["SE"]) == 2
    assert all(each.startswith("In the paper, ") for each in sum(found.values(), ()))
    (opening,) = made("in post").openings
    assert opening.paper == (role_adoption().wording.rules["F01"].paper,)
    practices = made("in post").practices
    assert practices is not None
    assert practices.paper == (role_adoption().wording.rules["F18"].paper,)


@pytest.mark.parametrize("name", ["in post", "before the start"])
def test_every_practice_has_a_box_for_each_answer_and_one_to_talk_again(
    name: str,
) -> None:
    instrument, _ = MADE[name]
    (table,) = named(section(name, "practices"), "table")
    heads = [words(each) for each in named(next(named(table, "thead")), "th")]
    offered = [*instrument.wording.practice.options.values(), "Talk again"]
    assert heads == ["Practice", *offered, "Page"]
    rows = table_rows(table)
    assert [row[0] for row in rows] == [*instrument.wording.practices.values()]
    assert all(row[1:-1] == [BOX] * len(offered) for row in rows)
    assert rows[0][-1] == "5, 8 and 9"


def test_a_practice_has_no_box_for_an_answer_that_it_does_not_offer() -> None:
    first, *others = role_adoption().practices
    narrow = first.model_copy(update={"options": ("part", "must_never")})
    changed = altered(role_adoption(), practices=(narrow, *others))
    practices = guide(changed).practices
    assert practices is not None
    assert practices.table.columns[1:4] == (
        "Part of the role",
        "Must never",
        "Not part of the role",
    )
    boxes = [each.text for each in practices.table.rows[0].entries[:4]]
    assert boxes == [BOX, BOX, "", BOX]


def test_what_is_of_the_instrument_changes_with_it() -> None:
    wording = role_adoption().wording
    themes = {
        **wording.themes,
        "SP": wording.themes["SP"].model_copy(update={"title": "Being looked after"}),
    }
    options = {**wording.practice.options, "part": "We do this"}
    practice = wording.practice.model_copy(update={"options": options})
    changed = altered(
        role_adoption(),
        wording=wording.model_copy(
            update={"themes": themes, "practice": practice, "title": "Our audit"}
        ),
    )
    told = guide(changed)
    assert told.title == "Conversation guide: Our audit"
    assert "Being looked after" in [each.title for each in told.themes]
    assert "We do this" in told.statement
    assert told.practices is not None
    assert told.practices.table.columns[1] == "We do this"


def test_the_teams_own_job_title_stands_everywhere() -> None:
    own = guide(
        role_adoption(),
        LocalWords("Elm Road", "expert by experience", "experts by experience"),
    )
    said = repr(own)
    assert "experts by experience" in own.peer_workers
    assert "One expert by experience does not stand for all of them." in said
    assert "{" not in said
    # The paper calls them so, and what it found is told in its words.
    for theme in own.themes:
        assert "peer worker" not in repr(replace(theme, paper=()))
    assert "peer worker" not in repr((own.lede, own.ground_rules, own.statement))


def test_nobody_is_asked_to_disclose_and_nobody_speaks_for_others() -> None:
    rules = " ".join(made("in post").ground_rules)
    assert "Nobody is asked about their own health" in rules
    assert "Nobody speaks for others" in rules
    assert "What is said stays here" in rules
    assert "can pass" in rules


@pytest.mark.parametrize("name", [name for name in MADE if "names" not in name])
def test_sentences_are_short(name: str) -> None:
    for element in named(body(name), "p", "li", "h2", "h3", "strong"):
        said = re.sub(r" \(p\.[\d, ]+\)", "", words(element))
        for sentence in re.split(r"(?<=[.?!”]) ", said):
            assert len(sentence.split()) <= MOST_WORDS, sentence


def test_readiness_looks_ahead() -> None:
    headings = [each.heading for each in made("before the start").sections]
    assert "Opening round: why the role will be there" in headings
    asked = [
        each.ask
        for theme in made("before the start").themes
        for each in theme.questions
    ]
    assert "What do we need to do for this before anyone starts?" in asked


def test_an_instrument_without_peer_workers_still_names_them() -> None:
    groups = (Group.MANAGER, Group.OTHER_STAFF)
    items = tuple(
        each.model_copy(update={"groups": groups})
        for each in readiness().items
        if isinstance(each, AgreementItem) and set(groups) <= set(each.groups)
    )
    wording = readiness().wording.model_copy(
        update={
            "groups": {group: readiness().wording.groups[group] for group in groups}
        }
    )
    smaller = altered(
        readiness(), groups=groups, guesses={}, items=items, rules=(), wording=wording
    )
    assert guide(smaller).peer_workers == "peer workers"
