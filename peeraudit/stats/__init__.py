"""Numbers in, results out: every measure, with its definition, reading and source.

``MEASURES`` lists them. Answers come as plain lists or arrays, with None or NaN where
somebody gave none. What is undefined is None, never 0 or 1. Nothing else of PeerAudit
is imported here, and of other packages NumPy alone.
"""

from peeraudit.stats.answers import BadInput, Scale
from peeraudit.stats.registry import MEASURES
from peeraudit.stats.registry.measure import CutOffs, Measure

__all__ = ["MEASURES", "BadInput", "CutOffs", "Measure", "Scale"]
