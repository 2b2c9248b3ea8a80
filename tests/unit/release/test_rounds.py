"""What a release takes up of the round before: only groups whose change may be told."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest

from peeraudit.audit.promise import GroupMode
from peeraudit.disclosure.cells import Alike, Cell, ClassReading, DontKnow, GroupCount
from peeraudit.instrument.definition import Form, Mode
from peeraudit.instrument.frozen import Group
from peeraudit.release.release import Release
from peeraudit.release.rounds import earlier_round, unfit
from peeraudit.release.sources import Earlier
from tests.unit.factories import (
    CLOSES,
    MG,
    PW,
    ST,
    SU,
    altered,
    make_audit,
    make_promise,
    make_release,
    role_adoption,
)

SAYS = {f"{name} SE4": "70_or_more" for name in ("MG", "PW", "ST")}
SIX = {MG: 6, PW: 6, ST: 6}
NOBODY_CHANGED = dict.fromkeys(SIX, 0)


def before(
    asked: Mapping[Group, int] | None = None,
    modes: Mapping[Group, GroupMode] | None = None,
) -> Release:
    """The round before, in which all who were asked have answered."""
    asked = asked or SIX
    release = make_release(SAYS, promise=make_promise(asked), answered=asked)
    groups = tuple(
        replace(each, mode=(modes or {}).get(each.group, each.mode))
        for each in release.groups
    )
    return replace(release, groups=groups)


def taken_up(
    release: Release,
    asked: Mapping[Group, int] | None = None,
    changed: Mapping[Group, int] | None = None,
    modes: Mapping[Group, GroupMode] | None = None,
) -> Earlier | None:
    """What an audit of half a year later takes up; nobody came or left, if not said."""
    promise = make_promise(
        asked or SIX,
        changed=NOBODY_CHANGED if changed is None else changed,
        modes=modes,
        closes_at=CLOSES + timedelta(days=180),
    )
    return earlier_round(release, make_audit(promise))


def groups_of(earlier: Earlier | None) -> set[Group]:
    """The groups of which cells are taken up, and whose numbers are."""
    if earlier is None:
        return set()
    told = {count.group for count in earlier.groups}
    assert {cell.group for cell in earlier.cells} == told == set(earlier.changed)
    return told


def test_where_nobody_came_or_left_the_whole_round_is_taken_up() -> None:
    release = before()
    earlier = taken_up(release)
    assert earlier == Earlier(
        release.hash,
        CLOSES.date(),
        Form.FULL,
        release.groups,
        NOBODY_CHANGED,
        release.cells,
    )


def test_how_much_was_asked_then_is_taken_up_with_it() -> None:
    release = before()
    core = replace(release, audit=replace(release.audit, form=Form.CORE))
    earlier = taken_up(core)
    assert earlier is not None
    assert earlier.form is Form.CORE


@pytest.mark.parametrize(
    ("changed", "groups"),
    [
        ({}, set()),  # nobody has said
        ({MG: 0}, {MG}),
        ({MG: 0, PW: 1, ST: 2}, {MG}),
        ({MG: 0, PW: 3, ST: 2}, {MG, PW}),
        ({MG: 1, PW: 1, ST: 1}, set()),
    ],
)
def test_each_group_is_taken_up_or_not_by_itself(
    changed: Mapping[Group, int], groups: set[Group]
) -> None:
    earlier = taken_up(before(), changed=changed)
    assert groups_of(earlier) == groups
    if earlier:
        assert earlier.changed == {group: changed[group] for group in groups}


def test_ten_people_in_both_rounds_are_taken_up_whoever_left() -> None:
    asked = {MG: 10, PW: 10, ST: 9}
    earlier = taken_up(before(asked), {MG: 10, PW: 9, ST: 10}, {MG: 1, PW: 1, ST: 1})
    assert groups_of(earlier) == {MG}


def test_a_group_that_is_not_asked_again_is_not_taken_up() -> None:
    assert groups_of(taken_up(before(), {MG: 6, PW: 6})) == {MG, PW}


def test_a_group_that_was_not_asked_before_is_not_taken_up() -> None:
    assert groups_of(taken_up(before({MG: 6, PW: 6}), SIX)) <= {MG, PW}


@pytest.mark.parametrize(
    ("then", "now", "told"),
    [
        (GroupMode.ANONYMOUS, GroupMode.ANONYMOUS, True),
        (GroupMode.ATTRIBUTED, GroupMode.JOINT_SHEET, True),
        (GroupMode.JOINT_SHEET, GroupMode.ATTRIBUTED, True),
        # an exact score beside a class would tell more than the class does
        (GroupMode.ANONYMOUS, GroupMode.JOINT_SHEET, False),
        (GroupMode.ATTRIBUTED, GroupMode.ANONYMOUS, False),
    ],
)
def test_an_open_group_and_an_anonymous_one_are_not_compared(
    then: GroupMode, now: GroupMode, *, told: bool
) -> None:
    asked = {MG: 4, PW: 6, ST: 6}
    earlier = taken_up(before(asked, {MG: then}), asked, modes={MG: now})
    assert (MG in groups_of(earlier)) is told


@pytest.mark.parametrize(
    ("then", "now", "told"),
    [
        (Mode.IN_POST, Mode.IN_POST, True),
        (Mode.IN_POST, Mode.RE_AUDIT, True),
        (Mode.RE_AUDIT, Mode.RE_AUDIT, True),
        (Mode.BEFORE_START, Mode.IN_POST, False),
        (Mode.IN_POST, Mode.BEFORE_START, False),
        (Mode.BEFORE_START, Mode.BEFORE_START, False),
    ],
)
def test_only_rounds_with_people_in_post_are_compared(
    then: Mode, now: Mode, *, told: bool
) -> None:
    release = before()
    release = replace(release, audit=replace(release.audit, mode=then))
    audit = replace(make_audit(make_promise(SIX, changed=NOBODY_CHANGED)), mode=now)
    assert (earlier_round(release, audit) is not None) is told


def test_other_questions_are_not_compared() -> None:
    other = altered(role_adoption(), version=role_adoption().version + 1)
    audit = make_audit(make_promise(SIX, changed=NOBODY_CHANGED), instrument=other)
    assert earlier_round(before(), audit) is None


def test_a_round_that_showed_nothing_is_not_taken_up() -> None:
    nothing = make_release({}, promise=make_promise(SIX), answered=SIX)
    assert taken_up(nothing) is None


def release_with(earlier: Earlier) -> Release:
    """A release of as many people as before, which has taken up a round."""
    promise = make_promise(SIX, changed=NOBODY_CHANGED)
    return make_release(SAYS, promise=promise, answered=SIX, earlier=earlier)


def fitting() -> Earlier:
    earlier = taken_up(before())
    assert earlier is not None
    return earlier


def test_what_was_taken_up_is_fit_to_be_told() -> None:
    assert list(unfit(release_with(fitting()))) == []
    assert list(unfit(make_release(SAYS))) == []


@pytest.mark.parametrize("changed", [{PW: 1}, {PW: 2}, {}])
def test_a_change_that_one_or_two_can_be_read_from_is_unfit(
    changed: Mapping[Group, int],
) -> None:
    earlier = replace(fitting(), changed={MG: 0, ST: 0, **changed})
    (line,) = unfit(release_with(earlier))
    assert line == "earlier: a change of peer_worker that may not be told"


def test_numbers_that_show_who_left_are_unfit_whatever_is_said() -> None:
    groups = tuple(
        replace(each, asked=7) if each.group is ST else each
        for each in fitting().groups
    )
    (line,) = unfit(release_with(replace(fitting(), groups=groups)))
    assert line == "earlier: a change of other_staff that may not be told"


def test_a_change_of_an_open_group_to_an_anonymous_one_is_unfit() -> None:
    groups = tuple(
        replace(each, mode=GroupMode.ATTRIBUTED) if each.group is MG else each
        for each in fitting().groups
    )
    (line,) = unfit(release_with(replace(fitting(), groups=groups)))
    assert line == "earlier: a change of manager that may not be told"


def test_a_group_that_is_not_asked_now_is_unfit() -> None:
    count = GroupCount(SU, GroupMode.ANONYMOUS, 6, 6)
    earlier = replace(
        fitting(), groups=(*fitting().groups, count), changed={**NOBODY_CHANGED, SU: 0}
    )
    (line,) = unfit(release_with(earlier))
    assert line == "earlier: a change of person_using_service that may not be told"


def test_a_cell_of_a_group_whose_change_may_not_be_told_is_unfit() -> None:
    reading = ClassReading("below_50", Alike.ALIKE)
    more = Cell(SU, "SE5", None, reading, DontKnow.FEWER)
    earlier = replace(fitting(), cells=(*fitting().cells, more))
    (line,) = unfit(release_with(earlier))
    assert line == (
        "earlier: a cell of person_using_service, whose change may not be told"
    )
