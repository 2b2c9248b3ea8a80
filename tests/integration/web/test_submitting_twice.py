"""Submit ends on one thank-you page, however often and wherever it is pressed."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from tests.integration.web.visiting import Person
from tests.journeys.site import CLOSES, Site


def ready(site: Site) -> Person:
    """Somebody on the page with the Submit button."""
    person = Person(site)
    person.begin(site.code())
    person.press("Continue", RC1="4")
    person.open("/answer/check")
    return person


def test_a_second_tab_ends_on_the_same_page(
    site: Site, boxes: Callable[[], int]
) -> None:
    person = ready(site)
    tab = {"csrf_token": person.token()}
    first = person.press("Submit my answers")
    second = person.send("/answer/submit", tab)
    assert first.path == second.path == "/answer/done"
    assert first.words == second.words
    assert boxes() == 1


def test_two_presses_at_once_end_on_the_same_page(
    site: Site, boxes: Callable[[], int]
) -> None:
    person = ready(site)
    token = person.token()
    cookie = person.client.get_cookie("peeraudit")
    assert cookie is not None

    def press(_: int) -> str:
        tab = site.app.test_client()
        tab.set_cookie("peeraudit", cookie.value)
        sent = {"csrf_token": token}
        return tab.post("/answer/submit", data=sent, follow_redirects=True).text

    with ThreadPoolExecutor(4) as pool:
        pages = set(pool.map(press, range(4)))
    assert len(pages) == 1
    assert "Thank you: your answers are in" in pages.pop()
    assert boxes() == 1


def test_another_device_that_pressed_too_is_thanked_too(
    site: Site, boxes: Callable[[], int]
) -> None:
    person = ready(site)
    cookie = person.client.get_cookie("peeraudit")
    assert cookie is not None
    other = Person(site)
    other.client.set_cookie("peeraudit", cookie.value)
    other.open("/answer/check")
    person.press("Submit my answers")
    assert other.press("Submit my answers").path == "/answer/done"
    assert boxes() == 1


def test_coming_back_after_submit_leads_to_the_thank_you_page(site: Site) -> None:
    person = ready(site)
    person.press("Submit my answers")
    for address in ("/answer", "/answer/rc-1", "/answer/check", "/answer/submit"):
        assert person.open(address).path == "/answer/done"


def test_the_browser_keeps_neither_word_nor_answers_after_submit(site: Site) -> None:
    person = ready(site)
    with person.client.session_transaction() as session:
        word = session["visitor"]["word"]
    person.press("Submit my answers")
    with person.client.session_transaction() as session:
        assert word not in str(session)


def test_after_closing_nobody_is_thanked_for_what_did_not_count(
    site: Site, boxes: Callable[[], int]
) -> None:
    person = ready(site)
    site.clock.now = CLOSES + timedelta(hours=1)
    page = person.press("Submit my answers", status=410)
    assert page.heading == "This audit has closed"
    assert boxes() == 0


def test_submit_with_a_word_that_is_not_the_drafts_asks_for_the_word(
    site: Site, boxes: Callable[[], int]
) -> None:
    person = ready(site)
    with person.client.session_transaction() as session:
        session["visitor"] = {**session["visitor"], "word": "bakolu-mifeta"}
    assert person.press("Submit my answers").path == "/answer/return"
    assert boxes() == 0


def test_whose_draft_another_device_threw_away_is_not_thanked(
    site: Site, boxes: Callable[[], int]
) -> None:
    code = site.code()
    person, other = Person(site), Person(site)
    person.begin(code)
    person.press("Continue", RC1="4")
    person.open("/answer/check")
    other.open(f"/a/{code}")
    other.follow("Start again without them")
    other.press("Delete and start again")
    other.open("/answer/check")
    other.press("Submit my answers")
    page = person.press("Submit my answers", status=404)
    assert page.heading == "This code does not open anything now"
    assert boxes() == 1


def test_the_browser_forgets_the_code_once_the_answers_are_in(site: Site) -> None:
    person = ready(site)
    with person.client.session_transaction() as session:
        code = session["visitor"]["code"]
    person.press("Submit my answers")
    with person.client.session_transaction() as session:
        assert code not in str(session)


def test_reloading_submit_leads_back_to_the_check(site: Site) -> None:
    assert ready(site).open("/answer/submit").path == "/answer/check"
