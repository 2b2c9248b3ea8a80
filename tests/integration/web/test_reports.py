"""The report address: when to come back, then the report, or that it is closed."""

from datetime import timedelta
from gzip import decompress

import pytest

from peeraudit.operations.close_audit import close_audit
from peeraudit.operations.make_documents import Document, make_documents
from peeraudit.operations.read_report import set_report_open
from peeraudit.release.release import from_json
from peeraudit.release.verify import verify
from tests.integration.web.visiting import Person
from tests.journeys.site import CLOSES, Site


def test_before_the_release_it_says_when_to_come_back(
    site: Site, person: Person
) -> None:
    page = person.open(site.report)
    assert page.heading == "The report on Harbour team is not ready yet"
    assert "Come back soon after 6pm on Friday 20 March 2026." in page.words


def test_after_the_release_it_shows_the_report(site: Site, person: Person) -> None:
    close_audit(site.installation, site.audit, at=CLOSES + timedelta(hours=1))
    page = person.open(site.report)
    assert "Harbour team" in page.heading
    assert person.open(site.report).words == page.words


def test_the_pdf_is_there_once_the_worker_has_made_it(
    site: Site, person: Person
) -> None:
    person.open(f"{site.report}/report.pdf", status=404)
    close_audit(site.installation, site.audit, at=CLOSES + timedelta(hours=1))
    assert "PDF" not in person.open(site.report).words
    assert Document(site.audit, None) in make_documents(site.installation)
    address = person.open(site.report).link("Download this report as a PDF")
    answer = person.client.get(address)
    assert answer.mimetype == "application/pdf"
    assert answer.data.startswith(b"%PDF-")


@pytest.mark.parametrize("name", ["report.xlsx", "report.csv", "release.json"])
def test_the_same_can_be_had_as_data_while_the_report_is_open(
    site: Site, person: Person, name: str
) -> None:
    address = f"{site.report}/{name}"
    person.open(address, status=404)
    close_audit(site.installation, site.audit, at=CLOSES + timedelta(hours=1))
    assert f'href="{address}"' in person.client.get(site.report).text
    answer = person.client.get(address)
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert answer.headers["Cache-Control"] == "no-store"
    set_report_open(site.installation, site.audit, is_open=False)
    person.open(address, status=404)


def test_the_release_at_the_address_holds(site: Site, person: Person) -> None:
    close_audit(site.installation, site.audit, at=CLOSES + timedelta(hours=1))
    release = from_json(person.client.get(f"{site.report}/release.json").text)
    assert verify(release) == ()


def test_a_report_travels_compressed(site: Site, person: Person) -> None:
    close_audit(site.installation, site.audit, at=CLOSES + timedelta(hours=1))
    plain = person.client.get(site.report)
    packed = person.client.get(site.report, headers={"Accept-Encoding": "gzip"})
    assert decompress(packed.data) == plain.data
    assert len(packed.data) < len(plain.data) / 4


def test_the_trust_lead_can_close_it(site: Site, person: Person) -> None:
    set_report_open(site.installation, site.audit, is_open=False)
    page = person.open(site.report, status=403)
    assert page.heading == "This report is not open to read"
    person.open(f"{site.report}/report.pdf", status=404)


def test_an_unknown_address_is_no_page(person: Person) -> None:
    person.open("/r/AAAAAAAAAAAAAAAAAAAAAA", status=404)


def test_a_report_is_found_by_no_search_engine_and_kept_by_no_browser(
    site: Site, person: Person
) -> None:
    headers = person.open(site.report).headers
    assert headers["X-Robots-Tag"] == "noindex, nofollow"
    assert "Set-Cookie" not in headers
