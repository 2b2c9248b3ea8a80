"""What each group is asked, and in whose words."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from peeraudit.instrument.definition import Form
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.wording import LocalWords
from peeraudit.questionnaire.questions import (
    Asked,
    Asking,
    QuestionKey,
    keys,
    questions,
)
from tests.unit.factories import (
    MG,
    PW,
    ST,
    SU,
    altered,
    make_asking,
    readiness,
    role_adoption,
)

GUESSED = ("SE4", "SE5", "FT5", "BD3", "DP3", "SP4")


def asked(group: Group, asking: Asking | None = None) -> Mapping[str, Asked]:
    """What a group is asked, by the name of its field."""
    return {str(each.key): each for each in questions(asking or make_asking(), group)}


def guesses(group: Group, asking: Asking | None = None) -> list[QuestionKey]:
    return [each.key for each in asked(group, asking).values() if each.key.about]


@pytest.mark.parametrize(
    ("form", "group", "expected"),
    [
        # agreement, guesses, purpose and practices (domain: 27 + 6 + 1 + 12 in core)
        (Form.CORE, PW, 27 + 6 + 1 + 12),
        (Form.CORE, ST, 27 + 6 + 1 + 12),
        (Form.CORE, MG, 27 + 6 + 1 + 12),
        (Form.FULL, PW, 64 + 6 + 1 + 18),
    ],
)
def test_the_core_form_is_about_half(form: Form, group: Group, expected: int) -> None:
    assert len(asked(group, make_asking(form=form))) == expected


@pytest.mark.parametrize(("group", "about"), [(MG, PW), (ST, PW), (PW, ST)])
def test_who_guesses_whom(group: Group, about: Group) -> None:
    assert guesses(group) == [QuestionKey(item, about) for item in GUESSED]


def test_people_who_use_the_service_guess_nobody() -> None:
    assert guesses(SU) == []


def test_nobody_guesses_a_group_that_is_not_asked() -> None:
    without_peers = make_asking(groups=(MG, ST, SU))
    assert guesses(MG, without_peers) == guesses(ST, without_peers) == []
    assert guesses(PW, make_asking(groups=(MG, PW))) == []


@pytest.mark.parametrize("group", [MG, PW, ST])
def test_a_guess_follows_its_item(group: Group) -> None:
    names = list(asked(group))
    for item in GUESSED:
        about = role_adoption().guesses[group]
        assert names.index(f"{item}.{about}") == names.index(item) + 1


def test_a_guess_quotes_the_statement_of_the_group_it_is_about() -> None:
    words = role_adoption().wording.items["SE4"]
    staff = asked(ST)
    assert staff["SE4.peer_worker"].words == words[PW]
    assert staff["SE4"].words != words[PW]


def test_a_statement_is_in_the_words_of_the_group_that_reads_it() -> None:
    words = role_adoption().wording.items["RC1"]
    assert len({asked(group)["RC1"].words for group in Group}) == 4
    assert asked(PW)["RC1"].words == words[PW]


def test_a_teams_own_words_are_put_in_everywhere() -> None:
    words = LocalWords("Blue Team", "ambassador", "ambassadors")
    own = asked(ST, make_asking(words=words))
    assert own["SE4"].words == "Ambassadors are treated as equals in this team."
    texts = [each.words for each in own.values()]
    texts += [label for each in own.values() for label in each.options.values()]
    assert not [text for text in texts if "peer worker" in text.lower() or "{" in text]


def test_a_statement_offers_five_steps_from_disagreement_to_agreement() -> None:
    labels = asked(PW)["SE4"].options
    assert list(labels) == ["1", "2", "3", "4", "5"]
    assert (labels["1"], labels["5"]) == ("Strongly disagree", "Strongly agree")


def test_a_practice_and_a_purpose_offer_their_options_in_order() -> None:
    assert list(asked(PW)["PR1"].options) == ["part", "not_part", "must_never"]
    assert list(asked(PW)["RCK"].options) == ["a", "b", "c", "d", "e", "f"]


def test_a_question_belongs_to_its_theme_or_its_kind() -> None:
    themes = {name: each.theme for name, each in asked(PW).items()}
    assert (themes["SE4"], themes["SE4.other_staff"]) == ("SE", "SE")
    assert (themes["PR1"], themes["RCK"]) == ("practice", "purpose")


def test_comments_come_last_and_only_where_they_are_promised() -> None:
    assert "comment" not in asked(PW)
    assert list(asked(PW, make_asking(comments=True)))[-1] == "comment"


def test_a_comment_is_asked_only_of_its_groups() -> None:
    first, *rest = role_adoption().comments
    only_staff = first.model_copy(update={"groups": (ST,)})
    instrument = altered(role_adoption(), comments=(only_staff, *rest))
    asking = make_asking(instrument, comments=True)
    assert "comment" in asked(ST, asking)
    assert "comment" not in asked(PW, asking)


@pytest.mark.parametrize("group", Group)
def test_what_is_tallied_is_what_is_asked_without_comments(group: Group) -> None:
    for asking in (make_asking(comments=True), make_asking(readiness())):
        tallied = [str(key) for key in keys(asking, group)]
        assert tallied == [name for name in asked(group, asking) if name != "comment"]


def test_only_groups_that_may_write_a_comment_are_asked_for_one() -> None:
    asking = replace(make_asking(), comments=frozenset({ST}))
    assert "comment" in asked(ST, asking)
    assert "comment" not in asked(PW, asking)
