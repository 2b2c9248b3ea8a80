"""Kill website and worker at random while people submit and audits close: count all.

Everyone answers one question that no colleague answers, and their group is shown
exactly. So each person can be told in the report: in once, twice, or not at all.
"""

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random

from benchmarks.killable import CHECKOUT, Installed
from benchmarks.killed_count import Asked, Count, count
from benchmarks.killed_people import PAUSE, Person, Told
from peeraudit.audit.audit import State
from peeraudit.audit.facts import Facts
from peeraudit.audit.promise import GRACE, GroupMode, GroupPromise, Promise
from peeraudit.audit.team import Team
from peeraudit.instrument.definition import AgreementItem, Form, Instrument, Mode
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.library import load
from peeraudit.instrument.wording import LocalWords
from peeraudit.operations.create_audit import Plan, create_audit
from peeraudit.operations.destroy_keys import has_keys_left
from peeraudit.operations.drafts import start_afresh
from peeraudit.operations.installation import Installation, open_installation
from peeraudit.operations.issue_codes import issue_codes
from peeraudit.operations.launch_audit import launch_audit
from peeraudit.operations.open_audit import open_audit
from peeraudit.sealing.codes import new_return_word
from peeraudit.settings import Settings
from tests.integration.postgresql import new_database, postgresql_server

GROUP = Group.MANAGER
PEOPLE = 10
"""Of one audit: as many as can be shown exactly, at the highest floor."""

FLOOR = 11
AT_ONCE = 5
"""People who answer at the same moment."""

PATIENCE = 180
"""Seconds in which everything has to be opened, and again to be closed."""

SEED = 20260302

AUDITS = 50

WINDOW = 4.0
"""How long an audit is open, in times that the website takes to start; twice as long
for the next where that was too short for somebody."""


@dataclass(frozen=True)
class Killed:
    """What was counted after so many kills."""

    count: Count
    websites: int
    workers: int


def measure() -> Iterator[str]:
    """Kill both during 500 submissions and 50 closings, on each database."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'peeraudit.sqlite3'}"
        yield _line("SQLite", run(url, Path(folder), AUDITS))
    with (
        postgresql_server() as server,
        new_database(server) as url,
        tempfile.TemporaryDirectory() as folder,
    ):
        yield _line("PostgreSQL", run(url, Path(folder), AUDITS))


def _line(database: str, killed: Killed) -> str:
    """Say what was counted."""
    found = killed.count
    return (
        f"{database}, its website killed {killed.websites} times and its worker "
        f"{killed.workers} times: {found.thanked} people were thanked, and "
        f"{found.lost} of them lost (0); {found.twice + found.unsent} counted twice or "
        f"without having sent anything (0); {found.released} of {found.audits} audits "
        f"released once; {len(found.left)} rows or keys left behind (0)"
    )


def run(url: str, folder: Path, audits: int, seed: int = SEED) -> Killed:
    """Answer and close audits while everything is killed; count the answers."""
    environment = {
        "DATABASE_URL": url,
        "PEERAUDIT_VAR": str(folder / "var"),
        "KEYS_DIR": str(folder / "keys"),
        "WEB_KEYS_DIR": str(folder / "web-keys"),
        "SECRET_KEY": "benchmark",
    }
    installation = open_installation(Settings.from_environment(environment))
    rng = Random(seed)  # noqa: S311  # it keeps nothing secret
    with Installed(environment, rng).running() as installed:

        def answer(number: int) -> list[Asked]:
            return list(_answered(installation, number, installed))

        with ThreadPoolExecutor(AT_ONCE) as crowd:
            teams = list(crowd.map(answer, range(audits)))
        asked = [each for team in teams for each in team]
        _wait(lambda: all(_is_over(installation, each.audit) for each in asked))
    counted = count(installation, asked)
    installation.database.engine.dispose()
    return Killed(counted, installed.website.kills, installed.worker.kills)


@cache
def _instrument() -> Instrument:
    """Return what is asked."""
    return load(CHECKOUT / "instruments/role-adoption")


def _answered(
    installation: Installation, number: int, site: Installed
) -> Iterator[Asked]:
    """Let a team answer; once more, as another team, if anybody came too late."""
    window = WINDOW * site.start_seconds
    while True:
        over = datetime.now(UTC) + timedelta(seconds=window)
        audit = _opened(installation, f"Team {number}, {window:.1f} seconds", over)
        asked = Asked(audit, list(_people(installation, audit, over)))
        for person in asked.people:
            person.submit(site)
        yield asked
        if all(person.told is Told.THANKED for person in asked.people):
            return
        window *= 2


def _opened(installation: Installation, team: str, over: datetime) -> str:
    """Open an audit whose grace hour ends at a moment."""
    people = GroupPromise(GROUP, PEOPLE, GroupMode.ATTRIBUTED)
    plan = Plan(
        Team("Benchmark", LocalWords(team)),
        _instrument(),
        Mode.IN_POST,
        Form.CORE,
        Promise(FLOOR, over - GRACE, (people,)),
        Facts(),
    )
    audit = create_audit(installation, plan).id
    launch_audit(installation, audit)
    open_audit(installation, audit, at=datetime.now(UTC))
    return audit


def _people(installation: Installation, audit: str, over: datetime) -> Iterator[Person]:
    """Let everyone of an audit begin before it closes, each at one question."""
    codes: list[str] = []
    issue_codes(installation, audit, GROUP, deliver=codes.extend)
    for code, item in zip(codes, _items(), strict=True):
        word = new_return_word()
        start_afresh(installation, code, word, at=over - 2 * GRACE)
        yield Person(code, word, item)


def _items() -> Sequence[str]:
    """Return as many questions as there are people, of those that are shown exactly."""
    named = _instrument().named_by_rules
    shown = [
        item.id
        for item in _instrument().asked(GROUP, Form.CORE)
        if isinstance(item, AgreementItem) and item.id in named
    ]
    return shown[:PEOPLE]


def _is_over(installation: Installation, audit: str) -> bool:
    """Say whether an audit is released, and its keys are gone."""
    found = installation.audit(audit)
    return found.state is State.RELEASED and not has_keys_left(installation, found)


def _wait(is_so: Callable[[], bool]) -> None:
    """Wait until something is so."""
    give_up = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > give_up:
            raise TimeoutError("the worker did not come to it")
        time.sleep(PAUSE)
