"""What has changed since the round before is told by a rule, and checked again."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from peeraudit.consensus.derive import derive
from peeraudit.consensus.findings import Finding, Status
from peeraudit.disclosure.cells import (
    Alike,
    Cell,
    ClassReading,
    DontKnow,
    ExactReading,
    ThemeCell,
)
from peeraudit.instrument.definition import Form
from peeraudit.instrument.frozen import Group
from peeraudit.release.evidence import evidence_of
from peeraudit.release.release import Release, from_json, to_json
from peeraudit.release.rounds import earlier_round
from peeraudit.release.sources import Earlier
from peeraudit.release.verify import verify
from tests.unit.factories import (
    PW,
    ST,
    Said,
    make_audit,
    make_promise,
    make_release,
)
from tests.unit.release.test_verify import sealed

NINE = dict.fromkeys(Group, 9)
NOBODY_CHANGED = dict.fromkeys(Group, 0)
LESS_THREAT = "S3"
"""The rule that other staff feel less under threat than at the last audit (SE8)."""


def second_round(
    then: Said | None,
    now: Said | None,
    *,
    changed: Mapping[Group, int] | None = None,
    staff_then: int = 9,
    staff_now: int = 9,
) -> Release:
    """The second of two rounds, with what other staff say on SE8 in each."""
    first = make_release(
        {"ST SE8": then, "PW SE4": "70_or_more"} if then else {"PW SE4": "70_or_more"},
        answered={**NINE, ST: staff_then},
    )
    promise = make_promise(
        {**NINE, ST: staff_now},
        changed=NOBODY_CHANGED if changed is None else changed,
    )
    return make_release(
        {"ST SE8": now} if now else {},
        promise=promise,
        answered={**NINE, ST: staff_now},
        earlier=earlier_round(first, make_audit(promise)),
    )


def less_threat(release: Release) -> Finding:
    (found,) = (each for each in release.findings if each.rule == LESS_THREAT)
    return found


@pytest.mark.parametrize(
    ("then", "now", "status"),
    [
        # classes count as 35, 55, 65 and 80 points; 15 are worth telling
        ("below_50", "50_to_59", Status.FOUND),
        ("below_50", "70_or_more", Status.FOUND),
        ("50_to_59", "60_to_69", Status.NOT_FOUND),
        ("60_to_69", "70_or_more", Status.FOUND),
        ("70_or_more", "70_or_more", Status.NOT_FOUND),
        ("70_or_more", "below_50", Status.NOT_FOUND),
        (None, "70_or_more", Status.NOT_ENOUGH),
        ("below_50", None, Status.NOT_ENOUGH),
    ],
)
def test_a_rise_since_the_round_before_is_found(
    then: Said | None, now: Said | None, status: Status
) -> None:
    release = second_round(then, now)
    assert less_threat(release).status is status
    assert verify(release) == ()
    assert verify(from_json(to_json(release))) == ()


@pytest.mark.parametrize("changed", [{}, {ST: 1}, {ST: 2}, {PW: 0}])
def test_where_a_change_of_staff_may_not_be_told_none_is_found(
    changed: Mapping[Group, int],
) -> None:
    release = second_round("below_50", "70_or_more", changed=changed)
    assert less_threat(release).status is Status.NOT_ASKED
    assert verify(release) == ()


def test_without_a_round_before_there_is_no_change() -> None:
    release = make_release({"ST SE8": "70_or_more"})
    assert release.earlier is None
    assert less_threat(release).status is Status.NOT_ASKED


def test_a_change_rests_on_both_rounds() -> None:
    kinds = [
        (each.kind, each.id, each.group)
        for each in less_threat(second_round("below_50", "70_or_more")).rests_on
    ]
    assert kinds == [("earlier", "SE8", ST), ("cell", "SE8", ST)]


@pytest.mark.parametrize(
    ("staff_then", "then", "staff_now", "now", "sure"),
    [
        (9, "below_50", 9, "70_or_more", "few"),
        (12, "40_to_49", 12, "70_to_79", "some"),
        # the fewest of both rounds count
        (9, "below_50", 12, "70_to_79", "few"),
        (12, "40_to_49", 9, "70_or_more", "few"),
        # and the fewest answers to the statement: it is told as of fewer than ten
        (12, "below_50", 12, "70_to_79", "few"),
        # an open group then, of which a score alone does not tell how many they were
        (4, 30, 12, "70_to_79", "few"),
    ],
)
def test_how_sure_a_change_is_depends_on_the_round_with_fewer_answers(
    staff_then: int, then: Said, staff_now: int, now: Said, sure: str
) -> None:
    changed = {ST: 3}
    release = second_round(
        then, now, changed=changed, staff_then=staff_then, staff_now=staff_now
    )
    assert less_threat(release).confidence == sure


def test_of_the_round_before_there_is_no_more_than_groups_that_may_be_told() -> None:
    release = second_round("below_50", "70_or_more", changed={ST: 0, PW: 1})
    assert release.earlier is not None
    assert {each.group for each in release.earlier.groups} == {ST}
    assert {each.group for each in release.earlier.cells} == {ST}


def told_then(release: Release) -> Earlier:
    assert release.earlier is not None
    return release.earlier


def staff_said(reading: ClassReading | ExactReading) -> Callable[[Earlier], Earlier]:
    def forge(earlier: Earlier) -> Earlier:
        cells = tuple(
            replace(each, reading=reading)
            if isinstance(each, Cell) and each.item == "SE8"
            else each
            for each in earlier.cells
        )
        return replace(earlier, cells=cells)

    return forge


def one_more(cell: Cell | ThemeCell) -> Callable[[Earlier], Earlier]:
    return lambda earlier: replace(earlier, cells=(*earlier.cells, cell))


def numbers(**changes: object) -> Callable[[Earlier], Earlier]:
    return lambda earlier: replace(
        earlier,
        groups=tuple(replace(each, **changes) for each in earlier.groups),  # type: ignore[arg-type]
    )


LOW = ClassReading("below_50", Alike.ALIKE)

FORGERIES: dict[str, tuple[Callable[[Earlier], Earlier], str]] = {
    "another class": (
        staff_said(ClassReading("70_or_more")),
        "findings: S3 does not follow from the cells",
    ),
    "another form": (
        lambda told: replace(told, form=Form.CORE),
        "earlier: other_staff, SE8: a question that was not asked",
    ),
    "one who left": (
        lambda told: replace(told, changed=dict.fromkeys(Group, 1)),
        "earlier: a change of other_staff that may not be told",
    ),
    "nobody said who left": (
        lambda told: replace(told, changed={}),
        "earlier: a change of other_staff that may not be told",
    ),
    "a group more": (
        lambda told: replace(
            told, groups=tuple(g for g in told.groups if g.group is not ST)
        ),
        "earlier: a cell of other_staff, whose change may not be told",
    ),
    "an exact score": (
        staff_said(ExactReading(225, 9)),
        "earlier: other_staff, SE8: exact, though",
    ),
    "a finer class": (
        staff_said(ClassReading("20_to_29")),
        "earlier: other_staff, SE8: a ten-point class from 9 answers",
    ),
    "a class that is none": (
        staff_said(ClassReading("31_to_33")),
        "earlier: other_staff, SE8: no such class",
    ),
    "a cell twice": (
        one_more(Cell(ST, "SE8", None, LOW, DontKnow.FEWER)),
        "earlier: other_staff, SE8: told twice",
    ),
    "an item that is none": (
        one_more(Cell(ST, "XX1", None, LOW, DontKnow.FEWER)),
        "earlier: other_staff, XX1: a question that was not asked",
    ),
    "a theme": (
        one_more(ThemeCell(ST, "SE", 2500, 8)),
        "earlier: other_staff, SE: exact, though",
    ),
    "too few answers": (
        numbers(answered=4),
        "earlier: other_staff: told to be 4, though fewer than 5",
    ),
    "more than were asked": (
        numbers(answered=10),
        "earlier: other_staff: 10 answered of 9",
    ),
}


@pytest.mark.parametrize("what", FORGERIES)
def test_a_forged_round_before_is_noticed_though_the_hash_fits(what: str) -> None:
    release = second_round("below_50", "70_or_more")
    forge, said = FORGERIES[what]
    wrong = verify(sealed(replace(release, earlier=forge(told_then(release)))))
    assert any(said in line for line in wrong), wrong


@pytest.mark.parametrize(
    "what",
    [each for each in FORGERIES if each not in {"another class", "another form"}],
)
def test_what_could_not_be_told_is_noticed_though_the_findings_follow(
    what: str,
) -> None:
    release = second_round("50_to_59", "60_to_69")
    forge, said = FORGERIES[what]
    forged = replace(release, earlier=forge(told_then(release)))
    if what != "a class that is none":
        _, findings = derive(evidence_of(forged))
        forged = replace(forged, findings=findings)
    assert any(said in line for line in verify(sealed(forged)))


def test_a_round_before_that_was_held_to_another_floor_is_no_forgery() -> None:
    release = second_round("below_50", "70_or_more", staff_then=7, changed={ST: 3})
    promise = replace(release.promise, floor=8)
    assert verify(sealed(replace(release, promise=promise))) == ()
