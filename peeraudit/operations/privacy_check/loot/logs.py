"""What any part of the program says meanwhile, down to each statement."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

LOUD = {"": logging.DEBUG, "sqlalchemy": logging.INFO}
"""How much is told: all that anything says, and each statement with no row it found."""


@contextmanager
def everything_logged() -> Iterator[list[str]]:
    """Collect what any part of the program says meanwhile, down to each statement."""
    written: list[str] = []

    class Collecting(logging.Handler):
        """Keeps every line."""

        def emit(self, record: logging.LogRecord) -> None:
            """Keep a line as it would be written."""
            written.append(self.format(record))

    handler = Collecting()
    levels = {name: logging.getLogger(name).level for name in LOUD}
    logging.getLogger().addHandler(handler)
    for name, level in LOUD.items():
        logging.getLogger(name).setLevel(level)
    try:
        yield written
    finally:
        logging.getLogger().removeHandler(handler)
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)
