"""Whether statements, practices, purposes and facts fit the head of the instrument."""

from collections.abc import Iterable, Iterator

from peeraudit.instrument.checks.draft import Draft, Problems
from peeraudit.instrument.definition import (
    AgreementItem,
    FactItem,
    PracticeItem,
    PurposeItem,
)
from peeraudit.instrument.faults import Fault, instead, twice
from peeraudit.instrument.frozen import Group

FEWEST_FOR_CONSENSUS = 2
"""One group always agrees with itself."""


def entries(draft: Draft) -> Iterator[Fault]:
    """Yield what does not fit, in the head and then in each entry."""
    for field, problem in (*_head(draft), *_consensus(draft)):
        yield draft.head(field, problem)
    for file, item, problems in _each(draft):
        for field, problem in problems:
            yield Fault(file, item, field, problem)


def _each(draft: Draft) -> Iterator[tuple[str, str, Problems]]:
    """Yield every entry with its file, its id and what is wrong with it."""
    instrument = draft.instrument
    for item in instrument.items:
        yield draft.files[item.id], "", _theme(item.theme, draft)
        yield draft.files[item.id], item.id, _statement(item, draft)
    for practice in instrument.practices:
        yield "practices.yaml", practice.id, _choice(practice, draft)
    for purpose in instrument.purposes:
        yield "purposes.yaml", purpose.id, _choice(purpose, draft)
    for comment in instrument.comments:
        yield "comments.yaml", comment.id, _groups("groups", comment.groups, draft)
    for fact in instrument.facts:
        yield "facts.yaml", fact.id, _fact(fact)


def _head(draft: Draft) -> Problems:
    """Yield what does not fit within ``instrument.yaml``."""
    instrument = draft.instrument
    for field in ("modes", "forms", "groups", "themes"):
        for problem in twice(getattr(instrument, field)):
            yield field, problem
    for by, of in instrument.guesses.items():
        yield from _groups(f"guesses.{by}", (by, of), draft)
    about = {item.theme for item in instrument.items}
    for theme in instrument.themes:
        if theme not in about and draft.has("items", "items.*"):
            yield "themes", f"no statement is about {theme}"


def _consensus(draft: Draft) -> Problems:
    """Yield groups that cannot make consensus, or a number that they cannot reach."""
    reading = draft.instrument.reading
    yield from _groups("reading.practice_groups", reading.practice_groups, draft)
    field = "reading.practice_groups_needed"
    least, most = FEWEST_FOR_CONSENSUS, len(reading.practice_groups)
    sure = draft.has("reading", "reading.practice_groups", field)
    if sure and not least <= reading.practice_groups_needed <= most:
        yield field, f"should be from {least} to {most}, which are all practice_groups"


def _statement(item: AgreementItem, draft: Draft) -> Problems:
    """Yield what does not fit in a statement."""
    yield from _groups("groups", item.groups, draft)
    for problem in twice(item.not_parallel_for):
        yield "not_parallel_for", problem
    for group in set(item.not_parallel_for) - set(item.groups):
        other = instead(group, item.groups)
        yield "not_parallel_for", f"{group} is not asked this; {other}"
    pairs = [{by, of} for by, of in draft.instrument.guesses.items()]
    guessed = any(pair <= set(item.groups) for pair in pairs)
    if item.guess and not guessed and draft.has("guesses"):
        yield (
            "guess",
            "nobody can guess: no two groups of 'guesses' are both asked this",
        )


def _theme(name: str, draft: Draft) -> Problems:
    """Yield that the theme of a file is not there."""
    for problem in draft.unknown("theme", name, draft.instrument.themes, "themes"):
        yield "theme", problem


def _choice(item: PracticeItem | PurposeItem, draft: Draft) -> Problems:
    """Yield what does not fit in a practice or a purpose."""
    yield from _groups("groups", item.groups, draft)
    for problem in twice(item.options):
        yield "options", problem


def _groups(field: str, groups: Iterable[Group], draft: Draft) -> Problems:
    """Yield groups that are named twice or that the instrument does not have."""
    groups = tuple(groups)
    for problem in twice(groups):
        yield field, problem
    for group in groups:
        for problem in draft.unknown("group", group, draft.instrument.groups, "groups"):
            yield field, problem


def _fact(fact: FactItem) -> Problems:
    """Yield what does not fit in a fact: it has either options or both bounds."""
    for problem in twice(fact.options):
        yield "options", problem
    bounds = [bound for bound in (fact.smallest, fact.largest) if bound is not None]
    if bool(fact.options) == bool(bounds):
        yield "options", "give either options, or smallest and largest for a number"
    elif len(fact.options) == 1:
        yield "options", "one option is no choice: give at least two"
    elif len(bounds) == 1:
        yield "smallest", "give both smallest and largest"
    elif bounds != sorted(bounds):
        yield "smallest", f"{bounds[0]} is more than {bounds[1]}, the largest"
