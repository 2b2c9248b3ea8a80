"""A manager who sets an audit up: the pages of one draft, by name."""

from collections.abc import Mapping

from tests.integration.manage.managing import Manager
from tests.integration.web.visiting import Page

TEAM = {
    "organisation": "Seaside NHS Trust",
    "team": "Pier team",
    "one": "lived experience worker",
    "many": "lived experience workers",
}
PEOPLE = {"manager": "6", "peer_worker": "7", "other_staff": "8"}
SAVE = "Save this promise"


class Drafting:
    """Somebody and the draft that they are at."""

    def __init__(self, manager: Manager, address: str) -> None:
        self.manager = manager
        self.address = address
        """Of the list of what there is to do."""

    @classmethod
    def begin(cls, manager: Manager, questions: str = "readiness.full") -> "Drafting":
        """Add a team, and start an audit of it."""
        manager.open("/manage/teams/new")
        manager.choose(TEAM, "Add this team")
        manager.follow("Start an audit")
        return cls(manager, manager.choose({"questions": questions}).path)

    @property
    def audit(self) -> str:
        """The id of the audit."""
        return self.address.split("/")[-2]

    def at(self, page: str = "", status: int = 200) -> Page:
        """Open a page of the draft."""
        return self.manager.open(f"{self.address}/{page}".rstrip("/"), status)

    def fill(self, topic: str, facts: Mapping[str, str], status: int = 200) -> Page:
        """Fill in facts of one topic."""
        self.at(f"facts/{topic}")
        named = {f"fact_{name}": value for name, value in facts.items()}
        return self.manager.choose(named, "Save and continue", status)

    def promise(self, sent: Mapping[str, str] | None = None, status: int = 200) -> Page:
        """Promise something to people, six of whom may be shown."""
        self.at("promise")
        return self.manager.choose({**PEOPLE, **(sent or {})}, SAVE, status)

    def launch(self, status: int = 200) -> Page:
        """Look at everything, and launch."""
        self.at("launch")
        return self.manager.press("Launch this audit", status=status)
