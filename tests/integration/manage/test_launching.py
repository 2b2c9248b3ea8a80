"""Trying a draft out, and launching it: seen, locked, and once."""

from datetime import timedelta

import pytest

from peeraudit.account.roles import Role
from peeraudit.audit.audit import State
from peeraudit.operations.do_what_is_due import do_what_is_due
from peeraudit.operations.list_audits import list_audits
from peeraudit.storage.tables import AuditRow, BoxRow, DraftRow
from tests.integration.manage.conftest import Join
from tests.integration.manage.drafting import Drafting
from tests.integration.manage.managing import Manager
from tests.journeys.site import Site

COMMENTS = {"comments": "yes", "reader": "The lead of another service"}


@pytest.fixture
def draft(first: Manager) -> Drafting:
    """A readiness audit with a promise."""
    begun = Drafting.begin(first)
    begun.promise()
    return begun


def rows(site: Site, table: type[BoxRow | DraftRow | AuditRow]) -> list[object]:
    """Everything in a table."""
    with site.installation.database.reading() as connection:
        return list(connection.execute(table.__table__.select()))


def test_every_page_of_every_group_can_be_tried_and_nothing_is_sent(
    site: Site, draft: Drafting
) -> None:
    before = [rows(site, table) for table in (AuditRow, BoxRow, DraftRow)]
    page = draft.at("try")
    assert "Managers About 6 minutes" in page.words
    for group in ("Managers", "People chosen as", "Other staff"):
        draft.at("try")
        page = draft.manager.follow(group)
        assert "There are" in page.words
        page = draft.manager.follow("Start")
        pages = 1
        while page.heading != "That was the last page":
            assert "Nothing that you choose here is sent." in page.words
            assert page.questions()
            forms = [each.attrib["action"] for each in page.tree.iter("form")]
            assert forms == ["/manage/sign-out"]
            page = draft.manager.follow("Continue")
            pages += 1
        assert pages > 5
    assert [rows(site, table) for table in (AuditRow, BoxRow, DraftRow)] == before


def test_the_pages_that_are_tried_follow_the_draft(draft: Drafting) -> None:
    page = draft.at("try/manager/rc-1")
    assert "We will tell people clearly what the job is for" in page.words
    draft.at("questions")
    draft.manager.choose({"questions": "role-adoption.core"})
    page = draft.at("try/manager/rc-1")
    assert "We will tell people" not in page.words
    assert "When we hire lived experience workers" in page.words


def test_there_is_nothing_to_try_for_who_is_not_asked(draft: Drafting) -> None:
    draft.at("try/person_using_service", status=404)
    draft.at("try/nobody", status=404)
    draft.at("try/manager/nothing-1", status=404)


def test_without_a_promise_there_is_nothing_to_launch(first: Manager) -> None:
    draft = Drafting.begin(first)
    page = draft.at()
    assert page.words.count("Cannot start yet") == 2
    assert draft.at("launch").path == draft.address


def test_everything_that_is_locked_stands_on_one_page(draft: Drafting) -> None:
    draft.fill("numbers", {"posts": "2", "fixed_term_posts": "dont_know"})
    small = {"peer_worker": "2", "peer_worker_mode": "joint_sheet"}
    draft.promise(small | {"manager": "2", "manager_mode": "anonymous"})
    words = draft.at("launch").words
    for said in (
        "Readiness audit",
        "Pier team Seaside NHS Trust lived experience worker, lived experience workers",
        "Filled in: 1 Not known yet: 1 Left out: 34.",
        "Managers: 2, each alone, with nothing of theirs shown here",
        "workers: 2, openly, on one sheet that they fill in together",
        "Other staff: 8, each alone, shown only if enough of them answer",
        "5, the usual floor of staff surveys",
        "5pm on Tuesday 17 March 2026, to begin",
        "6pm on Tuesday 17 March 2026, to submit",
        "The key that opens the answers exists once.",
        "There are 2 of you. You fill in one sheet together",
        "You will see one view, from the sheet that they fill in together.",
    ):
        assert said in words


def test_a_launched_audit_opens_when_the_worker_comes(
    site: Site, draft: Drafting
) -> None:
    page = draft.launch()
    assert page.heading == "Audit of Pier team"
    assert "Opening." in page.words
    assert "Ask people" not in page.words
    assert draft.at().path == draft.address.removesuffix("/set-up")
    do_what_is_due(site.installation, at=site.clock())
    page = draft.manager.follow("Look again")
    assert "Open: closes in 14 days" in page.words
    assert page.link("Ask people") == f"{page.path}/ask"


def test_who_may_not_run_the_audit_is_not_led_to_asking(
    site: Site, draft: Drafting, join: Join
) -> None:
    draft.launch()
    do_what_is_due(site.installation, at=site.clock())
    facilitator = join(Role.FACILITATOR, draft.address.split("/")[3])
    page = facilitator.open(draft.address.removesuffix("/set-up"))
    assert "Open: closes in 14 days" in page.words
    assert "Ask people" not in page.words


def test_it_is_launched_once_however_often_and_by_whom_it_is_pressed(
    site: Site, first: Manager, draft: Drafting
) -> None:
    second = Manager(site, secret=first.secret)
    second.sign_in()
    second.open(f"{draft.address}/launch")
    second_at_promise = Manager(site, secret=first.secret)
    second_at_promise.sign_in()
    second_at_promise.open(f"{draft.address}/promise")
    draft.launch()
    page = second.press("Launch this audit", status=409)
    assert page.heading == "This audit has been launched already"
    assert "Opening." in second.follow("Go to the audit").words
    page = second_at_promise.choose({"floor": "8"}, "Save this promise", 409)
    assert page.heading == "This audit has been launched already"
    launched = [each.state for each in list_audits(site.installation)]
    assert sorted(launched) == [State.LAUNCHING, State.OPEN]
    assert site.installation.audit(draft.audit).promise.floor == 5


def test_what_was_changed_since_it_was_seen_is_shown_again(
    site: Site, first: Manager, draft: Drafting
) -> None:
    second = Manager(site, secret=first.secret)
    second.sign_in()
    second.open(f"{draft.address}/launch")
    draft.promise({"manager": "9"})
    page = second.press("Launch this audit", status=409)
    assert page.heading == "Somebody else has just changed this"
    assert site.installation.audit(draft.audit).state is State.DRAFT
    page = second.follow("See how it is now")
    assert "Managers: 9" in page.words
    second.press("Launch this audit")
    assert site.installation.audit(draft.audit).state is State.LAUNCHING


def test_another_audit_of_the_team_nearby_stops_it_plainly(
    site: Site, first: Manager
) -> None:
    team = site.installation.audit(site.audit).team.id
    first.open(f"/manage/teams/{team}/start")
    draft = Drafting(first, first.choose({"questions": "role-adoption.core"}).path)
    draft.promise()
    page = draft.launch(409)
    assert page.heading == "There is another audit of this team at about that time"
    assert "It closes at 5pm on Friday 20 March 2026." in page.words
    assert "at least 90 days apart" in page.words
    assert first.follow("Go back to the list").path == draft.address
    assert site.installation.audit(draft.audit).state is State.DRAFT


def test_a_closing_time_that_has_come_too_near_stops_it(
    site: Site, draft: Drafting
) -> None:
    draft.at("launch")
    secret = draft.manager.secret
    site.clock.now += timedelta(days=12)
    late = Manager(site, secret=secret)
    late.sign_in(to=draft.address)
    assert "when it closes. Closing time 3." in late.page.words
    page = late.follow("4. Launch")
    assert "Launch this audit" not in page.words
    assert page.link("Choose another closing time").endswith("/promise#closes_on")
    sent = {"csrf_token": late.token(), "seen": ""}
    page = late.send(page.path, sent, 409)
    assert page.heading == "Somebody else has just changed this"


def test_whoever_launches_comments_gets_the_code_and_no_one_else(
    site: Site, draft: Drafting
) -> None:
    draft.promise(COMMENTS)
    draft.at("launch")
    page = draft.manager.press("Launch this audit")
    assert page.heading == "Give this code to whoever reads the comments"
    assert "for: The lead of another service" in page.words
    code = next(word for word in page.words.split() if word.count("-") == 4)
    assert f"http://localhost/comments/a/{code}" in page.words
    do_what_is_due(site.installation, at=site.clock())
    stored = " ".join(map(str, rows(site, AuditRow)))
    assert code not in stored
    assert "Open:" in draft.manager.follow("I have handed it over").words


def test_pressing_twice_shows_the_same_code_to_whoever_pressed(
    site: Site, first: Manager, draft: Drafting
) -> None:
    draft.promise(COMMENTS)
    page = draft.at("launch")
    form, _ = page.form_with("Launch this audit")
    sent = first.filled(form)
    shown = first.send(page.path, sent).words
    assert first.send(page.path, sent).words == shown
    other = Manager(site, secret=first.secret)
    other.sign_in()
    token = {"csrf_token": other.open("/manage") and other.token()}
    page = other.send(page.path, {**sent, **token, "held": "made up"}, 409)
    assert page.heading == "This audit has been launched already"


def test_a_manager_of_the_team_does_not_get_the_code_that_opens_comments(
    site: Site, draft: Drafting, join: Join
) -> None:
    draft.promise(COMMENTS)
    manager = join(Role.TEAM_MANAGER, draft.address.split("/")[3])
    page = manager.open(f"{draft.address}/launch")
    assert "Launch this audit" not in page.words
    assert "Ask your trust lead to open this page." in page.words
    form, _ = draft.at("launch").form_with("Launch this audit")
    sent = {**draft.manager.filled(form), "csrf_token": manager.token()}
    page = manager.send(page.path, sent, 409)
    assert page.heading == "This audit cannot be launched as it is"
    assert site.installation.audit(draft.audit).state is State.DRAFT
    draft.promise({"comments": "no"})
    manager.open(f"{draft.address}/launch")
    assert "Opening." in manager.press("Launch this audit").words
