"""Keys as files: readable by their owner alone, kept once, and gone when destroyed."""

from pathlib import Path

import pytest

from peeraudit.sealing.keys import FOR_GROUP, KeyFolder, KeyKind, KeyLost

KEY = bytes(range(32))
AUDIT = "0123456789ab"


@pytest.fixture
def keys(tmp_path: Path) -> KeyFolder:
    """A folder that is not there before its first key."""
    return KeyFolder(tmp_path / "keys")


def file_of(keys: KeyFolder) -> Path:
    """The only file in the folder."""
    (file,) = keys.path.iterdir()
    return file


def test_a_key_that_is_kept_is_read(keys: KeyFolder) -> None:
    keys.keep(AUDIT, KeyKind.ANSWERS, KEY)
    assert keys.holds(AUDIT, KeyKind.ANSWERS)
    assert keys.read(AUDIT, KeyKind.ANSWERS) == KEY


def test_only_its_owner_may_read_a_key(keys: KeyFolder) -> None:
    keys.keep(AUDIT, KeyKind.ANSWERS, KEY)
    assert file_of(keys).stat().st_mode & 0o777 == 0o600
    assert keys.path.stat().st_mode & 0o777 == 0o700


def test_a_key_is_never_replaced(keys: KeyFolder) -> None:
    keys.keep(AUDIT, KeyKind.ANSWERS, KEY)
    keys.keep(AUDIT, KeyKind.ANSWERS, bytes(32))
    assert keys.read(AUDIT, KeyKind.ANSWERS) == KEY


def test_keys_of_other_audits_and_kinds_are_others(keys: KeyFolder) -> None:
    keys.keep(AUDIT, KeyKind.ANSWERS, KEY)
    assert not keys.holds(AUDIT, KeyKind.DRAFTS)
    assert not keys.holds("ba9876543210", KeyKind.ANSWERS)
    keys.keep(AUDIT, KeyKind.DRAFTS, bytes(32))
    keys.destroy(AUDIT, KeyKind.DRAFTS)
    assert keys.read(AUDIT, KeyKind.ANSWERS) == KEY


def test_a_destroyed_key_leaves_no_byte_of_itself(
    keys: KeyFolder, tmp_path: Path
) -> None:
    keys.keep(AUDIT, KeyKind.ANSWERS, KEY)
    same_bytes = tmp_path / "another name of the same file"
    same_bytes.hardlink_to(file_of(keys))
    assert same_bytes.read_bytes() == KEY
    keys.destroy(AUDIT, KeyKind.ANSWERS)
    assert same_bytes.read_bytes() == bytes(32)
    assert list(keys.path.iterdir()) == []


def test_a_destroyed_key_is_lost(keys: KeyFolder) -> None:
    keys.keep(AUDIT, KeyKind.ANSWERS, KEY)
    keys.destroy(AUDIT, KeyKind.ANSWERS)
    assert not keys.holds(AUDIT, KeyKind.ANSWERS)
    with pytest.raises(KeyLost, match="answers key of audit 0123456789ab"):
        keys.read(AUDIT, KeyKind.ANSWERS)


def test_destroying_again_changes_nothing(keys: KeyFolder) -> None:
    keys.keep(AUDIT, KeyKind.ANSWERS, KEY)
    keys.destroy(AUDIT, KeyKind.ANSWERS)
    keys.destroy(AUDIT, KeyKind.ANSWERS)
    assert list(keys.path.iterdir()) == []


def test_a_key_that_was_never_there_is_lost_too(keys: KeyFolder) -> None:
    with pytest.raises(KeyLost):
        keys.read(AUDIT, KeyKind.ANSWERS)
    keys.destroy(AUDIT, KeyKind.ANSWERS)


def test_a_key_that_a_power_cut_left_empty_is_lost(keys: KeyFolder) -> None:
    keys.keep(AUDIT, KeyKind.DRAFTS, KEY)
    file_of(keys).write_bytes(b"")
    with pytest.raises(KeyLost):
        keys.read(AUDIT, KeyKind.DRAFTS)


def test_the_website_may_read_what_the_worker_keeps_for_it(tmp_path: Path) -> None:
    shared = KeyFolder(tmp_path / "web-keys", FOR_GROUP)
    shared.keep(AUDIT, KeyKind.DRAFTS, KEY)
    assert file_of(shared).stat().st_mode & 0o777 == 0o640


def test_nothing_unfinished_is_left_beside_a_key(keys: KeyFolder) -> None:
    keys.keep(AUDIT, KeyKind.ANSWERS, KEY)
    keys.keep(AUDIT, KeyKind.ANSWERS, bytes(32))
    assert [file.name for file in keys.path.iterdir()] == [f"{AUDIT}.answers"]


@pytest.mark.parametrize("kind", KeyKind)
def test_every_kind_of_key_is_kept_and_destroyed_by_itself(
    keys: KeyFolder, kind: KeyKind
) -> None:
    for number, each in enumerate(KeyKind):
        keys.keep(AUDIT, each, bytes([number]) * 32)
    keys.destroy(AUDIT, kind)
    for number, each in enumerate(KeyKind):
        assert keys.holds(AUDIT, each) is (each is not kind)
        if each is not kind:
            assert keys.read(AUDIT, each) == bytes([number]) * 32


def test_the_counts_of_each_group_have_a_key_of_their_own(keys: KeyFolder) -> None:
    peers, staff = f"{AUDIT}.peer_worker", f"{AUDIT}.other_staff"
    keys.keep(peers, KeyKind.POOLING, KEY)
    keys.keep(staff, KeyKind.POOLING, bytes(32))
    keys.destroy(staff, KeyKind.POOLING)
    assert keys.read(peers, KeyKind.POOLING) == KEY
    assert not keys.holds(AUDIT, KeyKind.POOLING)


def test_no_two_kinds_of_key_share_a_file() -> None:
    assert list(KeyKind.__members__.values()) == list(KeyKind)
