"""The attacks, one a file, in the order in which they are told."""

from peeraudit.operations.privacy_check.attacks import (
    draft_on_website,
    draft_with_code,
    files_open,
    forge,
    hidden_store,
    join_by_time,
    join_by_value,
    keys_copied,
    keys_left,
    looks_random,
    marks_kept,
    old_backup,
    open_boxes,
    order_by_place,
    order_by_value,
    read_files,
    read_logs,
    read_rows,
    read_sessions,
    refusal_times,
    refusal_words,
    rows_left,
    stored_releases,
    times_kept,
)
from peeraudit.operations.privacy_check.verdict import Attack

ATTACKS: tuple[Attack, ...] = tuple(
    each.ATTACK
    for each in (
        read_rows,
        read_files,
        open_boxes,
        looks_random,
        marks_kept,
        read_logs,
        read_sessions,
        hidden_store,
        join_by_value,
        join_by_time,
        order_by_value,
        order_by_place,
        times_kept,
        draft_with_code,
        draft_on_website,
        refusal_words,
        refusal_times,
        rows_left,
        keys_left,
        keys_copied,
        old_backup,
        files_open,
        forge,
        stored_releases,
    )
)
