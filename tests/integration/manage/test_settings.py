"""Settings: what the organisation says of itself, and where it shows."""

from collections.abc import Mapping
from io import BytesIO

import pytest
from PIL import Image

from peeraudit.account.roles import Membership, Role
from peeraudit.audit.organisation import Organisation
from peeraudit.operations.acting import NotAllowed
from peeraudit.operations.close_audit import close_audit
from peeraudit.operations.organisation import (
    change_organisation,
    keep_logo,
    read_logo,
    read_organisation,
    remove_logo,
)
from peeraudit.operations.take_role import take_role
from tests.integration.manage.managing import Join, Manager, team_of
from tests.integration.web.visiting import Page, Person
from tests.journeys.site import CLOSES, SUPPORT, Site

WORDS = {
    "name": "Seaside NHS Trust",
    "speak_up": "Our Guardian: 020 7946 0001\n\nOr write to them.",
    "occupational_health": "Occupational health: 020 7946 0002",
    "crisis_lines": "Our crisis line, day and night: 020 7946 0003",
    "contact_email": "audit@trust.example",
    "data_protection": "Data protection officer: 020 7946 0004",
}


def picture(colour: str = "#ffffff") -> bytes:
    written = BytesIO()
    Image.new("RGB", (120, 60), colour).save(written, format="PNG")
    return written.getvalue()


def save(manager: Manager, status: int = 200, **changes: str) -> Page:
    """Fill the form in and save it, from the page as it was opened."""
    return manager.choose({**WORDS, **changes}, "Save", status)


def upload(manager: Manager, content: bytes, status: int = 200) -> Page:
    """Choose a file as the logo."""
    form, _ = manager.page.form_with("Use this logo")
    sent = {**manager.filled(form), "file": (BytesIO(content), "logo.png")}
    return manager.send(form.attrib["action"], sent, status)


def picture_of(page: Page) -> Mapping[str, str] | None:
    """The picture in the header of a page."""
    return next((each.attrib for each in page.tree.iter("img")), None)


def test_what_is_saved_shows_on_the_support_page(site: Site, first: Manager) -> None:
    first.open("/manage/settings")
    assert "Saved" in save(first).words
    page = Person(site).open("/support")
    for said in (SUPPORT, *WORDS["speak_up"].split("\n\n"), *WORDS.values()):
        assert " ".join(said.split()) in page.words
    assert page.link("audit@trust.example") == "mailto:audit@trust.example"
    assert "Samaritans: 116 123" in page.words
    assert "Seaside NHS Trust runs this site." in page.words


def test_what_is_not_set_leaves_no_empty_heading(site: Site) -> None:
    words = Person(site).open("/support").words
    assert "unwell" not in words
    assert "Questions about" not in words
    assert "runs this site" not in words


def test_words_are_words_and_never_markup(site: Site, first: Manager) -> None:
    first.open("/manage/settings")
    evil = "<script>alert(1)</script>"
    save(first, name=evil, speak_up=evil, crisis_lines=evil)
    page = Person(site).open("/support")
    assert page.words.count(evil) >= 4
    assert list(page.tree.iter("script")) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"name": "x" * 201}, "at most 200 characters"),
        ({"speak_up": "x" * 1_001}, "at most 1,000 characters"),
        ({"contact_email": "nobody"}, "Enter an e-mail address"),
        ({"contact_email": "a@b.example?bcc=c"}, "Enter an e-mail address"),
    ],
)
def test_what_will_not_do_is_named_and_nothing_is_lost(
    site: Site, first: Manager, changes: dict[str, str], said: str
) -> None:
    first.open("/manage/settings")
    page = save(first, 400, **changes)
    assert page.title.startswith("Error: ")
    assert said in page.words
    assert WORDS["crisis_lines"] in page.words
    assert read_organisation(site.installation).organisation == Organisation()


def test_what_was_pasted_loses_signs_that_nobody_sees(
    site: Site, first: Manager
) -> None:
    first.open("/manage/settings")
    save(first, speak_up=" One\r\nTwo\x0bThree\x07\x1b ")
    kept = read_organisation(site.installation).organisation.speak_up
    assert kept == "One\nTwo\nThree"


def test_two_who_change_it_at_once_lose_nothing(site: Site, first: Manager) -> None:
    first.open("/manage/settings")
    other = Manager(site, secret=first.secret)
    other.sign_in(to="/manage/settings")
    save(other, speak_up="What the other one typed")
    page = save(first, 409)
    assert "Somebody else has changed these settings just now" in page.words
    assert "What the other one typed" in page.words
    assert "Our Guardian: 020 7946 0001" in page.words
    assert "What the other one typed" in Person(site).open("/support").words
    save(first)
    assert "Our Guardian: 020 7946 0001" in Person(site).open("/support").words


@pytest.mark.parametrize("role", [Role.TEAM_MANAGER, Role.FACILITATOR])
def test_only_who_may_change_settings_sees_them(
    site: Site, join: Join, role: Role
) -> None:
    manager = join(role, team_of(site))
    assert "Settings" not in manager.open("/manage").words
    manager.open("/manage/settings", status=404)
    mark = read_organisation(site.installation).mark
    by = manager.account
    with pytest.raises(NotAllowed):
        change_organisation(site.installation, by, Organisation("x"), mark=mark)
    with pytest.raises(NotAllowed):
        keep_logo(site.installation, by, picture())
    with pytest.raises(NotAllowed):
        remove_logo(site.installation, by)


def test_whoever_lost_the_role_a_moment_ago_changes_nothing(
    site: Site, first: Manager, join: Join
) -> None:
    administrator = join(Role.IT_ADMINISTRATOR).account
    held = Membership(Role.IT_ADMINISTRATOR)
    take_role(site.installation, first.account, administrator.id, held)
    mark = read_organisation(site.installation).mark
    with pytest.raises(NotAllowed):
        change_organisation(
            site.installation, administrator, Organisation("x"), mark=mark
        )


def test_a_logo_stands_beside_the_name_it_belongs_to(
    site: Site, first: Manager
) -> None:
    first.open("/manage/settings")
    save(first)
    upload(first, picture())
    person = Person(site)
    header = picture_of(person.open("/support"))
    assert header
    response = person.client.get(header["src"])
    assert response.mimetype == "image/png"
    assert "immutable" in response.headers["Cache-Control"]
    assert "Set-Cookie" not in response.headers
    kept = read_logo(site.installation)
    assert kept
    assert response.data == kept.png
    assert picture_of(person.open(f"/a/{site.code()}")) == header
    manage = picture_of(first.open("/manage"))
    assert manage
    assert manage["alt"] == "Seaside NHS Trust"


def test_a_partners_audit_does_not_get_the_logo(site: Site, first: Manager) -> None:
    first.open("/manage/settings")
    save(first, name="Another organisation")
    upload(first, picture())
    person = Person(site)
    assert picture_of(person.open("/"))
    page = person.open(f"/a/{site.code()}")
    assert "Seaside NHS Trust" in page.words
    assert picture_of(page) is None


def test_a_release_keeps_the_name_it_was_launched_with(
    site: Site, first: Manager
) -> None:
    first.open("/manage/settings")
    save(first, name="A trust that has merged")
    close_audit(site.installation, site.audit, at=CLOSES.replace(hour=18))
    site.clock.now = CLOSES.replace(hour=18)
    page = Person(site).open(site.report)
    assert "Seaside NHS Trust" in page.words
    assert "A trust that has merged runs this site." in page.words


def test_a_logo_is_exchanged_and_taken_away(site: Site, first: Manager) -> None:
    first.open("/manage/settings")
    save(first)
    upload(first, picture())
    person = Person(site)
    old = picture_of(person.open("/"))
    upload(first, picture("#00ff00"))
    new = picture_of(person.open("/"))
    assert old
    assert new
    assert old["src"] != new["src"]
    person.open(old["src"], status=404)
    first.press("Take the logo away")
    assert picture_of(person.open("/")) is None
    person.open(new["src"], status=404)


def test_a_logo_never_stands_alone(site: Site, first: Manager) -> None:
    first.open("/manage/settings")
    page = upload(first, picture(), 400)
    assert "Save the name of your organisation first" in page.words
    save(first)
    upload(first, picture())
    page = save(first, 400, name="")
    assert "Take the logo away before you take the name away" in page.words
    assert read_logo(site.installation)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Choose a picture"),
        (b"<svg/>", "in the format PNG"),
        (picture() + b"x" * 200_000, "at most 200 kB"),
    ],
    ids=["nothing", "svg", "heavy"],
)
def test_what_is_no_logo_is_named(
    site: Site, first: Manager, content: bytes, said: str
) -> None:
    first.open("/manage/settings")
    save(first)
    page = upload(first, content, 400)
    assert page.title.startswith("Error: ")
    assert said in page.words
    assert read_logo(site.installation) is None


def test_only_the_page_for_a_logo_takes_a_body_of_that_size(
    site: Site, first: Manager
) -> None:
    first.open("/manage/settings")
    save(first)
    first.send("/manage/settings", {"name": "x" * 100_000}, status=413)
    first.open("/manage/settings")
    upload(first, picture() + b"x" * 300_000, 413)
    assert read_logo(site.installation) is None
