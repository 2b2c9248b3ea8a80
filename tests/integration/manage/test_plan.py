"""The plan of a team: adding, changing, deleting; and what is refused with words."""

from datetime import date

import pytest

from peeraudit.account.record import Act
from peeraudit.account.roles import Role
from peeraudit.operations.read_report import set_report_open
from peeraudit.plan.action import Status
from peeraudit.storage import record
from tests.integration.manage.managing import Join, Manager, add_pier_team
from tests.integration.manage.planning import FORM, Planning, with_findings
from tests.journeys.site import Site

DELETE = "Delete this action"


@pytest.fixture
def planning(site: Site, first: Manager) -> Planning:
    with_findings(site)
    first.sign_in()
    return Planning(first)


def test_before_a_report_there_is_nothing_to_plan(first: Manager) -> None:
    planning = Planning(first)
    assert "No report is out yet." in planning.at().words
    for page in ("/new", ".ics"):
        planning.at(page, status=404)


def test_an_empty_plan_says_what_to_do_and_what_the_report_suggests(
    planning: Planning,
) -> None:
    page = planning.at()
    assert "A report changes nothing by itself." in page.words
    assert "The review is on Friday 15 May 2026, in 8 weeks." in page.words
    assert "from 20 July 2026 (4 months) and from 20 March 2027" in page.words
    form = planning.manager.follow("Use this")
    filled = planning.as_it_is()
    assert filled["what"] in page.words
    assert filled["finding"]
    assert "15" in [e.attrib.get("value") for e in form.tree.iter("input")]
    planning.save(filled | {"owner": "team manager"})
    (kept,) = planning.actions
    assert (kept.what, kept.finding) == (filled["what"], filled["finding"])
    assert kept.due == date(2026, 5, 15)
    assert "In the plan" in planning.at().words


def test_the_meeting_leads_to_a_form_for_one_finding(planning: Planning) -> None:
    address = planning.at().link("Write something of your own")
    page = planning.manager.open(address)
    assert planning.as_it_is()["what"] == ""
    assert planning.as_it_is()["finding"] in address
    assert page.link("Use this").startswith(f"{planning.address}/new?")


def test_actions_stand_by_what_needs_doing(planning: Planning) -> None:
    planning.add(what="First of all", due_day="1", due_month="4")
    planning.add(what="Much later", due_month="9")
    planning.add(what="Put off", due_day="30", due_month="4")
    last = next(each for each in planning.actions if each.what == "Put off")
    planning.change(last, status="on_hold", may_read="managers")
    planning.pass_to(date(2026, 4, 3))
    words = planning.at().words
    told = ["▲ Overdue: 1", "First of all", "By 1 April 2026, 2 days ago."]
    told += ["○ Later: 1", "Much later", "□ On hold: 1", "Put off"]
    assert [words.index(each) for each in told] == sorted(map(words.index, told))


def test_the_review_is_due_and_then_overdue(planning: Planning) -> None:
    planning.add()
    planning.pass_to(date(2026, 5, 16))
    assert "The review of the plan is due now." in planning.at().words
    planning.pass_to(date(2026, 5, 30))
    assert "The review of the plan is overdue." in planning.at().words
    planning.change(planning.actions[0], status="complete", may_read="managers")
    assert "Nothing that was due by then is still open." in planning.at().words


WRONG: tuple[tuple[dict[str, str], str], ...] = (
    ({"what": "  "}, "Enter what the team will do"),
    ({"what": "x" * 301}, "Use 300 characters or fewer: there are 301 now"),
    ({"owner": ""}, "Enter the role that sees to it"),
    ({"due_day": "31", "due_month": "2"}, "Enter a day that there is"),
    ({"due_year": "2025"}, "Enter a day that is today or still to come"),
    ({"due_year": "2062"}, "Enter a day within the next five years"),
    ({"notes": "x" * 2001}, "Use 2000 characters or fewer"),
    ({"finding": "no such"}, "Choose one of these"),
    ({"may_read": "the press"}, "Choose one of these"),
)


def test_what_cannot_be_kept_is_named_and_stays_in_the_form(
    planning: Planning,
) -> None:
    for wrong, told in WRONG:
        page = planning.add(answer=400, **{"measure": "Still here", **wrong})
        assert page.title.startswith("Error: ")
        assert told in page.words
        assert planning.as_it_is()["measure"] == "Still here"
    assert not planning.actions


def test_all_that_is_wrong_is_told_at_once(planning: Planning) -> None:
    page = planning.add(answer=400, what="", owner="", due_day="40")
    for told in ("Enter what the team will do", "Enter the role", "a day that there"):
        assert told in page.words


def test_hostile_words_are_kept_as_words(planning: Planning) -> None:
    planning.add(what="<script>alert(1)</script>\x07\r\n=1+1", notes="{{ 7 * 7 }}")
    (kept,) = planning.actions
    assert kept.what == "<script>alert(1)</script> =1+1"
    assert kept.what in planning.at().words
    assert "{{ 7 * 7 }}" in planning.at().words


def test_the_same_sent_twice_is_there_once(planning: Planning) -> None:
    planning.add()
    planning.add()
    assert len(planning.actions) == 1


def test_two_at_once_are_told_and_nothing_is_lost(
    planning: Planning, join: Join
) -> None:
    planning.add()
    (action,) = planning.actions
    other = Planning(join(Role.FACILITATOR, planning.team))
    other.at(f"/{action.id}")
    planning.change(action, status="in_progress", may_read="managers", notes="Mine")
    theirs = other.as_it_is() | {"status": "not_started", "may_read": "everyone"}
    page = other.save(theirs | {"owner": "ward manager"}, 409)
    assert page.title.startswith("Error: ")
    for told in ("Somebody else has changed this action just now", "Mine"):
        assert told in page.words
    assert "In progress" in page.words
    assert planning.actions[0].notes == "Mine"
    other.save(other.as_it_is() | {"status": "in_progress", "may_read": "managers"})
    (kept,) = planning.actions
    assert (kept.owner, kept.status) == ("ward manager", Status.IN_PROGRESS)


def test_it_is_deleted_after_a_question_and_not_once_somebody_changed_it(
    planning: Planning, join: Join
) -> None:
    planning.add()
    (action,) = planning.actions
    other = Planning(join(Role.FACILITATOR, planning.team))
    assert "Cancelled" in other.at(f"/{action.id}/delete").words
    planning.change(action, status="on_hold", may_read="managers")
    page = other.manager.press(DELETE, status=409)
    assert "Somebody else has changed this action just now" in page.words
    assert len(planning.actions) == 1
    sent = dict(other.manager.filled(other.manager.page.form_with(DELETE)[0]))
    for _ in range(2):  # the button is pressed twice
        page = other.manager.send(f"{other.address}/{action.id}/delete", sent)
        assert "The action is deleted." in page.words
    assert not planning.actions


def test_what_was_typed_is_kept_where_somebody_has_deleted_it(
    planning: Planning,
) -> None:
    planning.add()
    (action,) = planning.actions
    planning.at(f"/{action.id}")
    typed = planning.as_it_is() | {"status": "complete", "may_read": "everyone"}
    planning.at(f"/{action.id}/delete")
    page = planning.manager.page
    token = planning.manager.token()
    planning.manager.press(DELETE)
    sent = FORM | typed | {"csrf_token": token}
    page = planning.manager.send(f"{planning.address}/{action.id}", sent, 404)
    assert "not in the plan any more" in page.words
    assert planning.as_it_is()["what"] == action.what
    planning.save(planning.as_it_is() | {"may_read": "managers"})
    assert len(planning.actions) == 1


def test_another_team_sees_and_changes_nothing_of_it(
    planning: Planning, site: Site
) -> None:
    planning.add()
    (action,) = planning.actions
    pier = f"/manage/teams/{add_pier_team(planning.manager)}/plan"
    for page in (f"/{action.id}", f"/{action.id}/delete", f"/new?audit={site.audit}"):
        planning.manager.open(f"{pier}{page}", 404)
    planning.at(f"/{action.id}/delete")
    sent = dict(planning.manager.filled(planning.manager.page.form_with(DELETE)[0]))
    for page in (f"/{action.id}", f"/{action.id}/delete"):
        planning.manager.send(f"{pier}{page}", sent, 404)
    assert planning.actions == (action,)
    planning.at("/new?audit=unknown", status=404)
    planning.at(f"/{'0' * 16}", status=404)


OF_THE_PLAN = {Act.ADDED_ACTION, Act.CHANGED_ACTION, Act.PUBLISHED}


def test_what_was_done_stands_in_the_record_and_not_what_the_team_wrote(
    planning: Planning, site: Site
) -> None:
    planning.add()
    (action,) = planning.actions
    planning.change(action, status="in_progress", may_read="everyone")
    (action,) = planning.actions
    planning.change(action, status="in_progress", may_read="managers")
    planning.at(f"/{action.id}/delete")
    planning.manager.press(DELETE)
    with site.installation.reading_accounts() as rows:
        kept = [each for each in record.every(rows) if each.act in OF_THE_PLAN]
    due = "due on 1 May 2026"
    assert [(each.act, each.about) for each in reversed(kept)] == [
        (Act.ADDED_ACTION, due),
        (Act.CHANGED_ACTION, due),
        (Act.PUBLISHED, due),
        (Act.CHANGED_ACTION, due),
        (Act.PUBLISHED, f"Taken back: {due}"),
        (Act.CHANGED_ACTION, f"Deleted: {due}"),
    ]
    assert {each.team for each in kept} == {planning.team}


def test_the_plan_comes_as_a_sheet_and_as_a_calendar(planning: Planning) -> None:
    planning.add()
    for name, begins in (("plan.xlsx", b"PK"), ("plan.ics", b"BEGIN:VCALENDAR")):
        where = planning.address.removesuffix("plan") + name
        answer = planning.manager.client.get(where)
        assert answer.status_code == 200
        assert answer.data.startswith(begins)
        assert f'filename="{name}"' in answer.headers["Content-Disposition"]
        assert answer.headers["Cache-Control"] == "no-store"


def test_of_a_report_that_is_closed_no_finding_is_told(
    planning: Planning, site: Site
) -> None:
    planning.manager.open(planning.at().link("Use this"))
    filled = planning.as_it_is()
    planning.save(filled | {"owner": "team manager"})
    assert "Answers: " in planning.at().words
    set_report_open(site.installation, site.audit, is_open=False)
    page = planning.at()
    assert "Answers: " not in page.words
    assert "What the report suggests" not in page.words
    (before,) = planning.actions
    planning.change(before, owner="peer lead", may_read="managers")
    (after,) = planning.actions
    assert (after.owner, after.finding) == ("peer lead", filled["finding"])
