"""A code that opens nothing: as long an answer for every reason there can be."""

from itertools import count

import pytest

from peeraudit.sealing.codes import new_code
from peeraudit.web import pace
from tests.integration.web.visiting import Person
from tests.journeys.site import CLOSES, Site


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long refusals waited, on a clock that takes 7 ms from look to look."""
    waited: list[float] = []
    clock = count()
    monkeypatch.setattr(pace, "perf_counter", lambda: next(clock) * 0.007)
    monkeypatch.setattr(pace, "sleep", waited.append)
    return waited


def refused(site: Site, code: str) -> None:
    """Ask with a code that opens nothing."""
    page = Person(site).open(f"/a/{code}", status=404)
    assert page.heading == "This code does not open anything now"


def test_unknown_spent_and_closed_codes_wait_for_the_same_step(
    site: Site, person: Person, waits: list[float]
) -> None:
    spent = site.code()
    person.begin(spent)
    person.press("Continue", RC1="4")
    person.open("/answer/check")
    person.press("Submit my answers")
    assert waits == [], "who is let in does not wait"
    refused(site, new_code())
    refused(site, spent)
    site.clock.now = CLOSES
    refused(site, site.code())
    assert waits == pytest.approx([0.013] * 3)


def test_what_takes_longer_waits_for_a_later_step(
    site: Site, waits: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pace, "STEP", 0.005)
    refused(site, new_code())
    assert waits == pytest.approx([0.003])
