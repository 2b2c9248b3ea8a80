"""Questions are drawn once and kept, without what anybody answered."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from jinja2 import ChainableUndefined, Environment, PackageLoader

from peeraudit.audit.audit import Audit
from peeraudit.audit.facts import Facts
from peeraudit.audit.promise import GroupPromise, Promise
from peeraudit.audit.team import Team
from peeraudit.instrument.definition import CommentItem, Form, Mode
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.library import digest, load
from peeraudit.instrument.wording import LocalWords
from peeraudit.operations.sitting import Sitting, make_sitting
from peeraudit.questionnaire.questions import Asked, QuestionKey
from peeraudit.settings import CHECKOUT
from peeraudit.storage.audits import Launched
from peeraudit.web import fieldsets
from peeraudit.web.fieldsets import Fieldsets, Given

GIVEN = Given("4")
ITEM = CommentItem(id="say", groups=(Group.PEER_WORKER,), longest=20)
COMMENT = Asked(QuestionKey("say"), ITEM, "Anything else?", {})


@pytest.fixture(scope="module")
def sitting() -> Sitting:
    instrument = load(CHECKOUT / "instruments" / "role-adoption")
    group = Group.PEER_WORKER
    closes = datetime(2026, 3, 20, 17, tzinfo=UTC)
    audit = Audit(
        id="one",
        team=Team("Trust", LocalWords("Team & <b>co</b>", "guide", "guides")),
        instrument=digest(instrument),
        mode=Mode.IN_POST,
        form=Form.FULL,
        promise=Promise(5, closes, (GroupPromise(group, 6),)),
        facts=Facts(),
    )
    launched = Launched({}, "address", report_open=True, box_length=1)
    return make_sitting(audit, group, instrument, launched)


@pytest.fixture
def drawn() -> Fieldsets:
    environment = Environment(
        loader=PackageLoader("nhsuk_frontend_jinja"),
        autoescape=True,
        undefined=ChainableUndefined,
    )
    return Fieldsets(environment)


def asked(sitting: Sitting, name: str) -> Asked:
    return sitting.by_topic.asked[name]


def test_nothing_that_is_kept_depends_on_any_answer(
    drawn: Fieldsets, sitting: Sitting
) -> None:
    one_question = asked(sitting, "SE4")
    drawn.draw(sitting, one_question, Given())
    before = {key: dict(blanks) for key, blanks in drawn.kept.items()}
    for question in sitting.by_topic.asked.values():
        for value in ("", *question.options, "dont_know"):
            drawn.draw(sitting, question, Given(value, turn=3))
            drawn.draw(sitting, question, Given(value, error="Choose one"))
    assert drawn.kept == before
    assert list(drawn.kept) == [("one", Group.PEER_WORKER)]


def test_an_answer_put_in_afterwards_looks_as_the_macro_draws_it(
    drawn: Fieldsets, sitting: Sitting
) -> None:
    for question in sitting.by_topic.asked.values():
        for value in ("", *question.options, "dont_know"):
            given = Given(value, heading=question.item.kind == "purpose")
            as_macro = drawn._radios(sitting, question, given)
            # Without an answer it is filled up, to be as long as with one.
            assert drawn.draw(sitting, question, given).rstrip() == as_macro.rstrip()


def test_no_size_tells_an_answer(drawn: Fieldsets, sitting: Sitting) -> None:
    for question in sitting.by_topic.asked.values():
        values = ("", *question.options, "dont_know")
        heading = question.item.kind == "purpose"
        sizes = {
            len(drawn.draw(sitting, question, Given(each, heading=heading)))
            for each in values
        }
        assert len(sizes) == 1
        sent = set(re.findall(r'value="([^"]*)"', drawn.draw(sitting, question, GIVEN)))
        assert len({len(each) for each in sent}) == 1


def test_an_answer_is_chosen_and_nothing_is_before_one_chooses(
    drawn: Fieldsets, sitting: Sitting
) -> None:
    question = asked(sitting, "SE4")
    assert " checked" not in drawn.draw(sitting, question, Given())
    markup = drawn.draw(sitting, question, Given("dont_know"))
    assert markup.count(" checked") == 1
    assert 'value="dont_know" checked' in markup


def test_the_first_option_carries_the_id_that_errors_lead_to(
    drawn: Fieldsets, sitting: Sitting
) -> None:
    markup = drawn.draw(sitting, asked(sitting, "SE4"), Given("", "Choose one"))
    assert 'id="SE4" name="SE4" type="radio" value="1        "' in markup
    assert "Choose one" in markup


def test_the_words_of_a_team_are_escaped(drawn: Fieldsets, sitting: Sitting) -> None:
    for question in sitting.by_topic.asked.values():
        assert "<b>" not in drawn.draw(sitting, question, Given())


def test_purposes_are_turned_and_scales_never(
    drawn: Fieldsets, sitting: Sitting
) -> None:
    purpose = drawn.draw(sitting, asked(sitting, "RCK"), Given(turn=2))
    assert 'id="RCK" name="RCK" type="radio" value="c        "' in purpose
    scale = drawn.draw(sitting, asked(sitting, "SE4"), Given(turn=2))
    assert 'id="SE4" name="SE4" type="radio" value="1        "' in scale


def test_a_comment_is_shown_as_text_and_not_kept(
    drawn: Fieldsets, sitting: Sitting
) -> None:
    markup = drawn.draw(sitting, COMMENT, Given("<i>hello</i>"))
    assert "&lt;i&gt;hello" in markup
    assert "Up to 20 characters." in markup
    assert drawn.kept == {}


def test_there_is_an_end_to_what_is_kept(
    drawn: Fieldsets, sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fieldsets, "MOST_KEPT", 3)
    for number in range(6):
        audit = replace(sitting.audit, id=str(number))
        other = replace(sitting, audit=audit)
        drawn.draw(other, asked(other, "SE4"), Given())
        assert len(drawn.kept) <= 3
