"""Change since the round before: no more of it than classes of answers can tell."""

from fractions import Fraction

import pytest

from peeraudit.consensus.evidence import Evidence, Score
from peeraudit.consensus.themes import whole
from peeraudit.consensus.trend import (
    Change,
    Direction,
    changes,
    direction,
    notable_change,
    statement_change,
    theme_change,
)
from peeraudit.disclosure.cells import ThemeCell
from peeraudit.instrument.definition import Form, Instrument
from tests.unit.factories import (
    PW,
    ST,
    Said,
    Says,
    altered,
    make_asking,
    make_evidence,
    role_adoption,
    with_thresholds,
)

HIGHER, LOWER, UNTOLD = Direction
SUPPORT = tuple(f"SP{number}" for number in range(1, 9))
COARSE = {each.id: each for each in role_adoption().reading.coarse_classes}


def two_rounds(
    then: Says,
    now: Says,
    *,
    instrument: Instrument | None = None,
    form_then: Form = Form.FULL,
) -> Evidence:
    asked = make_asking(instrument)
    before = make_asking(instrument, form=form_then)
    return make_evidence(now, asking=asked, earlier=make_evidence(then, asking=before))


def all_of(said: Said, items: tuple[str, ...] = SUPPORT) -> Says:
    return {f"PW {item}": said for item in items}


def support(evidence: Evidence) -> Change | None:
    return theme_change(evidence, PW, "SP")


def told(evidence: Evidence) -> Change:
    found = support(evidence)
    assert found
    return found


@pytest.mark.parametrize(
    ("then", "now", "way"),
    [
        ("below_50", "70_or_more", HIGHER),
        ("70_or_more", "below_50", LOWER),
        ("60_to_69", "70_or_more", HIGHER),  # 65 and 80: just 15 points
        ("50_to_59", "60_to_69", UNTOLD),  # 10 points
        ("60_to_69", "60_to_69", UNTOLD),
    ],
)
def test_a_theme_goes_up_or_down_from_fifteen_points_on(
    then: str, now: str, way: Direction
) -> None:
    assert told(two_rounds(all_of(then), all_of(now))).direction is way


def test_a_change_has_the_mean_of_both_rounds_with_their_ends() -> None:
    found = told(two_rounds(all_of("below_50"), all_of("60_to_69")))
    assert found.then == Score(Fraction(35), Fraction(0), Fraction(50))
    assert found.now == Score(Fraction(65), Fraction(60), Fraction(70))
    assert found.items == 8


@pytest.mark.parametrize(("statements", "way"), [(1, UNTOLD), (2, UNTOLD), (3, HIGHER)])
def test_a_change_that_broad_classes_could_hide_is_not_told(
    statements: int, way: Direction
) -> None:
    """20 points: two classes 50 and 10 wide hide 29 in one statement, 17 in three."""
    then, now = (score("below_50"), score("50_to_59"))
    assert direction([(then, now)] * statements, 15) is way
    assert direction([(now, then)] * statements, 15) is (
        LOWER if way is HIGHER else way
    )


def score(name: str) -> Score:
    found = COARSE[name]
    return Score(Fraction(found.value), Fraction(found.low), Fraction(found.high))


def test_an_exact_score_hides_nothing() -> None:
    def exact(points: int) -> Score:
        return Score(Fraction(points), Fraction(points), Fraction(points))

    assert direction([(exact(50), exact(65))], 15) is HIGHER
    assert direction([(exact(50), exact(64))], 15) is UNTOLD
    assert direction([(exact(50), exact(50))], 0) is UNTOLD


def test_only_statements_that_both_rounds_show_count() -> None:
    then = {**all_of("60_to_69"), "PW SP1": "below_50"}
    now = {name: "60_to_69" for name in all_of("60_to_69") if name != "PW SP1"}
    found = told(two_rounds(then, now))
    assert found.items == 7
    assert found.then == found.now


@pytest.mark.parametrize(("shown", "is_told"), [(3, False), (4, True)])
def test_half_of_what_both_asked_must_be_shown_in_both(
    shown: int, *, is_told: bool
) -> None:
    then, now = all_of("below_50"), all_of("70_or_more", SUPPORT[:shown])
    assert (support(two_rounds(then, now)) is not None) is is_told


def test_two_halves_of_a_theme_are_not_compared() -> None:
    then, now = all_of("below_50", SUPPORT[:4]), all_of("70_or_more", SUPPORT[4:])
    assert support(two_rounds(then, now)) is None


def test_a_short_form_is_compared_on_what_it_asked() -> None:
    core = tuple(
        item.id
        for item in role_adoption().items
        if item.theme == "SP" and item.core and PW in item.groups
    )
    assert 0 < len(core) < len(SUPPORT)
    then = all_of("below_50", core)
    found = told(two_rounds(then, all_of("70_or_more"), form_then=Form.CORE))
    assert found.items == len(core)


def test_a_group_that_one_round_does_not_show_has_no_change() -> None:
    both = {**all_of("below_50"), "ST SP1": "60_to_69"}
    evidence = two_rounds(both, all_of("70_or_more"))
    assert {each.group for each in changes(evidence)} == {PW}
    assert statement_change(evidence, ST, "SP1") is None


def test_the_first_round_has_no_change() -> None:
    evidence = make_evidence(all_of("70_or_more"))
    assert list(changes(evidence)) == []
    assert support(evidence) is None
    assert statement_change(evidence, PW, "SP1") is None


def test_an_instrument_without_theme_scores_has_no_change_of_themes() -> None:
    reading = role_adoption().reading.model_copy(update={"theme_scores": False})
    instrument = altered(role_adoption(), reading=reading)
    then, now = all_of("below_50"), all_of("70_or_more")
    evidence = two_rounds(then, now, instrument=instrument)
    assert list(changes(evidence)) == []
    assert statement_change(evidence, PW, "SP1") is HIGHER


def test_the_instrument_says_what_is_worth_telling() -> None:
    strict = with_thresholds(role_adoption(), notable_change=46)
    then, now = all_of("below_50"), all_of("70_or_more")
    assert told(two_rounds(then, now, instrument=strict)).direction is UNTOLD
    kept = {
        name: number
        for name, number in role_adoption().reading.thresholds.items()
        if name != "notable_change"
    }
    reading = role_adoption().reading.model_copy(update={"thresholds": kept})
    assert notable_change(altered(role_adoption(), reading=reading)) == 15


def with_theme(says: Says, points: int, items: int) -> Evidence:
    """A round in which peer workers answer openly."""
    evidence = make_evidence(says)
    cell = ThemeCell(PW, "SP", 100 * points, items)
    cells = (*evidence.cells.cells, cell)
    return Evidence(
        evidence.asking,
        evidence.facts,
        type(evidence.cells)(evidence.cells.groups, cells, ()),
    )


def after(then: Evidence, now: Evidence) -> Evidence:
    return Evidence(now.asking, now.facts, now.cells, then)


def test_an_open_group_is_compared_on_its_exact_scores() -> None:
    found = told(after(with_theme({}, 40, 8), with_theme({}, 55, 8)))
    assert (whole(found.then.value), whole(found.now.value)) == (40, 55)
    assert found.direction is HIGHER
    assert found.items == 8


def test_an_open_group_that_skipped_a_statement_is_not_compared_on_the_whole() -> None:
    """What it left out then may be what it says worst of now."""
    assert support(after(with_theme({}, 40, 7), with_theme({}, 55, 8))) is None
    both: Says = {f"PW SP{number}": 50 for number in range(1, 5)}
    found = told(after(with_theme(both, 40, 7), with_theme(both, 55, 8)))
    assert found.direction is UNTOLD
    assert found.items == 4
