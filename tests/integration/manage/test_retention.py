"""How long things are kept: said on pages, changed by the trust lead, with notice."""

from datetime import timedelta

import pytest

from peeraudit.account.record import Act
from peeraudit.account.roles import Role
from peeraudit.audit.audit import State
from peeraudit.audit.retention import NOTICE, Retention
from peeraudit.operations.erase_what_is_over import erase_what_is_over
from peeraudit.operations.installation import NoSuchAudit
from peeraudit.operations.keep_audit import Decision, keep_longer
from peeraudit.operations.read_record import read_record
from peeraudit.operations.retention import read_retention
from peeraudit.operations.wrong_state import WrongState
from tests.integration.manage.drafting import Drafting
from tests.integration.manage.managing import Join, Manager, team_of
from tests.integration.web.visiting import Person
from tests.journeys.site import Site

SAVE = "Save"


def set_to(site: Site) -> Retention:
    """What is set."""
    return read_retention(site.installation).retention


def look(site: Site) -> None:
    """Let the worker look, now."""
    erase_what_is_over(site.installation, at=site.clock())


def audit_page(site: Site) -> str:
    """Where the page of the audit is."""
    return f"/manage/teams/{team_of(site)}/audits/{site.audit}"


def later(site: Site, manager: Manager, days: int) -> None:
    """Go on by some days, and sign in again."""
    site.clock.now += timedelta(days=days)
    manager.sign_in()


def test_longer_is_saved_at_once_and_shorter_after_a_look(
    site: Site, first: Manager
) -> None:
    first.open("/manage/record")
    first.follow("How long things are kept")
    kept = {"audits": "60", "drafts": "12", "record": "72"}
    assert "Saved." in first.choose(kept, SAVE).words
    assert set_to(site) == Retention(60)
    sure = first.choose({**kept, "audits": "12"}, SAVE)
    assert sure.heading == "Keep some things less long?"
    assert set_to(site) == Retention(60)
    assert "Saved." in first.press("Keep them less long").words
    assert set_to(site) == Retention(12)
    acts = [each.act for each in read_record(site.installation).entries]
    assert acts.count(Act.CHANGED_RETENTION) == 2


def test_two_who_change_it_at_once_see_what_the_other_did(
    site: Site, first: Manager, join: Join
) -> None:
    other = join(Role.TRUST_LEAD)
    for each in (first, other):
        each.open("/manage/retention")
    kept = {"audits": "60", "drafts": "12", "record": "72"}
    first.choose(kept, SAVE)
    raced = other.choose({**kept, "audits": "0"}, SAVE, 409)
    assert "Somebody else changed this just now" in raced.words
    assert set_to(site) == Retention(60)
    other.choose({**kept, "audits": "0"}, SAVE)
    assert set_to(site) == Retention(0)


@pytest.mark.parametrize("wrong", ["", "13", "-1", "x" * 9999])
def test_what_is_not_on_offer_is_refused(
    site: Site, first: Manager, wrong: str
) -> None:
    first.open("/manage/retention")
    sent = {"audits": wrong, "drafts": "12", "record": "72", "seen": "36.72.12"}
    sent["csrf_token"] = first.token()
    page = first.send("/manage/retention", sent, status=400)
    assert "Choose how long" in page.words
    assert set_to(site) == Retention()


def test_every_page_says_so_thirty_days_before(site: Site, first: Manager) -> None:
    site.close()
    later(site, first, 3 * 365 - 60)
    look(site)
    assert "Will be erased" not in first.open("/manage").words
    assert "This audit will be erased on" in first.open(audit_page(site)).words
    later(site, first, 40)
    look(site)
    day = "Will be erased on"
    assert day in first.open("/manage").words
    assert day in first.open(f"/manage/teams/{team_of(site)}").words
    assert "Audit of Harbour team:" in first.open("/manage/retention").words
    reader = Person(site)
    assert "This report will be erased on" in reader.open(site.report).words


def test_keeping_it_longer_takes_a_reason_and_ends_the_notice(
    site: Site, first: Manager
) -> None:
    site.close()
    later(site, first, 3 * 365 - 20)
    look(site)
    first.open(audit_page(site))
    first.follow("How long it is kept")
    refused = first.choose({"months": "24"}, "Keep it", 400)
    assert "Say why it is kept for longer" in refused.words
    long = {"months": "24", "reason": "x" * 501}
    assert "Use at most 500" in first.choose(long, "Keep it", 400).words
    kept = first.choose({"months": "24", "reason": "An inquiry asks."}, "Keep it")
    assert "Why it is kept: An inquiry asks." in kept.words
    look(site)
    assert "Will be erased" not in first.open("/manage").words


def test_longer_is_never_shorter(site: Site, first: Manager) -> None:
    site.close()
    later(site, first, 1)
    page = first.open(f"{audit_page(site)}/keep").words
    assert "Keep it for longer" in page
    assert "2031" in page
    assert "March 2027" not in page
    decision = Decision(first.account, site.clock())
    with pytest.raises(WrongState):
        keep_longer(site.installation, site.audit, 12, "No reason", decision)


def test_a_report_is_erased_thirty_days_after_somebody_said_so(
    site: Site, first: Manager
) -> None:
    site.close()
    later(site, first, 100)
    page = audit_page(site)
    first.open(f"{page}/erase")
    assert "the meeting and the actions are lost" in first.page.words
    first.press("Have it erased")
    assert "This audit will be erased on" in first.page.words
    look(site)
    assert site.installation.audit(site.audit).state is State.RELEASED
    later(site, first, NOTICE.days)
    look(site)
    with pytest.raises(NoSuchAudit):
        site.installation.audit(site.audit)
    Person(site).open(site.report, 404)
    first.open(page, 404)
    assert "Erased something (Harbour team), by PeerAudit" in (
        first.open("/manage/record").words
    )


def test_a_draft_that_nobody_was_asked_in_is_erased_at_once(
    site: Site, first: Manager
) -> None:
    draft = Drafting.begin(first)
    draft.at()
    first.follow("How long it is kept")
    first.follow("Erase this audit")
    page = first.press("Erase it now")
    assert page.heading == "Pier team"
    assert "No audit yet." in page.words
    with pytest.raises(NoSuchAudit):
        site.installation.audit(draft.audit)


def test_an_open_audit_cannot_be_erased(site: Site, first: Manager) -> None:
    for page in ("keep", "erase"):
        first.open(f"{audit_page(site)}/{page}", 404)


@pytest.mark.parametrize("role", [Role.TEAM_MANAGER, Role.IT_ADMINISTRATOR])
def test_nobody_but_the_trust_lead_decides(site: Site, join: Join, role: Role) -> None:
    site.close()
    other = join(role, team_of(site) if role.is_for_a_team else "")
    other.open("/manage/retention", 404)
    for page in ("keep", "erase"):
        other.open(f"{audit_page(site)}/{page}", 404)
