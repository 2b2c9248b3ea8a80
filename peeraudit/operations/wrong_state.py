"""What an operation raises where the state of an audit does not allow it."""

from peeraudit.audit.audit import Audit


class WrongState(RuntimeError):
    """Something that an audit in its state does not allow."""


class LaunchedBefore(WrongState):
    """An audit that has been launched, so that nothing of it can be changed."""


class ChangedMeanwhile(WrongState):
    """A draft that is not any more what somebody saw who changes or launches it."""


class TooNear(WrongState):
    """An audit that closes within 90 days of another of the same team."""

    def __init__(self, message: str, other: Audit) -> None:
        super().__init__(message)
        self.other = other
