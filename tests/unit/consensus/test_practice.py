"""Where groups agree on a practice, where they clash, and what each says it is for."""

import pytest

from peeraudit.consensus.conditions import holds
from peeraudit.consensus.derive import PurposeView, derive
from peeraudit.consensus.evidence import MIXED
from peeraudit.consensus.findings import Status
from peeraudit.consensus.practice import Consensus, PracticeMap, practice_map
from peeraudit.disclosure.cells import AnsweredReading
from peeraudit.instrument import rules
from peeraudit.instrument.definition import Instrument
from peeraudit.instrument.tested import ConflictTest, ConsensusTest
from tests.unit.consensus.situations import practices, status
from tests.unit.factories import (
    MG,
    PW,
    ST,
    SU,
    Says,
    altered,
    make_asking,
    make_evidence,
    readiness,
    role_adoption,
)


def mapped(says: Says, instrument: Instrument | None = None) -> PracticeMap:
    return practice_map(make_evidence(says, asking=make_asking(instrument)))


def agreement(says: Says, instrument: Instrument | None = None) -> Consensus:
    """How groups stand to the first practice."""
    return mapped(says, instrument).practices[0].agreement


@pytest.mark.parametrize(
    ("managers", "peers", "staff", "expected"),
    [
        ("part", "part", "part", Consensus.AGREED),
        ("must_never", "must_never", "must_never", Consensus.AGREED),
        ("part", "part", "not_part", Consensus.DIFFERENT),
        ("not_part", "must_never", "not_part", Consensus.DIFFERENT),
        ("part", "part", "mixed", Consensus.DIFFERENT),
        ("mixed", "mixed", "mixed", Consensus.DIFFERENT),
        ("part", "must_never", "not_part", Consensus.HARD_CONFLICT),
        ("part", "mixed", "must_never", Consensus.HARD_CONFLICT),
    ],
)
def test_three_groups_agree_differ_or_clash(
    managers: str, peers: str, staff: str, expected: Consensus
) -> None:
    says = {"MG PR1": managers, "PW PR1": peers, "ST PR1": staff}
    assert agreement(says) is expected


def test_two_groups_are_not_enough_for_consensus_in_post() -> None:
    says = {"MG PR1": "part", "ST PR1": "part"}
    assert agreement(says) is Consensus.NOT_ENOUGH
    assert not mapped(says).practices[0].covered


def test_two_groups_are_enough_for_a_clash() -> None:
    says = {"MG PR1": "part", "ST PR1": "must_never"}
    assert agreement(says) is Consensus.HARD_CONFLICT


def test_before_anyone_starts_two_groups_are_enough_for_consensus() -> None:
    says = {"MG PR1": "part", "ST PR1": "part"}
    assert agreement(says, readiness()) is Consensus.AGREED


def test_people_who_use_the_service_stand_beside_the_consensus() -> None:
    says = {
        "MG PR1": "part",
        "PW PR1": "part",
        "ST PR1": "part",
        "SU PR1": "must_never",
    }
    view = mapped(says).practices[0]
    assert view.agreement is Consensus.AGREED
    assert view.says[SU] == "must_never"


def test_the_index_is_the_share_of_covered_practices_that_are_agreed() -> None:
    told = mapped({**practices(agreed=12), "ST PR1": MIXED})
    # 18 covered, 12 agreed less the first, which is mixed: 1100 / 18 = 61.1
    assert (told.covered, told.agreed, told.index) == (18, 11, 61)


def test_practices_that_are_not_covered_are_not_in_the_index() -> None:
    everyone = practices(agreed=12)
    del everyone["ST PR18"], everyone["ST PR2"]
    told = mapped(everyone)
    # PR18 was agreed and PR2 was not: 11 of 16 is 68.75
    assert (told.covered, told.agreed, told.index) == (16, 11, 69)


@pytest.mark.parametrize(
    # 7 of 10 is exactly 70 %; 16 of 23 is 69.6 %, which reads as 70 and counts as less
    ("agreed", "of", "few"),
    [(7, 10, False), (16, 23, True), (9, 13, True)],
)
def test_the_index_is_rounded_for_reading_and_not_for_rules(
    agreed: int, of: int, few: bool
) -> None:
    more = tuple(
        role_adoption().practices[0].model_copy(update={"id": f"PR{number}"})
        for number in range(1, of + 1)
    )
    asking = make_asking(altered(role_adoption(), practices=more))
    evidence = make_evidence(practices(agreed=agreed, of=of), asking=asking)
    below = rules.Consensus(
        practice_consensus=ConsensusTest(below="practice_consensus")
    )
    assert practice_map(evidence).index == round(100 * agreed / of)
    assert holds(below, evidence, lambda _rule: False).truth is few


def test_a_practice_that_is_withheld_may_hide_a_clash() -> None:
    everyone = practices(agreed=18)
    del everyone["ST PR18"]
    assert status("F18", make_evidence(everyone)) is Status.NOT_ENOUGH


def test_where_nothing_is_covered_there_is_no_index() -> None:
    told = mapped({})
    assert (len(told.practices), told.covered, told.index) == (18, 0, None)


def test_practices_that_nobody_was_asked_are_not_on_the_map() -> None:
    everything = role_adoption()
    only_peers = tuple(
        each.model_copy(update={"groups": (PW,)}) for each in everything.practices
    )
    evidence = make_evidence(
        {},
        asking=make_asking(altered(everything, practices=only_peers), groups=(MG, ST)),
    )
    assert practice_map(evidence).practices == ()


def test_a_clash_is_of_the_answers_that_the_rule_names() -> None:
    clash = rules.Conflict(hard_conflict=ConflictTest(part="part", never="not_part"))
    for answer, expected in (("not_part", True), ("must_never", False)):
        evidence = make_evidence({**practices(agreed=18), "ST PR15": answer})
        assert holds(clash, evidence, lambda _rule: False).truth is expected


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ({"part": 1}, "part"),
        ({"part": 3, "not_part": 2}, "part"),  # 60 %
        ({"part": 1, "not_part": 1}, MIXED),
        ({"part": 4, "not_part": 3}, MIXED),  # 57 %
    ],
)
def test_an_open_group_says_what_60_percent_of_it_say(
    answers: dict[str, int], says: str
) -> None:
    evidence = make_evidence({"MG PR1": AnsweredReading(answers)})
    assert evidence.option(MG, "PR1") == says


def test_purposes_are_told_for_every_group_that_is_shown() -> None:
    derived, _ = derive(make_evidence({"PW RCK": "a", "MG RCK": "mixed"}))
    assert derived.purposes == (
        PurposeView("RCK", MG, MIXED),
        PurposeView("RCK", PW, "a"),
    )


def test_a_statement_has_no_option_and_a_practice_no_score() -> None:
    evidence = make_evidence({"ST SE4": 70, "ST PR1": "part"})
    with pytest.raises(TypeError, match="SE4 is a statement"):
        evidence.option(ST, "SE4")
    with pytest.raises(TypeError, match="PR1 is no statement"):
        evidence.score(ST, "PR1")
