"""The pages on which people are asked, one after the other."""

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.journeys.signing_in import make_first_account
from tests.journeys.site import Site
from tests.journeys.walking import follow, press

Walk = Iterator[tuple[str, Page]]

PEERS = "\n".join(f"peer{n}@trust.example" for n in range(6))


def asking_pages(site: Site, page: Page, _other: Page) -> Walk:
    """Lead one browser of two over what a manager of an open audit sees."""
    make_first_account(page, site)
    follow(page, "Harbour team")
    yield "team", page
    follow(page, "Change what the team is called")
    yield "team-words", page
    follow(page, "Back")
    follow(page, "Role adoption audit")
    yield "audit-open", page
    follow(page, "Ask people")
    yield "ask", page
    here = page.url
    page.goto(f"{here}/mail")
    page.get_by_label("Peer workers", exact=True).fill(PEERS)
    yield "ask-mail", page
    press(page, "Continue")
    yield "ask-mail-confirm", page
    for name in ("words", "missing", "longer", "paper/other_staff"):
        page.goto(f"{here}/{name}")
        yield f"ask-{name.partition('/')[0]}", page
