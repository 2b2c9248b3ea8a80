"""The counts of one group written down, to be sealed until a view over teams."""

import json

from peeraudit.instrument.definition import AgreementItem, Instrument, Question
from peeraudit.instrument.frozen import Group
from peeraudit.questionnaire.questions import Asking, QuestionKey, keys
from peeraudit.tally.counts import STEPS, Tallies, Tally


def pack(tallies: Tallies, group: Group) -> bytes:
    """Write the counts of one group down."""
    content = {
        "people": tallies.answered[group],
        "tallies": [
            [each.key.item, each.key.about, dict(each.counts), each.dont_know]
            for each in tallies.tallies
            if each.group is group
        ],
    }
    return json.dumps(content).encode()


def unpack(packed: bytes, group: Group) -> Tallies:
    """Read back what :func:`pack` wrote."""
    content = json.loads(packed)
    people = content["people"]
    return Tallies(
        {group: people},
        tuple(
            Tally(
                group,
                QuestionKey(item, Group(about) if about else None),
                counts,
                dont_know,
                people,
            )
            for item, about, counts, dont_know in content["tallies"]
        ),
    )


def longest(asking: Asking, group: Group, people: int) -> int:
    """Return how many bytes the counts of a group can need, whatever it said."""
    most = tuple(
        Tally(
            group,
            key,
            dict.fromkeys(options(asking.instrument, key), people),
            people,
            people,
        )
        for key in keys(asking, group)
    )
    return len(pack(Tallies({group: people}, most), group))


def options(instrument: Instrument, key: QuestionKey) -> tuple[str, ...]:
    """Return everything that can be counted for a question."""
    item: Question = instrument.questions[key.item]
    if isinstance(item, AgreementItem):
        return tuple(str(step) for step in range(1, STEPS + 1))
    return item.options
