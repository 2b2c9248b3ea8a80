"""One page to confirm what cannot be undone at a click."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from peeraudit.web.forms import Fault
from peeraudit.web.manage.navigation import Navigation


@dataclass(frozen=True, slots=True)
class ConfirmPage:
    """What will happen, and the one button that makes it happen."""

    navigation: Navigation
    title: str
    paragraphs: tuple[str, ...]
    button: str
    back: str
    """Where whoever thinks again goes."""
    sent: Mapping[str, str] = field(default_factory=dict)
    """What the form sends along."""
    refused: str = ""
    """Why it could not be done."""
    is_warning: bool = True
    """Whether something is lost by it."""

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong, for the summary."""
        return (Fault(self.refused, "confirm"),) if self.refused else ()
