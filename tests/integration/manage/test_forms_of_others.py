"""No other site sends a form for somebody who is signed in here: each needs a token."""

import pytest

from tests.integration.manage.managing import Manager
from tests.journeys.site import Site


def addresses(site: Site) -> list[str]:
    """Every address for managers that takes a form."""
    return sorted(
        rule.rule
        for rule in site.app.url_map.iter_rules()
        if rule.rule.startswith("/manage") and "POST" in (rule.methods or ())
    )


@pytest.mark.parametrize("token", [{}, {"csrf_token": "made up"}])
def test_every_form_is_refused_without_the_token_of_its_page(
    site: Site, first: Manager, token: dict[str, str]
) -> None:
    for address in addresses(site):
        filled = address.replace("<", "").replace(">", "")
        page = first.send(filled, token, status=400)
        assert page.heading == "This page was open too long or in two places", address
    assert first.open("/manage").heading == "Your teams"


def test_there_are_such_forms(site: Site) -> None:
    found = addresses(site)
    assert "/manage/accounts/<person>/take" in found
    assert "/manage/account/sign-out-everywhere" in found
