"""The team that looks at itself, and the organisation it belongs to."""

import unicodedata
from dataclasses import dataclass

from peeraudit.instrument.wording import LocalWords


@dataclass(frozen=True, slots=True)
class Team:
    """A team of an organisation, with its own words for its peer workers.

    A team is known by organisation and name alone: services are merged and renamed
    while the team, and how far apart its audits have to be, stays what it is.
    """

    organisation: str
    words: LocalWords
    id: str = ""
    """What it is filed under; empty before it is kept."""
    service: str = ""
    """The part of the organisation it belongs to; empty where nobody has said."""

    @property
    def name(self) -> str:
        """What the team calls itself."""
        return self.words.team

    @property
    def folded(self) -> tuple[str, str]:
        """Organisation and name as one team is known by, however they are written."""
        return fold(self.organisation), fold(self.name)


def fold(name: str) -> str:
    """Return a name without what only looks different: width, case and spaces.

    >>> fold("South  Team ") == fold("SOUTH TEAM")
    True
    """
    plain = unicodedata.normalize("NFKC", name).casefold()
    return " ".join(unicodedata.normalize("NFKC", plain).split())
