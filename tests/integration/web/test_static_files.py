"""What is served beside the pages: small, compressed, kept long, and all our own."""

import re
from gzip import decompress

from werkzeug.test import TestResponse

from peeraudit.web.website import STATIC
from tests.integration.web.visiting import Person
from tests.journeys.site import Site

FIRST_VISIT = 60_000
"""Bytes over the wire, for the first page on a phone with an empty cache."""


def fetch(person: Person, address: str, *, gzip: bool) -> TestResponse:
    """Load a file as a browser does."""
    headers = {"Accept-Encoding": "gzip"} if gzip else {}
    answer = person.client.get(address, headers=headers, buffered=True)
    assert answer.status_code == 200
    return answer


def test_the_first_visit_is_small(site: Site, person: Person) -> None:
    page = person.open(f"/a/{site.code()}")
    files = [each.attrib["href"] for each in page.tree.iter("link")]
    size = sum(len(fetch(person, file, gzip=True).data) for file in files)
    assert size + len(person.client.get("/answer").data) < FIRST_VISIT


def test_a_file_is_kept_for_a_year_under_an_address_of_its_version(
    person: Person,
) -> None:
    for each in person.open("/").tree.iter("link"):
        assert "?v=" in each.attrib["href"]
        answer = fetch(person, each.attrib["href"], gzip=True)
        assert answer.headers["Cache-Control"] == "public, max-age=31536000"


def test_a_browser_that_takes_no_gzip_gets_the_same_file(person: Person) -> None:
    file = "/assets/vendor/nhsuk-frontend.min.css"
    plain, packed = fetch(person, file, gzip=False), fetch(person, file, gzip=True)
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert plain.data == decompress(packed.data)
    assert plain.mimetype == packed.mimetype == "text/css"
    assert "Accept-Encoding" in plain.headers["Vary"]


def test_no_style_or_script_of_ours_asks_another_host() -> None:
    for file in (*STATIC.glob("*.css"), *STATIC.glob("vendor/*.css")):
        addresses = re.findall(r"url\(([^)]*)\)", file.read_text(encoding="utf-8"))
        assert [each for each in addresses if not each.startswith("/assets/")] == []
