"""The readers' versions at the report address: open and closed as the report is."""

from datetime import timedelta

import pytest

from peeraudit.operations.close_audit import close_audit
from peeraudit.operations.make_documents import Document, make_documents
from peeraudit.operations.read_report import set_report_open
from peeraudit.report.versions import Version
from tests.integration.web.visiting import Person
from tests.journeys.site import CLOSES, Site

LINKS = {
    Version.SUMMARY: "on one page, for everyone",
    Version.BOARD_PAPER: "a paper for the board",
}


@pytest.mark.parametrize("version", Version)
def test_a_version_is_shown_when_the_report_is_and_only_then(
    site: Site, person: Person, version: Version
) -> None:
    address = f"{site.report}/{version}"
    assert "is not ready yet" in person.open(address).heading
    close_audit(site.installation, site.audit, at=CLOSES + timedelta(hours=1))
    assert person.open(site.report).link(LINKS[version]) == address
    page = person.open(address)
    assert page.heading == f"Role adoption audit, {version.called}: Harbour team"
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert page.headers["Cache-Control"] == "no-store"
    set_report_open(site.installation, site.audit, is_open=False)
    page = person.open(address, status=403)
    assert page.heading == "This report is not open to read"


def test_their_pdfs_are_there_once_the_worker_has_made_them(
    site: Site, person: Person
) -> None:
    close_audit(site.installation, site.audit, at=CLOSES + timedelta(hours=1))
    for version in Version:
        person.open(f"{site.report}/{version.file}", status=404)
        assert "PDF" not in person.open(f"{site.report}/{version}").words
    kinds = (None, *Version)
    made = list(make_documents(site.installation))
    assert made == [Document(site.audit, each) for each in kinds]
    assert list(make_documents(site.installation)) == []
    for version in Version:
        page = person.open(f"{site.report}/{version}")
        answer = person.client.get(page.link("Download this as a PDF"))
        assert answer.mimetype == "application/pdf"
        assert answer.data.startswith(b"%PDF-")
        assert version.file in answer.headers["Content-Disposition"]
    set_report_open(site.installation, site.audit, is_open=False)
    for version in Version:
        person.open(f"{site.report}/{version.file}", status=404)
