"""One size for every answer: else the size of an encrypted form would tell it."""

from collections.abc import Iterable

from markupsafe import escape


def filled(value: str, among: Iterable[str]) -> str:
    """Return a value as long as the longest that could be sent in its place.

    With spaces, which are stripped from whatever is sent.
    """
    return value.ljust(max(map(len, among)))


def padding(shown: str, among: Iterable[str]) -> str:
    """Return as many spaces as words are shorter than the longest in their place.

    In bytes of the page, where ``shown`` is escaped. To be put into a comment of HTML.
    """
    return " " * (max(map(_size, among)) - _size(shown))


def _size(shown: str) -> int:
    """Return how many bytes words take on a page."""
    return len(escape(shown).encode())
