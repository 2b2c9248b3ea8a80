"""Plain words for what will be seen: what is told, and how things are called."""

from dataclasses import dataclass

from peeraudit.instrument.definition import Instrument
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.wording import LocalWords


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that is told: its name, sentences about it, and a list."""

    heading: str
    sentences: tuple[str, ...]
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Names:
    """How the instrument and the team call things."""

    instrument: Instrument
    words: LocalWords

    def heading(self, group: Group) -> str:
        """What a group is called as a label."""
        return self.words.fill(self.instrument.wording.groups[group].name)

    def inline(self, group: Group) -> str:
        """What a group is called in the middle of a sentence."""
        return self.words.fill(self.instrument.wording.groups[group].inline)

    def rule(self, rule: str) -> str:
        """What a finding is called."""
        return self.words.fill(self.instrument.wording.rules[rule].title)


def counted(number: int, one: str) -> str:
    """Return a number and what it counts.

    >>> counted(1, "theme"), counted(8, "theme")
    ('1 theme', '8 themes')
    """
    return f"{number} {one}{'' if number == 1 else 's'}"
