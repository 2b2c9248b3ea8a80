"""The ledger: an answer feeds one release, ever, and a second is told which."""

from datetime import UTC, datetime

import pytest

from peeraudit.release.ledger import AlreadyReleased, Support
from tests.unit.factories import PW

SUPPORT = Support(
    "0123456789ab", PW, "ba9876543210", datetime(2026, 4, 19, 9, 0, tzinfo=UTC)
)


def test_answers_that_feed_nothing_may_feed_a_release() -> None:
    SUPPORT.refuse_other(None)


@pytest.mark.parametrize("feeds", ["0123456789ab", "ba9876543210", ""])
def test_answers_that_feed_a_release_feed_no_other_nor_the_same_again(
    feeds: str,
) -> None:
    with pytest.raises(AlreadyReleased) as refused:
        SUPPORT.refuse_other(feeds)
    assert str(refused.value) == (
        f"peer_worker of audit 0123456789ab stands in the release of {feeds} already: "
        "an answer feeds one release, ever"
    )
