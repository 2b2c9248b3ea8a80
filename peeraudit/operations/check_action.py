"""What an action has to be to be kept, and what would be right where it is not."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from peeraudit.operations.people import takes_mail
from peeraudit.plan.action import Action

LONGEST = {"what": 300, "owner": 80, "measure": 300, "notes": 2000}
"""Signs (our judgement): what is read aloud at a meeting is short."""

FURTHEST = timedelta(days=5 * 366)
"""How far ahead a day may be: beyond it is a slip of the pen (our judgement)."""


class ActionFault(ValueError):
    """An action that cannot be kept: which field, and what would be right."""

    def __init__(self, field: str, words: str) -> None:
        super().__init__(words)
        self.field = field


@dataclass(frozen=True, slots=True)
class Checked:
    """An action that is to be kept, what it was before, and the day."""

    action: Action
    today: date
    before: Action | None = None
    """None for a new one."""

    def faults(self) -> Iterator[ActionFault]:
        """Yield what is wrong, field by field."""
        if not self.action.what:
            yield ActionFault("what", "Enter what the team will do")
        if not self.action.owner:
            yield ActionFault("owner", "Enter the role that sees to it")
        for field, most in LONGEST.items():
            used = len(getattr(self.action, field))
            if used > most:
                yield ActionFault(
                    field,
                    f"Use {most} characters or fewer: there are {used} now",
                )
        yield from self._of_its_day()
        yield from self._of_the_address()

    def _of_its_day(self) -> Iterator[ActionFault]:
        """Refuse a new day that is over, or years ahead."""
        due = self.action.due
        if self.before and self.before.due == due:
            return
        if due < self.today:
            yield ActionFault("due", "Enter a day that is today or still to come")
        elif due > self.today + FURTHEST:
            yield ActionFault("due", "Enter a day within the next five years")

    def _of_the_address(self) -> Iterator[ActionFault]:
        """Refuse what is no address, and one that nobody would need."""
        if self.action.remind and not takes_mail(self.action.remind):
            yield ActionFault(
                "remind", "Enter an e-mail address, like name@trust.nhs.uk"
            )


def refuse_faults(checked: Checked) -> None:
    """Raise the first :class:`ActionFault` of an action that cannot be kept."""
    for fault in checked.faults():
        raise fault


def in_one_line(written: str) -> str:
    """Return what was written, as one line of signs that can be seen.

    >>> in_one_line("  Write the role\\r\\n down\\x07 ")
    'Write the role down'
    """
    return " ".join(in_lines(written).split())


def in_lines(written: str) -> str:
    """Return what was written, without signs that steer a machine."""
    text = written.replace("\r\n", "\n").replace("\r", "\n")
    kept = (sign for sign in text if sign in "\n\t" or not _steers(sign))
    return "".join(kept).strip()


def _steers(sign: str) -> bool:
    """Say whether a sign is a control sign, or no sign at all."""
    return unicodedata.category(sign) in {"Cc", "Cs", "Cn"}
