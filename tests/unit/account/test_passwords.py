"""Passwords: refused where they are guessed first, kept as a hash, checked evenly."""

import pytest

from peeraudit.account import passwords
from peeraudit.account.passwords import (
    LONGEST,
    WeakPassword,
    hash_password,
    is_password,
    refuse_weak,
)

GOOD = "plinth otter gravel spoon"


def test_a_password_is_known_again_and_no_other_is() -> None:
    kept = hash_password(GOOD)
    assert GOOD not in kept
    # RFC 9106, section 4: the second recommended option
    assert kept.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert is_password(kept, GOOD)
    assert not is_password(kept, GOOD + "s")
    assert kept != hash_password(GOOD)


@pytest.mark.parametrize("kept", ["", "not a hash", "$argon2id$broken"])
def test_nothing_is_the_password_of_nobody(kept: str) -> None:
    assert not is_password(kept, GOOD)


def test_where_there_is_no_account_a_hash_is_checked_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    passwords._of_nobody()
    checked: list[str] = []

    class Watched:
        def verify(self, kept: str, _typed: str) -> bool:
            checked.append(kept)
            return True

    monkeypatch.setattr(passwords, "_hasher", Watched)
    assert not is_password("", GOOD)
    assert checked[0].startswith("$argon2id$")


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("otter gravel", None),
        ("short words", "at least 12"),
        ("x" * (LONGEST + 1), "at most 128"),
        ("password123456", "easy to guess"),
        ("aaaaaaaaaaaaaaaa", "easy to guess"),
        ("kay.oduya@trust.nhs.uk", "easy to guess"),
        (GOOD, None),
        ("Pflaume-Brücke-Nebel", None),
    ],
)
def test_what_is_guessed_first_is_refused(password: str, why: str | None) -> None:
    known = ("kay.oduya@trust.nhs.uk", "Kay Oduya")
    if why is None:
        refuse_weak(password, known=known)
        return
    with pytest.raises(WeakPassword, match=why):
        refuse_weak(password, known=known)
