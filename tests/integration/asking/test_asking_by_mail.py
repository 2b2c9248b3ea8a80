"""From addresses to the report by mail: each is asked once, and told at the end."""

from dataclasses import replace
from datetime import timedelta

import pytest

from peeraudit.audit.audit import State as AuditState
from peeraudit.audit.promise import GroupMode
from peeraudit.instrument.frozen import Group
from peeraudit.operations.admit import Admitted, admit
from peeraudit.operations.ask_by_mail import MailOff, TooMany, ask_by_mail
from peeraudit.operations.issue_codes import issue_codes
from peeraudit.operations.read_report import read_release
from peeraudit.operations.remind import APART, MOST_REMINDERS, TooSoon, remind
from peeraudit.operations.wrong_state import WrongState
from peeraudit.sealing.keys import KeyKind
from peeraudit.storage.mail import ADDRESSES, REQUESTS, State
from tests.integration.asking.asked_audit import MANAGERS, PEERS, AskedAudit, Begin
from tests.journeys.site import CLOSES

PW, MG = Group.PEER_WORKER, Group.MANAGER


def test_each_is_asked_once_with_a_code_of_their_own(audit: AskedAudit) -> None:
    audit.ask(PW, PEERS)
    audit.ask(MG, MANAGERS)
    audit.work()
    audit.work()
    mails = audit.office.mails
    assert sorted(each.to for each in mails) == sorted(PEERS + MANAGERS)
    assert len({each.code for each in mails}) == len(mails)
    assert len({each.message["Message-ID"] for each in mails}) == len(mails)
    for each in mails:
        admitted = admit(audit.website, each.code, at=audit.now)
        assert isinstance(admitted, Admitted)
        assert admitted.sitting.group == (PW if each.to in PEERS else MG)


def test_a_mail_says_what_is_asked_and_what_is_promised(audit: AskedAudit) -> None:
    audit.ask(PW, PEERS)
    audit.work()
    mail = audit.office.mails[0]
    assert "There are 6 of you" in mail.text
    assert "only if at least 5 of you answer" in mail.text
    assert "5pm on Friday 20 March 2026" in mail.text
    assert mail.link("/r/")
    assert mail.message["From"] == "audit@trust.example"
    assert mail.message["Auto-Submitted"] == "auto-generated"
    assert mail.message.get_content_type() == "text/plain"


def test_the_report_comes_to_everyone_asked_and_then_nothing_is_left(
    audit: AskedAudit,
) -> None:
    audit.ask(PW, PEERS)
    audit.ask(MG, MANAGERS)
    audit.work()
    asked = audit.office.mails.copy()
    for each in asked[:8]:
        audit.answer(each)
    audit.office.mails.clear()
    audit.close()
    assert read_release(audit.installation, audit.id) is not None
    told = audit.office.mails
    assert sorted(each.to for each in told) == sorted(PEERS + MANAGERS)
    assert {each.text for each in told} == {told[0].text}
    assert told[0].link("/r/") == asked[0].link("/r/")
    assert audit.is_empty
    audit.work()
    assert not audit.installation.keys.holds(audit.id, KeyKind.MAIL)
    audit.work(timedelta(days=1))
    assert len(told) == len(PEERS + MANAGERS)


def test_a_reminder_goes_to_everyone_in_the_same_words_and_without_a_code(
    audit: AskedAudit,
) -> None:
    audit.ask(PW, PEERS)
    audit.work()
    first = {each.to: each for each in audit.office.mails}
    audit.answer(first[PEERS[0]])
    audit.office.mails.clear()
    remind(audit.website, audit.id, at=audit.now)
    audit.work()
    audit.work()
    reminders = audit.office.mails
    assert sorted(each.to for each in reminders) == sorted(PEERS)
    assert len({each.text for each in reminders}) == 1
    assert "/a/" not in reminders[0].text
    assert "If you have answered, there is nothing to do" in reminders[0].text
    for each in reminders:
        above = first[each.to].message["Message-ID"]
        assert each.message["In-Reply-To"] == each.message["References"] == above
        assert each.message["Subject"] == first[each.to].message["Subject"]
        # Every header, but those that name the person.
        mine = {"To", "Message-ID", "In-Reply-To", "References"}
        others = [(k, v) for k, v in each.message.items() if k not in mine]
        assert others == [
            (k, v) for k, v in reminders[0].message.items() if k not in mine
        ]


def test_nobody_is_pressed_with_reminders(audit: AskedAudit) -> None:
    with pytest.raises(WrongState, match="nobody was asked by mail"):
        remind(audit.website, audit.id, at=audit.now)
    audit.ask(PW, PEERS)
    audit.work()
    for _ in range(MOST_REMINDERS):
        remind(audit.website, audit.id, at=audit.now)
        with pytest.raises(TooSoon):
            remind(audit.website, audit.id, at=audit.now)
        audit.work(APART)
    with pytest.raises(TooSoon):
        remind(audit.website, audit.id, at=audit.now)
    for peer in PEERS:
        assert len(audit.office.to(peer)) == 1 + MOST_REMINDERS


def test_one_sheet_has_one_code_in_all_its_mails(begin: Begin) -> None:
    audit = begin(asked={PW: 3}, modes={PW: GroupMode.JOINT_SHEET})
    audit.ask(PW, PEERS[:3])
    audit.work()
    assert len({each.code for each in audit.office.mails}) == 1
    assert "one sheet together" in audit.office.mails[0].text
    assert "yours alone" not in audit.office.mails[0].text
    with pytest.raises(TooMany):
        audit.ask(PW, PEERS[3:4])


def test_one_sheet_can_be_asked_after_a_list_of_people_who_were_all_asked_before(
    begin: Begin,
) -> None:
    audit = begin(asked={PW: 3, MG: 5}, modes={PW: GroupMode.JOINT_SHEET})
    audit.ask(MG, MANAGERS)
    audit.work()
    audit.ask(PW, MANAGERS[:3])  # the wrong list
    audit.work()
    assert audit.numbers(REQUESTS) == {State.TWICE: 3}
    audit.ask(PW, PEERS[:3])
    audit.work()
    asked = [audit.office.to(each) for each in PEERS[:3]]
    assert len({mail.code for (mail,) in asked}) == 1


def test_whoever_has_no_address_is_asked_on_paper(audit: AskedAudit) -> None:
    audit.ask(PW, PEERS[:4])
    paper: list[str] = []
    assert issue_codes(audit.website, audit.id, PW, deliver=paper.extend) == 2
    audit.work()
    assert not set(paper) & {each.code for each in audit.office.mails}
    with pytest.raises(TooMany):
        audit.ask(PW, PEERS[4:5])


def test_more_addresses_than_people_are_refused_and_none_is_kept(
    audit: AskedAudit,
) -> None:
    with pytest.raises(TooMany):
        audit.ask(PW, (*PEERS, "one-more@trust.example"))
    assert audit.is_empty
    audit.ask(PW, PEERS)


def test_whoever_was_asked_before_gets_no_second_code(audit: AskedAudit) -> None:
    audit.ask(PW, PEERS[:3])
    audit.work()
    audit.ask(PW, PEERS[2:4])
    audit.ask(MG, (PEERS[0], *MANAGERS[:4]))
    audit.work()
    assert [len(audit.office.to(each)) for each in PEERS[:4]] == [1, 1, 1, 1]
    assert audit.numbers(REQUESTS) == {State.TWICE: 2}
    # Their places are free again.
    audit.ask(PW, PEERS[4:])
    audit.ask(MG, MANAGERS[4:])
    audit.work()
    assert len(audit.office.mails) == len(PEERS + MANAGERS)


def test_people_can_be_asked_while_it_is_open_and_no_longer(audit: AskedAudit) -> None:
    audit.ask(PW, PEERS[:2])
    audit.now = CLOSES
    with pytest.raises(WrongState):
        audit.ask(PW, PEERS[2:])
    audit.work()
    assert audit.office.mails == []
    assert audit.numbers(REQUESTS) == {}


def test_without_a_mail_server_nothing_is_sealed(audit: AskedAudit) -> None:
    off = replace(audit.website, mail=None)
    with pytest.raises(MailOff):
        ask_by_mail(off, audit.id, {PW: PEERS}, at=audit.now)
    with pytest.raises(MailOff):
        remind(off, audit.id, at=audit.now)
    assert audit.is_empty


def test_those_asked_hear_that_comments_are_read_first(begin: Begin) -> None:
    audit = begin(
        asked={PW: 6, MG: 5}, comments_read_by="the lead for peer support elsewhere"
    )
    audit.ask(PW, PEERS)
    audit.ask(MG, MANAGERS)
    audit.work()
    for each in audit.office.mails.copy():
        audit.answer(each, {"comment": "All is well."})
    audit.office.mails.clear()
    audit.close()
    assert audit.installation.audit(audit.id).state is AuditState.SCREENING
    audit.work(timedelta(days=1))
    assert len(audit.office.mails) == len(PEERS + MANAGERS)
    assert "The lead for peer support elsewhere reads the comments" in (
        audit.office.mails[0].text
    )
    audit.work(timedelta(days=14))
    assert len(audit.office.mails) == 2 * len(PEERS + MANAGERS)
    assert "is out" in audit.office.mails[-1].text


def test_addresses_are_kept_for_the_last_mail_alone(audit: AskedAudit) -> None:
    audit.ask(PW, PEERS)
    assert audit.numbers(REQUESTS) == {State.WAITING: 6}
    audit.work()
    assert audit.numbers(REQUESTS) == {}
    assert audit.numbers() == {}
    assert audit.numbers(ADDRESSES) == {State.WAITING: 6}
