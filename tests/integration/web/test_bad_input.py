"""Whatever comes in: a plain page, nothing lost, and never a second set of answers."""

import gzip
from collections.abc import Callable
from datetime import timedelta

import pytest

from peeraudit.operations.close_audit import close_audit
from peeraudit.sealing.codes import new_code
from tests.integration.web.visiting import Person
from tests.journeys.site import CLOSES, Site

KEPT = "Everything that you saved before is kept."


@pytest.mark.parametrize("typed", ["", "abc", "ACEF-HJKM-NPRT-VWXY-3456", "é" * 5_000])
def test_a_mistyped_code_is_told_from_its_letters(person: Person, typed: str) -> None:
    person.open("/")
    page = person.press("Continue", code=typed, status=400)
    assert page.title.startswith("Error: ")
    assert "Check the letters" in page.words or "Enter your code" in page.words


def test_a_mistyped_link_asks_to_check_the_letters(site: Site, person: Person) -> None:
    code = site.code()
    wrong = code[:-1] + ("A" if code[-1] != "A" else "C")
    page = person.open(f"/a/{wrong}")
    assert page.path == "/"
    assert "Check the letters" in page.words
    assert wrong not in page.address


def test_unknown_spent_and_closed_codes_get_one_page(
    site: Site, person: Person
) -> None:
    spent, unused = site.code(), site.code()
    person.begin(spent)
    person.open("/answer/check")
    person.press("Submit my answers")
    pages = [Person(site).open(f"/a/{new_code()}", status=404)]
    pages.append(Person(site).open(f"/a/{spent}", status=404))
    site.clock.now = CLOSES
    pages.append(Person(site).open(f"/a/{unused}", status=404))
    close_audit(site.installation, site.audit, at=CLOSES + timedelta(hours=1))
    pages.append(Person(site).open(f"/a/{unused}", status=404))
    assert len({page.words for page in pages}) == 1
    assert "Go on with your questions" not in person.open("/").words
    assert {page.path for page in pages} == {"/answer"}
    assert "If you pressed Submit, your answers are in." in pages[0].words


def test_an_audit_that_closes_while_somebody_answers(
    site: Site, person: Person, boxes: Callable[[], int]
) -> None:
    person.begin(site.code())
    person.press("Continue", RC1="4")
    site.clock.now = CLOSES + timedelta(hours=1)
    page = person.press("Continue", SE1="2", status=410)
    assert page.heading == "This audit has closed"
    page = person.open("/answer/check", status=410)
    assert "If you pressed Submit before, your answers are in." in page.words
    close_audit(site.installation, site.audit, at=site.clock.now)
    assert person.open("/answer", status=410).heading == "This audit has closed"
    assert boxes() == 0


def test_a_value_outside_the_scale_is_refused_and_the_rest_is_kept(
    site: Site, person: Person
) -> None:
    person.begin(site.code())
    person.press("Continue", RC1="4")
    person.follow("Back")
    page = person.press("Continue", RC1="6", RC6="2", status=400)
    assert page.title.startswith("Error: Recruitment clarity")
    assert page.link("Choose one of the answers shown") == "#RC1"
    assert "RC1" in page.ids
    assert person.open("/answer/rc-1").checked() == {"RC1": "4", "RC6": "2"}


@pytest.mark.parametrize(
    "fields",
    [
        {"RC1": "4\x00"},
        {"RC1": "-1", "nothing": "x"},
        {"RCK": "g"},
        {"RC1": "<b>"},
        {"RC1": "9" * 10_000},
        {"RC1": "\ud7ff\U0010ffff"},
    ],
)
def test_odd_values_are_never_kept(
    site: Site, person: Person, fields: dict[str, str]
) -> None:
    person.begin(site.code())
    person.choose(fields, status=400)
    assert "You have answered 0 of 46" in person.open("/answer/check").words


def test_fields_that_nobody_asked_for_are_left_alone(
    site: Site, person: Person
) -> None:
    person.begin(site.code())
    fields = {"RC5": "1", "group": "manager", "__proto__": "x", "clear": "RC9 x"}
    page = person.choose(fields)
    assert page.path == "/answer/rc-1"
    assert "You have answered 0 of 46" in person.open("/answer/check").words


def test_a_page_out_of_order_opens_and_loses_nothing(
    site: Site, person: Person
) -> None:
    person.begin(site.code())
    person.press("Continue", RC1="4")
    person.open("/answer/practice-3")
    person.press("Continue", PR11="part")
    page = person.open("/answer/check")
    assert "You have answered 2 of 46" in page.words


def test_a_page_that_is_not_there(site: Site, person: Person) -> None:
    person.begin(site.code())
    token = person.token()
    page = person.open("/answer/zz-9", status=404)
    assert page.link("Go on with your questions") == "/answer"
    # Sent from a page of another layout: what was answered is kept all the same.
    page = person.send("/answer/zz-9", {"csrf_token": token, "RC1": "4"})
    assert page.path == "/answer"
    assert "You have answered 1 of 46" in page.words
    page = person.send("/answer/zz-9", {"csrf_token": token, "RC1": "9"}, status=400)
    assert page.checked() == {"RC1": "4"}


def test_a_stale_form_erases_nothing(site: Site, person: Person) -> None:
    person.begin(site.code())
    stale = {"csrf_token": person.token()}
    person.press("Continue", RC1="4", RC6="2")
    person.send("/answer/rc-1", stale)
    assert person.open("/answer/rc-1").checked() == {"RC1": "4", "RC6": "2"}


def test_a_wrong_token_changes_nothing(site: Site, person: Person) -> None:
    person.begin(site.code())
    person.press("Continue", RC1="4")
    for token in ("", "wrong", "x" * 5_000):
        page = person.send(
            "/answer/rc-1", {"csrf_token": token, "RC1": "1"}, status=400
        )
        assert page.heading == "This page was open too long or in two places"
        assert KEPT in page.words
        assert page.link("Go on with your questions") == "/answer"
    assert person.open("/answer/rc-1").checked() == {"RC1": "4"}


def test_the_token_of_a_session_that_was_left(site: Site, person: Person) -> None:
    person.begin(site.code())
    sent = {"csrf_token": person.token(), "RC1": "1"}
    person.open("/leave")
    page = person.send("/answer/rc-1", sent, status=400)
    assert page.link("Go to the start page") == "/"


def test_forms_work_where_pages_send_no_referrer_over_https(site: Site) -> None:
    client = site.app.test_client()
    base = "https://audit.example.org"
    response = client.get("/", base_url=base)
    assert "Secure" in response.headers["Set-Cookie"]
    token = response.text.split('csrf_token" value="')[1].split('"')[0]
    sent = {"csrf_token": token, "code": site.code()}
    response = client.post("/", base_url=base, data=sent)
    assert response.status_code == 303
    assert response.headers["Location"] == "/answer"


def test_ten_megabytes_are_read_and_refused(site: Site, person: Person) -> None:
    person.begin(site.code())
    person.press("Continue", RC1="4")
    sent = {"csrf_token": person.token(), "RC1": "x" * 10_000_000}
    page = person.send("/answer/rc-1", sent, status=413)
    assert page.heading == "That was too much to send"
    assert KEPT in page.words
    assert person.open("/answer/rc-1").checked() == {"RC1": "4"}


@pytest.mark.parametrize("address", ["/answer/rc-1", "/answer/check", "/answer/done"])
def test_without_a_code_one_is_led_to_where_one_can_begin(
    person: Person, address: str
) -> None:
    page = person.open(address)
    assert page.path == "/"
    assert "This browser does not know your code." in page.words


def test_a_broken_cookie_is_no_cookie(person: Person) -> None:
    person.client.set_cookie("peeraudit", "broken.cookie.indeed")
    assert person.open("/answer").path == "/"
    with person.client.session_transaction() as session:
        session["visitor"] = {"of": "another version"}
    assert person.open("/answer").path == "/"


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("GET", "/nothing", 404),
        ("GET", "/a/", 404),
        ("GET", "/r/nothing", 404),
        ("GET", "/r/nothing/report.pdf", 404),
        ("GET", "/r/nothing/report.xlsx", 404),
        ("GET", "/r/nothing/summary", 404),
        ("GET", "/r/%00/board-paper.pdf", 404),
        ("GET", "/r/nothing/report.csv", 404),
        ("GET", "/r/%00/release.json", 404),
        ("GET", "/assets/../../settings.py", 404),
        ("GET", "/r/%00", 404),
        ("GET", "/r/%00/report.pdf", 404),
        ("GET", "/assets/%00", 404),
        ("PUT", "/answer", 405),
        ("POST", "/support", 405),
        ("DELETE", "/", 405),
    ],
)
def test_addresses_that_are_none(
    person: Person, method: str, address: str, status: int
) -> None:
    person.open("/")
    headers = {"X-CSRFToken": person.token(), "Accept-Encoding": "gzip"}
    response = person.client.open(address, method=method, headers=headers)
    assert response.status_code == status
    packed = response.content_encoding == "gzip"
    told = gzip.decompress(response.data) if packed else response.data
    assert KEPT in told.decode()


def test_a_form_that_is_no_form(site: Site, person: Person) -> None:
    person.begin(site.code())
    headers = {"X-CSRFToken": person.token()}
    for kind in ("application/json", "multipart/form-data; boundary=x", "text/plain"):
        response = person.client.post(
            "/answer/rc-1", data=b"\xff{", content_type=kind, headers=headers
        )
        assert response.status_code in {303, 400}
