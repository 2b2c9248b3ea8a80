"""Set-up facts in words: what one is called, and what the team says of it."""

from peeraudit.audit.facts import Facts, Unknown
from peeraudit.instrument.wording import LocalWords, Wording

NOT_GIVEN = "Not filled in"
DONT_KNOW = "Not known yet"


def fact_words(fact: str, facts: Facts, wording: Wording, words: LocalWords) -> str:
    """Return what the facts say of one thing, or why they say nothing."""
    value = facts.value(fact)
    if value is Unknown.NOT_GIVEN:
        return NOT_GIVEN
    if value is Unknown.DONT_KNOW:
        return DONT_KNOW
    asked = wording.facts[fact]
    if isinstance(value, int):
        return f"{value} {_unit(asked.unit, value)}".strip()
    return words.fill(asked.options[value])


def _unit(words: str, number: int) -> str:
    """Return a unit as it follows a number.

    >>> _unit("hours", 1), _unit("hours", 2), _unit("people", 1), _unit("of 5", 1)
    ('hour', 'hours', 'person', 'of 5')
    """
    if number != 1:
        return words
    return "person" if words == "people" else words.removesuffix("s")
