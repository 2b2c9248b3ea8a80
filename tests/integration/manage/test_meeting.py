"""The meeting: what is written down, by whom, two at once, and what is refused."""

from datetime import timedelta
from typing import Any

import pytest

from peeraudit.account.record import Act
from peeraudit.account.roles import Role
from peeraudit.operations.hold_meeting import NotOnAgenda, Writer, agree
from peeraudit.operations.read_report import set_report_open
from peeraudit.plan.agreement import Agreement, Verdict, seen_agreement
from peeraudit.web.manage.plan import meeting_practice
from tests.integration.manage.managing import EMAIL, Join, Manager, team_of
from tests.integration.manage.meetings import acts, an_audit_before
from tests.journeys.site import CLOSES, Site

# What a page says is the same on every database; two at once: storage/test_meetings.py.
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

SAVE = "Save and go on"
MET = {"held_on_day": "20", "held_on_month": "3", "held_on_year": "2026"}
NEVER = {"verdict": "must_never", "sentence": "We ring from the office."}


@pytest.fixture
def meeting(site: Site, first: Manager) -> str:
    """The address of the meeting after an audit that nobody answered."""
    assert first.page
    address = f"/manage/teams/{team_of(site)}/audits/{site.audit}/meeting"
    now = site.clock.now
    site.close()
    # Back to when the session began; the report stays.
    site.clock.now = now
    return address


@pytest.fixture
def later(site: Site, meeting: str, first: Manager) -> str:
    """The same, some days after the audit has closed."""
    site.clock.now = CLOSES + timedelta(days=4)
    first.sign_in()
    return meeting


def test_before_the_report_it_says_when_the_meeting_can_be(
    site: Site, first: Manager
) -> None:
    address = f"/manage/teams/{team_of(site)}/audits/{site.audit}/meeting"
    page = first.open(address)
    assert "It is ready soon after 6pm on Friday 20 March 2026" in page.words
    for other in ("/who", "/practices/PR10", "/priorities/F01", "/publish"):
        assert first.open(f"{address}{other}").path == address


def test_the_audit_leads_to_the_meeting_and_the_team_to_its_statement(
    site: Site, first: Manager, meeting: str
) -> None:
    first.open(meeting.removesuffix("/meeting"))
    assert first.follow("Hold the meeting").path == meeting
    assert "Agreed: 0 of 12." in first.page.words
    first.open(f"/manage/teams/{team_of(site)}")
    assert first.follow("Hold the meeting").path == meeting
    first.open(f"/manage/teams/{team_of(site)}")
    assert "Nothing is agreed yet" in first.follow("Role statement").words
    first.open(f"/manage/teams/{team_of(site)}/statement.pdf", 404)


def test_what_is_agreed_stands_on_the_agenda_and_in_the_statement(
    site: Site, first: Manager, later: str
) -> None:
    first.open(f"{later}/who")
    first.choose({**MET, "who": "the manager,\r\nall peer workers"}, "Save")
    assert "20 March 2026: the manager, all peer workers" in first.page.words
    first.open(f"{later}/practices/PR10")
    page = first.choose(NEVER, SAVE)
    assert "Saved: “Give people their own phone number” – Must" in page.words  # noqa: RUF001
    assert "/practices/PR" in page.path
    assert not page.path.endswith("PR10")
    page = first.open(later)
    assert "Agreed: 1 of 12." in page.words
    assert "Must never: We ring from the office. (agreed on 20 March 2026)" in (
        page.words
    )
    page = first.open(f"/manage/teams/{team_of(site)}/statement")
    assert "give people their own phone number We ring from the office." in page.words
    assert "Who took part: the manager, all peer workers." in page.words
    told = [(each.act, each.about) for each in acts(site)]
    assert told == [
        (Act.HELD_MEETING, ""),
        (Act.AGREED, "Give people their own phone number: must never"),
    ]
    assert acts(site)[0].team == team_of(site)


def test_the_statement_can_be_had_as_a_file(
    site: Site, first: Manager, later: str
) -> None:
    first.open(f"{later}/practices/PR10")
    first.choose(NEVER, SAVE)
    answer = first.client.get(f"/manage/teams/{team_of(site)}/statement.pdf")
    assert answer.mimetype == "application/pdf"
    assert answer.data.startswith(b"%PDF")


def test_whoever_saves_second_sees_what_came_first_and_loses_nothing(
    site: Site, first: Manager, later: str
) -> None:
    second = Manager(site, EMAIL, first.secret)
    second.sign_in()
    for each in (first, second):
        each.open(f"{later}/practices/PR10")
    first.choose(NEVER, SAVE)
    page = second.choose({"verdict": "part", "sentence": "With care."}, SAVE, 409)
    assert "Somebody else has just written down: Must never. We ring" in page.words
    assert page.checked() == {"verdict": "part"}
    assert "With care." in page.words
    second.choose({"verdict": "part", "sentence": "With care."}, SAVE)
    assert "Part of the role: With care." in first.open(later).words
    assert len(acts(site)) == 2


def test_whoever_writes_down_who_met_second_sees_what_came_first(
    site: Site, first: Manager, later: str
) -> None:
    second = Manager(site, EMAIL, first.secret)
    second.sign_in()
    for each in (first, second):
        each.open(f"{later}/who")
    first.choose({**MET, "who": "everyone"}, "Save")
    page = second.choose({**MET, "who": "most of us"}, "Save", 409)
    assert "Somebody else has just written this down: 20 March 2026: everyone" in (
        page.words
    )
    assert "most of us" in page.words
    second.choose({**MET, "who": "most of us"}, "Save")
    assert "most of us" in first.open(later).words


def test_saving_the_same_again_changes_nothing(
    site: Site, first: Manager, later: str
) -> None:
    for _ in range(2):
        first.open(f"{later}/practices/PR10")
        first.choose(NEVER, SAVE)
        site.clock.now += timedelta(days=1)
        first.sign_in()
    assert len(acts(site)) == 1
    assert "(agreed on 24 March 2026)" in first.open(later).words


def test_an_agreement_can_be_changed_and_taken_back(
    site: Site, first: Manager, later: str
) -> None:
    first.open(f"{later}/practices/PR10")
    first.choose(NEVER, SAVE)
    page = first.open(f"{later}/practices/PR10")
    assert page.checked() == {"verdict": "must_never"}
    assert "Agreed on 24 March 2026: Must never. We ring from the office." in page.words
    first.choose({"verdict": "talk_again", "sentence": ""}, SAVE)
    assert "Agreed: 0 of 12. To talk about again: 1." in first.open(later).words
    first.open(f"{later}/practices/PR10")
    first.follow("Take back what you agreed")
    assert first.press("Take it back").path == f"{later}/practices/PR10"
    assert first.page.checked() == {}
    assert acts(site)[-1].about == (
        "Taken back: Give people their own phone number: talk again"
    )


def test_what_somebody_has_changed_meanwhile_is_not_taken_back_unseen(
    first: Manager, later: str
) -> None:
    first.open(f"{later}/practices/PR10")
    first.choose(NEVER, SAVE)
    page = first.open(f"{later}/practices/PR10/take-back")
    form = first.filled(page.form_with("Take it back")[0])
    first.open(f"{later}/practices/PR10")
    first.choose({"verdict": "part", "sentence": ""}, SAVE)
    page = first.send(f"{later}/practices/PR10/take-back", form)
    assert "Give people their own phone number”: part of the role." in page.words


def test_what_cannot_be_written_down_is_refused_with_words(
    first: Manager, later: str
) -> None:
    first.open(f"{later}/practices/PR10")
    page = first.choose({"sentence": "x"}, SAVE, 400)
    assert "Choose what you agree, or skip this practice" in page.words
    page = first.choose({"verdict": "always"}, SAVE, 400)
    assert "Choose what you agree" in page.words
    page = first.choose({"verdict": "part", "sentence": "x" * 501}, SAVE, 400)
    assert "Use 500 characters or fewer: there are 501 now" in page.words
    first.open(f"{later}/practices/PR99", 404)
    first.open(f"{later}/priorities/F99", 404)
    first.open(f"{later}/who")
    too_late = {**MET, "held_on_year": "2027"}
    assert "Enter today" in first.choose(too_late, "Save", 400).words
    too_early = {**MET, "held_on_day": "19"}
    words = first.choose(too_early, "Save", 400).words
    assert "The audit closed on 20 March 2026: enter that day" in words
    no_day = {**MET, "held_on_day": "31", "held_on_month": "2"}
    assert "Enter a day that there is" in first.choose(no_day, "Save", 400).words
    assert "Nothing agreed yet" in first.open(later).words


def test_words_that_a_browser_might_run_are_shown_as_words(
    first: Manager, later: str
) -> None:
    first.open(f"{later}/practices/PR10")
    hostile = "<script>alert(1)</script>{{ 7 * 7 }}"
    first.choose({"verdict": "part", "sentence": f"{hostile}\x1b"}, SAVE)
    page = first.open(later)
    assert hostile in page.words
    assert hostile in first.follow("Role statement of the team").words


def test_everyone_reads_it_only_after_a_meeting_and_a_yes(
    site: Site, first: Manager, later: str
) -> None:
    assert "first write down when you met" in first.open(later).words
    assert first.open(f"{later}/publish").path == f"{later}/who"
    first.choose(MET, "Save")
    first.follow("Let everyone who was asked read what was agreed")
    assert "each practice, what you agreed, and your sentence" in first.page.words
    page = first.press("Let everyone who was asked read it")
    assert "Everyone who was asked may read what was agreed. Stop" in page.words
    first.open(f"{later}/who")
    first.choose({**MET, "who": "all"}, "Save")
    first.follow("Stop showing it")
    page = first.press("Stop showing it")
    assert "only those who manage this team can" in page.words
    told = [each.about for each in acts(site) if each.act is Act.PUBLISHED]
    assert told == ["What was agreed", "Not any more: what was agreed"]


def test_a_facilitator_holds_it_and_an_administrator_does_not(
    site: Site, join: Join, meeting: str
) -> None:
    facilitator = join(Role.FACILITATOR, team_of(site))
    facilitator.open(f"{meeting}/practices/PR10")
    facilitator.choose(NEVER, SAVE)
    assert acts(site)[-1].by == "Somebody new"
    join(Role.IT_ADMINISTRATOR, "", "it@trust.example").open(meeting, 404)


def test_while_the_report_is_closed_so_is_its_meeting(
    site: Site, first: Manager, meeting: str
) -> None:
    first.open(f"{meeting}/practices/PR10")
    form = first.filled(first.page.form_with(SAVE)[0]) | NEVER
    set_report_open(site.installation, site.audit, is_open=False)
    assert "The trust lead has closed the report" in first.open(meeting).words
    page = first.send(f"{meeting}/practices/PR10", form)
    assert page.path == meeting
    assert acts(site) == []


def test_whoever_writes_in_the_moment_in_which_it_is_closed_is_led_there(
    site: Site, first: Manager, meeting: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first.open(f"{meeting}/practices/PR10")

    def close_and_agree(*given: Any) -> None:
        set_report_open(site.installation, site.audit, is_open=False)
        agree(*given)

    monkeypatch.setattr(meeting_practice, "agree", close_and_agree)
    page = first.choose(NEVER, SAVE)
    assert "The trust lead has closed the report" in page.words
    assert acts(site) == []


def test_what_is_not_on_the_agenda_cannot_be_agreed(
    site: Site, first: Manager, meeting: str
) -> None:
    assert meeting
    writer = Writer(first.account, site.clock(), seen_agreement(None))
    agreement = Agreement("PR99", Verdict.PART, "", site.clock().date())
    with pytest.raises(NotOnAgenda):
        agree(site.installation, writer, site.audit, agreement)


def test_what_was_agreed_after_an_earlier_audit_is_shown(
    site: Site, first: Manager, later: str
) -> None:
    before = an_audit_before(site)
    address = f"/manage/teams/{team_of(site)}/audits/{before}/meeting"
    first.open(f"{address}/practices/PR10")
    first.choose(NEVER, SAVE)
    page = first.open(f"{later}/practices/PR10")
    assert "After an earlier audit you agreed, on 24 March 2026: Must never." in (
        page.words
    )
    assert page.checked() == {}
    page = first.open(f"{address}/practices/PR1")
    assert "After an earlier audit" not in page.words
