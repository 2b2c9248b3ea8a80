"""A closing time moves later: none but the website asks, and nothing else moves."""

from datetime import datetime, timedelta

import pytest

from peeraudit.audit.audit import State
from peeraudit.instrument.frozen import Group
from peeraudit.operations.admit import Admitted, Refusal, admit
from peeraudit.operations.extend_audit import CHOICES, ask_to_extend, later_times
from peeraudit.operations.launch_record import TermsChanged
from peeraudit.operations.read_report import read_release
from peeraudit.operations.wrong_state import WrongState
from peeraudit.sealing.keys import KeyFolder, KeyKind
from peeraudit.storage import audits, extensions
from peeraudit.storage.extensions import Extension
from tests.integration.asking.asked_audit import PEERS, AskedAudit, Begin
from tests.journeys.site import CLOSES

PW = Group.PEER_WORKER
LATER = CLOSES + CHOICES[1]


@pytest.fixture
def asked(audit: AskedAudit) -> AskedAudit:
    """An audit a week before its closing time, in which peer workers were asked."""
    audit.ask(PW, PEERS)
    audit.work()
    audit.now = CLOSES - timedelta(days=7)
    return audit


def extend(audit: AskedAudit, closes_at: datetime = LATER) -> None:
    ask_to_extend(audit.website, audit.id, closes_at, at=audit.now)


def test_people_can_begin_until_the_later_time_and_answers_from_before_count(
    asked: AskedAudit,
) -> None:
    mails = asked.office.mails.copy()
    for mail in mails[:3]:
        asked.answer(mail)
    extend(asked)
    asked.work()
    asked.now = CLOSES + timedelta(days=1)
    asked.work()
    for mail in mails[3:]:
        asked.answer(mail)
    asked.now = LATER + timedelta(hours=1)
    asked.work()
    release = read_release(asked.installation, asked.id)
    assert release is not None
    assert release.promise.closes_at == LATER
    assert "Friday 27 March" in " ".join(release.promise.words[PW])
    counts = {each.group: each.answered for each in release.groups}
    assert counts[PW] == 6


def test_a_website_that_had_the_earlier_time_in_hand_tells_the_later(
    asked: AskedAudit,
) -> None:
    website, code = asked.website, asked.office.mails[0].code
    before = admit(website, code, at=asked.now)
    assert isinstance(before, Admitted)
    extend(asked)
    asked.work()
    after = admit(website, code, at=CLOSES)
    assert isinstance(after, Admitted)
    assert after.sitting.audit.promise.closes_at == LATER
    assert "Friday 27 March" in " ".join(after.sitting.launched.promise_words[PW])
    assert after.sitting.public_key == before.sitting.public_key


def test_everyone_asked_by_mail_hears_of_it_in_the_same_words(
    asked: AskedAudit,
) -> None:
    asked.answer(asked.office.mails[0])
    asked.office.mails.clear()
    extend(asked)
    asked.work()
    asked.work()
    assert sorted(each.to for each in asked.office.mails) == sorted(PEERS)
    (text,) = {each.text for each in asked.office.mails}
    assert "There is more time" in text
    assert "Friday 27 March 2026" in text
    assert "/a/" not in text


@pytest.mark.parametrize(
    "closes_at",
    [
        CLOSES,
        CLOSES - timedelta(days=3),
        CLOSES + timedelta(days=4),
        CLOSES + timedelta(days=365),
    ],
)
def test_no_other_time_than_those_on_offer_is_taken(
    asked: AskedAudit, closes_at: datetime
) -> None:
    with pytest.raises(WrongState):
        extend(asked, closes_at)


def test_nothing_is_on_offer_far_ahead_or_too_late(asked: AskedAudit) -> None:
    audit = asked.installation.audit(asked.id)
    assert later_times(audit, at=CLOSES) == ()
    assert later_times(audit, at=CLOSES - timedelta(days=22)) == (CLOSES + CHOICES[0],)
    assert len(later_times(audit, at=asked.now)) == len(CHOICES)


def test_a_worker_that_was_away_over_the_earlier_time_closes_nothing(
    asked: AskedAudit,
) -> None:
    extend(asked)
    asked.now = CLOSES + timedelta(hours=2)
    asked.work()
    assert asked.installation.audit(asked.id).state is State.OPEN
    asked.answer(asked.office.to(PEERS[0])[0])


def die(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("step", ["KeyFolder.replace", "storage.audits.extend"])
def test_interrupted_anywhere_it_is_finished_and_nothing_is_lost(
    step: str, asked: AskedAudit, monkeypatch: pytest.MonkeyPatch
) -> None:
    mails = asked.office.mails.copy()
    asked.answer(mails[0])
    extend(asked)
    with monkeypatch.context() as patch:
        is_record = step == "KeyFolder.replace"
        owner, name = (KeyFolder, "replace") if is_record else (audits, "extend")
        patch.setattr(owner, name, die)
        with pytest.raises(KeyboardInterrupt):
            asked.work()
    if not is_record:
        # Record and audit do not fit: whoever comes now is asked to wait.
        asked.installation.sittings.clear()
        with pytest.raises(TermsChanged):
            admit(asked.website, mails[1].code, at=asked.now)
    asked.work()
    asked.answer(mails[1])
    asked.now = LATER + timedelta(hours=1)
    asked.work()
    release = read_release(asked.installation, asked.id)
    assert release is not None
    assert release.promise.closes_at == LATER


def test_whoever_writes_the_database_moves_no_closing_time(asked: AskedAudit) -> None:
    database = asked.installation.database
    with database.transaction() as connection:
        extensions.ask_for(connection, asked.id, Extension(LATER, bytes(32)))
    asked.work()
    assert asked.installation.audit(asked.id).promise.closes_at == CLOSES
    # Nor with the mark that the website made for another time.
    extend(asked)
    with database.transaction() as connection:
        wanted = extensions.find(connection, asked.id)
        assert wanted is not None
        later = Extension(LATER + timedelta(days=7), wanted.seal)
        extensions.ask_for(connection, asked.id, later)
    asked.work()
    assert asked.installation.audit(asked.id).promise.closes_at == CLOSES
    assert isinstance(
        admit(asked.website, asked.office.mails[0].code, at=asked.now), Admitted
    )


def test_a_closing_time_that_was_moved_is_not_moved_back(asked: AskedAudit) -> None:
    extend(asked)
    with asked.installation.database.reading() as connection:
        first = extensions.find(connection, asked.id)
    assert first is not None
    asked.work()
    extend(asked, LATER + CHOICES[0])
    asked.work()
    with asked.installation.database.transaction() as connection:
        extensions.ask_for(connection, asked.id, first)
    asked.work()
    found = asked.installation.audit(asked.id)
    assert found.promise.closes_at == LATER + CHOICES[0]


def test_what_is_changed_after_an_extension_is_noticed_all_the_same(
    asked: AskedAudit,
) -> None:
    extend(asked)
    asked.work()
    with asked.installation.database.transaction() as connection:
        found = audits.find(connection, asked.id)
        launched = audits.launched(connection, asked.id)
        assert found is not None
        assert launched is not None
        audits.extend(connection, asked.id, found.promise, launched)
        connection.exec_driver_sql(
            "UPDATE audit SET promise = replace(promise, '\"asked\":6', '\"asked\":7')"
        )
    asked.installation.sittings.clear()
    with pytest.raises(TermsChanged):
        admit(asked.website, asked.office.mails[0].code, at=asked.now)


def test_rounds_of_one_team_stay_apart(begin: Begin) -> None:
    audit = begin(team="The team", closes=CLOSES)
    begin(team="The team", closes=CLOSES + timedelta(days=92))
    audit.now = CLOSES - timedelta(days=7)
    with pytest.raises(WrongState, match="within 90 days"):
        extend(audit, CLOSES + CHOICES[0])


def test_nothing_is_moved_once_closing_has_begun(asked: AskedAudit) -> None:
    extend(asked)
    with asked.installation.database.transaction() as connection:
        audits.enter(connection, asked.id, State.CLOSING)
    asked.now = CLOSES + timedelta(hours=1)
    asked.work()
    assert asked.installation.audit(asked.id).state is State.RELEASED
    assert read_release(asked.installation, asked.id) is not None


def test_the_record_is_at_no_time_gone(asked: AskedAudit) -> None:
    web_keys = asked.installation.web_keys
    before = web_keys.read(asked.id, KeyKind.RECORD)
    extend(asked)
    asked.work()
    after = web_keys.read(asked.id, KeyKind.RECORD)
    assert (before[:32], before[64:]) == (after[:32], after[64:])
    assert before[32:64] != after[32:64]
    assert admit(asked.website, "unknown", at=asked.now) is Refusal.UNKNOWN
    assert [each.name for each in web_keys.path.glob(".new*")] == []
