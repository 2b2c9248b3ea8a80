"""Comments are read with one code, by one person, and no page tells more."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import update

from peeraudit.instrument.frozen import Group
from peeraudit.response.responses import Scope
from peeraudit.sealing.codes import fingerprint, new_code
from peeraudit.storage.tables import AuditRow
from tests.integration.web.visiting import Person
from tests.journeys.others import all_alike, answer
from tests.journeys.site import SMALL, Site, make_site


@pytest.fixture
def site(tmp_path: Path, database_url: str) -> Iterator[Site]:
    """A website with an audit that has closed, and one comment."""
    made = make_site(tmp_path, database_url, SMALL)
    staff = made.codes[Group.OTHER_STAFF]
    said = all_alike(made.installation, staff[0])
    answer(
        made.installation, staff[:1], said | {"comment": "Kay did."}, Scope.THIS_TEAM
    )
    answer(made.installation, staff[1:], said, Scope.THIS_TEAM)
    made.close()
    yield made
    made.installation.database.engine.dispose()


def test_another_code_opens_nothing_typed_or_followed(person: Person) -> None:
    person.open("/comments")
    page = person.press("Continue", status=400, code=new_code())
    assert page.title.startswith("Error: Read comments")
    assert page.link("This code opens no comments: check each letter") == "#code"
    for code in (new_code(), "not-a-code"):
        assert (
            "That code opens no comments." in person.open(f"/comments/a/{code}").words
        )
    for address in ("/comments/read", "/comments/publish"):
        assert person.open(address).path == "/comments"


def test_a_readers_code_in_the_wrong_box_is_led_to_the_right_one(
    site: Site, person: Person
) -> None:
    page = person.open(f"/a/{site.reader}", status=404)
    assert page.link("type it on the page for that") == "/comments"


def test_a_comment_that_was_left_out_can_be_taken_up_again(
    site: Site, person: Person
) -> None:
    person.open(f"/comments/a/{site.reader}")
    person.follow("Read the next comment")
    page = person.press("Leave this comment out")
    assert "Left out" in page.words
    assert person.follow("See how").heading == "Publish the report without comments?"
    page = person.open(person.open("/comments/read").link("Comment 1"))
    (text,) = page.tree.iter("textarea")
    assert text.text == "Kay did."
    assert "You have left this comment out." in page.words
    assert "Kept in part" in person.press("Keep what is left", left="did.").words


def test_a_reader_whom_another_site_leads_out_can_stay(
    site: Site, person: Person
) -> None:
    elsewhere = {"Sec-Fetch-Site": "cross-site"}
    for begin, stay in (("/", "/"), (f"/comments/a/{site.reader}", "/comments/read")):
        person.open(begin)
        asked = person.client.get("/leave", headers=elsewhere)
        assert f'href="{stay}">Stay' in asked.text
    assert person.open("/comments").path == "/comments/read"


def test_a_reader_who_leaves_is_told_what_is_kept(site: Site, person: Person) -> None:
    person.open(f"/comments/a/{site.reader}")
    page = person.follow("Leave")
    assert "What you decided on a comment is kept." in page.words
    assert page.link("Type the code of a reader") == "/comments"
    assert "return word" not in page.words


def test_a_reader_whose_code_fits_no_more_is_told_whom_to_tell(
    site: Site, person: Person
) -> None:
    other = new_code()
    with site.installation.database.transaction() as connection:
        connection.execute(update(AuditRow).values(reader=fingerprint(other)))
    page = person.open(f"/comments/a/{other}", status=409)
    assert page.heading == "These comments do not open"
    assert "Kay did." not in page.words
