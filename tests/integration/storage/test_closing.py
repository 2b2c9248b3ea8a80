"""Closing: interrupted anywhere and run again, it ends in the same release."""

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select

from peeraudit.audit.audit import Audit, State
from peeraudit.instrument.frozen import Group
from peeraudit.operations import close_audit as closing
from peeraudit.operations.close_audit import close_audit
from peeraudit.operations.do_what_is_due import do_what_is_due
from peeraudit.operations.installation import Installation
from peeraudit.operations.make_outcome import Outcome, UnreadableBoxes, make_outcome
from peeraudit.operations.read_report import read_release
from peeraudit.operations.submit_response import submit_response
from peeraudit.operations.wrong_state import WrongState
from peeraudit.sealing.keys import KeyFolder, KeyKind, KeyLost
from peeraudit.storage.tables import BoxRow, CodeRow, DraftRow, ReleaseRow
from tests.integration.storage.conftest import OpenAudit, OpenOne

KILL_AFTER = (
    "audits.enter",  # within the transaction that stops submissions
    "_stop_submissions",
    "make_outcome",
    "releases.add",  # within the transaction that publishes
    "drafts.forget",
    "_publish",
    "installation.keys.destroy",
    "destroy_keys",
)
"""Every step of closing, in order."""

DIE = """
import os, signal, sys
from datetime import datetime
from pathlib import Path
from peeraudit.operations import close_audit as closing
from peeraudit.operations.installation import Installation
from peeraudit.sealing.keys import KeyFolder
from peeraudit.storage.database import connect

url, keys, web_keys, audit, at, step = sys.argv[1:]

def deadly(function):
    def run(*args, **kwargs):
        function(*args, **kwargs)
        os.kill(os.getpid(), signal.SIGKILL)
    return run

if step == "installation.keys.destroy":
    KeyFolder.destroy = deadly(KeyFolder.destroy)
else:
    *path, name = step.split(".")
    owner = getattr(closing, path[0]) if path else closing
    setattr(owner, name, deadly(getattr(owner, name)))
installation = Installation(
    connect(url), KeyFolder(Path(web_keys)), KeyFolder(Path(keys))
)
closing.close_audit(installation, audit, at=datetime.fromisoformat(at))
"""


def answer(audit: OpenAudit) -> None:
    """Let everybody answer, each a little differently."""
    for codes in audit.codes.values():
        for step, code in enumerate(codes):
            audit.save(code, {"SE4": str(1 + step % 5), "PR1": "part", "RCK": "a"})
            submit_response(audit.installation, code, audit.word, at=audit.meanwhile)


def die_after(step: str, audit: OpenAudit, database_url: str) -> int:
    """Close the audit in a process that is killed after one step."""
    keys = audit.installation.keys.path
    web_keys = audit.installation.web_keys.path
    arguments = (database_url, keys, web_keys, audit.id, audit.over.isoformat(), step)
    script = [sys.executable, "-c", DIE, *map(str, arguments)]
    return subprocess.run(script, check=False, timeout=60).returncode  # noqa: S603


@pytest.mark.parametrize("step", KILL_AFTER)
def test_killed_after_any_step_it_ends_in_the_same_release(
    step: str, open_one: OpenOne, database_url: str
) -> None:
    audit, undisturbed = open_one(), open_one()
    answer(audit)
    answer(undisturbed)
    close_audit(undisturbed.installation, undisturbed.id, at=undisturbed.over)
    expected = read_release(undisturbed.installation, undisturbed.id)
    assert expected is not None

    assert die_after(step, audit, database_url) == -signal.SIGKILL
    do_what_is_due(audit.installation, at=audit.over)

    release = read_release(audit.installation, audit.id)
    assert release is not None
    # They are of two teams.
    assert replace(release, audit=expected.audit, hash=expected.hash) == expected
    assert_nothing_is_left(audit)


def assert_nothing_is_left(audit: OpenAudit) -> None:
    """No box, code, draft or key of the audit is left, and one release."""
    with audit.installation.database.reading() as connection:
        for table in (BoxRow, CodeRow, DraftRow):
            left = select(func.count()).where(table.audit_id == audit.id)
            assert connection.execute(left).scalar_one() == 0
        kept = select(func.count()).where(ReleaseRow.audit_id == audit.id)
        assert connection.execute(kept).scalar_one() == 1
    assert not audit.installation.keys.holds(audit.id, KeyKind.ANSWERS)
    assert not audit.installation.web_keys.holds(audit.id, KeyKind.DRAFTS)
    assert audit.installation.audit(audit.id).state is State.RELEASED


def test_it_cannot_be_closed_before_the_grace_hour_is_over(audit: OpenAudit) -> None:
    with pytest.raises(WrongState, match="18:00"):
        close_audit(audit.installation, audit.id, at=audit.closes)
    assert audit.installation.audit(audit.id).state is State.OPEN


def test_closing_twice_releases_once(audit: OpenAudit) -> None:
    answer(audit)
    close_audit(audit.installation, audit.id, at=audit.over)
    first = read_release(audit.installation, audit.id)
    close_audit(audit.installation, audit.id, at=audit.over)
    assert read_release(audit.installation, audit.id) == first


def test_without_the_keys_folder_nothing_is_released_or_lost(
    audit: OpenAudit, tmp_path: Path
) -> None:
    answer(audit)
    here = audit.installation
    website = Installation(here.database, here.web_keys, None)
    elsewhere = Installation(here.database, here.web_keys, KeyFolder(tmp_path / "no"))
    for without in (website, elsewhere):
        with pytest.raises(KeyLost):
            close_audit(without, audit.id, at=audit.over)
    close_audit(here, audit.id, at=audit.over)
    assert_nothing_is_left(audit)


def test_a_damaged_box_stops_the_release_and_loses_nothing(audit: OpenAudit) -> None:
    answer(audit)
    with audit.installation.database.transaction() as connection:
        good = connection.execute(select(BoxRow.id, BoxRow.sealed)).first()
        assert good is not None
        bad = os.urandom(len(good.sealed))
        connection.execute(
            BoxRow.__table__.update()  # type: ignore[attr-defined]  # it is a Table
            .where(BoxRow.id == good.id)
            .values(sealed=bad)
        )
    with pytest.raises(UnreadableBoxes):
        close_audit(audit.installation, audit.id, at=audit.over)
    with audit.installation.database.reading() as connection:
        boxes = select(func.count()).select_from(BoxRow)
        assert connection.execute(boxes).scalar_one() == 11
    assert audit.installation.keys.holds(audit.id, KeyKind.ANSWERS)


def test_a_group_below_the_floor_leaves_no_cell(open_one: OpenOne) -> None:
    audit = open_one(managers=4, peer_workers=6)
    answer(audit)
    close_audit(audit.installation, audit.id, at=audit.over)
    release = read_release(audit.installation, audit.id)
    assert release is not None
    assert {cell.group for cell in release.cells} == {Group.PEER_WORKER}
    assert [count.answered for count in release.groups] == [None, 6]


def test_two_who_close_at_once_are_both_done(
    open_one: OpenOne, monkeypatch: pytest.MonkeyPatch
) -> None:
    audit = open_one()
    answer(audit)

    def slower(installation: Installation, found: Audit) -> Outcome:
        monkeypatch.setattr(closing, "make_outcome", make_outcome)
        close_audit(installation, found.id, at=audit.over)
        return make_outcome(installation, found)

    monkeypatch.setattr(closing, "make_outcome", slower)
    close_audit(audit.installation, audit.id, at=audit.over)
    assert read_release(audit.installation, audit.id) is not None
    assert not audit.installation.keys.holds(audit.id, KeyKind.INBOX)
