"""``python -m peeraudit.cli``: the same as the command ``peeraudit``."""

from peeraudit.cli import main

main()
