"""Whether what is counted over teams can be told of each of them."""

from collections.abc import Iterator

from peeraudit.instrument.checks.conditions import problems, walk
from peeraudit.instrument.checks.draft import Draft
from peeraudit.instrument.faults import Fault, twice


def trust(draft: Draft) -> Iterator[Fault]:
    """Yield counts with the name of another, and tests of what is not there."""
    counts = draft.instrument.trust
    for problem in twice(count.id for count in counts):
        yield draft.head("trust", problem)
    for number, count in enumerate(counts, start=1):
        for place, part in walk(count.when, f"trust[{number}].when"):
            for field, problem in problems(part, draft):
                yield draft.head(f"{place}.{field}", problem)
