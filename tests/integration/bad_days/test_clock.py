"""The clock is moved by an hour or a day: nothing is lost, and nothing done twice."""

from datetime import timedelta

import pytest

from peeraudit.audit.audit import State
from peeraudit.audit.promise import SCREENING
from peeraudit.instrument.frozen import Group
from peeraudit.operations.destroy_keys import has_keys_left
from peeraudit.operations.do_what_is_due import do_what_is_due
from peeraudit.operations.read_report import read_release
from peeraudit.storage import audits
from tests.integration.bad_days.conftest import Count
from tests.integration.manage.managing import Manager
from tests.integration.storage.conftest import OpenAudit, OpenOne
from tests.integration.web.visiting import Person
from tests.journeys.site import CLOSES, Site

# What the clock says is the same to every database.
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MOVED = pytest.mark.parametrize("moved", [-DAY, -HOUR, HOUR, DAY], ids=str)


@MOVED
def test_between_saving_and_submitting(
    site: Site, person: Person, boxes: Count, moved: timedelta
) -> None:
    person.begin(site.code())
    person.press("Continue", RC1="4")
    site.clock.now += moved
    assert person.open("/answer/rc-1").checked() == {"RC1": "4"}
    person.open("/answer/check")
    assert person.press("Submit my answers").path == "/answer/done"
    site.clock.now -= moved
    assert person.open("/answer").path == "/answer/done"
    assert boxes() == 1


def test_back_while_it_closes_it_waits_and_takes_no_answer_any_more(
    site: Site, person: Person, boxes: Count
) -> None:
    person.begin(site.code())
    person.press("Continue", RC1="4")
    with site.installation.database.transaction() as connection:
        audits.enter(connection, site.audit, State.CLOSING)  # as if killed right after
    for moved in (-DAY, -HOUR):
        site.clock.now = CLOSES + HOUR + moved
        do_what_is_due(site.installation, at=site.clock.now)
        assert site.installation.audit(site.audit).state is State.CLOSING
        page = person.open("/answer/check", status=410)
        assert page.heading == "This audit has closed"
    assert boxes() == 0
    do_what_is_due(site.installation, at=CLOSES + HOUR)
    assert site.installation.audit(site.audit).state is State.RELEASED


@MOVED
def test_after_the_release_it_stays_as_it_is(site: Site, moved: timedelta) -> None:
    site.close()
    before = read_release(site.installation, site.audit)
    do_what_is_due(site.installation, at=site.clock.now + moved)
    assert read_release(site.installation, site.audit) == before
    found = site.installation.audit(site.audit)
    assert found.state is State.RELEASED
    assert not has_keys_left(site.installation, found)
    site.clock.now += moved
    Person(site).open(f"/a/{site.code()}", status=404)


@pytest.fixture
def screened(open_one: OpenOne) -> OpenAudit:
    """An audit whose comments wait for their reader."""
    audit = open_one(comments_read_by="Somebody of another team")
    for group, codes in audit.codes.items():
        for code in codes:
            words = {"comment": "It helps."} if group is Group.PEER_WORKER else {}
            audit.answer(code, {"SE4": "4", **words})
    audit.close()
    assert audit.installation.audit(audit.id).state is State.SCREENING
    return audit


def test_comments_wait_their_days_by_the_clock_as_it_is_then(
    screened: OpenAudit,
) -> None:
    last = screened.over + SCREENING
    for at in (last - HOUR, last - DAY, last - timedelta(seconds=1)):
        do_what_is_due(screened.installation, at=at)
        state = screened.installation.audit(screened.id).state
        assert state is State.SCREENING
    do_what_is_due(screened.installation, at=last)
    do_what_is_due(screened.installation, at=last - DAY)
    assert screened.installation.audit(screened.id).state is State.RELEASED
    assert screened.release is not None
    assert screened.release.comments == ()


@MOVED
def test_who_manages_signs_in_again_at_the_most(
    site: Site, first: Manager, moved: timedelta
) -> None:
    site.clock.now += moved
    page = first.open("/manage")
    assert page.heading == ("Your teams" if moved < timedelta() else "Sign in")
    site.clock.now -= moved
    assert Manager(site, secret=first.secret).sign_in().heading == "Your teams"
