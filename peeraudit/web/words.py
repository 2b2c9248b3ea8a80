"""The site's own words, in the language of the page."""

from typing import cast

from flask_babel import (  # type: ignore[import-untyped] # has no types
    gettext,
    lazy_gettext,
)


def _(words: str, **values: object) -> str:
    """Return words in the language of the page, with values put in."""
    return cast("str", gettext(words, **values))


def later(words: str) -> str:
    """Return words that are put into the language of the page when they are shown."""
    return cast("str", lazy_gettext(words))
