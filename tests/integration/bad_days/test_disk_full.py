"""The disk is full: nothing is half done, and all goes on once there is room."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from peeraudit.audit.audit import State
from peeraudit.operations.create_audit import create_audit
from peeraudit.operations.do_what_is_due import do_what_is_due
from peeraudit.operations.launch_audit import launch_audit
from peeraudit.operations.make_documents import Document, make_documents
from peeraudit.operations.read_report import PDF, read_release
from peeraudit.sealing.keys import KeyKind
from peeraudit.storage import releases
from tests.integration.bad_days.conftest import Count
from tests.integration.bad_days.full import SmallDisk, full_server
from tests.integration.storage.plans import plan_for
from tests.integration.web.visiting import Person
from tests.journeys.site import ASKED, CLOSES, OPENS, Site, make_site


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """A small disk."""
    small = SmallDisk(tmp_path / "small")
    yield small
    small.close()


@pytest.fixture
def site(disk: SmallDisk, database_url: str) -> Iterator[Site]:
    """A website whose keys, and whose database if it is a file, lie on a small disk."""
    on_disk = "" if database_url.startswith("sqlite") else database_url
    made = make_site(disk.folder, on_disk)
    yield made
    made.installation.database.engine.dispose()


def full(site: Site, disk: SmallDisk) -> AbstractContextManager[None]:
    """Leave no room where the database is."""
    engine = site.installation.database.engine
    return disk.full() if engine.dialect.name == "sqlite" else full_server(engine)


def released(site: Site) -> bool:
    """Whether the audit is out."""
    return site.installation.audit(site.audit).state is State.RELEASED


def test_what_was_typed_stays_on_the_page_and_counts_once_there_is_room(
    site: Site, disk: SmallDisk, person: Person, boxes: Count
) -> None:
    person.begin(site.code())
    with full(site, disk):
        page = person.press("Continue", RC1="4", status=503)
        assert "It is still on this page" in page.words
    person.press("Try again")
    person.open("/answer/check")
    with full(site, disk):
        person.press("Submit my answers", status=503)
        assert boxes() == 0
    assert person.press("Try again").path == "/answer/done"
    assert boxes() == 1


def test_closing_waits_for_room_and_releases_once(
    site: Site, disk: SmallDisk, person: Person, caplog: pytest.LogCaptureFixture
) -> None:
    person.begin(site.code())
    person.press("Continue", RC1="4")
    person.open("/answer/check")
    person.press("Submit my answers")
    over = CLOSES.replace(hour=18)
    with full(site, disk):
        do_what_is_due(site.installation, at=over)
        assert "will be tried again" in caplog.text
        assert not released(site)
        assert site.installation.keys.holds(site.audit, KeyKind.ANSWERS)
    do_what_is_due(site.installation, at=over)
    assert released(site)
    assert read_release(site.installation, site.audit)
    assert not list(site.installation.keys.path.iterdir())


def test_an_audit_opens_with_whole_keys_once_there_is_room(
    site: Site, disk: SmallDisk
) -> None:
    plan = plan_for(ASKED, team="Another team")
    here = site.installation
    audit = create_audit(here, plan).id
    launch_audit(here, audit)
    before = {file: file.read_bytes() for file in disk.folder.glob("*keys/*")}
    with disk.full():
        do_what_is_due(here, at=OPENS)
        now = {file: file.read_bytes() for file in disk.folder.glob("*keys/*")}
    assert now == before
    assert here.audit(audit).state is State.LAUNCHING
    do_what_is_due(here, at=OPENS)
    assert here.audit(audit).state is State.OPEN
    assert len(here.keys.read(audit, KeyKind.ANSWERS)) == 32


def test_a_pdf_is_made_once_there_is_room(
    site: Site, disk: SmallDisk, caplog: pytest.LogCaptureFixture
) -> None:
    site.close()
    with full(site, disk):
        assert list(make_documents(site.installation)) == []
    assert f"audit {site.audit}: no PDF (pdf): OperationalError" in caplog.text
    assert Document(site.audit, None) in make_documents(site.installation)
    with site.installation.database.reading() as connection:
        assert releases.document(connection, site.audit, PDF)
