"""The registry: every measure by its name, with how to read it and where it is from."""

from collections.abc import Mapping
from types import MappingProxyType

from peeraudit.stats.registry.at_random import FURTHER
from peeraudit.stats.registry.between import BETWEEN, SURENESS
from peeraudit.stats.registry.coding import CODING, OVER_TEAMS
from peeraudit.stats.registry.comparisons import BLIND_SPOTS, MANY, RANKS
from peeraudit.stats.registry.measure import Measure
from peeraudit.stats.registry.scores import SCORES
from peeraudit.stats.registry.within import WITHIN

EVERY = (
    *(SCORES + WITHIN + FURTHER + BETWEEN),
    *(SURENESS + MANY + BLIND_SPOTS + RANKS + CODING + OVER_TEAMS),
)

MEASURES: Mapping[str, Measure] = MappingProxyType({each.name: each for each in EVERY})
"""Every measure by its name, in the order in which they are told."""
