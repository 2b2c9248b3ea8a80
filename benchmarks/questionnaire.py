"""Server time of a completed core questionnaire, beside a bare Flask app."""

import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from pathlib import Path

from benchmarks.browser import Browser, filled_in
from benchmarks.server import CHECKOUT, Server, serving
from peeraudit.audit.facts import Facts
from peeraudit.audit.promise import GroupPromise, Promise
from peeraudit.audit.team import Team
from peeraudit.instrument.definition import Form, Mode
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.library import load
from peeraudit.instrument.wording import LocalWords
from peeraudit.operations.create_audit import Plan, create_audit
from peeraudit.operations.installation import open_installation
from peeraudit.operations.issue_codes import issue_codes
from peeraudit.operations.launch_audit import launch_audit
from peeraudit.operations.open_audit import open_audit
from peeraudit.settings import Settings

PEOPLE = 40
"""Questionnaires that are measured, after one that warms the server up."""

AT_MOST = 4
"""Times the bare app's time that we allow ourselves."""

TARGET_MS = 40
"""On a machine where LimeSurvey takes 483 and oTree 220."""


def measure() -> Iterator[str]:
    """Answer with one person after another, over HTTP, a draft saved on every page.

    Our server and the bare one take turns, so that a noisy machine disturbs both alike.
    """
    with tempfile.TemporaryDirectory() as folder:
        environment = {"PEERAUDIT_VAR": folder, "SECRET_KEY": "benchmark"}
        bare_environment = {"BARE_DATABASE": str(Path(folder) / "bare.sqlite")}
        codes = open_an_audit(environment)
        with (
            serving("app:app", {**environment, "KEYS_DIR": ""}) as server,
            serving("benchmarks.bare:app", bare_environment) as limit,
        ):
            requests = answer(server, codes[0])
            send_again(limit, requests)
            before, before_limit = server.cpu_seconds(), limit.cpu_seconds()
            for code in codes[1:]:
                answer(server, code)
                send_again(limit, requests)
            ours = (server.cpu_seconds() - before) / PEOPLE
            bare = (limit.cpu_seconds() - before_limit) / PEOPLE
    yield (
        f"a core questionnaire: {len(requests)} requests, {1000 * ours:.1f} ms of the "
        f"server's time, {ours / bare:.1f} times a bare app's {1000 * bare:.1f} ms "
        f"(at most {AT_MOST}; about {TARGET_MS} ms)"
    )


def open_an_audit(environment: dict[str, str]) -> list[str]:
    """Open an audit of many peer workers, and return their codes."""
    installation = open_installation(Settings.from_environment(environment))
    now = datetime.now(UTC)
    plan = Plan(
        Team("Benchmark", LocalWords("Benchmark")),
        load(CHECKOUT / "instruments/role-adoption"),
        Mode.IN_POST,
        Form.CORE,
        Promise(
            5,
            now + timedelta(days=1),
            (
                GroupPromise(Group.PEER_WORKER, PEOPLE + 1),
                GroupPromise(Group.OTHER_STAFF, 5),
            ),
        ),
        Facts(),
    )
    audit = create_audit(installation, plan)
    launch_audit(installation, audit.id)
    open_audit(installation, audit.id, at=now)
    codes: list[str] = []
    issue_codes(installation, audit.id, Group.PEER_WORKER, deliver=codes.extend)
    installation.database.engine.dispose()
    return codes


def answer(server: Server, code: str) -> list[tuple[str, str]]:
    """Answer everything, look it over, submit; return what the browser sent."""
    browser = Browser(HTTPConnection("127.0.0.1", server.port))
    path, page = browser.get(f"/a/{code}")
    while path.partition("?")[0] != "/answer/check":
        path, page = browser.post(path, filled_in(page))
    path, _ = browser.post("/answer/submit", filled_in(page))
    if path != "/answer/done":
        raise RuntimeError(f"Submit led to {path}")
    browser.connection.close()
    return browser.requests


def send_again(server: Server, requests: list[tuple[str, str]]) -> None:
    """Send as many requests of the same sizes to the bare app, a row at the last."""
    connection = HTTPConnection("127.0.0.1", server.port)
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    last = max(i for i, (method, _) in enumerate(requests) if method == "POST")
    for i, (method, body) in enumerate(requests):
        path = "/last" if i == last else "/"
        connection.request(method, path, body or None, headers)
        connection.getresponse().read()
    connection.close()
