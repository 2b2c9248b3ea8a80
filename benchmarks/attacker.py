"""How many teams by chance the attacker of the tests tries, learning nothing."""

import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from random import Random

from tests.attacker.elsewise import elsewise
from tests.attacker.publish import publish
from tests.attacker.reading import attack
from tests.attacker.recover import everyone, recovered
from tests.attacker.teams import random_team

SEEDS = range(1000, 1200)
"""Other teams than those of the tests."""


def measure() -> Iterator[str]:
    """Attack each team as everyone, and look for a team that would look different."""
    begun = time.monotonic()
    with ProcessPoolExecutor() as pool:
        given_away = sum(pool.map(attack_one, SEEDS, chunksize=5))
    seconds = time.monotonic() - begun
    if given_away:
        raise RuntimeError(f"{given_away} of {len(SEEDS)} teams gave somebody away")
    yield f"the attacker: {len(SEEDS)} teams by chance in {seconds:.0f} s, none won"


def attack_one(seed: int) -> bool:
    """Say whether anything is learned of a team, or shown that was not read."""
    team = random_team(seed)
    published = publish(team)
    found = attack(published)
    if any(any(recovered(found, one)) for one in everyone(team, found.catalogue)):
        return True
    others = elsewise(team, found, Random(seed))  # noqa: S311  # a team is no secret
    return any(
        (other.release, other.page, other.table)
        != (published.release, published.page, published.table)
        for other in map(publish, others)
    )
