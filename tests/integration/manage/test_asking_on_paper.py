"""Asking on paper: codes that open nothing before they are handed over, and once."""

from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from peeraudit.audit.promise import GroupMode
from peeraudit.instrument.frozen import Group
from peeraudit.operations.do_what_is_due import do_what_is_due
from peeraudit.operations.drafts import Kept, keep_draft
from peeraudit.operations.paper_codes import draw_up, hold
from peeraudit.operations.submit_response import Submission, submit_response
from peeraudit.sealing.codes import new_return_word
from peeraudit.storage import codes as kept_codes
from peeraudit.storage.tables import SettingRow
from tests.integration.manage.managing import Manager
from tests.integration.web.visiting import Person
from tests.journeys.site import CLOSES, Site, Team1, make_site

PW, MG = Group.PEER_WORKER, Group.MANAGER
SMALL = Team1(
    asked={MG: 1, PW: 3},
    modes={MG: GroupMode.ATTRIBUTED, PW: GroupMode.JOINT_SHEET},
)


@pytest.fixture
def site(tmp_path: Path, database_url: str) -> Iterator[Site]:
    """A website without mail, and an audit in which nobody was asked yet."""
    made = make_site(tmp_path, database_url, with_codes=False)
    yield made
    made.installation.database.engine.dispose()


def address(site: Site, rest: str = "") -> str:
    team = site.installation.audit(site.audit).team.id
    return f"/manage/teams/{team}/audits/{site.audit}/ask{rest}"


def make_codes(manager: Manager, group: Group = PW) -> None:
    manager.open(address(manager.site, f"/paper/{group}"))
    manager.press("Make the codes")


def download(manager: Manager, button: str, status: int = 200) -> bytes:
    """Press a button that sends a file; the page stays."""
    form, _ = manager.page.form_with(button)
    response = manager.client.post(form.attrib["action"], data=manager.filled(form))
    assert response.status_code == status, response.status_code
    assert response.headers["Cache-Control"] == "no-store"
    content: bytes = response.data
    return content


def codes_in(listed: bytes) -> list[str]:
    lines = listed.decode().splitlines()
    return [line.split()[0] for line in lines if "/a/" in line]


def answer(site: Site, code: str) -> None:
    here, at, word = site.installation, site.clock(), new_return_word()
    assert isinstance(keep_draft(here, code, word, {"SE4": "2"}, at=at), Kept)
    assert submit_response(here, code, word, at=at) is Submission.ACCEPTED


def any_code_is_left(site: Site) -> bool:
    with site.installation.database.reading() as connection:
        return kept_codes.unused(connection, site.audit, PW) > 0


def settings_about_paper(site: Site) -> int:
    with site.installation.database.reading() as connection:
        query = select(SettingRow).where(SettingRow.name.contains("paper"))
        return len(connection.execute(query).all())


def test_codes_open_once_they_are_downloaded_and_not_before(
    site: Site, first: Manager
) -> None:
    first.open(address(site))
    first.follow("Ask on paper Peer workers")
    assert "Never deal them by name" in first.page.words
    page = first.press("Make the codes")
    assert "6 codes not given out yet" in first.open(address(site)).words
    first.page = page
    codes = codes_in(download(first, "Download a list (text)"))
    assert len(set(codes)) == 6
    person = Person(site)
    assert person.begin(codes[0]).path.startswith("/answer/")
    assert "6 codes on paper" in first.open(address(site)).words


def test_slips_and_list_have_the_same_codes_however_often(
    site: Site, first: Manager
) -> None:
    make_codes(first)
    codes = codes_in(download(first, "Download a list (text)"))
    for _ in range(2):
        pdf = PdfReader(BytesIO(download(first, "Download slips to print (PDF)")))
        printed = " ".join(page.extract_text() for page in pdf.pages)
        assert all(code in printed for code in codes)
        assert "http://localhost/r/" in "".join(printed.split())
    with site.installation.database.reading() as connection:
        found = connection.exec_driver_sql("SELECT count(*) FROM code").scalar_one()
    assert found == 6


def test_printing_again_does_not_tell_that_all_have_answered(
    site: Site, first: Manager
) -> None:
    make_codes(first)
    codes = codes_in(download(first, "Download a list (text)"))
    for code in codes:
        answer(site, code)
    assert codes_in(download(first, "Download a list (text)")) == codes
    assert not any_code_is_left(site)


def test_of_two_who_print_at_once_one_is_told_that_others_were_made(
    site: Site, first: Manager
) -> None:
    make_codes(first)
    slow = first.page
    make_codes(first)
    codes = codes_in(download(first, "Download a list (text)"))
    first.page = slow
    download(first, "Download a list (text)", status=303)
    words = first.open(address(site, "?done=too-late")).words
    assert "do not open anything" in words
    assert Person(site).begin(codes[0]).path.startswith("/answer/")


def test_codes_are_printed_once(site: Site, first: Manager) -> None:
    make_codes(first)
    download(first, "Download a list (text)")
    assert first.open(address(site, f"/paper/{PW}")).path == address(site)
    first.open(address(site, f"/paper/{MG}"))
    assert "There are 2 codes to make" in first.page.words


def test_one_sheet_has_one_code(tmp_path: Path) -> None:
    small = make_site(tmp_path, team=SMALL, with_codes=False)
    manager = Manager.first(small)
    manager.open(address(small, f"/paper/{PW}"))
    assert "one code for all of it" in manager.page.words
    manager.press("Make the codes")
    assert len(codes_in(download(manager, "Download a list (text)"))) == 1
    small.installation.database.engine.dispose()


def test_codes_of_another_group_or_made_up_are_not_taken(
    site: Site, first: Manager
) -> None:
    here = site.installation
    make_codes(first)
    form, _ = first.page.form_with("Download a list (text)")
    action, filled = form.attrib["action"], first.filled(form)
    for wrong in ("", "made up", hold(here, draw_up(here, site.audit, MG))):
        response = first.client.post(action, data={**filled, "held": wrong})
        assert response.status_code == 400
    other = action.replace("peer_worker", "person_using_service")
    assert first.client.post(other, data=filled).status_code == 404


def test_after_the_closing_time_no_code_is_let_in(site: Site, first: Manager) -> None:
    make_codes(first)
    page = first.page
    manager = Manager(site, secret=first.secret)
    site.clock.now = CLOSES
    manager.sign_in()
    manager.open("/manage")
    form, _ = page.form_with("Download a list (text)")
    data = {**manager.filled(form), "csrf_token": manager.token()}
    assert manager.client.post(form.attrib["action"], data=data).status_code == 303
    with site.installation.database.reading() as connection:
        found = connection.exec_driver_sql("SELECT count(*) FROM code").scalar_one()
    assert found == 0


def test_the_page_that_holds_the_codes_does_not_show_them(first: Manager) -> None:
    make_codes(first)
    page = first.page
    codes = codes_in(download(first, "Download a list (text)"))
    held = [str(each.attrib) for each in page.tree.iter("input")]
    assert not any(code in " ".join([page.words, *held]) for code in codes)


def test_a_questionnaire_to_print_has_the_promise_and_no_code(
    site: Site, first: Manager
) -> None:
    first.open(address(site))
    first.follow("Questionnaire to fill in with a pen Peer workers")
    assert "Managers never type" in first.page.words
    link = first.page.link("Download the questionnaire (PDF)")
    response = first.client.get(link)
    assert response.headers["Content-Type"] == "application/pdf"
    pages = PdfReader(BytesIO(response.data)).pages
    printed = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "There are 6 of you. What your group says is shown only if" in printed
    assert "http://localhost" in printed
    first.open(address(site, "/questionnaire/person_using_service"), status=404)


def test_nothing_of_what_was_printed_is_left_after_closing(
    site: Site, first: Manager
) -> None:
    make_codes(first)
    download(first, "Download a list (text)")
    assert settings_about_paper(site) == 1
    do_what_is_due(site.installation, at=CLOSES + timedelta(hours=1))
    assert settings_about_paper(site) == 0
