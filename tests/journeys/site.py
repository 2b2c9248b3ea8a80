"""A whole site to visit: an installation with one open audit, and a server for it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from threading import Thread
from typing import ClassVar

from jinja2.bccache import Bucket, BytecodeCache
from werkzeug.serving import WSGIRequestHandler, make_server

from peeraudit.audit.facts import Facts
from peeraudit.audit.promise import GroupMode, GroupPromise, Promise
from peeraudit.audit.team import Team
from peeraudit.instrument.definition import Form, Instrument, Mode
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.library import load
from peeraudit.instrument.wording import LocalWords
from peeraudit.operations.close_audit import close_audit
from peeraudit.operations.create_audit import Plan, create_audit
from peeraudit.operations.installation import Installation, open_installation
from peeraudit.operations.issue_codes import issue_codes
from peeraudit.operations.launch_audit import HandOver, launch_audit
from peeraudit.operations.list_audits import report_address
from peeraudit.operations.open_audit import open_audit
from peeraudit.settings import CHECKOUT, MailServer, Settings, SignOnSettings
from peeraudit.web import create_app
from peeraudit.web.website import Website

OPENS = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
CLOSES = datetime(2026, 3, 20, 17, 0, tzinfo=UTC)

ASKED = {Group.MANAGER: 2, Group.PEER_WORKER: 6, Group.OTHER_STAFF: 8}
SUPPORT = "Call the peer support lead on 020 7946 0000, Monday to Friday."


class Compiled(BytecodeCache):
    """Templates compiled once for all the sites of a test run."""

    kept: ClassVar[dict[str, bytes]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[bucket.key] = bucket.bytecode_to_string()


@cache
def instrument() -> Instrument:
    """What is asked, read once."""
    return load(CHECKOUT / "instruments" / "role-adoption")


@dataclass
class Clock:
    """The time on the site, which only a test moves."""

    now: datetime = OPENS + timedelta(days=1)

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Site:
    """A website with one open audit, and every code of it."""

    app: Website
    installation: Installation
    audit: str
    codes: Mapping[Group, list[str]]
    clock: Clock
    reader: str = ""
    """The code of whoever reads comments first, where there are any."""
    url: str = ""
    """Where it is served, if it is."""

    @property
    def report(self) -> str:
        """The address of the report."""
        return f"/r/{report_address(self.installation, self.audit)}"

    def code(self, group: Group = Group.PEER_WORKER) -> str:
        """A code that nobody had before."""
        return self.codes[group].pop()

    def close(self) -> None:
        """Let the last hour pass, and close the audit."""
        self.clock.now = CLOSES + timedelta(hours=1)
        close_audit(self.installation, self.audit, at=self.clock.now)


@dataclass(frozen=True)
class Team1:
    """Who is asked and how, for a test that wants it otherwise."""

    asked: Mapping[Group, int] = field(default_factory=lambda: ASKED)
    form: Form = Form.CORE
    words: LocalWords = field(default_factory=lambda: LocalWords("Harbour team"))
    modes: Mapping[Group, GroupMode] = field(default_factory=dict)
    pooling: bool = False
    comments_read_by: str = ""
    shared: frozenset[Group] = frozenset()
    """Groups that start from one link."""

    @property
    def promise(self) -> Promise:
        """What everyone of the team is promised."""
        groups = tuple(
            GroupPromise(
                group,
                n,
                self.modes.get(group, GroupMode.ANONYMOUS),
                shared_link=group in self.shared,
            )
            for group, n in self.asked.items()
        )
        return Promise(5, CLOSES, groups, self.pooling, self.comments_read_by)


SMALL = Team1(
    asked={Group.MANAGER: 2, Group.PEER_WORKER: 3, Group.OTHER_STAFF: 12},
    words=LocalWords("Quayside team"),
    modes={
        Group.MANAGER: GroupMode.ATTRIBUTED,
        Group.PEER_WORKER: GroupMode.JOINT_SHEET,
    },
    pooling=True,
    comments_read_by="The lead for peer support in another service",
)
"""A team with small groups, where everything is asked that an audit can ask."""


def make_site(
    folder: Path,
    database_url: str = "",
    team: Team1 | None = None,
    mail: MailServer | None = None,
    *,
    url: str = "",
    sign_on: SignOnSettings | None = None,
    with_codes: bool = True,
) -> Site:
    """Open an installation and an audit in it."""
    team = team or Team1()
    settings = Settings(
        database_url=database_url or f"sqlite:///{folder / 'peeraudit.sqlite3'}",
        web_keys=folder / "web-keys",
        keys=folder / "keys",
        secret_key="signs the cookies of a test",  # noqa: S106 # and nothing else
        support=SUPPORT,
        site_url=mail.site_url if mail else url,
        sign_on=sign_on,
        mail=mail,
    )
    installation = open_installation(settings)
    clock = Clock()
    reader: list[str] = []
    audit = begin(installation, team, hand_over=reader.append)
    codes: dict[Group, list[str]] = {group: [] for group in team.asked}
    for group, held in codes.items() if with_codes else ():
        if group in team.shared:
            continue
        issue_codes(installation, audit, group, deliver=held.extend)
    app = create_app(installation, settings, now=clock)
    app.jinja_env.bytecode_cache = Compiled()
    return Site(app, installation, audit, codes, clock, "".join(reader))


def begin(
    installation: Installation, team: Team1, *, hand_over: HandOver | None = None
) -> str:
    """Take an audit as far as people can answer."""
    plan = Plan(
        Team("Seaside NHS Trust", team.words),
        instrument(),
        Mode.IN_POST,
        team.form,
        team.promise,
        Facts(),
    )
    audit = create_audit(installation, plan).id
    launch_audit(installation, audit, hand_over=hand_over)
    open_audit(installation, audit, at=OPENS)
    return audit


POLL_SECONDS = 0.02
"""How long a server takes to see that it is to stop: each test waits for it."""


class Quiet(WSGIRequestHandler):
    """A server that keeps no log."""

    def log(self, *_: object) -> None:
        pass


@contextmanager
def served(site: Site, port: int = 0) -> Iterator[Site]:
    """Serve a site on a free port, or on one of choice."""
    server = make_server(
        "127.0.0.1", port, site.app, threaded=True, request_handler=Quiet
    )
    site.url = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, args=[POLL_SECONDS], daemon=True)
    thread.start()
    yield site
    server.shutdown()
    thread.join()
    server.server_close()
    site.installation.database.engine.dispose()
