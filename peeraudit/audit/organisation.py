"""The organisation that runs an installation, and whom its people can turn to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Organisation:
    """What an organisation says of itself on this site.

    Each release carries the name of its own team's organisation: this one changes no
    report that is out.
    """

    name: str = ""
    speak_up: str = ""
    """How to reach the Freedom to Speak Up Guardian; a line is a paragraph."""
    occupational_health: str = ""
    crisis_lines: str = ""
    """Whom to call at once, beside the national lines that are always shown."""
    contact_email: str = ""
    """Whom to ask about this site."""
    data_protection: str = ""
    """How to reach the data protection officer."""
    logo: str = ""
    """A hash of its logo; empty where there is none."""

    @property
    def contacts(self) -> tuple[str, ...]:
        """Whom people who are asked can turn to, a paragraph each."""
        said = (self.speak_up, self.occupational_health, self.crisis_lines)
        return tuple(line for words in said for line in paragraphs(words))


def paragraphs(words: str) -> tuple[str, ...]:
    """Return words as paragraphs, without the empty ones."""
    return tuple(line.strip() for line in words.splitlines() if line.strip())
