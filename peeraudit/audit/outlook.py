"""What may become of the instrument's rules, before anyone has answered.

The three-valued logic of findings, with every answer still open: a rule whose cells
will be there may be found or not; one whose cells are missing may stay untold.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import singledispatch

from peeraudit.audit.sight import Sight
from peeraudit.instrument import rules
from peeraudit.instrument.rules import Condition, Leaf


class Way(StrEnum):
    """How a rule may come out."""

    FOUND = "found"
    NOT_FOUND = "not found"
    UNTOLD = "untold"


Ways = frozenset[Way]
"""Every way in which a rule may come out, whatever people answer."""

EITHER = frozenset({Way.FOUND, Way.NOT_FOUND})
UNTOLD = frozenset({Way.UNTOLD})


@dataclass(frozen=True, slots=True)
class Outlook:
    """The instrument's rules, by what can become of them."""

    told: tuple[str, ...]
    """Rules that can be found, or are settled already."""
    without_answers: tuple[str, ...]
    """Those of them that could be told if no group were shown: facts settle them."""
    untold: tuple[str, ...]
    """Rules that can never be found with these groups."""


def outlook(sight: Sight) -> Outlook:
    """Sort the rules by whether these groups can tell them."""
    hidden = replace(sight, shown=frozenset(), open=frozenset())
    every = sight.instrument.rules
    told = tuple(each.id for each in every if _is_told(ways(each.when, sight)))
    without = tuple(each.id for each in every if _is_told(ways(each.when, hidden)))
    untold = tuple(each.id for each in every if each.id not in told)
    return Outlook(told, without, untold)


def _is_told(found: Ways) -> bool:
    """Say whether a rule can be found, or is at least never left open."""
    return Way.FOUND in found or Way.UNTOLD not in found


def ways(condition: Condition, sight: Sight) -> Ways:
    """Return every way in which a condition may come out.

    Each test is taken to be free of the others, as no answer is known; facts are taken
    to be filled in.
    """
    match condition:
        case rules.All(all=parts):
            return _every([ways(part, sight) for part in parts])
        case rules.Some(any=parts):
            return _turned(_every([_turned(ways(part, sight)) for part in parts]))
        case rules.Found(found=rule):
            return ways(sight.instrument.rule[rule].when, sight)
        case _:
            return _leaf(condition, sight)


def _every(parts: list[Ways]) -> Ways:
    """All of these: not found where any is not, else untold where any is."""
    may: set[Way] = set()
    if all(Way.FOUND in part for part in parts):
        may.add(Way.FOUND)
    if any(Way.NOT_FOUND in part for part in parts):
        may.add(Way.NOT_FOUND)
    can_hold = all(part & {Way.FOUND, Way.UNTOLD} for part in parts)
    if can_hold and any(Way.UNTOLD in part for part in parts):
        may.add(Way.UNTOLD)
    return frozenset(may)


OPPOSITE = {
    Way.FOUND: Way.NOT_FOUND,
    Way.NOT_FOUND: Way.FOUND,
    Way.UNTOLD: Way.UNTOLD,
}


def _turned(found: Ways) -> Ways:
    """Return the ways of the opposite: any of these is not every one of their nots."""
    return frozenset(OPPOSITE[way] for way in found)


def _if(known: bool) -> Ways:  # noqa: FBT001  # it reads as a sentence where it is used
    """Return either way where everything needed will be known."""
    return EITHER if known else UNTOLD


@singledispatch
def _leaf(condition: Leaf, _sight: Sight) -> Ways:
    """Return every way in which one test may come out."""
    raise TypeError(f"no way to test {type(condition).__name__}")


@_leaf.register
def _(condition: rules.Score, sight: Sight) -> Ways:
    return _if(sight.tells(condition.score.group, condition.score.item))


@_leaf.register
def _(condition: rules.Theme, sight: Sight) -> Ways:
    return _if(sight.tells_theme(condition.theme.group, condition.theme.theme))


@_leaf.register
def _(condition: rules.ThemeAlike, sight: Sight) -> Ways:
    theme = condition.theme_alike.theme
    # One group alone cannot agree with anybody.
    return _if(sum(sight.tells_theme(group, theme) for group in sight.asked) > 1)


@_leaf.register
def _(condition: rules.Gap, sight: Sight) -> Ways:
    test = condition.gap
    return _if(
        sight.tells(test.higher, test.item) and sight.tells(test.lower, test.item)
    )


@_leaf.register
def _(condition: rules.Guess, sight: Sight) -> Ways:
    test = condition.guess
    return _if(sight.tells_guess(test.by, test.of, test.item))


@_leaf.register
def _(condition: rules.Purpose, sight: Sight) -> Ways:
    return _if(sight.tells(condition.purpose.group, condition.purpose.item))


@_leaf.register
def _(condition: rules.Practice, sight: Sight) -> Ways:
    return _if(sight.tells(condition.practice.group, condition.practice.item))


@_leaf.register
def _(_condition: rules.Consensus, sight: Sight) -> Ways:
    return _if(bool(sight.covered))


@_leaf.register
def _(_condition: rules.Conflict, sight: Sight) -> Ways:
    clash = any(sight.practice_groups(item) > 1 for item in sight.practices)
    settled = sight.practices and sight.covered == sight.practices
    last = Way.NOT_FOUND if settled else Way.UNTOLD
    return frozenset({Way.FOUND, last} if clash else {last})


@_leaf.register
def _(_condition: rules.Fact, _sight: Sight) -> Ways:
    return EITHER


@_leaf.register
def _(_condition: rules.Ratio, _sight: Sight) -> Ways:
    return EITHER


@_leaf.register
def _(_condition: rules.Less, _sight: Sight) -> Ways:
    return EITHER


@_leaf.register
def _(condition: rules.NotAsked, sight: Sight) -> Ways:
    asked = condition.not_asked.group in sight.asked
    return frozenset({Way.NOT_FOUND if asked else Way.FOUND})


@_leaf.register
def _(_condition: rules.Change, _sight: Sight) -> Ways:
    # What changed needs an earlier audit, and nobody knows of one here.
    return UNTOLD
