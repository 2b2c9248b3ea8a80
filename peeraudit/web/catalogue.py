"""Collect the site's own words for whoever translates them.

``python -m peeraudit.web.catalogue`` writes ``translations/messages.pot``.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import write_po

from peeraudit.settings import CHECKOUT

HERE = Path(__file__).parent
FILE = HERE / "translations" / "messages.pot"
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    **dict.fromkeys(("later", "required", "is_offered")),
}


def collected() -> str:
    """Return the catalogue of every word that the site says itself."""
    catalogue = Catalog(project="PeerAudit", charset="utf-8", fuzzy=False)
    for place, words in _found():
        catalogue.add(words, locations=[(place, 0)])
    written = BytesIO()
    write_po(
        written, catalogue, sort_output=True, omit_header=True, include_lineno=False
    )
    return written.getvalue().decode()


def _found() -> Iterator[tuple[str, str | tuple[str, ...]]]:
    """Yield each word with the file that says it."""
    for folder, method, options in (
        (HERE, "python", {}),
        (CHECKOUT / "templates", "jinja2", {"trim_blocks": "true"}),
    ):
        for file in sorted(folder.rglob("*.py" if method == "python" else "*.html")):
            with file.open("rb") as content:
                found = extract(method, content, KEYWORDS, options=options)
                for _line, words, _comments, _context in found:
                    yield str(file.relative_to(CHECKOUT)), words


if __name__ == "__main__":
    FILE.write_text(collected(), encoding="utf-8")
