"""The others who are asked: they answer out of sight, and as the pages do it."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from peeraudit.operations.admit import Admitted, admit
from peeraudit.operations.drafts import Kept, keep_draft
from peeraudit.operations.installation import Installation
from peeraudit.operations.submit_response import Submission, submit_response
from peeraudit.response.responses import Scope
from tests.journeys.site import OPENS

WORD = "bodaki-murotu"
MEANWHILE = OPENS + timedelta(days=1)


def answer(
    installation: Installation,
    codes: Iterable[str],
    said: Mapping[str, str],
    scope: Scope | None = None,
    *,
    at: datetime = MEANWHILE,
) -> None:
    """Let everybody with one of these codes say the same, and submit it."""
    for code in codes:
        kept = keep_draft(installation, code, WORD, said, at=at, scope=scope)
        assert isinstance(kept, Kept)
        sent = submit_response(installation, code, WORD, at=at)
        assert sent is Submission.ACCEPTED


def all_alike(
    installation: Installation, code: str, place: int = 3, *, at: datetime = MEANWHILE
) -> dict[str, str]:
    """The same place in the list for every question that a code is asked."""
    admitted = admit(installation, code, at=at)
    assert isinstance(admitted, Admitted)
    return {
        name: list(asked.options)[min(place, len(asked.options) - 1)]
        for name, asked in admitted.sitting.by_topic.asked.items()
        if asked.options
    }
