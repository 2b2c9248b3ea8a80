"""What waits for a view over teams: groups with no cell of their own, and no others."""

from collections.abc import Mapping

import pytest

from peeraudit.audit.promise import FLOORS, GroupMode
from peeraudit.disclosure.disclose import disclose
from peeraudit.disclosure.pooling import open_to_pooling
from peeraudit.instrument.frozen import Group
from peeraudit.tally.counts import Tallies
from tests.unit.factories import (
    MG,
    PW,
    ST,
    SU,
    make_promise,
    make_tally,
    role_adoption,
)

MODES: Mapping[Group, GroupMode] = {
    MG: GroupMode.ATTRIBUTED,
    SU: GroupMode.POOLED_ONLY,
}


def waiting(
    answered: Mapping[Group, int], *, pooling: bool = True
) -> tuple[Group, ...]:
    """The groups that wait to be pooled: managers answer openly, others do not."""
    modes = MODES if pooling else {MG: GroupMode.ATTRIBUTED}
    promise = make_promise({MG: 2, PW: 9, ST: 9, SU: 9}, modes=modes, pooling=pooling)
    tallies = tuple(
        make_tally(f"{name} SE5", {"4": answered[group]})
        for name, group in (("MG", MG), ("PW", PW), ("ST", ST))
        if answered[group]
    )
    return open_to_pooling(
        promise, disclose(Tallies(answered, tallies), promise, role_adoption())
    )


@pytest.mark.parametrize(
    ("answered", "groups"),
    [
        ({MG: 2, PW: 4, ST: 9, SU: 9}, (PW, SU)),
        ({MG: 2, PW: 5, ST: 9, SU: 9}, (SU,)),
        ({MG: 2, PW: 0, ST: 4, SU: 0}, (PW, ST, SU)),
        # nobody of an open group answered: it was promised to be shown here
        ({MG: 0, PW: 9, ST: 9, SU: 9}, (SU,)),
    ],
)
def test_what_has_no_cell_here_waits_to_be_pooled(
    answered: Mapping[Group, int], groups: tuple[Group, ...]
) -> None:
    assert waiting(answered) == groups


def test_without_pooling_nothing_waits() -> None:
    assert waiting({MG: 2, PW: 4, ST: 1, SU: 1}, pooling=False) == ()


def test_a_group_of_which_one_question_is_withheld_has_cells_and_does_not_wait() -> (
    None
):
    promise = make_promise({PW: 9}, pooling=True)
    tallies = (
        make_tally("PW SE5", {"4": 6}),
        make_tally("PW SE4", {"4": 4}, people=6),
    )
    cells = disclose(Tallies({PW: 6}, tallies), promise, role_adoption())
    assert [each.item for each in cells.withheld] == ["SE4"]
    assert open_to_pooling(promise, cells) == ()


@pytest.mark.parametrize("floor", FLOORS)
def test_whatever_floor_was_promised_a_group_below_it_waits(floor: int) -> None:
    promise = make_promise({PW: 20}, floor=floor, pooling=True)
    for answered, waits in ((floor - 1, (PW,)), (floor, ())):
        tallies = (make_tally("PW SE5", {"4": answered}),)
        cells = disclose(Tallies({PW: answered}, tallies), promise, role_adoption())
        assert open_to_pooling(promise, cells) == waits
