"""An installation in all its states: described, and nothing in it that is secret."""

import base64
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from sqlalchemy import MetaData, event, select

from peeraudit.audit.facts import Facts
from peeraudit.audit.promise import GroupMode, GroupPromise, Promise
from peeraudit.audit.team import Team
from peeraudit.instrument.definition import Form, Instrument, Mode
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.library import digest
from peeraudit.instrument.wording import LocalWords
from peeraudit.operations.close_audit import close_audit
from peeraudit.operations.create_audit import Plan, create_audit
from peeraudit.operations.describe_installation import describe_installation
from peeraudit.operations.drafts import keep_draft
from peeraudit.operations.installation import Installation
from peeraudit.operations.issue_codes import issue_codes
from peeraudit.operations.launch_audit import launch_audit
from peeraudit.operations.list_audits import report_address
from peeraudit.operations.open_audit import open_audit
from peeraudit.operations.submit_response import Submission, submit_response
from peeraudit.report.dpia import dpia
from peeraudit.report.dpia_facts import Described, Place
from peeraudit.response.responses import Scope
from peeraudit.sealing.keys import KeyFolder
from peeraudit.settings import Settings
from tests.integration.storage.conftest import CLOSES, OPENS, WORD, OpenAudit

READER = "The Freedom to Speak Up Guardian"
COMMENT = "On Mondays nobody is here."
SECRET_KEY = "signs-the-cookies-of-a-test"  # noqa: S105 # and nothing else
SITE = "https://audit.example.nhs.uk"
WHO_SAID_WHAT = {"box", "code", "draft", "receipt", "comment"}
"""Tables that hold something of somebody who answered."""


@dataclass(frozen=True)
class Whole:
    """An installation with audits in many states, and what nobody may read of it."""

    installation: Installation
    settings: Settings
    secrets: frozenset[str]

    def described(self) -> Described:
        return describe_installation(self.installation, self.settings, at=CLOSES)


def begin(here: Installation, instrument: Instrument, promise: Promise) -> OpenAudit:
    """Open an audit with any promise; keep its reader's code among the codes."""
    team = Team("A trust", LocalWords(f"Team of {len(promise.groups)}"))
    plan = Plan(team, instrument, Mode.IN_POST, Form.CORE, promise, Facts())
    audit = create_audit(here, plan).id
    reader: list[str] = []
    launch_audit(here, audit, hand_over=reader.append)
    open_audit(here, audit, at=OPENS)
    codes: dict[Group, tuple[str, ...]] = {}
    for group in promise.group:
        handed: list[str] = []
        issue_codes(here, audit, group, deliver=handed.extend)
        codes[group] = tuple(handed)
    return OpenAudit(here, audit, {**codes, Group.PERSON_USING_SERVICE: tuple(reader)})


def answer(audit: OpenAudit, code: str) -> None:
    """Let somebody say something, and write a comment."""
    values = {"SE4": "4", "comment": COMMENT}
    here, word = audit.installation, audit.word
    keep_draft(here, code, word, values, at=audit.meanwhile, scope=Scope.THIS_TEAM)
    sent = submit_response(here, code, word, at=audit.meanwhile)
    assert sent is Submission.ACCEPTED


def secrets(here: Installation, audits: Iterable[OpenAudit]) -> Iterator[str]:
    """Yield everything that must be in no page about the installation."""
    yield from (SECRET_KEY, WORD, COMMENT)
    for audit in audits:
        yield report_address(here, audit.id) or ""
        yield from (code for codes in audit.codes.values() for code in codes)
    folders = (here.keys.path, here.web_keys.path)
    keys = [file.read_bytes() for folder in folders for file in folder.iterdir()]
    tables = MetaData()
    tables.reflect(here.database.engine)
    with here.database.reading() as connection:
        for table in tables.sorted_tables:
            rows = connection.execute(select(table)).all()
            keys += [cell for row in rows for cell in row if isinstance(cell, bytes)]
    for each in filter(None, keys):
        yield each.hex()
        yield base64.b64encode(each).decode()


@pytest.fixture
def whole(audit: OpenAudit, role_adoption: Instrument, database_url: str) -> Whole:
    """One audit is open and begun, another closed, with comments and counts waiting."""
    here = audit.installation
    audit.save(audit.codes[Group.MANAGER][0], {"SE4": "2"})
    groups = (
        GroupPromise(Group.PEER_WORKER, 3, GroupMode.POOLED_ONLY),
        GroupPromise(Group.OTHER_STAFF, 12),
        GroupPromise(Group.MANAGER, 1, GroupMode.ATTRIBUTED),
    )
    promise = Promise(8, CLOSES, groups, pooling=True, comments_read_by=READER)
    closed = begin(here, role_adoption, promise)
    for group in (Group.PEER_WORKER, Group.OTHER_STAFF):
        for code in closed.codes[group]:
            answer(closed, code)
    close_audit(here, closed.id, at=closed.over)
    settings = Settings(
        database_url=database_url,
        web_keys=here.web_keys.path,
        keys=here.keys.path,
        secret_key=SECRET_KEY,
        site_url=SITE,
        support="Call the peer support lead.\n\nOr write to them.",
    )
    return Whole(here, settings, frozenset(secrets(here, (audit, closed))))


def test_it_says_what_runs_here(whole: Whole, role_adoption: Instrument) -> None:
    found = whole.described()
    product = whole.installation.database.engine.dialect.name
    assert found.database.lower() == product
    numbers = {each.name: each.number for each in found.versions}
    assert numbers[found.database][0].isdigit()
    assert numbers["PeerAudit"]
    assert found.support == ("Call the peer support lead.", "Or write to them.")
    used = {each.hash: each.audits for each in found.instruments}
    assert used[digest(role_adoption)] == 2
    assert {each.name for each in found.instruments} == {"readiness", "role-adoption"}
    assert sorted(audit.state for audit in found.audits) == ["open", "screening"]
    assert (found.views, found.waiting) == (0, 1)


def test_it_says_who_may_read_the_keys(whole: Whole) -> None:
    found = whole.described()
    assert found.keys is not None
    assert (found.keys.mode, found.keys.files) == (0o700, 0o600)
    assert found.web_keys is not None
    assert (found.web_keys.mode, found.web_keys.files) == (0o700, 0o600)
    some = next(whole.installation.keys.path.iterdir())
    some.chmod(0o644)
    opened = whole.described().keys
    assert opened is not None
    assert opened.is_too_open


def test_it_says_where_the_keys_lie(whole: Whole, tmp_path: Path) -> None:
    here = whole.installation
    is_file = here.database.engine.dialect.name == "sqlite"
    first = whole.described()
    assert first.keys is not None
    # The database of these tests lies in the folder that has the keys in it.
    assert first.keys.place is (Place.TOGETHER if is_file else Place.UNKNOWN)
    assert not first.one_key_folder
    inside = KeyFolder(here.web_keys.path / "inside")
    nested = Whole(
        replace(here, worker_keys=inside), whole.settings, whole.secrets
    ).described()
    assert nested.one_key_folder
    assert nested.keys is not None
    assert nested.keys.mode is None
    website = replace(here, worker_keys=None)
    assert describe_installation(website, whole.settings, at=CLOSES).keys is None
    assert not (tmp_path / "web-keys" / "inside").exists()


def test_it_tells_all_that_is_promised_and_nothing_that_is_secret(whole: Whole) -> None:
    text = dpia(whole.described())
    for told in (READER, SITE, "A trust", "Call the peer support lead."):
        assert told in text
    assert len(whole.secrets) > 50
    assert found_in(text, whole) == []
    # The same search finds each of them where it stands.
    careless = text + "".join(whole.secrets)
    assert set(found_in(careless, whole)) == whole.secrets


def found_in(text: str, whole: Whole) -> list[str]:
    """Every secret of an installation that a text has in it."""
    return [secret for secret in whole.secrets if secret in text]


def test_it_looks_at_nothing_that_anybody_said(whole: Whole) -> None:
    asked: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    engine = whole.installation.database.engine
    event.listen(engine, "before_cursor_execute", note)
    whole.described()
    event.remove(engine, "before_cursor_execute", note)
    read = {word for each in asked for word in re.findall(r"[a-z_]+", each)}
    assert {"audit", "pooled_view"} <= read
    assert read & WHO_SAID_WHAT == set()
