"""What a team will see, from headcounts alone, is what it sees when all answered."""

from collections import Counter

import pytest

from peeraudit.audit.preview import (
    Choice,
    Detail,
    GapPreview,
    GuessPreview,
    Preview,
    Step,
    preview,
)
from peeraudit.audit.promise import FLOORS, GroupMode, GroupPromise
from peeraudit.consensus.findings import Status
from peeraudit.instrument.frozen import Group
from peeraudit.report.reader import Reader
from tests.unit.audit.lineups import LINE_UPS, evidence, is_there, released
from tests.unit.factories import MG, PW, ST, SU, role_adoption

every_line_up = pytest.mark.parametrize("name", LINE_UPS)


def seen(name: str) -> Preview:
    """What the headcounts of a line-up say."""
    team = LINE_UPS[name]
    return preview(team.instrument, team.groups, 5, team.form)


def of_one(
    asked: int, mode: GroupMode = GroupMode.ANONYMOUS, floor: int = 5
) -> Preview:
    """What so many peer workers will see."""
    return preview(role_adoption(), (GroupPromise(PW, asked, mode),), floor)


@every_line_up
def test_the_groups_that_are_shown_are_those_of_the_release(name: str) -> None:
    shown = {each.group for each in seen(name).groups if each.steps}
    assert shown == set(Reader(released(name)).shown)


@every_line_up
def test_the_gaps_are_those_of_the_release(name: str) -> None:
    pairs = Counter(
        frozenset((gap.higher, gap.lower)) for gap in released(name).derived.gaps
    )
    foreseen = {
        frozenset((each.one, each.other)): each.themes for each in seen(name).gaps
    }
    assert foreseen == pairs


@every_line_up
def test_the_guesses_are_those_that_can_be_set_beside_what_is_so(name: str) -> None:
    cells, instrument = evidence(name), LINE_UPS[name].instrument
    told = Counter(
        (by, of)
        for by, of in instrument.guesses.items()
        for item in instrument.items
        if is_there(cells.score(by, item.id))
        and is_there(cells.score(by, item.id, of))
        and is_there(cells.score(of, item.id))
    )
    assert {(g.by, g.of): g.statements for g in seen(name).guesses} == told


@every_line_up
def test_the_practices_and_purposes_are_those_of_the_release(name: str) -> None:
    derived, foreseen = released(name).derived, seen(name)
    assert foreseen.practices == derived.practice.covered
    assert foreseen.practices_asked == len(derived.practice.practices)
    assert set(foreseen.purposes) == {each.group for each in derived.purposes}


@every_line_up
def test_what_is_found_or_not_was_foreseen(name: str) -> None:
    foreseen = seen(name).outlook
    found = {each.rule: each.status for each in released(name).findings}
    assert [*found] == [each.id for each in LINE_UPS[name].instrument.rules]
    assert {rule for rule, status in found.items() if status is Status.FOUND} <= {
        *foreseen.told
    }
    assert {*foreseen.without_answers} <= {*foreseen.told}
    assert {*foreseen.told}.isdisjoint(foreseen.untold)
    assert len(foreseen.told) + len(foreseen.untold) == len(found)


def test_three_peer_workers_will_not_be_seen_and_have_three_choices() -> None:
    (group,) = of_one(3).groups
    assert group.steps == ()
    assert group.choices == (Choice.JOINT_SHEET, Choice.POOLED_ONLY, Choice.GUIDE)


@pytest.mark.parametrize(
    ("asked", "choices"),
    [
        (1, {Choice.ATTRIBUTED, Choice.POOLED_ONLY, Choice.GUIDE}),
        (2, {*Choice}),
        (4, {Choice.JOINT_SHEET, Choice.POOLED_ONLY, Choice.GUIDE}),
        (5, set()),
    ],
)
def test_what_a_group_can_choose_depends_on_how_many_they_are(
    asked: int, choices: set[Choice]
) -> None:
    (group,) = of_one(asked).groups
    assert set(group.choices) == choices


@pytest.mark.parametrize(
    ("asked", "floor", "steps"),
    [
        (5, 5, [(5, Detail.BROAD)]),
        (10, 5, [(5, Detail.BROAD), (10, Detail.FINER)]),
        (25, 8, [(8, Detail.BROAD), (10, Detail.FINER), (25, Detail.SHARES)]),
        (12, 11, [(11, Detail.FINER)]),
        (10, 10, [(10, Detail.FINER)]),
        (9, 10, []),
    ],
)
def test_a_larger_group_is_seen_more_finely(
    asked: int, floor: int, steps: list[tuple[int, Detail]]
) -> None:
    (group,) = of_one(asked, floor=floor).groups
    assert group.steps == tuple(Step(*each) for each in steps)


def test_a_group_for_pooling_is_never_seen_here_however_large() -> None:
    (group,) = of_one(40, GroupMode.POOLED_ONLY).groups
    assert group.steps == ()
    assert group.choices == (Choice.GUIDE,)


def test_a_joint_sheet_brings_its_group_into_every_part() -> None:
    alone = seen("a named manager, in post")
    together = seen("a named manager and a joint sheet, in post")
    assert (len(alone.outlook.told), len(together.outlook.told)) == (7, 27)
    assert (alone.practices, together.practices) == (0, 18)
    assert GuessPreview(ST, PW, 6) in together.guesses
    assert GapPreview(PW, ST, 4) in together.gaps


def test_whoever_is_not_asked_is_named_in_the_instruments_order() -> None:
    assert of_one(6).not_asked == (MG, ST, SU)
    everyone = tuple(GroupPromise(group, 6) for group in reversed(Group))
    found = preview(role_adoption(), everyone, 5)
    assert [each.group for each in found.groups] == [*Group]
    assert found.not_asked == ()


@pytest.mark.parametrize("floor", [0, 4, 6])
def test_a_floor_that_is_not_on_offer_is_refused(floor: int) -> None:
    assert floor not in FLOORS
    with pytest.raises(ValueError, match="the floor is one of 5, 8, 10, 11"):
        of_one(9, floor=floor)
