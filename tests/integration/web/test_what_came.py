"""What came of it: at the report address, and only what the team chose to publish."""

from dataclasses import replace
from datetime import date

from peeraudit.account.roles import Account
from peeraudit.operations.add_action import add_action
from peeraudit.operations.change_action import change_action, seen_action
from peeraudit.operations.read_report import set_report_open
from peeraudit.plan.action import Action, Status
from peeraudit.plan.agreement import Agreement, Meeting, Verdict
from peeraudit.storage import agreements
from tests.integration.web.visiting import Person
from tests.journeys.site import Site

LEAD = Account("a1", "lead@trust.example", "A lead")
PUBLISHED = Action(
    "",
    "Write the role down <together>",
    "team manager",
    date(2026, 5, 1),
    measure="It hangs in the office",
    notes="Only for who manages",
    remind="owner@trust.example",
    is_published=True,
)
LINK = "What came of it"


def keep(site: Site, action: Action) -> Action:
    """Add an action to the plan after the audit of the site."""
    new = replace(action, audit=site.audit)
    team = site.installation.audit(site.audit).team.id
    added = add_action(site.installation, team, new, by=LEAD, at=site.clock())
    return replace(new, id=added)


def test_before_the_release_it_leads_on_to_when_that_is(
    site: Site, person: Person
) -> None:
    page = person.open(f"{site.report}/what-came-of-it")
    assert page.heading == "The report on Harbour team is not ready yet"


def test_what_is_published_is_there_and_nothing_else(
    site: Site, person: Person
) -> None:
    site.close()
    keep(site, PUBLISHED)
    keep(site, replace(PUBLISHED, what="Not for all", is_published=False))
    person.open(site.report)
    page = person.follow(LINK)
    for told in (PUBLISHED.what, "team manager", "1 May 2026", PUBLISHED.measure):
        assert told in page.words
    assert "Still to come" in page.words
    for kept in (PUBLISHED.notes, PUBLISHED.remind, "Not for all"):
        assert kept not in page.words
    assert "Set-Cookie" not in page.headers


def test_the_report_leads_there_as_long_as_something_is_published(
    site: Site, person: Person
) -> None:
    site.close()
    assert LINK not in person.open(site.report).words
    action = keep(site, PUBLISHED)
    assert LINK in person.open(site.report).words
    back, at = replace(action, is_published=False), site.clock()
    change_action(site.installation, back, seen_action(action), by=LEAD, at=at)
    assert LINK not in person.open(site.report).words
    page = person.open(f"{site.report}/what-came-of-it")
    assert "The team has published nothing here yet." in page.words
    assert PUBLISHED.what not in page.words


def test_how_far_it_has_come_is_said_and_a_day_that_has_passed(
    site: Site, person: Person
) -> None:
    site.close()
    for status in Status:
        keep(site, replace(PUBLISHED, what=f"This is {status}", status=status))
    site.clock.now = site.clock.now.replace(month=6)
    words = person.open(f"{site.report}/what-came-of-it").words
    told = ["Done This is complete", "Being done now This is in_progress"]
    told += ["Still to come This is not_started", "On hold This is on_hold"]
    told += ["Not going to happen This is cancelled"]
    assert [words.index(each) for each in told] == sorted(map(words.index, told))
    assert words.count("that day has passed") == 3


def agree(site: Site, *, is_published: bool) -> None:
    """Write down what the team agreed about two practices at its meeting."""
    day = date(2026, 4, 2)
    with site.installation.database.transaction() as connection:
        for practice, verdict, sentence in (
            ("PR1", Verdict.PART, "one to one"),
            ("PR2", Verdict.MUST_NEVER, ""),
        ):
            agreement = Agreement(practice, verdict, sentence, day)
            agreements.keep(connection, site.audit, agreement)
        meeting = Meeting(day, "the whole team", is_published)
        agreements.keep_meeting(connection, site.audit, meeting)


def test_what_was_agreed_is_there_where_the_team_publishes_it(
    site: Site, person: Person
) -> None:
    site.close()
    agree(site, is_published=False)
    assert LINK not in person.open(site.report).words
    agree(site, is_published=True)
    person.open(site.report)
    words = person.follow(LINK).words
    told = ["Agreed on 2 April 2026.", "In this team, a peer worker may", "One to one."]
    told += ["In this team, a peer worker must never"]
    assert [words.index(each) for each in told] == sorted(map(words.index, told))
    assert "What the team does" not in words


def test_a_closed_address_tells_nothing(site: Site, person: Person) -> None:
    site.close()
    keep(site, PUBLISHED)
    set_report_open(site.installation, site.audit, is_open=False)
    page = person.open(f"{site.report}/what-came-of-it", status=403)
    assert page.heading == "This report is not open to read"


def test_an_unknown_address_is_no_page(person: Person) -> None:
    person.open("/r/AAAAAAAAAAAAAAAAAAAAAA/what-came-of-it", status=404)
