"""What no browser sends of itself gets a plain page, and no fault of ours."""

from urllib.parse import quote

import pytest

from tests.integration.manage.managing import Manager
from tests.journeys.site import Site


def test_a_sign_that_no_text_has_is_refused_everywhere(
    site: Site, first: Manager
) -> None:
    addresses = {
        rule.rule
        for rule in site.app.url_map.iter_rules()
        if rule.rule.startswith("/manage")
    }
    for address in sorted(addresses):
        where = "".join(
            quote("a\x00b") if part.startswith("<") else part
            for part in address.replace("<", "\n<").replace(">", ">\n").split("\n")
        )
        query = quote("a\x00b")
        status = first.client.get(f"{where}?to={query}&role={query}").status_code
        assert status in {400, 405}, address


@pytest.mark.parametrize("field", ["email", "password"])
def test_nor_in_what_is_typed(site: Site, field: str) -> None:
    somebody = Manager(site)
    somebody.open("/manage/sign-in")
    typed = {"email": "a@b.example", "password": "x", field: "a\x00b"}
    page = somebody.choose(typed, "Continue", 400)
    assert page.heading == "We could not understand what your browser sent"
