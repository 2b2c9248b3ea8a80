"""The second factor: right codes once each, for a clock that is a little off."""

from datetime import UTC, datetime, timedelta

import pyotp
import pytest

from peeraudit.account.second_factor import (
    RECOVERY_CODES,
    SecondFactor,
    new_second_factor,
)

NOW = datetime(2026, 3, 2, 9, 0, 10, tzinfo=UTC)


def code(factor: SecondFactor, at: datetime) -> str:
    return pyotp.TOTP(factor.secret).at(at)


@pytest.mark.parametrize("seconds", [-30, 0, 30])
def test_a_clock_that_is_one_step_off_is_taken(seconds: int) -> None:
    factor, _ = new_second_factor()
    assert factor.take(code(factor, NOW + timedelta(seconds=seconds)), NOW)


@pytest.mark.parametrize("seconds", [-90, 90, 3600])
def test_an_older_or_later_code_is_not(seconds: int) -> None:
    factor, _ = new_second_factor()
    assert factor.take(code(factor, NOW + timedelta(seconds=seconds)), NOW) is None


def test_no_code_is_taken_twice_nor_an_earlier_one() -> None:
    factor, _ = new_second_factor()
    used = factor.take(code(factor, NOW), NOW)
    assert used is not None
    assert used.take(code(factor, NOW), NOW) is None
    assert used.take(code(factor, NOW - timedelta(seconds=30)), NOW) is None
    later = NOW + timedelta(seconds=30)
    assert used.take(code(factor, later), later)


@pytest.mark.parametrize("typed", ["", "12345", "abcdef", "0000000", "\u0661\u0662"])
def test_anything_else_is_not_a_code(typed: str) -> None:
    factor, _ = new_second_factor()
    assert factor.take(typed, NOW) is None


def test_each_recovery_code_works_once() -> None:
    factor, codes = new_second_factor()
    assert len(set(codes)) == RECOVERY_CODES
    first = factor.take(codes[0].upper().replace("-", " "), NOW)
    assert first is not None
    assert first.take(codes[0], NOW) is None
    assert first.take(codes[1], NOW) is not None


def test_nothing_that_is_kept_is_a_recovery_code() -> None:
    factor, codes = new_second_factor()
    assert not [each for each in codes if each.replace("-", "") in factor.recovery]


def test_the_app_is_told_whose_code_it_is() -> None:
    address = new_second_factor()[0].address("kay@trust.nhs.uk")
    assert address.startswith("otpauth://totp/PeerAudit:kay%40trust.nhs.uk?secret=")
