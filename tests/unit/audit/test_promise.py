"""The promise: what could not be kept is refused, and what is kept is told in words."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from peeraudit.audit.promise import FLOORS, GRACE, GroupMode, GroupPromise, Promise
from peeraudit.audit.promise_words import london, promise_words
from peeraudit.audit.team import Team
from peeraudit.instrument.wording import LocalWords
from tests.unit.factories import CLOSES, MG, PW, ST, SU, TEAM, make_promise


def words(
    asked: int, mode: GroupMode = GroupMode.ANONYMOUS, floor: int = 5
) -> tuple[str, ...]:
    """What a group of peer workers reads before it answers."""
    promise = make_promise({PW: asked}, floor=floor, modes={PW: mode})
    return promise_words(promise, promise.group[PW], TEAM)


@pytest.mark.parametrize("floor", [1, 3, 4, 6, 12, 0, -5])
def test_a_floor_that_is_not_on_offer_is_refused(floor: int) -> None:
    with pytest.raises(ValueError, match="the floor is one of 5, 8, 10, 11"):
        make_promise(floor=floor)


@pytest.mark.parametrize("floor", FLOORS)
def test_a_floor_on_offer_is_kept_and_its_reason_told(floor: int) -> None:
    assert make_promise(floor=floor).floor == floor
    assert FLOORS[floor]


def test_no_floor_below_five_is_on_offer() -> None:
    assert min(FLOORS) == 5


def test_a_closing_time_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a time zone"):
        make_promise(closes_at=CLOSES.replace(tzinfo=None))


def test_a_group_that_is_named_twice_is_refused() -> None:
    twice = (GroupPromise(PW, 5), GroupPromise(PW, 6))
    with pytest.raises(ValueError, match="a group is named twice"):
        Promise(5, CLOSES, twice)


@pytest.mark.parametrize("asked", [0, -1])
def test_a_group_of_nobody_is_refused(asked: int) -> None:
    with pytest.raises(ValueError, match="at least one person"):
        make_promise({PW: asked})


@pytest.mark.parametrize("floor", FLOORS)
def test_a_group_that_can_be_anonymous_may_not_be_made_open(floor: int) -> None:
    open_group = {PW: GroupMode.ATTRIBUTED}
    with pytest.raises(ValueError, match=f"{floor} people can be anonymous"):
        make_promise({PW: floor}, floor=floor, modes=open_group)
    few = make_promise({PW: floor - 1}, floor=floor, modes=open_group)
    assert few.group[PW].mode.is_open


def test_a_promise_finds_a_group_by_its_id() -> None:
    promise = make_promise({MG: 2, PW: 6}, modes={MG: GroupMode.ATTRIBUTED})
    assert promise.group[MG] == GroupPromise(MG, 2, GroupMode.ATTRIBUTED)
    assert ST not in promise.group


def test_comments_are_off_unless_they_are_promised() -> None:
    assert not Promise(5, CLOSES, ()).comments


def test_a_draft_may_be_submitted_for_one_more_hour() -> None:
    assert timedelta(hours=1) == GRACE
    assert make_promise().last_submission == CLOSES + timedelta(hours=1)


def test_only_two_modes_claim_no_anonymity() -> None:
    open_modes = {mode for mode in GroupMode if mode.is_open}
    assert open_modes == {GroupMode.ATTRIBUTED, GroupMode.JOINT_SHEET}


@pytest.mark.parametrize(("asked", "said"), [(1, "is 1 of you"), (6, "are 6 of you")])
def test_everyone_is_told_how_many_they_are(asked: int, said: str) -> None:
    assert words(asked)[0].startswith(f"There {said}.")


@pytest.mark.parametrize(("asked", "floor"), [(5, 5), (6, 5), (11, 11)])
def test_an_anonymous_group_is_told_the_floor_and_that_bands_are_broad(
    asked: int, floor: int
) -> None:
    said = words(asked, floor=floor)[0]
    assert f"only if at least {floor} of you answer" in said
    assert "only in broad bands" in said
    assert "Nobody is told who has answered" in said


@pytest.mark.parametrize(("asked", "floor"), [(4, 5), (10, 11), (1, 5)])
def test_a_group_below_the_floor_is_told_that_nothing_of_theirs_will_show(
    asked: int, floor: int
) -> None:
    said = words(asked, floor=floor)[0]
    assert f"fewer than {floor}" in said
    assert "none of your group's answers are shown" in said
    assert "even if all of you answer" in said


def test_a_single_person_who_answers_openly_is_told_so() -> None:
    said = words(1, GroupMode.ATTRIBUTED)[0]
    assert "too few to be anonymous, and we do not claim it" in said
    assert "to everyone who is asked" in said
    assert "what the others said" not in said


def test_two_who_answer_openly_are_told_that_each_can_read_the_other() -> None:
    said = words(2, GroupMode.ATTRIBUTED)[0]
    assert "Each of you could work out from it what the others said" in said


def test_a_joint_sheet_is_told_to_be_open() -> None:
    said = words(3, GroupMode.JOINT_SHEET)[0]
    assert "one sheet together" in said
    assert "not anonymous" in said


def test_a_group_for_a_view_over_teams_is_told_that_nothing_shows_here() -> None:
    said = words(3, GroupMode.POOLED_ONLY)[0]
    assert "not shown in this team's report" in said
    assert "only in a view over several teams" in said


@pytest.mark.parametrize("mode", GroupMode)
def test_everyone_is_told_when_answers_are_locked_and_what_cannot_be_kept(
    mode: GroupMode,
) -> None:
    said = " ".join(words(4, mode))
    assert "begin until 5pm on Friday 20 March 2026, and then have an hour" in said
    assert "opens all answers once, adds them up and destroys them" in said
    assert "for Example Trust" in said
    assert "Everyone who is asked can read the same report" in said
    assert "someone who looks at your screen" in said
    assert "runs the computer itself" in said


@pytest.mark.parametrize("mode", GroupMode)
@pytest.mark.parametrize("asked", [2, 4])
def test_only_open_groups_are_told_that_they_are_not_anonymous(
    mode: GroupMode, asked: int
) -> None:
    said = " ".join(words(asked, mode))
    told = "It is not anonymous" in said or "too few to be anonymous" in said
    assert told is mode.is_open
    assert "only in broad bands" not in said


def test_the_promise_names_the_organisation_as_it_is() -> None:
    team = Team("Northern Trust", LocalWords("Blue Team"))
    promise = make_promise({PW: 5})
    said = promise_words(promise, promise.group[PW], team)
    assert any("Northern Trust" in paragraph for paragraph in said)


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        # in winter London is on UTC, in summer an hour ahead
        (datetime(2026, 1, 9, 17, 0, tzinfo=UTC), "5pm on Friday 9 January 2026"),
        (datetime(2026, 7, 3, 16, 0, tzinfo=UTC), "5pm on Friday 3 July 2026"),
        # the clocks go forward at 01:00 UTC on 29 March, back on 25 October
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), "12:59am on Sunday 29 March 2026"),
        (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), "2am on Sunday 29 March 2026"),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "1:30am on Sunday 25 October 2026"),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "1:30am on Sunday 25 October 2026"),
        # a summer evening in UTC is the next day in London
        (datetime(2026, 7, 3, 23, 5, tzinfo=UTC), "12:05am on Saturday 4 July 2026"),
        (datetime(2026, 7, 3, 11, 0, tzinfo=UTC), "12pm on Friday 3 July 2026"),
        (datetime(2026, 1, 9, 11, 59, tzinfo=UTC), "11:59am on Friday 9 January 2026"),
    ],
)
def test_people_read_london_time(moment: datetime, said: str) -> None:
    assert london(moment) == said


def test_only_people_who_use_the_service_may_share_a_link_and_never_openly() -> None:
    linked = GroupPromise(SU, 6, shared_link=True)
    promise = Promise(5, make_promise({PW: 6}).closes_at, (linked,))
    assert promise.shared_links == (SU,)
    staff = replace(linked, group=PW)
    openly = replace(linked, asked=3, mode=GroupMode.JOINT_SHEET)
    for wrong in (staff, openly):
        with pytest.raises(ValueError, match="may share a link"):
            replace(promise, groups=(wrong,))


def test_a_group_with_a_shared_link_is_told_what_that_means_in_short_sentences() -> (
    None
):
    linked = GroupPromise(SU, 6, shared_link=True)
    promise = Promise(5, CLOSES, (linked,))
    said = " ".join(promise_words(promise, linked, TEAM))
    assert "one person could answer more than once" in said
    assert "Draw your code" not in said
    assert all(len(each.split()) <= 20 for each in said.split(". "))
