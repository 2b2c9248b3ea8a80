"""The promise: each fault named, what the team will see, and what people will read."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from peeraudit.audit.promise import GroupMode, GroupPromise
from peeraudit.audit.promise_words import london
from peeraudit.instrument.frozen import Group
from peeraudit.operations.do_what_is_due import do_what_is_due
from tests.integration.manage.drafting import PEOPLE, SAVE, Drafting
from tests.integration.manage.managing import Manager
from tests.integration.web.visiting import Page
from tests.journeys.site import Site

MG, PW, ST = Group.MANAGER, Group.PEER_WORKER, Group.OTHER_STAFF
LOOK = "Show what our team will see"
SMALL = {"manager": "1", "peer_worker": "3", "other_staff": "8"}


@pytest.fixture
def draft(first: Manager) -> Drafting:
    """An audit in post that was just started."""
    return Drafting.begin(first, "role-adoption.core")


def faults(page: Page) -> dict[str, str]:
    """The error summary: what is wrong, by the field that each line leads to."""
    return {
        each.attrib["href"].removeprefix("#"): "".join(each.itertext())
        for each in page.tree.iter("a")
        if each.attrib.get("href", "").startswith("#")
        and each.attrib["href"] != "#maincontent"
    }


def test_a_promise_is_kept_and_told_in_the_words_of_each_group(
    site: Site, draft: Drafting
) -> None:
    page = draft.promise()
    assert "This promise is saved." in page.words
    assert "There are 7 of you. What your group says is shown only if" in page.words
    assert "You will see their view, in broad bands, if at least 5 of the 6" in (
        page.words
    )
    promise = site.installation.audit(draft.audit).promise
    asked = (GroupPromise(MG, 6), GroupPromise(PW, 7), GroupPromise(ST, 8))
    assert promise.groups == asked
    assert (promise.floor, promise.pooling, promise.comments) == (5, False, False)
    assert london(promise.closes_at) == "5pm on Tuesday 17 March 2026"
    assert "2. Who is asked, and what they are promised" in draft.at().words
    assert "when it closes. Completed 3." in draft.manager.page.words


def test_everything_that_can_be_promised_is_kept(site: Site, draft: Drafting) -> None:
    changes = {
        "floor": "8",
        "closes_on_day": "1",
        "closes_on_month": "4",
        "closes_on_year": "2026",
        "closes_at": "12:30 pm",
        "pooling": "yes",
        "comments": "yes",
        "reader": " The lead of another service ",
    }
    draft.promise({**changes, "manager": "9", "peer_worker": "8"})
    promise = site.installation.audit(draft.audit).promise
    assert promise.floor == 8
    # Half past twelve in London, where the clocks have gone forward by then.
    assert promise.closes_at == datetime(2026, 4, 1, 11, 30, tzinfo=UTC)
    assert promise.pooling
    assert promise.comments_read_by == "The lead of another service"
    page = draft.at("promise")
    typed = {
        each.attrib["name"]: each.attrib.get("value", "")
        for each in page.tree.iter("input")
        if each.attrib["type"] == "text"
    }
    assert typed["closes_at"] == "12:30pm"
    assert typed["closes_on_month"] == "4"
    assert typed["reader"] == "The lead of another service"
    kept = {"floor": "8", "pooling": "yes", "comments": "yes", "shared_link": "no"}
    assert page.checked() == kept


def test_small_groups_choose_how_they_answer(site: Site, draft: Drafting) -> None:
    page = draft.promise(SMALL, 400)
    assert faults(page) == {
        "manager_mode": "Managers: choose how they answer, as they are too few",
        "peer_worker_mode": (
            "Lived experience workers: choose how they answer, as they are too few"
        ),
    }
    assert {"manager_mode", "peer_worker_mode"} <= set(page.ids)
    assert page.questions()["peer_worker_mode"] == [
        "anonymous",
        "joint_sheet",
        "pooled_only",
    ]
    assert "This is not saved yet." in page.words
    chosen = {"manager_mode": "attributed", "peer_worker_mode": "joint_sheet"}
    page = draft.manager.choose(chosen, SAVE)
    assert (
        "You fill in one sheet together: meet, and let one of you type." in page.words
    )
    groups = site.installation.audit(draft.audit).promise.groups
    assert [each.mode for each in groups] == [
        GroupMode.ATTRIBUTED,
        GroupMode.JOINT_SHEET,
        GroupMode.ANONYMOUS,
    ]
    # Grown, they can stay unknown, and are asked no more how they answer.
    page = draft.promise({"manager": "5", "peer_worker": "5"})
    assert "manager_mode" not in page.questions()
    groups = site.installation.audit(draft.audit).promise.groups
    assert {each.mode for each in groups} == {GroupMode.ANONYMOUS}


def test_a_small_group_may_have_nothing_shown(site: Site, draft: Drafting) -> None:
    nothing = {"manager": "2", "manager_mode": "anonymous"}
    page = draft.promise(nothing)
    assert "There are 2 of you. That is fewer than 5." in page.words
    promise = site.installation.audit(draft.audit).promise
    assert promise.group[MG].mode is GroupMode.ANONYMOUS


def test_pooled_only_needs_pooling(site: Site, draft: Drafting) -> None:
    pooled = {"peer_worker": "3", "peer_worker_mode": "pooled_only"}
    page = draft.promise(pooled, 400)
    assert list(faults(page)) == ["pooling"]
    assert page.checked()["peer_worker_mode"] == "pooled_only"
    draft.manager.choose({"pooling": "yes"}, SAVE)
    promise = site.installation.audit(draft.audit).promise
    assert promise.group[PW].mode is GroupMode.POOLED_ONLY


def test_looking_keeps_nothing(site: Site, draft: Drafting) -> None:
    draft.at("promise")
    page = draft.manager.choose(SMALL, LOOK)
    assert "With 3 lived experience workers you will see nothing of theirs" in (
        page.words
    )
    assert "This is not saved yet." in page.words
    assert faults(page) == {}
    page = draft.manager.choose({"peer_worker_mode": "joint_sheet"}, LOOK)
    assert "You will see one view, from the sheet that they fill in" in page.words
    assert site.installation.audit(draft.audit).promise.groups == ()
    page = draft.manager.choose({"manager": "x"}, LOOK, 400)
    assert faults(page) == {"manager": "Managers: enter a whole number, like 3"}
    assert "What will our team see?" not in page.words


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # a form's own
@pytest.mark.parametrize(
    ("changes", "field", "fault"),
    [
        ({"manager": "two"}, "manager", "Managers: enter a whole number, like 3"),
        ({"other_staff": "10000"}, "other_staff", "Other staff: enter 9999 or fewer"),
        (dict.fromkeys(PEOPLE, ""), "manager", "Enter how many people there are in"),
        (dict.fromkeys(PEOPLE, "0"), "manager", "Enter how many people there are in"),
        ({"floor": "4"}, "floor", "Choose one of the options shown"),
        ({"closes_on_day": "31", "closes_on_month": "4"}, "closes_on", "Enter a day"),
        ({"closes_on_year": "26"}, "closes_on", "Choose a day at least 3 days"),
        ({"closes_on_year": "٢٠٢٦"}, "closes_on", "Enter a day"),
        ({"closes_on_day": ""}, "closes_on", "Enter a day"),
        ({"closes_on_day": "6", "closes_at": "8:59am"}, "closes_on", "at least 3 days"),
        ({"closes_on_month": "6"}, "closes_on", "Choose a day at most 12 weeks"),
        ({"closes_at": "5"}, "closes_at", "Enter a time, like 5pm or 17:00"),
        ({"closes_at": "13pm"}, "closes_at", "Enter a time, like 5pm or 17:00"),
        ({"closes_at": "24:00"}, "closes_at", "Enter a time, like 5pm or 17:00"),
        ({"closes_at": "17:60"}, "closes_at", "Enter a time, like 5pm or 17:00"),
        (
            {"closes_on_day": "29", "closes_at": "1:30am"},
            "closes_at",
            "The clocks change at that time",
        ),
        ({"pooling": "maybe"}, "pooling", "Choose one of the options shown"),
        ({"comments": "yes"}, "reader", "Enter who reads comments first"),
        (
            {"comments": "yes", "reader": "x" * 201},
            "reader",
            "in 1 to 200 characters",
        ),
    ],
)
def test_each_fault_is_named_and_led_to(
    site: Site, draft: Drafting, changes: dict[str, str], field: str, fault: str
) -> None:
    page = draft.promise(changes, 400)
    assert page.title.startswith("Error: Who is asked")
    found = faults(page)
    assert list(found) == [field]
    assert fault in found[field]
    assert field in page.ids
    assert site.installation.audit(draft.audit).promise.groups == ()


def test_a_closing_time_exactly_three_days_on_is_taken(
    site: Site, draft: Drafting
) -> None:
    draft.promise({"closes_on_day": "6", "closes_at": "9am"})
    assert site.installation.audit(draft.audit).promise.closes_at == (
        site.clock() + timedelta(days=3)
    )


def test_who_joined_or_left_is_asked_where_there_was_a_round_before(
    site: Site, first: Manager, draft: Drafting
) -> None:
    page = draft.at("promise")
    assert "joined or left" not in page.words
    # The team of the site has an audit in post.
    team = site.installation.audit(site.audit).team.id
    first.open(f"/manage/teams/{team}/start")
    again = Drafting(first, first.choose({"questions": "role-adoption.core"}).path)
    page = again.at("promise")
    assert "Managers: how many joined or left since Friday 20 March 2026?" in page.words
    page = again.promise({"manager_changed": "some"}, 400)
    assert list(faults(page)) == ["manager_changed"]
    again.promise({"manager_changed": "2", "other_staff_changed": "0"})
    promise = site.installation.audit(again.audit).promise
    changed = {each.group: each.changed for each in promise.groups}
    assert changed == {MG: 2, PW: None, ST: 0}
    first.open(f"{again.address}/questions")
    first.choose({"questions": "readiness.full"})
    assert "joined or left" not in again.at("promise").words


def test_two_who_promise_at_once_do_not_write_over_each_other(
    site: Site, first: Manager, draft: Drafting
) -> None:
    second = Manager(site, secret=first.secret)
    second.sign_in()
    second.open(f"{draft.address}/promise")
    draft.promise()
    # The same from both is no quarrel.
    second.choose(PEOPLE, SAVE)
    second.open(f"{draft.address}/promise")
    draft.promise({"manager": "7"})
    page = second.choose({"manager": "9"}, SAVE, 409)
    assert page.heading == "Somebody else has just changed this"
    promise = site.installation.audit(draft.audit).promise
    assert promise.group[MG].asked == 7


def test_a_shared_link_is_chosen_shown_at_the_launch_and_put_up(
    site: Site, first: Manager
) -> None:
    draft = Drafting.begin(first, "role-adoption.core")
    people = {"person_using_service": "9", "shared_link": "yes"}
    page = draft.promise(people)
    assert "Everyone in your group starts from one shared link" in page.words
    assert "from one shared link" in draft.at("launch").words
    draft.launch()
    do_what_is_due(site.installation, at=site.clock())
    asking = draft.address.removesuffix("/set-up") + "/ask"
    first.open(asking)
    assert "All start from one shared link" in first.page.words
    assert "Ask on paper People who use" not in first.page.words
    first.follow("Shared link and notice People who use the service: 9 people")
    assert "It opens for 9 people" in first.page.words
    pdf = first.client.get(first.page.link("Download a notice to put up (PDF)"))
    printed = PdfReader(BytesIO(pdf.data)).pages
    assert len(printed) == 1
    text = " ".join(printed[0].extract_text().split())
    assert "one person could answer twice" in text
    assert "There are 9 of you" in text
    first.open(f"{asking}/shared/peer_worker", status=404)


def test_a_group_that_answers_openly_shares_no_link(draft: Drafting) -> None:
    small = {"person_using_service": "3", "shared_link": "yes"}
    mode = {"person_using_service_mode": "joint_sheet"}
    draft.promise(small, status=400)
    draft.manager.choose({**PEOPLE, **small, **mode}, SAVE, 400)
    assert "shared_link" in faults(draft.manager.page)
