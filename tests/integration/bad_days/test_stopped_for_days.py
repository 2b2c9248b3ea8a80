"""A worker that is killed in mid-release and stays away for days catches up."""

import signal
from datetime import timedelta

import pytest

from peeraudit.audit.audit import State
from peeraudit.operations.do_what_is_due import do_what_is_due
from tests.integration.storage.conftest import OpenOne
from tests.integration.storage.test_closing import (
    answer,
    assert_nothing_is_left,
    die_after,
)

DAYS = timedelta(days=9)


@pytest.mark.parametrize("step", ["releases.add", "_publish"])
def test_it_releases_what_it_had_begun_and_what_has_ended_since(
    step: str, open_one: OpenOne, database_url: str
) -> None:
    begun = open_one()
    ended_since = open_one(opens=begun.opens + timedelta(days=3))
    still_open = open_one(opens=begun.opens + DAYS + timedelta(days=1))
    for each in (begun, ended_since, still_open):
        answer(each)
    assert die_after(step, begun, database_url) == -signal.SIGKILL
    do_what_is_due(begun.installation, at=begun.over + DAYS)
    for each in (begun, ended_since):
        assert each.release is not None
        assert [told.answered for told in each.release.groups] == [5, 6]
        assert_nothing_is_left(each)
    assert still_open.release is None
    assert begun.installation.audit(still_open.id).state is State.OPEN
