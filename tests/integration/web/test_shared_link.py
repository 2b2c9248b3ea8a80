"""A shared link makes a code for each who starts, up to the number promised."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from peeraudit.instrument.frozen import Group
from peeraudit.operations.ask_by_mail import left_to_ask
from peeraudit.operations.issue_codes import issue_codes
from peeraudit.operations.launch_record import TermsChanged
from peeraudit.operations.read_report import read_release
from peeraudit.operations.shared_link import begin_with_link, find_link, shared_link
from peeraudit.operations.wrong_state import WrongState
from peeraudit.report.content import told
from peeraudit.sealing.codes import new_code
from peeraudit.sealing.keys import KeyLost
from tests.integration.web.visiting import Person
from tests.journeys.site import CLOSES, Site, Team1, make_site

PW, SU = Group.PEER_WORKER, Group.PERSON_USING_SERVICE
TEAM = Team1(asked={PW: 6, SU: 5}, shared=frozenset({SU}))


@pytest.fixture
def site(tmp_path: Path, database_url: str) -> Iterator[Site]:
    """A website where people who use the service start from one link."""
    made = make_site(tmp_path, database_url, team=TEAM)
    yield made
    made.installation.database.engine.dispose()


@pytest.fixture
def one(tmp_path: Path) -> Iterator[Site]:
    """The same, for what asks nothing particular of the database."""
    made = make_site(tmp_path, team=TEAM)
    yield made
    made.installation.database.engine.dispose()


def link(site: Site) -> str:
    return shared_link(site.installation, site.audit, SU)


def count(site: Site) -> int:
    """How many codes of the group there are."""
    with site.installation.database.reading() as connection:
        query = "SELECT count(*) FROM code WHERE \"group\" = 'person_using_service'"
        return int(connection.exec_driver_sql(query).scalar_one())


def begun(site: Site) -> Person:
    person = Person(site)
    person.open(f"/s/{link(site)}")
    person.press("Start")
    assert person.page.path == "/answer"
    return person


def test_each_start_makes_one_code_until_all_are_made(site: Site) -> None:
    people = [begun(site) for _ in range(5)]
    assert count(site) == 5
    assert "Everyone in your group starts from one shared link" in people[0].page.words
    late = Person(site)
    late.open(f"/s/{link(site)}")
    page = late.press("Start", status=409)
    assert page.heading == "No more people can start"
    assert count(site) == 5


def test_two_who_take_the_last_code_at_once_get_one(site: Site) -> None:
    here = site.installation
    found = find_link(here, link(site), at=site.clock())
    assert found is not None
    with ThreadPoolExecutor(8) as pool:
        let_in = list(
            pool.map(
                lambda code: begin_with_link(here, found, code, at=site.clock()),
                [new_code() for _ in range(8)],
            )
        )
    assert sum(let_in) == 5 == count(site)


def test_whoever_only_opens_the_link_takes_no_code(one: Site) -> None:
    for _ in range(20):
        Person(one).open(f"/s/{link(one)}")
    assert count(one) == 0


def test_start_pressed_twice_makes_one_code(one: Site) -> None:
    person = Person(one)
    person.open(f"/s/{link(one)}")
    form, _ = person.page.form_with("Start")
    filled, cookie = person.filled(form), person.client.get_cookie("peeraudit")
    assert cookie is not None
    for _ in range(2):
        # Both leave the browser before the answer to the first is there.
        person.client.set_cookie("peeraudit", cookie.value)
        assert person.send(f"/s/{link(one)}", filled).path == "/answer"
    assert count(one) == 1


def test_a_browser_that_has_begun_or_answered_gets_no_second_code(one: Site) -> None:
    person = begun(one)
    person.press("Start")
    assert person.open(f"/s/{link(one)}").path == "/answer"
    person.open("/answer/check")
    person.press("Submit my answers")
    assert person.open(f"/s/{link(one)}").path == "/answer/done"
    assert count(one) == 0


def test_somebody_else_at_the_same_tablet_can_start_after_leave(one: Site) -> None:
    person = begun(one)
    person.open("/answer/check")
    person.press("Submit my answers")
    person.open("/leave")
    person.open(f"/s/{link(one)}")
    assert person.press("Start").path == "/answer"


def test_the_code_in_the_link_can_be_typed_and_lets_nobody_in_by_itself(
    one: Site,
) -> None:
    person = Person(one)
    person.open("/")
    page = person.press("Continue", code=link(one).lower())
    assert page.path == f"/s/{link(one)}"
    page = person.open(f"/a/{link(one)}", status=404)
    assert page.heading == "This code does not open anything now"


def test_who_saves_sees_their_own_code_and_comes_back_with_it(one: Site) -> None:
    person = begun(one)
    person.press("Start")
    words = person.press("Save and come back later").words
    assert "Your own code" in words
    code, word = (
        "".join(each.itertext())
        for each in person.page.tree.iter("p")
        if "app-word__word" in each.attrib.get("class", "")
    )
    other = Person(one)
    other.open(f"/a/{code}")
    assert other.press("Continue", word=word).path == "/answer"


def test_who_was_given_a_code_sees_none_when_they_save(one: Site) -> None:
    person = Person(one)
    person.begin(one.code())
    assert "Your own code" not in person.press("Save and come back later").words


def test_a_link_that_is_none_or_is_closed_is_one_page(one: Site) -> None:
    made_up = Person(one).open(f"/s/{new_code()}", status=404)
    good = link(one)
    one.clock.now = CLOSES
    closed = Person(one).open(f"/s/{good}", status=404)
    assert made_up.words == closed.words
    assert Person(one).open("/s/ACEF").path == "/"


def test_a_page_that_was_opened_in_time_starts_nothing_too_late(one: Site) -> None:
    person = Person(one)
    person.open(f"/s/{link(one)}")
    one.clock.now = CLOSES
    person.press("Start", status=404)
    assert count(one) == 0


def test_a_code_that_somebody_made_up_is_not_let_in(one: Site) -> None:
    person = Person(one)
    person.open(f"/s/{link(one)}")
    page = person.press("Start", held="made up")
    assert page.path == f"/s/{link(one)}"
    assert count(one) == 0


def test_the_group_gets_no_codes_in_any_other_way(one: Site) -> None:
    here, promise = one.installation, TEAM.promise.group[SU]
    assert left_to_ask(promise, 0) == 0
    with pytest.raises(WrongState, match="shared link"):
        issue_codes(here, one.audit, SU, deliver=lambda _: None)


def test_the_link_is_in_no_table(one: Site, tmp_path: Path) -> None:
    begun(one)
    raw = b"".join(each.read_bytes() for each in tmp_path.glob("peeraudit.sqlite3*"))
    code = link(one)
    assert code.encode() not in raw
    assert code.replace("-", "").encode() not in raw


def test_whoever_writes_the_database_opens_no_link_for_another_group(
    one: Site,
) -> None:
    here = one.installation
    found = find_link(here, link(one), at=one.clock())
    assert found is not None
    with here.database.transaction() as connection:
        connection.exec_driver_sql(
            "UPDATE audit SET promise = replace(promise, '\"asked\":5', '\"asked\":50')"
        )
    with pytest.raises(TermsChanged):
        begin_with_link(here, found, new_code(), at=one.clock())


def test_the_report_says_that_one_person_could_have_answered_twice(one: Site) -> None:
    for _ in range(5):
        person = begun(one)
        person.press("Start")
        person.open("/answer/check")
        person.press("Submit my answers")
    one.close()
    release = read_release(one.installation, one.audit)
    assert release is not None
    assert release.promise.shared_links == (SU,)
    words = Person(one).open(one.report).words
    sentence = "started from one shared link. So one person could have answered more"
    assert sentence in words
    assert str(told(release)).count(sentence) == 1
    with pytest.raises(KeyLost):
        link(one)
