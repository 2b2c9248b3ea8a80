"""What an operation raises where the state of an audit does not allow it."""


class WrongState(RuntimeError):
    """Something that an audit in its state does not allow."""
