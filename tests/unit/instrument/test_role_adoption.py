"""The audit in post: 64 statements, 18 practices and 29 rules, as they should be."""

from collections import Counter

import pytest

from peeraudit.instrument.definition import Form, Instrument, Mode
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.library import load
from peeraudit.instrument.rules import Kind
from tests.unit.instrument.breaking import INSTRUMENTS

REVERSE = {
    *("RC5", "RC7", "RC8", "SE6", "SE8", "FT3", "FT4", "FT6", "BD3", "BD4"),
    *("DP4", "DP8", "SP3", "SP5", "ID2", "ID7", "BN8"),
}
CORE = {
    *("RC1", "RC6", "RC7", "SE1", "SE2", "SE4", "SE5", "FT1", "FT2", "FT5", "FT6"),
    *("BD3", "BD4", "BD5", "DP2", "DP3", "DP5", "SP3", "SP4", "SP5", "SP6"),
    *("ID1", "ID2", "ID4", "BN1", "BN2", "BN3"),
}
ASKED_OF_PEOPLE_USING_THE_SERVICE = {
    *("RC1", "RC3", "RC4", "RC6", "RC8", "SE1", "SE2", "SE4", "FT6"),
    *("BD1", "BD2", "BD6", "BD7", "BD8", "DP1", "DP2", "DP3", "DP5", "DP7"),
    *("SP6", "ID2", "ID7", "BN1", "BN2", "BN3", "BN6"),
}
NOT_PARALLEL = {"RC2", "SE7", "SE8", "ID4", "ID5", "ID6", "BN5"}


@pytest.fixture(scope="module")
def instrument() -> Instrument:
    return load(INSTRUMENTS / "role-adoption")


def test_every_theme_has_eight_statements(instrument: Instrument) -> None:
    count = Counter(item.theme for item in instrument.items)
    assert list(count) == ["RC", "SE", "FT", "BD", "DP", "SP", "ID", "BN"]
    assert set(count.values()) == {8}
    assert all(item.id.startswith(item.theme) for item in instrument.items)


def test_which_statements_are_turned_round(instrument: Instrument) -> None:
    assert {item.id for item in instrument.items if item.reverse} == REVERSE


def test_which_statements_are_in_the_short_form(instrument: Instrument) -> None:
    assert {item.id for item in instrument.items if item.core} == CORE


def test_which_statements_are_guessed(instrument: Instrument) -> None:
    guessed = {item.id for item in instrument.items if item.guess}
    assert guessed == {"SE4", "SE5", "FT5", "BD3", "DP3", "SP4"}


def test_all_who_work_in_the_team_are_asked_everything(instrument: Instrument) -> None:
    working = {Group.MANAGER, Group.PEER_WORKER, Group.OTHER_STAFF}
    assert all(working <= set(item.groups) for item in instrument.items)


def test_what_people_who_use_the_service_are_asked(instrument: Instrument) -> None:
    group = Group.PERSON_USING_SERVICE
    asked = {item.id for item in instrument.items if group in item.groups}
    assert asked == ASKED_OF_PEOPLE_USING_THE_SERVICE


def test_statements_that_are_not_parallel(instrument: Instrument) -> None:
    not_parallel = {
        item.id: item.not_parallel_for
        for item in instrument.items
        if item.not_parallel_for
    }
    assert not_parallel.pop("FT3") == (Group.MANAGER,)
    assert not_parallel.keys() == NOT_PARALLEL
    assert all(
        item.not_parallel_for == item.groups
        for item in instrument.items
        if item.id in NOT_PARALLEL
    )


@pytest.mark.parametrize(
    ("group", "form", "number"),
    [
        (Group.PEER_WORKER, Form.FULL, 64 + 1 + 18),
        (Group.PEER_WORKER, Form.CORE, 27 + 1 + 12),
        (Group.PERSON_USING_SERVICE, Form.FULL, 26 + 1 + 18),
        (Group.PERSON_USING_SERVICE, Form.CORE, 14 + 1 + 12),
    ],
)
def test_how_much_a_group_is_asked(
    group: Group, form: Form, number: int, instrument: Instrument
) -> None:
    assert len(list(instrument.asked(group, form))) == number


def test_who_guesses_whom(instrument: Instrument) -> None:
    assert instrument.guesses == {
        Group.MANAGER: Group.PEER_WORKER,
        Group.OTHER_STAFF: Group.PEER_WORKER,
        Group.PEER_WORKER: Group.OTHER_STAFF,
    }


def test_thresholds_have_names(instrument: Instrument) -> None:
    assert instrument.threshold("low") == 50
    assert instrument.threshold("notable_gap") == 20
    assert instrument.threshold(7) == 7


def test_which_items_the_rules_read(instrument: Instrument) -> None:
    assert {"SE4", "PR1", "RCK", "ID3"} <= instrument.named_by_rules
    assert "RC2" not in instrument.named_by_rules


def test_it_is_for_a_role_in_post(instrument: Instrument) -> None:
    assert set(instrument.modes) == {Mode.IN_POST, Mode.RE_AUDIT}
    assert set(instrument.forms) == {Form.FULL, Form.CORE}


def test_the_rules_are_those_in_post(instrument: Instrument) -> None:
    findings = [f"F{number:02}" for number in range(1, 26)]
    assert list(instrument.rule) == [*findings, "R12", "S1", "S2", "S3"]
    strengths = [rule.id for rule in instrument.rules if rule.kind is Kind.STRENGTH]
    assert strengths == ["S1", "S2", "S3"]


def test_what_stands_first_in_a_report(instrument: Instrument) -> None:
    first = sorted(instrument.rules, key=lambda rule: -rule.first)
    assert [rule.id for rule in first[:2]] == ["F25", "F05"]
    assert first[2].first == 0


def test_the_paper_s_three_sites_can_be_described(instrument: Instrument) -> None:
    # Table 1 and the text beside it, p.3, 5: London, South, North.
    sites = {
        "role": ("support_groups", "training", "arts_groups"),
        "aim": ("empowerment_coping", "recovery_self_care", "social_inclusion"),
        "employer": ("trust", "trust", "voluntary"),
        "route": ("informal", "informal", "informal"),
        "paid": ("paid", "paid", "both"),
        "training_length": ("several_sessions", "own_course_and_brief", "brief"),
        "supervision": ("regular", "regular", "informal"),
        "ongoing_training": ("yes", "no", "no"),
        "dual_membership": ("yes", "no", "no"),
    }
    for fact, options in sites.items():
        assert set(options) <= set(instrument.fact[fact].options), fact
