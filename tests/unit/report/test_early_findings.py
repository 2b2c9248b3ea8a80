"""What facts tell by themselves: at once, with page and advice, and nothing more."""

import pytest

from peeraudit.audit.facts import DONT_KNOW, Facts
from peeraudit.consensus.from_facts import findings_from_facts
from peeraudit.instrument.library import load
from peeraudit.instrument.wording import LocalWords
from peeraudit.operations.reference_teams import reference_team
from peeraudit.report.early_findings import EarlyFinding, early_findings
from peeraudit.settings import CHECKOUT
from tests.unit.consensus.reference import FILE, found, release_of

READINESS, IN_POST = (
    load(CHECKOUT / "instruments" / name) for name in ("readiness", "role-adoption")
)
WORDS = LocalWords("Elm team", "expert by experience", "experts by experience")

Answers = dict[str, str | int]


def told(**answers: str | int) -> dict[str, EarlyFinding]:
    """What facts about a planned role tell, by rule."""
    found = early_findings(READINESS, Facts(answers), WORDS)
    return {each.rule: each for each in found}


@pytest.mark.parametrize(
    ("answers", "rules"),
    [
        ({}, set()),
        ({"route": DONT_KNOW, "job_description": DONT_KNOW}, set()),
        ({"route": "open_advert", "job_description": "yes"}, set()),
        ({"route": "open_advert", "job_description": "no"}, {"R01"}),
        ({"route": "informal"}, {"R01"}),
        ({"clinical": 4}, set()),
        ({"clinical": 4, "plan_for_meetings": "no"}, {"R07"}),
        ({"clinical": 3, "plan_for_meetings": "no"}, set()),
        ({"hours_preparing_staff": 2}, set()),
        ({"hours_preparing_staff": 2, "hours_preparing_peer_workers": 3}, {"R04"}),
        ({"supervision": "none", "boundary_policy": "none"}, {"R09", "R11"}),
    ],
)
def test_a_finding_is_told_as_soon_as_its_facts_are_there(
    answers: Answers, rules: set[str]
) -> None:
    assert set(told(**answers)) == rules


def test_a_finding_comes_with_its_facts_its_page_and_what_to_do() -> None:
    finding = told(route="informal", job_description="no")["R01"]
    assert finding.title == "No open route in, or no job description"
    assert finding.pages == "pages 5, 10 and 11"
    assert "(p.5, 10, 11)" in finding.paper
    assert finding.recommendations[0].startswith("Write down what the role is for.")
    assert finding.facts == (
        "Recruitment approach: They are asked or come forward, without an interview",
        "Written job description: No",
    )
    assert not finding.is_strength


def test_it_is_told_in_the_words_of_the_team() -> None:
    finding = told(boundary_policy="written_without")["R09"]
    assert "or experts by experience did not help to write it" in finding.means
    assert finding.facts == (
        "Policy about boundaries: Yes, written without experts by experience",
    )


def test_nothing_is_told_because_nobody_has_answered_or_is_asked() -> None:
    for instrument in (READINESS, IN_POST):
        assert findings_from_facts(instrument, Facts()) == ()


@pytest.mark.parametrize("site", ["London", "South", "North", "Control"])
def test_whatever_facts_alone_tell_a_report_tells_too(site: str) -> None:
    facts = reference_team(FILE, site, 5).facts()
    from_facts = {each.rule for each in findings_from_facts(IN_POST, facts)}
    assert from_facts <= found(release_of(site, 5))
    assert ("F04" in from_facts) is (site == "London")
