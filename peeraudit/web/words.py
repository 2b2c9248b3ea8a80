"""The site's own words, in the language of the page."""

from functools import cache
from typing import cast

from flask_babel import (  # type: ignore[import-untyped] # has no types
    gettext,
    lazy_gettext,
    ngettext,
)
from jinja2 import Environment
from markupsafe import Markup


def _(words: str, **values: object) -> str:
    """Return words in the language of the page, with values put in."""
    found = _translated(words)
    return found % values if values else found


def later(words: str) -> str:
    """Return words that are put into the language of the page when they are shown."""
    return cast("str", lazy_gettext(words))


def speak(environment: Environment) -> None:
    """Give templates the site's words, under the names by which they are collected."""
    environment.globals |= {"_": _in_a_template, "ngettext": ngettext}


# Flask-Babel looks the language up anew for each word, a dozen times a page. There is
# one language so far; with a second one it becomes an argument of these two.
@cache
def _translated(words: str) -> str:
    """Return words in the language of the site."""
    return cast("str", gettext(words))


@cache
def _as_markup(words: str) -> Markup:
    """Return words as a template writes them."""
    return Markup(_translated(words))  # noqa: S704 # only words of our own templates


def _in_a_template(words: str, **values: object) -> Markup:
    """Return words for a page; what is put in is escaped."""
    found = _as_markup(words)
    return found % values if values else found
