"""How gunicorn serves, wherever it is started here: no log says who asked for what."""

import logging
import re
from typing import Any

bind = "127.0.0.1:5000"
workers = 2
threads = 4
accesslog = None
loglevel = "warning"

OF_A_REQUEST = re.compile(r"Invalid |Error handling|Socket error|Exception in post")
"""How gunicorn begins what it says of one request, often with its address or path."""


class NothingOfRequests(logging.Filter):
    """Drops every line about a single request."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep what is about the server itself."""
        return not OF_A_REQUEST.match(str(record.msg))


def on_starting(server: Any) -> None:
    """Set the filter before there is a worker."""
    server.log.error_log.addFilter(NothingOfRequests())
