"""One size for every answer: else the size of an encrypted form would tell it."""

from collections.abc import Iterable


def filled(value: str, among: Iterable[str]) -> str:
    """Return a value as long as the longest that could be sent in its place.

    With spaces, which are stripped from whatever is sent.
    """
    return value.ljust(max(map(len, among)))
