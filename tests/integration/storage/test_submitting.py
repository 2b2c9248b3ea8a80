"""A box in and a code out: once, whatever happens at the same time."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from sqlalchemy import func, select

from peeraudit.instrument.frozen import Group
from peeraudit.operations.admit import Admitted, Refusal, admit
from peeraudit.operations.drafts import (
    DraftProblem,
    keep_draft,
    open_draft,
    start_afresh,
)
from peeraudit.operations.installation import Installation
from peeraudit.operations.submit_response import Submission, submit_response
from peeraudit.response.responses import Draft
from peeraudit.sealing.codes import fingerprint, new_code
from peeraudit.storage.tables import BoxRow, CodeRow, DraftRow
from tests.integration.storage.conftest import OpenAudit


def rows(installation: Installation, table: type) -> int:
    """Count the rows of a table."""
    with installation.database.reading() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def first_code(audit: OpenAudit) -> str:
    """Return the code of one peer worker."""
    return audit.codes[Group.PEER_WORKER][0]


def test_submitting_spends_the_code_and_drops_the_draft(audit: OpenAudit) -> None:
    code = first_code(audit)
    audit.save(code, {"SE4": "2"})

    submitted = submit_response(
        audit.installation, code, audit.word, at=audit.meanwhile
    )

    assert submitted is Submission.ACCEPTED
    assert rows(audit.installation, BoxRow) == 1
    assert rows(audit.installation, DraftRow) == 0
    assert rows(audit.installation, CodeRow) == 10


def test_eight_presses_of_submit_at_once_count_once(audit: OpenAudit) -> None:
    code = first_code(audit)
    audit.save(code, {"SE4": "2"})

    def press(_: int) -> object:
        return submit_response(audit.installation, code, audit.word, at=audit.meanwhile)

    with ThreadPoolExecutor(8) as pool:
        outcomes = list(pool.map(press, range(8)))

    assert outcomes.count(Submission.ACCEPTED) == 1
    assert outcomes.count(Refusal.UNKNOWN) == 7
    assert rows(audit.installation, BoxRow) == 1


def test_two_tabs_that_save_at_once_lose_nothing(audit: OpenAudit) -> None:
    code = first_code(audit)
    pages = [{f"{item}": "4"} for item in ("RC1", "SE1", "SE4", "FT1", "BD5", "DP2")]
    # The first Continue makes the draft; only then can two tabs meet in it.
    audit.save(code, {"ID1": "1"})

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda page: audit.save(code, page), pages))

    admitted = admit(audit.installation, code, at=audit.meanwhile)
    assert isinstance(admitted, Admitted)
    kept = open_draft(audit.installation, admitted, code, audit.word)
    everything = {"ID1": "1"} | {name: "4" for page in pages for name in page}
    assert kept == Draft(everything)


def test_a_draft_does_not_open_with_another_word(audit: OpenAudit) -> None:
    code = first_code(audit)
    audit.save(code, {"SE4": "2"})
    wrong = keep_draft(
        audit.installation, code, "bodaki-murota", {"SE4": "5"}, at=audit.meanwhile
    )
    assert wrong is DraftProblem.WRONG_WORD
    submitted = submit_response(
        audit.installation, code, "bodaki-murota", at=audit.meanwhile
    )
    assert submitted is DraftProblem.WRONG_WORD
    assert rows(audit.installation, BoxRow) == 0


def test_after_starting_afresh_the_old_word_opens_and_submits_nothing(
    audit: OpenAudit,
) -> None:
    code, new_word = first_code(audit), "nilozi-mifugu"
    audit.save(code, {"SE4": "2"})
    here, at = audit.installation, audit.meanwhile
    assert start_afresh(here, code, new_word, at=at) is None

    admitted = admit(here, code, at=at)
    assert isinstance(admitted, Admitted)
    assert open_draft(here, admitted, code, new_word) == Draft()
    # Another device still has the old draft on its screen.
    assert open_draft(here, admitted, code, audit.word) is DraftProblem.WRONG_WORD
    kept = keep_draft(here, code, audit.word, {"SE5": "2"}, at=at)
    assert kept is DraftProblem.WRONG_WORD
    submitted = submit_response(here, code, audit.word, at=at)
    assert submitted is DraftProblem.WRONG_WORD
    assert rows(here, BoxRow) == 0


def test_unknown_and_spent_codes_are_told_apart_by_nobody(audit: OpenAudit) -> None:
    code = first_code(audit)
    audit.save(code, {"SE4": "2"})
    submit_response(audit.installation, code, audit.word, at=audit.meanwhile)
    for each in (code, new_code()):
        assert admit(audit.installation, each, at=audit.meanwhile) is Refusal.UNKNOWN


def test_after_the_closing_time_only_a_draft_may_be_finished(audit: OpenAudit) -> None:
    begun, fresh = audit.codes[Group.PEER_WORKER][:2]
    audit.save(begun, {"SE4": "2"})
    in_grace = audit.closes + timedelta(minutes=59)

    assert admit(audit.installation, fresh, at=in_grace) is Refusal.CLOSED
    assert isinstance(admit(audit.installation, begun, at=in_grace), Admitted)
    assert (
        submit_response(audit.installation, begun, audit.word, at=in_grace)
        is Submission.ACCEPTED
    )


def test_after_the_grace_hour_nothing_is_taken(audit: OpenAudit) -> None:
    code = first_code(audit)
    audit.save(code, {"SE4": "2"})
    late = submit_response(audit.installation, code, audit.word, at=audit.over)
    assert late is Refusal.CLOSED
    assert rows(audit.installation, BoxRow) == 0


def test_drafts_and_boxes_have_one_length(audit: OpenAudit) -> None:
    few, many = audit.codes[Group.PEER_WORKER][:2]
    audit.save(few, {"SE4": "2"})
    audit.save(many, dict.fromkeys(("SE1", "SE4", "FT1", "BD5"), "dont_know"))
    with audit.installation.database.reading() as connection:
        drafts = connection.execute(select(DraftRow.sealed)).scalars().all()
    for code in (few, many):
        submit_response(audit.installation, code, audit.word, at=audit.meanwhile)
    with audit.installation.database.reading() as connection:
        boxes = connection.execute(select(BoxRow.sealed)).scalars().all()
    assert len({len(each) for each in drafts}) == 1
    assert len({len(each) for each in boxes}) == 1


def test_a_code_is_kept_as_a_hash_only(audit: OpenAudit) -> None:
    with audit.installation.database.reading() as connection:
        kept = set(connection.execute(select(CodeRow.fingerprint)).scalars())
    assert {fingerprint(code) for codes in audit.codes.values() for code in codes} == (
        kept
    )
