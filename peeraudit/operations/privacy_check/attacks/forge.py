"""Forge a number in a release, and give it a hash that fits."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from peeraudit.operations.privacy_check.scene import Scene
from peeraudit.operations.privacy_check.verdict import (
    Attack,
    Verdict,
    held,
    not_tried,
    won,
)
from peeraudit.release.release import Release, digest, from_json
from peeraudit.release.verify import verify

DERIVED = ("derived", "findings")
"""The parts of a release that are computed from its cells."""


def run(scene: Scene) -> Verdict:
    """Change each derived number of one release by one, as a forger would."""
    stored = [row for row in scene.last.rows if row.table == "release"]
    # The longest has most to forge, and one release stands for all.
    longest = max((str(row.values["content"]) for row in stored), key=len, default="")
    forged = list(forgeries(longest)) if longest else []
    if not forged:
        return not_tried("no release has a number to forge")
    unnoticed = sum(not verify(each) for each in forged)
    if unnoticed:
        return won(f"{unnoticed} of {len(forged)} such changes are not noticed")
    return held(
        f"one release was taken, and one derived number in it made larger by one: each "
        f"of the {len(forged)} changes is noticed"
    )


def forgeries(text: str) -> Iterator[Release]:
    """Yield a release with one derived number changed, for each of its numbers."""
    content = json.loads(text)
    for part in DERIVED:
        for holder, place in _numbers(content[part]):
            holder[place] += 1
            # What is no release any more is noticed by whoever reads it.
            try:
                release = from_json(json.dumps(content))
            except ValidationError:
                continue
            finally:
                holder[place] -= 1
            yield with_fitting_hash(release)


def with_fitting_hash(release: Release) -> Release:
    """Return a release with the hash that its content has now."""
    return replace(release, hash=digest(release))


def _numbers(content: Any) -> Iterator[tuple[Any, Any]]:
    """Yield where each number stands: in which list or mapping, and where in it."""
    places = content.items() if isinstance(content, dict) else enumerate(content)
    for place, value in list(places):
        if isinstance(value, (dict, list)):
            yield from _numbers(value)
        elif isinstance(value, int) and not isinstance(value, bool):
            yield content, place


ATTACK = Attack(
    "forge", "Forge a derived number in a release, with a hash that fits", run
)
