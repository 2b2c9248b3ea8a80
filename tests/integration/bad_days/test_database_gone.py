"""The database is gone for a while: pages say so and keep what was typed."""

import os
import subprocess
import sys
import time
from contextlib import ExitStack
from http.client import HTTPConnection
from io import BytesIO
from pathlib import Path

import pytest

from benchmarks.server import serving
from peeraudit.audit.audit import State
from peeraudit.settings import CHECKOUT
from tests.integration.bad_days.conftest import Count
from tests.integration.bad_days.gone import SOON, gone
from tests.integration.manage.drafting import Drafting
from tests.integration.manage.managing import EMAIL, PASSWORD, Manager
from tests.integration.web.visiting import Person
from tests.journeys.site import Site

AWAY = "PeerAudit cannot be reached just now"
ON_THIS_PAGE = "It is still on this page"
KEPT = "Everything that you saved before is kept."


def test_answers_that_could_not_be_saved_stay_on_the_page(
    site: Site, person: Person, database_url: str
) -> None:
    person.begin(site.code())
    with gone(database_url):
        page = person.press("Continue", RC1="4", status=503)
        assert page.heading == AWAY
        assert ON_THIS_PAGE in page.words
        assert KEPT in page.words
        assert page.link("Go on with your questions") == "/answer"
        assert person.press("Try again", status=503).heading == AWAY
    assert person.press("Try again").path == "/answer/se-1"
    assert person.open("/answer/rc-1").checked() == {"RC1": "4"}


def test_submit_is_pressed_again_and_counts_once(
    site: Site, person: Person, boxes: Count, database_url: str
) -> None:
    person.begin(site.code())
    person.press("Continue", RC1="4")
    person.open("/answer/check")
    with gone(database_url):
        person.press("Submit my answers", status=503)
    page = person.press("Try again")
    assert page.heading == "Thank you: your answers are in"
    assert boxes() == 1


def test_what_a_manager_typed_stays_on_the_page(
    first: Manager, database_url: str
) -> None:
    draft = Drafting.begin(first)
    draft.at("promise")
    with gone(database_url):
        typed = {"manager": "6", "peer_worker": "7", "other_staff": "8"}
        page = first.choose(typed, "Save this promise", 503)
        assert ON_THIS_PAGE in page.words
        assert page.link("Go to the pages for managers") == "/manage"
    first.press("Try again")
    assert "Managers: 6" in draft.at("launch").words


def test_a_page_that_could_not_be_opened_is_opened_again(
    first: Manager, database_url: str
) -> None:
    with gone(database_url):
        page = first.open("/manage/teams/new", status=503)
        assert page.heading == AWAY
    assert first.follow("Try again").path == "/manage/teams/new"


def test_no_password_is_sent_back(first: Manager, database_url: str) -> None:
    again = Manager(first.site)
    again.open("/manage/sign-in")
    with gone(database_url):
        page = again.press("Continue", email=EMAIL, password=PASSWORD, status=503)
    assert "go back and type it again" in page.words
    assert not list(page.tree.iter("form"))


def test_no_file_is_said_to_be_on_the_page(first: Manager, database_url: str) -> None:
    first.open("/manage/settings")
    form, _ = first.page.form_with("Use this logo")
    sent = {**first.filled(form), "file": (BytesIO(b"a picture"), "logo.png")}
    with gone(database_url):
        page = first.send(form.attrib["action"], sent, 503)
    assert ON_THIS_PAGE not in page.words
    assert "go back and type it again" in page.words


WORKER = f"""
from peeraudit import worker
from peeraudit.settings import Settings
from peeraudit.storage import database
worker.SECONDS_BETWEEN_LOOKS = database.BUSY_SECONDS = {SOON}
worker.work(Settings.from_environment())
"""


def test_a_worker_that_starts_without_it_goes_on_by_itself(
    site: Site, tmp_path: Path, database_url: str
) -> None:
    environment = {
        **os.environ,
        "DATABASE_URL": database_url,
        "KEYS_DIR": str(tmp_path / "keys"),
        "WEB_KEYS_DIR": str(tmp_path / "web-keys"),
        "SECRET_KEY": "for tests",
    }
    with gone(database_url):
        process = subprocess.Popen(  # noqa: S603  # our own worker
            [sys.executable, "-c", WORKER],
            cwd=CHECKOUT,
            env=environment,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert process.stderr
        said = process.stderr.readline()
        assert said == "worker: cannot work now: OperationalError; will try again\n"
    # The site's own audit closed long ago by the clock of this machine.
    while "closed, and its keys are gone" not in said:
        said = process.stderr.readline()
        assert said, "the worker has ended"
    process.terminate()
    process.communicate(timeout=60)
    assert site.installation.audit(site.audit).state is State.RELEASED


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_website_that_starts_without_it_says_so_and_goes_on_by_itself(
    tmp_path: Path, database_url: str
) -> None:
    environment = {
        "DATABASE_URL": database_url,
        "PEERAUDIT_VAR": str(tmp_path),
        "KEYS_DIR": "",
        "SECRET_KEY": "for tests",
    }
    with ExitStack() as back, ExitStack() as running:
        back.enter_context(gone(database_url))
        server = running.enter_context(serving("app:app", environment))
        line = HTTPConnection("127.0.0.1", server.port, timeout=60)
        running.callback(line.close)
        status, words = asked(line)
        assert status == 503
        assert AWAY in words
        back.close()
        until = time.monotonic() + 60
        # Until the tables are there, a moment later.
        while status >= 500 and time.monotonic() < until:
            status, _ = asked(line)
        assert status == 404


def asked(line: HTTPConnection) -> tuple[int, str]:
    """Ask for a report that there is not; return status and page."""
    line.request("GET", "/r/nothing")
    response = line.getresponse()
    return response.status, response.read().decode()
