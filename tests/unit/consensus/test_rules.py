"""Every rule has what makes it fire, and what keeps it from firing."""

from collections.abc import Callable, Mapping

import pytest

from peeraudit.consensus.findings import Status
from peeraudit.instrument.definition import Instrument
from tests.unit.consensus.before_start import BEFORE_START
from tests.unit.consensus.in_post import IN_POST
from tests.unit.consensus.situations import (
    Situation,
    changes,
    evidence_in,
    status,
)
from tests.unit.factories import (
    EVERYONE,
    MG,
    PW,
    ST,
    make_asking,
    make_evidence,
    readiness,
    role_adoption,
)

SITUATIONS: Mapping[str, Situation] = {
    each.rule: each for each in (*IN_POST, *BEFORE_START)
}
NEEDS_MORE_THAN_A_SITUATION = {"R12", "S3"}
"""Their other half is who is asked, or an earlier audit: see below."""
INSTRUMENTS = (role_adoption, readiness)
Load = Callable[[], Instrument]


def instrument_of(rule: str) -> Instrument:
    return role_adoption() if rule in role_adoption().rule else readiness()


@pytest.mark.parametrize("rule", SITUATIONS)
def test_the_rule_finds_what_it_looks_for(rule: str) -> None:
    evidence = evidence_in(SITUATIONS[rule], instrument_of(rule))
    assert status(rule, evidence) is Status.FOUND


@pytest.mark.parametrize(("rule", "why"), changes(SITUATIONS.values(), "also"))
def test_the_rule_finds_it_too_when(rule: str, why: str) -> None:
    situation = SITUATIONS[rule]
    evidence = evidence_in(situation, instrument_of(rule), situation.also[why])
    assert status(rule, evidence) is Status.FOUND


@pytest.mark.parametrize(("rule", "why"), changes(SITUATIONS.values(), "quiet"))
def test_the_rule_finds_nothing_when(rule: str, why: str) -> None:
    situation = SITUATIONS[rule]
    evidence = evidence_in(situation, instrument_of(rule), situation.quiet[why])
    assert status(rule, evidence) is Status.NOT_FOUND


@pytest.mark.parametrize("load", INSTRUMENTS)
def test_every_rule_has_both(load: Load) -> None:
    both = {each.rule for each in SITUATIONS.values() if each.quiet}
    assert load().rule.keys() <= both | NEEDS_MORE_THAN_A_SITUATION


@pytest.mark.parametrize("load", INSTRUMENTS)
def test_r12_finds_that_people_who_use_the_service_were_not_asked(load: Load) -> None:
    staff = make_asking(load(), groups=(MG, PW, ST))
    everyone = make_asking(load(), groups=EVERYONE)
    assert status("R12", make_evidence({}, asking=staff)) is Status.FOUND
    assert status("R12", make_evidence({}, asking=everyone)) is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (40, 55, Status.FOUND),
        (40, 54, Status.NOT_FOUND),
        (55, 40, Status.NOT_FOUND),
        ("below_50", "50_to_59", Status.FOUND),
        ("50_to_59", "60_to_69", Status.NOT_FOUND),
    ],
)
def test_s3_finds_that_staff_feel_15_points_less_under_threat(
    before: str | int, now: str | int, expected: Status
) -> None:
    earlier = make_evidence({"ST SE8": before})
    evidence = make_evidence({"ST SE8": now}, earlier=earlier)
    assert status("S3", evidence) is expected
