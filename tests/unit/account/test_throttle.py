"""Guessing is slowed down, and nobody is ever locked out."""

from datetime import UTC, datetime, timedelta

from peeraudit.account.throttle import FREE, LONGEST_WAIT, Failures

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def after(failures: int) -> Failures:
    counted = Failures()
    for _ in range(failures):
        counted = counted.one_more(NOW)
    return counted


def test_a_few_slips_cost_nothing() -> None:
    assert after(FREE).wait(NOW) == timedelta()


def test_each_failure_more_doubles_the_wait_up_to_a_minute() -> None:
    waits = [after(FREE + n).wait(NOW).total_seconds() for n in range(1, 9)]
    assert waits == [2, 4, 8, 16, 32, 60, 60, 60]
    assert after(5_000).wait(NOW) == LONGEST_WAIT


def test_the_wait_passes() -> None:
    counted = after(FREE + 3)
    assert counted.wait(NOW + timedelta(seconds=5)) == timedelta(seconds=3)
    assert counted.wait(NOW + timedelta(seconds=8)) == timedelta()


def test_old_failures_are_forgotten() -> None:
    tomorrow = NOW + timedelta(hours=13)
    assert after(50).one_more(tomorrow) == Failures(1, tomorrow)


def test_a_clock_that_is_put_back_makes_nobody_wait_longer() -> None:
    many = Failures(FREE + 3, NOW)
    assert many.wait(NOW - timedelta(days=1)) == many.wait(NOW)


def test_what_was_no_failure_leaves_the_count_as_it_was() -> None:
    before, later = after(6), NOW + timedelta(minutes=1)
    assert before.one_more(later).one_less(later, before) == before


def test_failures_that_came_meanwhile_stay_counted() -> None:
    before, later = after(2), NOW + timedelta(minutes=1)
    three_at_once = before.one_more(later).one_more(later).one_more(later)
    assert three_at_once.one_less(later, before) == Failures(4, later)
    assert Failures().one_less(later, before) == Failures()
