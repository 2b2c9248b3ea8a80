"""Markdown from templates: every value is escaped, and a missing name is a fault."""

import re
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from peeraudit.settings import CHECKOUT

MARKS = re.compile(r"[\\`*{}\[\]<>#|&~]|(?<![^\W_])_|_(?![^\W_])")
"""Signs that mean something in Markdown; an underscore does not inside a word."""


def as_text(value: object) -> str:
    r"""Return a value as it is read, in one line, whatever signs are in it.

    >>> print(as_text("Café *Team* | R&D"))
    Café \*Team\* \| R\&D
    """
    return MARKS.sub(r"\\\g<0>", " ".join(str(value).split()))


@cache
def environment() -> Environment:
    """Return what renders our Markdown."""
    return Environment(
        loader=FileSystemLoader(CHECKOUT / "templates"),
        autoescape=False,  # noqa: S701 # it is no HTML: every value goes through as_text
        finalize=as_text,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
