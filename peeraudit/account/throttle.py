"""Slowing guesses down: never locked, and a browser that is known waits for itself."""

from dataclasses import dataclass
from datetime import datetime, timedelta

FREE = 4
"""Failures that cost nothing: people mistype."""

LONGEST_WAIT = timedelta(seconds=60)
"""However many failures there were: a password of four words outlasts that."""

FORGOTTEN_AFTER = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Failures:
    """Failed tries at an address, with an account or without, in some browsers."""

    number: int = 0
    last: datetime | None = None

    def wait(self, at: datetime) -> timedelta:
        """Return how long until the next try is looked at."""
        if self.last is None or self.number <= FREE:
            return timedelta()
        seconds = min(2 ** (self.number - FREE), LONGEST_WAIT.total_seconds())
        delay = timedelta(seconds=seconds)
        # No longer than that either where the clock was put back since.
        return min(max(self.last + delay - at, timedelta()), delay)

    def one_more(self, at: datetime) -> "Failures":
        """Return the count after another failure; old ones are forgotten."""
        if self.last is not None and at - self.last > FORGOTTEN_AFTER:
            return Failures(1, at)
        return Failures(min(self.number + 1, 1_000), at)

    def one_less(self, at: datetime, before: "Failures") -> "Failures":
        """Return the count without a failure that was none.

        Parameters
        ----------
        at, before
            When it was counted, and what was there before it.
        """
        if self == before.one_more(at):
            return before
        return Failures(max(self.number - 1, 0), self.last)
