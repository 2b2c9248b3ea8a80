"""A sample is a release like any other, and says that it is made up."""

from functools import cache

import pytest

from peeraudit.audit.promise import GroupMode
from peeraudit.disclosure.cells import ThemeCell
from peeraudit.instrument.frozen import Group
from peeraudit.operations.sample_reports import (
    NoSample,
    Sample,
    release_of,
    sample_team,
)
from peeraudit.release.release import Release
from peeraudit.release.verify import verify
from peeraudit.report.page import title
from tests.unit.factories import altered, role_adoption
from tests.unit.report.releases import site

every_sample = pytest.mark.parametrize("sample", Sample)


@cache
def sample_of(sample: Sample) -> Release:
    return release_of(sample_team(sample), role_adoption())


@every_sample
def test_anyone_can_compute_it_again(sample: Sample) -> None:
    assert not verify(sample_of(sample))


@every_sample
def test_its_title_and_its_organisation_say_that_it_is_made_up(sample: Sample) -> None:
    assert "made up" in title(sample_of(sample))
    assert "made up" in sample_of(sample).audit.organisation


def test_in_the_large_team_every_group_is_shown_and_none_openly() -> None:
    release = sample_of(Sample.LARGE)
    assert {each.group: each.answered for each in release.groups} == {
        Group.MANAGER: 10,
        Group.PEER_WORKER: 15,
        Group.OTHER_STAFF: 5,
        Group.PERSON_USING_SERVICE: 45,
    }
    assert {each.mode for each in release.groups} == {GroupMode.ANONYMOUS}
    assert not any(isinstance(each, ThemeCell) for each in release.cells)


def test_the_large_team_has_what_the_paper_says_of_london() -> None:
    sample, london = sample_of(Sample.LARGE), site("London", 5)
    assert sample.cells == london.cells
    assert sample.findings == london.findings


def test_its_numbers_grow_with_it() -> None:
    facts = sample_of(Sample.LARGE).facts
    assert facts["started"] == 5 * 9
    assert facts["in_post_two_months"] == 5 * 4
    assert sample_of(Sample.SMALL).facts["started"] == 9


def test_in_the_small_team_three_peer_workers_fill_in_one_sheet() -> None:
    groups = {each.group: each for each in sample_of(Sample.SMALL).groups}
    peer_workers = groups[Group.PEER_WORKER]
    assert peer_workers.mode is GroupMode.JOINT_SHEET
    assert (peer_workers.asked, peer_workers.answered) == (3, 1)
    assert sample_of(Sample.SMALL).findings


def test_what_no_reference_team_answers_has_no_sample() -> None:
    more = role_adoption().practices[0].model_copy(update={"id": "PR99"})
    changed = altered(role_adoption(), practices=(more,), rules=())
    with pytest.raises(NoSample, match="role-adoption"):
        release_of(sample_team(Sample.LARGE), changed)
