"""What will this team see? Headcounts in, the answer below, and nothing kept."""

import logging
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.integration.web.visiting import Page, Person
from tests.journeys.site import Site, make_site

ADDRESS = "/what-will-we-see"
HIDDEN = "With 3 peer workers you will see nothing of theirs at floor 5."


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """A website on one database: looking ahead reads nothing from any."""
    made = make_site(tmp_path)
    yield made
    made.installation.database.engine.dispose()


def ask(person: Person, **sent: str) -> Page:
    """Send the form with these values."""
    return person.open(f"{ADDRESS}?{urlencode(sent)}")


def refused(person: Person, **sent: str) -> Page:
    """Send the form with values that cannot be taken."""
    return person.open(f"{ADDRESS}?{urlencode(sent)}", status=400)


def ids_of_faults(page: Page) -> list[str]:
    """Where the lines of the error summary lead."""
    return [
        each.attrib["href"].removeprefix("#")
        for each in page.tree.iter("a")
        if each.attrib.get("href", "").startswith("#")
        and each.attrib["href"] != "#maincontent"
    ]


def test_the_empty_form_has_no_result_and_no_fault(person: Person) -> None:
    page = person.open(ADDRESS)
    assert page.heading == page.title.removesuffix(" - PeerAudit")
    assert "What you will see" not in page.words
    assert "There is a problem" not in page.words
    assert page.checked() == {"instrument": "role-adoption", "floor": "5"}


def test_headcounts_alone_say_what_will_be_seen(person: Person) -> None:
    page = ask(person, manager="6", peer_worker="3", other_staff="12")
    assert f"{HIDDEN} Choose a joint sheet, pooled only, or the guide." in page.words
    assert "You will see their view, in broad bands, if at least 5 of the 6" in (
        page.words
    )
    assert "7 of 29 findings can be told with these groups." in page.words
    assert "People who use the service: not asked" in page.words


def test_only_a_group_that_is_too_small_is_asked_how_it_would_answer(
    person: Person,
) -> None:
    page = ask(person, manager="1", peer_worker="3", other_staff="5")
    offered = page.questions()
    assert offered["manager_mode"] == ["anonymous", "attributed", "pooled_only"]
    assert offered["peer_worker_mode"] == ["anonymous", "joint_sheet", "pooled_only"]
    assert "other_staff_mode" not in offered
    assert "Show it with these choices" in page.words
    assert "Show it with these choices" not in ask(person, manager="9").words


def test_a_joint_sheet_shows_more(person: Person) -> None:
    people = {"manager": "1", "peer_worker": "3", "other_staff": "8"}
    chosen = {"manager_mode": "attributed", "peer_worker_mode": "joint_sheet"}
    page = ask(person, **people, **chosen)
    assert "27 of 29 findings can be told with these groups." in page.words
    assert page.checked()["peer_worker_mode"] == "joint_sheet"


def test_a_mode_that_a_group_of_this_size_cannot_choose_is_not_taken(
    person: Person,
) -> None:
    large = ask(person, peer_worker="9", peer_worker_mode="joint_sheet")
    assert "at least 5 of the 9 answer" in large.words
    small = ask(person, peer_worker="3", peer_worker_mode="attributed")
    assert HIDDEN in small.words
    odd = ask(person, peer_worker="3", peer_worker_mode="<b>")
    assert HIDDEN in odd.words


def test_a_higher_floor_and_another_instrument_are_taken(person: Person) -> None:
    page = ask(person, instrument="readiness", peer_worker="7", floor="8")
    assert "People chosen as peer workers: 7" in page.words
    assert "at floor 8" in page.words
    assert page.link("Open the conversation guide") == "/guide/readiness"
    assert page.checked()["floor"] == "8"


@pytest.mark.parametrize(
    ("sent", "fault", "field"),
    [
        ({"manager": "two"}, "Managers: enter a whole number, like 3", "manager"),
        ({"manager": "-1"}, "Managers: enter a whole number, like 3", "manager"),
        ({"manager": "٣"}, "Managers: enter a whole number, like 3", "manager"),
        ({"manager": "1.5"}, "Managers: enter a whole number, like 3", "manager"),
        ({"other_staff": "10000"}, "Other staff: enter 9999 or fewer", "other_staff"),
        ({"manager": "9" * 5000}, "Managers: enter 9999 or fewer", "manager"),
        ({"manager": ""}, "Enter how many people there are in at least", "manager"),
        ({"manager": "0"}, "Enter how many people there are in at least", "manager"),
        ({"manager": "3", "floor": "4"}, "Choose one of the options shown", "floor"),
        (
            {"manager": "3", "instrument": "x"},
            "Choose one of the options shown",
            "instrument",
        ),
    ],
)
def test_what_cannot_be_is_named_and_led_to(
    person: Person, sent: dict[str, str], fault: str, field: str
) -> None:
    page = refused(person, **sent)
    assert page.title.startswith("Error: What will this team see?")
    assert fault in page.words
    assert ids_of_faults(page) == [field]
    assert field in page.ids
    assert "What you will see" not in page.words


def test_what_was_typed_stands_there_again(person: Person) -> None:
    page = refused(person, manager="two", peer_worker="3")
    typed = {
        each.attrib["name"]: each.attrib.get("value", "")
        for each in page.tree.iter("input")
        if each.attrib.get("type") == "text"
    }
    assert typed["manager"] == "two"
    assert typed["peer_worker"] == "3"


def test_nothing_is_kept_or_logged(
    site: Site, person: Person, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    page = ask(person, manager="1", manager_mode="attributed", peer_worker="3")
    assert "Set-Cookie" not in page.headers
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert "what-will-we-see" not in caplog.text
    assert "attributed" not in caplog.text
    with site.installation.database.reading() as connection:
        audits = connection.exec_driver_sql("SELECT count(*) FROM audit").scalar_one()
    assert audits == 1


def test_markup_in_a_field_is_text(person: Person) -> None:
    page = refused(person, manager='"><script>alert(1)</script>')
    assert [*page.tree.iter("script")] == []
