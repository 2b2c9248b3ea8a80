"""What the site keeps to itself: in logs, in cookies, in tracebacks."""

import logging
from pathlib import Path
from shutil import rmtree

import pytest

from peeraudit.storage.database import connect
from peeraudit.web import arrival
from tests.integration.web.visiting import Person
from tests.journeys.site import Site


def test_no_log_tells_an_address_a_code_or_an_answer(
    site: Site, person: Person, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    code = site.code()
    person.begin(code)
    person.press("Continue", RC1="4")
    person.send("/answer/rc-1", {"csrf_token": "wrong"}, status=400)
    person.open("/nothing-at-all", status=404)
    person.open("/answer/check")
    person.press("Submit my answers")
    for secret in (code, "127.0.0.1", "/answer", "nothing-at-all", "RC1", "rc-1"):
        assert secret not in caplog.text


def test_the_unexpected_is_logged_by_kind_and_place_alone(
    site: Site,
    person: Person,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    person.begin(site.code())

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("with an answer in its words")

    monkeypatch.setattr(arrival, "keep_draft", fail)
    page = person.press("Continue", RC1="4", status=500)
    assert page.heading == "Something went wrong on our side"
    (line,) = caplog.messages
    assert line.startswith("unexpected RuntimeError at peeraudit.web.arrival:")
    assert "an answer" not in caplog.text
    assert "Traceback" not in caplog.text


def test_a_database_that_is_gone_gets_a_page_that_says_wait(
    site: Site,
    person: Person,
    caplog: pytest.LogCaptureFixture,
) -> None:
    code, there = site.code(), site.installation.database
    gone = {
        "sqlite": "sqlite:////nowhere/at-all.sqlite3",
        "postgresql": "postgresql+psycopg://127.0.0.1:1/nowhere",
    }
    person.begin(code)
    nowhere = connect(gone[there.engine.dialect.name])
    object.__setattr__(site.installation, "database", nowhere)
    page = person.press("Continue", RC1="4", status=503)
    assert page.heading == "PeerAudit cannot be reached just now"
    assert caplog.messages == ["out of reach: OperationalError"]
    object.__setattr__(site.installation, "database", there)
    assert person.open("/answer/rc-1").checked() == {}


def test_a_draft_key_that_is_gone_gets_the_same_page(
    site: Site, person: Person, tmp_path: Path
) -> None:
    person.begin(site.code())
    rmtree(tmp_path / "web-keys")
    person.press("Continue", RC1="4", status=503)


def test_the_code_leaves_the_address_at_once(site: Site) -> None:
    response = site.app.test_client().get(f"/a/{site.code()}")
    assert response.status_code == 303
    assert response.headers["Location"] == "/answer"
    assert response.headers["Referrer-Policy"] == "no-referrer"


def test_the_cookie_lasts_as_long_as_the_browser_and_no_script_reads_it(
    site: Site,
) -> None:
    client = site.app.test_client()
    cookie = client.get(f"/a/{site.code()}").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Expires" not in cookie
    assert "Max-Age" not in cookie
    assert "Secure" not in cookie, "a machine that tries it out has no certificate"
    away = client.get(f"/a/{site.code()}", base_url="http://audit.example.org")
    assert "Secure" in away.headers["Set-Cookie"]


def test_a_cookie_is_written_once_not_on_every_page(site: Site, person: Person) -> None:
    person.begin(site.code())
    person.press("Continue", RC1="4")
    assert "Set-Cookie" not in person.page.headers


def test_where_the_address_of_the_site_is_set_a_host_decides_nothing(
    site: Site,
) -> None:
    site.app.config["SITE_URL"] = "https://audit.example.nhs.uk"
    for host in ("127.0.0.1:5000", "evil.example"):
        answer = site.app.test_client().get(f"/a/{site.code()}", headers={"Host": host})
        assert "; Secure;" in answer.headers["Set-Cookie"]
