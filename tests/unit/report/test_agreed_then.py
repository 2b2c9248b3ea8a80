"""Agreements beside a new report: still so, otherwise, or not to be told."""

from datetime import date

import pytest

from peeraudit.instrument.definition import Instrument
from peeraudit.plan.agreement import Agreement, Verdict
from peeraudit.report.agreed_then import Agreed, AgreedSince, Still, agreed_since
from tests.unit.factories import Says, altered, make_release, role_adoption

MARCH = date(2026, 3, 24)
ALL = ("MG", "PW", "ST")


def agreement(
    practice: str = "PR1",
    verdict: Verdict = Verdict.PART,
    *,
    asked: Instrument | None = None,
) -> Agreed:
    written = Agreement(practice, verdict, "Where it helps.", MARCH)
    return Agreed(written, asked or role_adoption())


def since(says: Says, *agreed: Agreed) -> AgreedSince:
    return agreed_since(agreed, make_release(says))


@pytest.mark.parametrize(
    ("says", "still"),
    [
        (dict.fromkeys(ALL, "part"), Still.STILL),
        ({"MG": "part", "PW": "part", "ST": "not_part"}, Still.OTHERWISE),
        ({"MG": "part", "PW": "mixed", "ST": "part"}, Still.OTHERWISE),
        (dict.fromkeys((*ALL, "SU"), "part") | {"SU": "must_never"}, Still.OTHERWISE),
        ({"PW": "must_never"}, Still.OTHERWISE),
        # one group that still says so does not speak for the others
        ({"MG": "part", "PW": "part"}, Still.UNTOLD),
        ({}, Still.UNTOLD),
    ],
)
def test_an_agreement_stands_beside_what_groups_now_say(
    says: dict[str, str], still: Still
) -> None:
    now: Says = {f"{group} PR1": said for group, said in says.items()}
    (told,) = since(now, agreement()).agreements
    assert told.still is still
    assert len(told.says) == len(says)


def test_it_has_the_teams_own_words_and_day() -> None:
    says: Says = {f"{group} PR1": "must_never" for group in ALL}
    (told,) = since(says, agreement(verdict=Verdict.MUST_NEVER)).agreements
    assert (told.verdict, told.sentence) == ("Must never", "Where it helps.")
    assert told.agreed_on == "24 March 2026"
    assert told.says[0] == ("Managers", "Must never")
    assert told.still is Still.STILL


def test_what_was_left_open_stays_open() -> None:
    says: Says = {f"{group} PR1": "part" for group in ALL}
    (told,) = since(says, agreement(verdict=Verdict.TALK_AGAIN)).agreements
    assert told.still is Still.OPEN


def test_what_people_now_say_otherwise_comes_first() -> None:
    says: Says = {f"{group} PR1": "part" for group in ALL} | {"PW PR2": "not_part"}
    told = since(says, agreement("PR1"), agreement("PR3"), agreement("PR2"))
    assert [each.still for each in told.agreements] == [
        Still.OTHERWISE,
        Still.UNTOLD,
        Still.STILL,
    ]


def test_a_practice_in_other_words_is_left_out_and_counted() -> None:
    words = role_adoption().wording
    practices = {**words.practices, "PR1": "Tell the whole of their story"}
    reworded = altered(
        role_adoption(), wording=words.model_copy(update={"practices": practices})
    )
    says: Says = {f"{group} PR1": "part" for group in ALL}
    told = since(says, agreement(asked=reworded), agreement("PR2", asked=reworded))
    assert [each.practice for each in told.agreements] == [
        role_adoption().wording.practices["PR2"]
    ]
    assert told.reworded == 1


def test_a_team_that_agreed_on_nothing_reads_nothing() -> None:
    told = since({})
    assert (told.agreements, told.reworded) == ((), 0)
    assert told.counting == "managers, peer workers and other staff"
