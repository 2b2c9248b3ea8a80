"""An order is told where there is one, and not where there is none."""

import random

import pytest

from peeraudit.operations.privacy_check.arrivals import tells_order

TWENTY = list(range(20))


def swapped(order: list[int], times: int) -> list[int]:
    """Return an order in which some neighbours have changed places."""
    found = list(order)
    for place in range(0, 2 * times, 2):
        found[place], found[place + 1] = found[place + 1], found[place]
    return found


@pytest.mark.parametrize(
    "places",
    [TWENTY, TWENTY[::-1], swapped(TWENTY, 10), [2**i for i in TWENTY]],
    ids=["forwards", "backwards", "neighbours swapped", "far apart"],
)
def test_an_order_is_told(places: list[int]) -> None:
    assert tells_order(places, TWENTY)


def test_eight_in_exact_order_are_told_and_nearly_exact_are_not() -> None:
    eight = TWENTY[:8]
    assert tells_order(eight, eight)
    assert not tells_order(swapped(eight, 1), eight)
    assert not tells_order(eight[:7], eight[:7])


def test_what_is_the_same_for_two_tells_no_order() -> None:
    assert not tells_order([1, *TWENTY[1:]], TWENTY)


def test_no_order_is_told_among_what_was_shuffled() -> None:
    shuffle = random.Random(1)  # noqa: S311 # no secret
    orders = [shuffle.sample(TWENTY, 20) for _ in range(2_000)]
    assert not any(tells_order(order, TWENTY) for order in orders)
