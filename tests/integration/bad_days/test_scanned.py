"""A mail scanner opens every link, as GET and as HEAD: nothing is spent or changed."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from peeraudit.account.roles import Account, Membership, Role
from peeraudit.instrument.frozen import Group
from peeraudit.operations.accept_invitation import accept
from peeraudit.operations.first_account import first_token
from peeraudit.operations.invite import Offer, invite
from peeraudit.operations.new_password import offer_password
from tests.integration.bad_days.twin import twin
from tests.integration.manage.drafting import Drafting
from tests.integration.manage.managing import PASSWORD, Manager
from tests.integration.web.visiting import Person
from tests.journeys.site import SMALL, Site, make_site

# What a page changes is the same in every database.
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

PART = re.compile(r"<(?:\w+:)?(\w+)>")
SEEN = {"manager_session"}
"""Says when somebody who is signed in was seen last."""


@pytest.fixture
def site(tmp_path: Path, database_url: str) -> Iterator[Site]:
    """A website with an audit in which everything is asked."""
    made = make_site(tmp_path, database_url, replace(SMALL, pooling=False))
    yield made
    made.installation.database.engine.dispose()


def everything(site: Site, folder: Path) -> dict[str, object]:
    """All rows but of who was seen when, and all keys."""
    engine = site.installation.database.engine
    tables = set(inspect(engine).get_table_names()) - SEEN
    with engine.connect() as connection:
        rows: dict[str, object] = {
            name: sorted(map(repr, connection.execute(text(f"SELECT * FROM {name}"))))  # noqa: S608
            for name in sorted(tables)
        }
    keys = {file.name: file.read_bytes() for file in folder.glob("*keys/*")}
    return rows | {"keys": keys}


def addresses(site: Site, parts: dict[str, str]) -> Iterator[str]:
    """Every address that can be opened, its parts filled in."""
    for rule in site.app.url_map.iter_rules():
        if "GET" in (rule.methods or ()):
            filled = dict(parts)
            if rule.rule.startswith("/comments"):
                filled["code"] = site.reader
            if rule.rule.startswith("/manage/new-password"):
                filled["token"] = parts["choose"]
            path = rule.rule
            for part in PART.finditer(rule.rule):
                # One that is not known yet fails here: say what stands for it.
                path = path.replace(part[0], filled[part[1]])
            yield path


def invited(site: Site, by: Account, team: str, email: str) -> str:
    """The token of an invitation."""
    offer = Offer(email, Membership(Role.TEAM_MANAGER, team))
    return invite(site.installation, by, offer, at=site.clock())


def who_forgot(site: Site, by: Account, team: str) -> tuple[str, str]:
    """Somebody's account, and the token with which they choose another password."""
    here, at = site.installation, site.clock()
    token = invited(site, by, team, "other@trust.example")
    other = accept(here, token, "Somebody", PASSWORD, at=at).id
    return other, offer_password(here, by, other, at=at)


def scan(
    person: Person, paths: list[str], methods: tuple[str, ...] = ("GET",)
) -> dict[str, int]:
    """Open each address as a scanner with the cookies of somebody."""
    opened: dict[str, int] = {}
    for path in paths:
        for method in methods:
            response = twin(person).open(path, method=method, follow_redirects=True)
            response.close()
            opened[path] = response.status_code
    return opened


@pytest.fixture
def parts(site: Site, first: Manager) -> dict[str, str]:
    """What stands in the addresses that people are sent and shown."""
    draft = Drafting.begin(first)
    draft.promise()
    team = draft.address.split("/")[3]
    person, link = who_forgot(site, first.account, team)
    return {
        "code": site.code(Group.OTHER_STAFF),
        "token": invited(site, first.account, team, "new@trust.example"),
        "choose": link,
        "address": site.report.removeprefix("/r/"),
        "team": team,
        "audit": draft.audit,
        "topic": "numbers",
        "action": "0" * 16,
        "practice": "PR1",
        "rule": "F01",
        "person": person,
        "digest": "0" * 64,
        "link": site.code(Group.OTHER_STAFF),  # shared ones: test_shared_link.py
        "group": "other_staff",
        "slug": "rc-1",
        "comment": "00",
        "name": "role-adoption",
        "instrument": "role-adoption",
        "form": "core",
        "filename": "app.css",
        "fact": "role",
        "view": "00",
    }


def test_whatever_is_opened_by_whomever_nothing_changes(
    site: Site, first: Manager, parts: dict[str, str], tmp_path: Path
) -> None:
    answering, reading = Person(site), Person(site)
    answering.begin(site.code(Group.OTHER_STAFF))
    reading.open(f"/comments/a/{site.reader}")
    paths = list(addresses(site, parts))
    before = everything(site, tmp_path)
    opened = scan(Person(site), paths, ("HEAD", "GET"))
    assert max(opened.values()) < 500, opened
    assert everything(site, tmp_path) == before
    for who in (answering, reading, first):
        # Files are the same to everybody, and take long to make.
        opened |= scan(who, [path for path in paths if not path.endswith(".pdf")])
        assert max(opened.values()) < 500, opened
        assert everything(site, tmp_path) == before
    assert opened[f"/a/{parts['code']}"] == 200
    assert opened[f"/manage/invitation/{parts['token']}"] == 200
    assert opened[f"/manage/new-password/{parts['choose']}"] == 200
    assert Person(site).begin(parts["code"]).path == "/answer/rc-1"


def test_the_first_account_is_still_to_be_made(site: Site, tmp_path: Path) -> None:
    token = first_token(site.installation)
    before = everything(site, tmp_path)
    opened = scan(Person(site), [f"/manage/first/{token}"], ("HEAD", "GET"))
    assert set(opened.values()) == {200}
    assert everything(site, tmp_path) == before
    assert Manager(site).open(f"/manage/first/{token}").status == 200
