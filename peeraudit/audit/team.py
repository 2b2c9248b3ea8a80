"""The team that looks at itself, and the organisation it belongs to."""

from dataclasses import dataclass

from peeraudit.instrument.wording import LocalWords


@dataclass(frozen=True, slots=True)
class Team:
    """A team of an organisation, with its own words for its peer workers."""

    organisation: str
    words: LocalWords
    id: str = ""
    """What it is filed under; empty before it is kept."""

    @property
    def name(self) -> str:
        """What the team calls itself."""
        return self.words.team
