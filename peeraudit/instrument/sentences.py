"""Words put together as people say them, wherever sentences are made."""

from collections.abc import Sequence


def capital(words: str) -> str:
    """Return the words with a capital first letter, and the rest as they are."""
    return words[:1].upper() + words[1:]


def listed(words: Sequence[str], last: str = "and") -> str:
    """Return a list as people say it.

    >>> listed(["managers", "peer workers", "other staff"])
    'managers, peer workers and other staff'
    >>> listed(["a joint sheet", "pooled only", "the guide"], "or")
    'a joint sheet, pooled only, or the guide'
    """
    if len(words) < 2:  # noqa: PLR2004
        return "".join(words)
    *first, end = words
    comma = "," if len(first) > 1 and last == "or" else ""
    return f"{', '.join(first)}{comma} {last} {end}"
