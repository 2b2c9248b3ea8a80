"""A release that tells more than numbers and promise allow is noticed in any part."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from peeraudit.disclosure.cells import (
    Alike,
    AnsweredReading,
    Cell,
    ClassReading,
    CommonestReading,
    DontKnow,
    ExactReading,
    ModalReading,
    Reading,
    Reason,
    Shares,
    ThemeCell,
    Withheld,
)
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.library import digest as instrument_digest
from peeraudit.release.release import Release, from_json, to_json
from peeraudit.release.verify import unread, verify
from tests.unit.factories import MG, PW, ST, SU, altered
from tests.unit.release.test_verify import sealed, with_cell
from tests.unit.report.releases import open_groups, site

Forge = Callable[[Release], Release]


def london() -> Release:
    """15 peer workers, 5 other staff, 45 people who use the service."""
    return site("London", 5)


def few() -> Release:
    """Every group below the floor but people who use the service."""
    return site("London", 1)


def told_as(reading: Reading, item: str, group: Group = PW) -> Forge:
    return with_cell(Cell(group, item, None, reading, DontKnow.FEWER))


def withheld(each: Withheld) -> Forge:
    return lambda release: replace(release, withheld=(*release.withheld, each))


def number(group: Group, answered: int) -> Forge:
    def forge(release: Release) -> Release:
        groups = tuple(
            replace(each, answered=answered) if each.group is group else each
            for each in release.groups
        )
        return replace(release, groups=groups)

    return forge


def classes_of_five_points(release: Release) -> Release:
    """Swap the instrument for one that tells finer, and name it rightly."""
    content = release.instrument.content
    first, *rest = content.reading.coarse_classes
    halves = (
        first.model_copy(update={"id": "below_45", "high": 45}),
        first.model_copy(update={"id": "below_50", "low": 45, "value": 47}),
    )
    reading = content.reading.model_copy(update={"coarse_classes": (*halves, *rest)})
    finer = altered(content, reading=reading)
    copy = replace(release.instrument, content=finer, hash=instrument_digest(finer))
    return replace(release, instrument=copy)


@pytest.mark.parametrize(
    ("release", "forge", "said"),
    [
        (few, number(PW, 3), "peer_worker: told to be 3, though fewer than 5"),
        (london, number(PW, 16), "peer_worker: 16 answered of 15"),
        (
            few,
            withheld(Withheld(PW, Reason.FEW_PEOPLE, dont_know=DontKnow.FEWER)),
            "and how many of it do not know",
        ),
        (
            few,
            withheld(Withheld(PW, Reason.FEW_ANSWERS, "SE4", None, DontKnow.FEWER)),
            "peer_worker, SE4: a question to a group that is withheld",
        ),
        (few, withheld(Withheld(SU, Reason.FEW_ANSWERS, "SE5")), "was not asked"),
        (
            london,
            withheld(Withheld(PW, Reason.FEW_ANSWERS, "SE4")),
            "peer_worker, SE4: told twice",
        ),
        (
            london,
            told_as(ClassReading("30_to_39", Alike.ALIKE), "SE4"),
            "how alike the answers are in 30_to_39",
        ),
        (
            london,
            told_as(ClassReading("70_or_more", Alike.SPREAD), "SE4", ST),
            "how alike the answers are in 70_or_more",
        ),
        (
            london,
            told_as(ClassReading("60_to_69", shares=Shares(0, 28, 72)), "SE4", SU),
            "shares that are no bands of ten",
        ),
        (london, classes_of_five_points, "instrument: coarse_classes begin at [45]"),
        (london, told_as(ModalReading("part"), "SE4"), "told as modal"),
        (london, told_as(ClassReading("below_50"), "PR1"), "told as class"),
        (london, told_as(ModalReading("part"), "RCK"), "told as modal"),
        (london, told_as(CommonestReading("part"), "PR1"), "told as commonest"),
        (london, told_as(ModalReading("3 of 5: part"), "PR1"), "no such option as 3"),
        (london, told_as(CommonestReading("z"), "RCK"), "no such option as z"),
        (london, told_as(AnsweredReading({"part": 15}), "PR1"), "exact, though"),
        (open_groups, told_as(ClassReading("below_50"), "SE4", MG), "told as class"),
        (
            open_groups,
            told_as(ExactReading(75, 1), "SP1", MG),
            "manager, SP1: told by itself, though no rule reads it",
        ),
        (
            open_groups,
            told_as(AnsweredReading({"sometimes": 1}), "PR1", MG),
            "no such option as sometimes",
        ),
        (open_groups, with_cell(ThemeCell(MG, "XX", 100, 1)), "no theme of this"),
        (
            open_groups,
            told_as(ClassReading("below_50"), "SE4", SU),
            "the promise shows this group only over several teams",
        ),
        (open_groups, number(MG, 0), "nobody of this group answered"),
    ],
)
def test_what_may_not_be_told_is_noticed_though_its_hash_fits(
    release: Callable[[], Release], forge: Forge, said: str
) -> None:
    wrong = verify(sealed(forge(release())))
    assert any(said in line for line in wrong), wrong


def test_a_group_that_was_not_asked_is_noticed() -> None:
    release = london()
    without = replace(release, groups=release.groups[1:])
    assert any("a group that was not asked" in line for line in verify(without))


def test_a_file_that_holds_more_than_a_release_is_noticed() -> None:
    content = json.loads(to_json(few()))
    content["cells"][0]["mean"] = 43.75
    smuggled = json.dumps(content)
    release = from_json(smuggled)
    assert verify(release) == ()
    assert list(unread(smuggled, release)) == [
        "file: it holds something that is no part of a release"
    ]


def test_a_file_may_be_written_with_spaces_and_in_another_order() -> None:
    content = json.loads(to_json(few()))
    spaced = json.dumps(dict(reversed(content.items())), indent=2)
    assert list(unread(spaced, from_json(spaced))) == []


def test_a_name_that_stands_twice_in_a_file_hides_nothing() -> None:
    whole = to_json(few())
    twice = whole.replace('{"audit":', '{"audit":{"note":"Kay"},"audit":', 1)
    assert twice != whole
    assert from_json(twice) == few()
    assert list(unread(twice, from_json(twice))) != []
