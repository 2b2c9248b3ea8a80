"""Bad days of mail: a server that is away or refuses, and addresses that are wrong."""

from dataclasses import replace
from datetime import timedelta

import pytest

from peeraudit.instrument.frozen import Group
from peeraudit.operations.ask_by_mail import TooMany
from peeraudit.operations.mail_trouble import LONGEST_WAIT, read_trouble
from peeraudit.operations.mail_words import KEPT_FOR
from peeraudit.operations.paper_codes import draw_up
from peeraudit.operations.remind import remind
from peeraudit.operations.replace_code import replace_code
from peeraudit.operations.wrong_state import WrongState
from peeraudit.sealing.keys import KeyKind
from peeraudit.storage.mail import ADDRESSES, REQUESTS, State
from tests.integration.asking.asked_audit import PEERS, AskedAudit, Begin
from tests.journeys.site import CLOSES

PW = Group.PEER_WORKER


def test_a_server_that_is_away_is_tried_again_and_nobody_is_asked_twice(
    audit: AskedAudit,
) -> None:
    audit.office.stop()
    audit.ask(PW, PEERS)
    audit.work()
    assert audit.numbers() == {State.WAITING: 6}
    with audit.installation.database.reading() as connection:
        trouble = read_trouble(connection)
    assert trouble is not None
    assert trouble.since == audit.now
    audit.office.start()
    audit.work(timedelta(seconds=5))  # too soon: it waits
    assert audit.office.mails == []
    audit.work(timedelta(minutes=1))
    assert sorted(each.to for each in audit.office.mails) == sorted(PEERS)
    with audit.installation.database.reading() as connection:
        assert read_trouble(connection) is None


def test_it_waits_longer_each_time_but_never_gives_up_while_people_can_answer(
    audit: AskedAudit,
) -> None:
    audit.office.stop()
    audit.ask(PW, PEERS)
    waits = []
    for _ in range(8):
        audit.work()
        with audit.installation.database.reading() as connection:
            trouble = read_trouble(connection)
        assert trouble is not None
        waits.append(trouble.again_at - audit.now)
        audit.now = trouble.again_at
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_WAIT
    assert audit.numbers() == {State.WAITING: 6}


def test_codes_that_reached_nobody_by_the_closing_time_are_not_sent_after_it(
    audit: AskedAudit,
) -> None:
    audit.office.stop()
    audit.ask(PW, PEERS)
    audit.work()
    audit.now = CLOSES
    audit.office.start()
    audit.work()
    assert audit.office.mails == []
    audit.close()
    assert ["is out" in each.text for each in audit.office.mails] == [True] * 6


def test_the_last_mail_is_tried_for_two_weeks_and_addresses_then_destroyed(
    audit: AskedAudit,
) -> None:
    audit.ask(PW, PEERS)
    audit.work()
    audit.office.stop()
    audit.close()
    audit.work(KEPT_FOR - timedelta(seconds=1))
    assert audit.numbers() == {State.WAITING: 6}
    assert audit.installation.keys.holds(audit.id, KeyKind.MAIL)
    audit.work(timedelta(seconds=1))
    audit.work()
    assert audit.is_empty
    assert not audit.installation.keys.holds(audit.id, KeyKind.MAIL)


def test_with_mail_switched_off_addresses_are_destroyed_all_the_same(
    audit: AskedAudit,
) -> None:
    audit.ask(PW, PEERS)
    audit.work()
    audit.installation = replace(audit.installation, mail=None)
    audit.close()
    audit.work(KEPT_FOR)
    audit.work()
    assert audit.is_empty
    assert not audit.installation.keys.holds(audit.id, KeyKind.MAIL)


def test_addresses_whose_key_is_lost_are_deleted_with_the_report(
    audit: AskedAudit,
) -> None:
    audit.ask(PW, PEERS)
    audit.work()
    audit.installation.keys.destroy(audit.id, KeyKind.MAIL)
    audit.close()
    assert audit.is_empty


@pytest.mark.parametrize("reply", ["450 try later", "451 greylisted"])
def test_a_mail_that_is_put_off_waits_and_comes_later(
    audit: AskedAudit, reply: str
) -> None:
    audit.office.refuses[PEERS[0]] = reply
    audit.ask(PW, PEERS)
    audit.work()
    assert len(audit.office.mails) == len(PEERS) - 1
    audit.office.refuses.clear()
    audit.work(timedelta(seconds=30))
    assert audit.office.to(PEERS[0]) == []
    audit.work(timedelta(minutes=2))
    assert len(audit.office.to(PEERS[0])) == 1


def test_a_refused_address_is_counted_and_its_code_goes_to_the_right_one(
    audit: AskedAudit,
) -> None:
    audit.office.refuses["pear@trust.example"] = "550 no such person"
    audit.ask(PW, ("pear@trust.example", *PEERS[1:]))
    audit.work()
    assert audit.numbers() == {State.REFUSED: 1}
    audit.work(timedelta(hours=5))
    remind(audit.website, audit.id, at=audit.now)
    audit.work()
    assert audit.numbers() == {State.REFUSED: 1}
    audit.put_right("pear@trust.example", PEERS[0])
    audit.work()
    assert audit.numbers() == {}
    asked = [each for each in audit.office.mails if "/a/" in each.text]
    assert sorted(each.to for each in asked) == sorted(PEERS)
    assert len({each.code for each in asked}) == len(PEERS)


def test_content_that_is_refused_loses_no_code(audit: AskedAudit) -> None:
    audit.office.refuses_content = "554 looks like spam"
    audit.ask(PW, PEERS)
    audit.work()
    assert audit.numbers() == {State.REFUSED: 6}


def test_one_audit_that_cannot_be_asked_does_not_hold_up_another(begin: Begin) -> None:
    broken, well = begin(), begin()
    broken.ask(PW, PEERS)
    well.ask(PW, PEERS)
    broken.installation.keys.destroy(broken.id, KeyKind.MAIL)
    well.work()
    assert len(well.office.mails) == len(PEERS)


def test_a_leaver_hears_nothing_more_and_frees_a_place_only_before_being_asked(
    audit: AskedAudit,
) -> None:
    audit.office.refuses[PEERS[0]] = "450 later"
    audit.ask(PW, PEERS)
    audit.work()
    audit.put_right(PEERS[0], "")  # was not asked yet
    audit.put_right(PEERS[1], "")  # was
    audit.work()
    assert audit.numbers() == {}
    assert audit.numbers(ADDRESSES) == {State.WAITING: 4}
    audit.ask(PW, ["new@trust.example"])
    with pytest.raises(TooMany):
        audit.ask(PW, ["newer@trust.example"])
    audit.work()
    assert len(audit.office.to("new@trust.example")) == 1
    remind(audit.website, audit.id, at=audit.now)
    audit.work()
    assert len(audit.office.to(PEERS[1])) == 1


def test_a_leaver_whose_code_was_replaced_leaves_no_second_code(begin: Begin) -> None:
    audit = begin(asked={Group.MANAGER: 1, PW: 6})
    audit.office.refuses["pear@trust.example"] = "550 no such person"
    audit.ask(Group.MANAGER, ["pear@trust.example"])
    audit.work()
    replace_code(audit.website, audit.id, Group.MANAGER)
    audit.put_right("pear@trust.example", "")
    audit.work()
    with pytest.raises(WrongState, match="all 1 codes"):
        draw_up(audit.website, audit.id, Group.MANAGER)


def test_an_address_that_nobody_was_asked_at_is_counted(audit: AskedAudit) -> None:
    audit.ask(PW, PEERS)
    audit.work()
    audit.put_right("nobody@trust.example", "else@trust.example")
    audit.put_right(PEERS[0], PEERS[1])
    audit.work()
    assert audit.numbers(REQUESTS) == {State.UNKNOWN: 1, State.TWICE: 1}
    assert audit.numbers(ADDRESSES) == {State.WAITING: 6}
