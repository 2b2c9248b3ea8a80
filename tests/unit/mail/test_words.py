"""What mails say: in short sentences, with no code but in the first one."""

import re
from dataclasses import replace

import pytest

from peeraudit.audit.audit import Audit
from peeraudit.audit.facts import Facts
from peeraudit.audit.promise import GroupMode
from peeraudit.audit.team import Team
from peeraudit.instrument.definition import Form, Mode
from peeraudit.instrument.wording import LocalWords
from peeraudit.mail import words
from peeraudit.mail.words import Asked, Words
from tests.unit.factories import PW, TEAM, make_promise

LINK = "https://audit.example/a/ACEF-HJKM-NPRT-VWXY-3456"
REPORT = "https://audit.example/r/abc"
LONGEST_SENTENCE = 20


def audit(asked: int = 6, mode: GroupMode = GroupMode.ANONYMOUS) -> Audit:
    promise = make_promise({PW: asked}, modes={PW: mode})
    promise = replace(promise, comments_read_by="the lead for peer support")
    return Audit("a", TEAM, "i", Mode.IN_POST, Form.CORE, promise, Facts())


def invited(asked: int = 6, mode: GroupMode = GroupMode.ANONYMOUS) -> Words:
    one = audit(asked, mode)
    how = Asked(one.promise.group[PW], "peer workers", 8)
    return words.invitation(one, how, LINK, REPORT)


OTHERS = [
    words.reminder(audit(), REPORT),
    words.extension(audit(), REPORT),
    words.report_out(audit(), REPORT),
    words.late(audit(), REPORT),
    words.being_read(audit(), REPORT, "5pm on Friday 3 April 2026"),
]
INVITATIONS = [
    invited(),
    invited(3),
    invited(1, GroupMode.ATTRIBUTED),
    invited(2, GroupMode.ATTRIBUTED),
    invited(3, GroupMode.JOINT_SHEET),
]


def test_an_invitation_has_the_link_the_number_the_time_and_the_report() -> None:
    said = invited().text
    assert LINK in said.splitlines()
    assert REPORT in said.splitlines()
    assert "There are 6 of you" in said
    assert "5pm on Friday 20 March 2026" in said
    assert "about 8 minutes" in said


@pytest.mark.parametrize(
    ("asked", "mode", "said"),
    [
        (6, GroupMode.ANONYMOUS, "at least 5 of you answer"),
        (3, GroupMode.ANONYMOUS, "even if all of you answer"),
        (1, GroupMode.ATTRIBUTED, "too few to be anonymous"),
        (3, GroupMode.JOINT_SHEET, "It is not anonymous"),
    ],
)
def test_each_group_is_told_its_own_promise(
    asked: int, mode: GroupMode, said: str
) -> None:
    assert said in invited(asked, mode).text


def test_only_those_with_one_sheet_share_a_link() -> None:
    assert "this same link" in invited(3, GroupMode.JOINT_SHEET).text
    assert "yours alone" not in invited(3, GroupMode.JOINT_SHEET).text
    assert "yours alone" in invited().text


@pytest.mark.parametrize("mail", OTHERS)
def test_no_other_mail_has_a_link_to_answer(mail: Words) -> None:
    assert "/a/" not in mail.text
    assert REPORT in mail.text.splitlines()


def test_a_mail_is_not_about_paper() -> None:
    assert "Draw your code" not in invited().text


@pytest.mark.parametrize("mail", [*INVITATIONS, *OTHERS])
def test_sentences_are_short_and_every_mail_has_the_same_subject(mail: Words) -> None:
    assert mail.subject == invited().subject
    for paragraph in mail.text.split("\n\n"):
        for sentence in re.split(r"(?<=[.?!:])\s", paragraph.strip()):
            assert len(sentence.split()) <= LONGEST_SENTENCE, sentence


def test_a_name_that_ends_a_line_ends_no_subject() -> None:
    team = Team("A trust", LocalWords("Blue\u2028Bcc: x@y.example"))
    mail = words.reminder(replace(audit(), team=team), REPORT)
    assert len(mail.subject.splitlines()) == 1
