"""A worker that is killed around sending: nobody is asked twice, nobody is left out."""

import signal
import subprocess
import sys
from datetime import timedelta

import pytest

from peeraudit.instrument.frozen import Group
from peeraudit.sealing.keys import KeyKind
from tests.integration.asking.asked_audit import PEERS, AskedAudit
from tests.integration.asking.post_office import SENDER, SITE_URL, Mail
from tests.journeys.site import CLOSES

PW = Group.PEER_WORKER

WORK = """
import os, signal, sys
from datetime import datetime
from pathlib import Path
from peeraudit.operations import take_requests, make_mailings, send_mail
from peeraudit.operations.do_what_is_due import do_what_is_due
from peeraudit.operations.installation import Installation
from peeraudit.sealing.keys import KeyFolder
from peeraudit.settings import Encryption, MailServer
from peeraudit.storage.database import connect

url, keys, web_keys, port, sender, site, at, step = sys.argv[1:]

def deadly(function):
    def run(*args, **kwargs):
        function(*args, **kwargs)
        os.kill(os.getpid(), signal.SIGKILL)
    return run

if step:
    module, name = step.split(".")
    owner = globals()[module]
    setattr(owner, name, deadly(getattr(owner, name)))
server = MailServer("127.0.0.1", int(port), sender, site, Encryption.NONE)
installation = Installation(
    connect(url), KeyFolder(Path(web_keys)), KeyFolder(Path(keys)), server
)
do_what_is_due(installation, at=datetime.fromisoformat(at))
"""


def worker(audit: AskedAudit, database_url: str, step: str = "") -> int:
    """Let a worker of its own look once; it may be killed after a step."""
    process = start_worker(audit, database_url, step)
    return process.wait(timeout=60)


def start_worker(
    audit: AskedAudit, database_url: str, step: str = ""
) -> "subprocess.Popen[bytes]":
    here = audit.installation
    arguments = (
        database_url,
        here.keys.path,
        here.web_keys.path,
        audit.office.port,
        SENDER,
        SITE_URL,
        audit.now.isoformat(),
        step,
    )
    script = [sys.executable, "-c", WORK, *map(str, arguments)]
    return subprocess.Popen(script)  # noqa: S603 # our own code


def invitations(audit: AskedAudit) -> dict[str, set[str]]:
    """The codes that each address was sent."""
    codes: dict[str, set[str]] = {}
    for each in audit.office.mails:
        codes.setdefault(each.to, set()).add(each.code)
    return codes


@pytest.mark.parametrize(
    "step", ["take_requests._letters", "take_requests._ask", "send_mail._waiting"]
)
def test_killed_before_anything_is_sent_each_is_asked_once(
    step: str, audit: AskedAudit, database_url: str
) -> None:
    audit.ask(PW, PEERS)
    assert worker(audit, database_url, step) == -signal.SIGKILL
    assert audit.office.mails == []
    audit.work()
    audit.work()
    assert sorted(each.to for each in audit.office.mails) == sorted(PEERS)


def test_killed_after_one_was_handed_over_and_remembered_it_is_not_sent_again(
    audit: AskedAudit, database_url: str
) -> None:
    audit.ask(PW, PEERS)
    assert worker(audit, database_url, "send_mail._hand_over") == -signal.SIGKILL
    assert len(audit.office.mails) == 1
    audit.work()
    assert sorted(each.to for each in audit.office.mails) == sorted(PEERS)


def test_killed_when_nobody_can_know_the_same_mail_comes_again(
    audit: AskedAudit, database_url: str
) -> None:
    audit.ask(PW, PEERS)
    process = start_worker(audit, database_url)

    def kill(_mail: Mail) -> None:
        process.kill()

    audit.office.before_it_says_so = kill
    assert process.wait(timeout=60) == -signal.SIGKILL
    (first,) = audit.office.mails
    audit.office.before_it_says_so = lambda _: None
    audit.work()
    again = audit.office.to(first.to)
    assert len(again) == 2
    assert again[0].code == again[1].code
    assert again[0].message["Message-ID"] == again[1].message["Message-ID"]
    assert {address: len(codes) for address, codes in invitations(audit).items()} == (
        dict.fromkeys(PEERS, 1)
    )
    assert len(audit.office.mails) == len(PEERS) + 1


@pytest.mark.parametrize("step", ["make_mailings._make", "send_mail._hand_over"])
def test_killed_around_the_last_mail_everyone_hears_once_and_nothing_is_left(
    step: str, audit: AskedAudit, database_url: str
) -> None:
    audit.ask(PW, PEERS)
    audit.work()
    audit.office.mails.clear()
    audit.now = CLOSES + timedelta(hours=1)
    assert worker(audit, database_url, step) == -signal.SIGKILL
    audit.work()
    audit.work()
    assert sorted(each.to for each in audit.office.mails) == sorted(PEERS)
    assert audit.is_empty
    assert not audit.installation.keys.holds(audit.id, KeyKind.MAIL)
