"""Who manages a team hears once by mail that an audit of it will be erased."""

import smtplib
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import update

from peeraudit.account.roles import Account, Membership, Role
from peeraudit.audit.months import months_after
from peeraudit.audit.retention import NOTICE, Retention
from peeraudit.instrument.wording import LocalWords
from peeraudit.operations.accept_invitation import accept
from peeraudit.operations.create_audit import is_a_name
from peeraudit.operations.first_account import first_token, make_first_account
from peeraudit.operations.invite import Offer, invite
from peeraudit.operations.mail_trouble import read_trouble
from peeraudit.operations.people import Person
from peeraudit.storage import accounts
from peeraudit.storage.tables import AuditRow
from peeraudit.storage.written import write
from tests.integration.asking.asked_audit import PEERS, AskedAudit
from tests.integration.manage.managing import EMAIL, PASSWORD
from tests.journeys.site import CLOSES

DUE = months_after(CLOSES, Retention().audits)
MANAGER = "runs.it@trust.example"
UTF8 = "smtputf8"
"""What a server says that takes such addresses."""


def managed(audit: AskedAudit) -> Account:
    """Let a trust lead, a manager and a facilitator of the team have accounts."""
    here, at = audit.installation, audit.now
    team = here.audit(audit.id).team.id
    token = first_token(here)
    assert token
    lead = make_first_account(here, token, Person("A lead", EMAIL), PASSWORD)
    for role, email in (
        (Role.TEAM_MANAGER, MANAGER),
        (Role.FACILITATOR, "peer.lead@partner.example"),
    ):
        offer = Offer(email, Membership(role, team))
        accept(here, invite(here, lead, offer, at=at), "Somebody", PASSWORD, at=at)
    return lead


def near(audit: AskedAudit) -> None:
    """Close it, and go on to when it is time to say so."""
    audit.close()
    audit.now = DUE - NOTICE
    audit.office.mails.clear()


def test_managers_of_the_team_and_the_trust_lead_are_told_once(
    audit: AskedAudit,
) -> None:
    managed(audit)
    near(audit)
    for _ in range(3):
        audit.work(timedelta(hours=1))
    assert sorted(each.to for each in audit.office.mails) == [EMAIL, MANAGER]
    (mail,) = audit.office.to(MANAGER)
    assert "will be erased from PeerAudit on 20 March 2029" in " ".join(mail.lines)
    assert not set(PEERS) & {each.to for each in audit.office.mails}


def test_a_name_with_an_end_of_line_in_it_holds_up_no_mail(audit: AskedAudit) -> None:
    managed(audit)
    near(audit)
    here, name = audit.installation, "Pier\u2028team"
    assert is_a_name(name)
    words = replace(here.audit(audit.id).team.words, team=name)
    with here.database.transaction() as connection:
        connection.execute(update(AuditRow).values(words=write(LocalWords, words)))
    audit.work()
    (mail,) = audit.office.to(MANAGER)
    assert "An audit of Pier team will be erased" in mail.message["Subject"]


def test_a_mail_server_that_is_away_is_tried_again(audit: AskedAudit) -> None:
    managed(audit)
    near(audit)
    audit.office.stop()
    audit.work()
    audit.office.start()
    audit.work(timedelta(hours=1))
    assert len(audit.office.to(MANAGER)) == 1


def test_one_address_that_is_refused_does_not_hold_up_the_others(
    audit: AskedAudit,
) -> None:
    managed(audit)
    near(audit)
    audit.office.refuses[EMAIL] = "550 no such person"
    for _ in range(2):
        audit.work(timedelta(hours=1))
    assert [each.to for each in audit.office.mails] == [MANAGER]


def test_an_address_in_signs_that_the_server_does_not_know_holds_up_no_mail(
    audit: AskedAudit, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = smtplib.SMTP.has_extn
    monkeypatch.setattr(
        smtplib.SMTP, "has_extn", lambda here, each: each != UTF8 and real(here, each)
    )
    managed(audit)
    near(audit)
    with audit.installation.changing_accounts() as rows:
        (manager,) = (each for each in accounts.every(rows) if each.email == MANAGER)
        accounts.remove(rows, manager.id)
        accounts.add(rows, replace(manager, email="jürgen@trust.example"), PASSWORD)
    for _ in range(2):
        audit.work(timedelta(hours=1))
    assert [each.to for each in audit.office.mails] == [EMAIL]
    with audit.installation.database.reading() as connection:
        assert read_trouble(connection) is None
