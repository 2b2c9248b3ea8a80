"""Progress is told by quarters, of large groups alone, and never beside a choice."""

from datetime import timedelta
from pathlib import Path

from peeraudit.instrument.frozen import Group
from peeraudit.operations.count_progress import EVERY
from peeraudit.operations.do_what_is_due import do_what_is_due
from peeraudit.operations.how_asked import how_asked
from peeraudit.storage import progress
from tests.integration.asking.asked_audit import AskedAudit, Begin
from tests.integration.web.visiting import Person
from tests.journeys.site import Site, Team1, make_site

PW, ST = Group.PEER_WORKER, Group.OTHER_STAFF
LARGE = Team1(asked={PW: 9, ST: 12})


def quarters(site: Site) -> dict[Group, int | None]:
    audit = site.installation.audit(site.audit)
    asked = how_asked(site.installation, audit).groups
    return {each.promise.group: each.quarters for each in asked}


def work(site: Site) -> None:
    do_what_is_due(site.installation, at=site.clock())


def after_a_day(site: Site) -> dict[Group, int | None]:
    site.clock.now += EVERY
    work(site)
    return quarters(site)


def submit(site: Site, group: Group) -> None:
    person = Person(site)
    person.begin(site.code(group))
    person.open("/answer/check")
    person.press("Submit my answers")


def test_quarters_are_told_of_ten_or_more_and_nothing_of_fewer(tmp_path: Path) -> None:
    site = make_site(tmp_path, team=LARGE)
    seen = []
    for _ in range(12):
        seen.append(after_a_day(site)[ST])
        submit(site, ST)
    assert seen == [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3]
    submit(site, PW)
    # That all have answered is not told either.
    assert after_a_day(site) == {PW: None, ST: 3}


def test_it_is_counted_once_a_day_so_that_no_answer_shows_when_it_came(
    tmp_path: Path,
) -> None:
    site = make_site(tmp_path, team=LARGE)
    assert quarters(site)[ST] is None
    assert after_a_day(site)[ST] == 0
    for _ in range(6):
        submit(site, ST)
    site.clock.now += EVERY - timedelta(minutes=1)
    work(site)
    assert quarters(site)[ST] == 0
    site.clock.now -= timedelta(days=3)
    work(site)
    assert quarters(site)[ST] == 0
    site.clock.now += timedelta(days=3, minutes=1)
    work(site)
    assert quarters(site)[ST] == 2
    site.close()
    with site.installation.database.reading() as connection:
        assert progress.find(connection, site.audit) == {}


def test_opening_and_saving_is_no_progress(tmp_path: Path) -> None:
    site = make_site(tmp_path, team=Team1(asked={ST: 10}))
    for _ in range(10):
        Person(site).begin(site.code(ST))
    assert after_a_day(site) == {ST: 0}


def test_nothing_is_told_where_each_chooses_where_answers_count(tmp_path: Path) -> None:
    site = make_site(tmp_path, team=Team1(asked={ST: 12}, pooling=True))
    assert after_a_day(site) == {ST: None}


def test_people_who_wait_for_their_first_mail_do_not_count_as_answered(
    begin: Begin,
) -> None:
    audit = begin(asked={PW: 12})
    audit.ask(PW, [f"peer{n}@trust.example" for n in range(12)])
    audit.work(EVERY)
    assert told(audit) == [None]
    audit.work()
    assert told(audit) == [0]


def told(audit: AskedAudit) -> list[int | None]:
    here = audit.installation
    groups = how_asked(here, here.audit(audit.id)).groups
    return [each.quarters for each in groups]
