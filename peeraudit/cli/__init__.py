"""The same verbs at the command line: the whole job, without a server."""

import sys

from peeraudit.cli.commands import peeraudit
from peeraudit.cli.faults import plainly


def main() -> None:
    """Run a command; what a person can put right is said in one line."""
    sys.exit(plainly(peeraudit, sys.argv[1:]))
