"""A person who visits the site as a browser does, and refuses bad pages."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.journeys.site import Site

HOST = "localhost"

LINKED = {
    *("doi.org", "creativecommons.org"),  # the paper, and its licence
    *("www.equalityadvisoryservice.com", "ico.org.uk"),  # whom to complain to
}
"""Other sites that a link may lead to: nothing is ever loaded from them."""


class Page:
    """A page that came back, checked."""

    def __init__(self, response: TestResponse) -> None:
        self.status = response.status_code
        self.path = response.request.path
        self.address = f"{self.path}?{urlsplit(response.request.url).query}"
        self.headers = response.headers
        parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        self.tree: Element = parser.parse(response.text)
        self.words = text_of(self.tree.find("body"))
        self.title = text_of(self.tree.find("head/title"))
        check(self)

    @property
    def heading(self) -> str:
        (heading,) = self.tree.iter("h1")
        return text_of(heading)

    @property
    def ids(self) -> list[str]:
        return [
            element.attrib["id"]
            for element in self.tree.iter()
            if "id" in element.attrib
        ]

    def addresses(self) -> Iterator[str]:
        """Everything that the page loads, sends to, or links to on this site."""
        for element in self.tree.iter():
            link = urlsplit(element.attrib.get("href", ""))
            if element.tag == "a" and link.hostname in LINKED:
                continue
            for name in ("href", "src", "action", "formaction", "poster", "data"):
                if name in element.attrib:
                    yield element.attrib[name]

    def link(self, words: str) -> str:
        """Where a link leads."""
        found = [each for each in self.tree.iter("a") if words in text_of(each)]
        assert found, f"no link {words!r} on {self.path}: {self.words}"
        return found[0].attrib["href"]

    def form_with(self, button: str) -> tuple[Element, Element]:
        """The form that has a button, and the button."""
        for form in self.tree.iter("form"):
            for each in form.iter("button"):
                if text_of(each) == button:
                    return form, each
        raise AssertionError(f"no button {button!r} on {self.path}: {self.words}")

    def checked(self) -> dict[str, str]:
        """The answers that are chosen on the page."""
        return {
            each.attrib["name"]: each.attrib["value"].rstrip()
            for each in self.tree.iter("input")
            if each.attrib.get("type") == "radio" and "checked" in each.attrib
        }

    def questions(self) -> dict[str, list[str]]:
        """What each question offers, in the order shown."""
        offered: dict[str, list[str]] = {}
        for each in self.tree.iter("input"):
            if each.attrib.get("type") == "radio":
                name, value = each.attrib["name"], each.attrib["value"].rstrip()
                offered.setdefault(name, []).append(value)
        return offered


def text_of(element: Element | None) -> str:
    assert element is not None
    return " ".join("".join(element.itertext()).split())


def check(page: Page) -> None:
    """Refuse what no page may be."""
    error = "Error: " if page.title.startswith("Error: ") else ""
    assert page.title.startswith(error + page.heading), (page.title, page.heading)
    assert len(page.ids) == len(set(page.ids)), "an id stands twice"
    labelled = {each.attrib["for"] for each in page.tree.iter("label")}
    assert labelled <= set(page.ids)
    for address in page.addresses():
        parts = urlsplit(address)
        assert parts.scheme in {"", "http", "tel", "mailto"}, address
        assert parts.hostname in {None, HOST}, address
    check_ways_out(page)
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert "noindex" in page.headers["X-Robots-Tag"]


def check_ways_out(page: Page) -> None:
    """Refuse a page without the ways that every page has."""
    if page.path != "/left" and not page.path.startswith("/manage"):
        assert page.link("Support") == "/support"
        assert page.link("Leave") == "/leave"
    assert page.link("Accessibility statement") == "/accessibility"
    assert page.link("Privacy notice") == "/privacy"
    assert page.link("Cookies") == "/cookies"


class Person:
    """One browser, with cookies of its own."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.client: FlaskClient = site.app.test_client()
        self.page: Page

    def open(self, address: str, status: int = 200) -> Page:
        """Go to an address."""
        response = self.client.get(address, follow_redirects=True)
        return self._arrive(response, status)

    def press(self, button: str, *, status: int = 200, **answers: str) -> Page:
        """Press a button of the page, with some answers chosen or typed."""
        return self.choose(answers, button, status)

    def choose(
        self, answers: Mapping[str, str], button: str = "Continue", status: int = 200
    ) -> Page:
        """Choose or type answers, and press a button."""
        form, pressed = self.page.form_with(button)
        address = form.attrib.get("action", self.page.address)
        data = {**self.filled(form), **answers}
        if "name" in pressed.attrib:
            data[pressed.attrib["name"]] = pressed.attrib["value"]
        return self.send(address, data, status)

    def filled(self, form: Element) -> dict[str, str]:
        """What a form would send as it stands."""
        return {
            each.attrib["name"]: each.attrib.get("value", "")
            for each in form.iter("input")
            if each.attrib["type"] not in {"radio", "checkbox"}
            or "checked" in each.attrib
        }

    def follow(self, link: str, status: int = 200) -> Page:
        """Follow a link of the page."""
        address = urljoin(self.page.address, self.page.link(link)).split("#")[0]
        return self.open(address, status)

    def send(self, address: str, data: dict[str, Any], status: int = 200) -> Page:
        """Send a form."""
        response = self.client.post(address, data=data, follow_redirects=True)
        return self._arrive(response, status)

    def token(self) -> str:
        """The token in the form of the page."""
        for each in self.page.tree.iter("input"):
            if each.attrib.get("name") == "csrf_token":
                return each.attrib["value"]
        raise AssertionError(f"no token on {self.page.path}")

    def begin(self, code: str) -> Page:
        """Open a code, and the first page of questions."""
        self.open(f"/a/{code}")
        return self.press("Start")

    def _arrive(self, response: TestResponse, status: int) -> Page:
        self.page = Page(response)
        assert self.page.status == status, (self.page.status, self.page.words)
        return self.page
