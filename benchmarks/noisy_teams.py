"""Reference teams whose answers stray from their targets, added up in memory."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from peeraudit.instrument.definition import AgreementItem
from peeraudit.instrument.frozen import Group
from peeraudit.operations.reference_teams import ReferenceTeam
from peeraudit.questionnaire.questions import Asking, QuestionKey, keys
from peeraudit.tally.counts import STEPS, Tallies, Tally

Steps = NDArray[np.int64]
"""Answers from 1 to 5, reverse items turned; or how many people gave each."""


def noisy_tallies(
    team: ReferenceTeam, asking: Asking, *, spread: float, runs: int, seed: int
) -> Iterator[Tallies]:
    """Yield what the team adds up to, run by run, when answers stray.

    Practices and purposes stay as the reference data have them.

    Parameters
    ----------
    spread
        The standard deviation of an answer, in steps of the scale; 0 for none.
    seed
        The same seed gives the same answers.
    """
    chance = np.random.default_rng(seed)
    fixed: list[Tally] = []
    varied: dict[tuple[Group, QuestionKey], list[list[int]]] = {}
    for group in team.counts:
        statements = _statements(asking, group)
        targets = _targets(team, asking, group, statements)
        counts = _counts(_stray(targets, spread, runs, chance))
        for key, by_run in zip(statements, counts, strict=True):
            varied[group, key] = by_run.tolist()
        fixed += _fixed(team, asking, group)
    for run in range(runs):
        statement_tallies = (
            Tally(group, key, _by_step(by_run[run]), 0, team.counts[group])
            for (group, key), by_run in varied.items()
        )
        yield Tallies(team.counts, (*statement_tallies, *fixed))


def _statements(asking: Asking, group: Group) -> list[QuestionKey]:
    """Return every statement and guess that a group is asked."""
    return [key for key in keys(asking, group) if _is_statement(asking, key)]


def _is_statement(asking: Asking, key: QuestionKey) -> bool:
    """Say whether a question is answered in steps."""
    return isinstance(asking.instrument.questions[key.item], AgreementItem)


def _targets(
    team: ReferenceTeam, asking: Asking, group: Group, statements: list[QuestionKey]
) -> Steps:
    """Return the step that is meant: by statement and person."""
    people = range(team.counts[group])
    return np.array(
        [[_target(team, asking, group, key, i) for i in people] for key in statements]
    )


def _target(
    team: ReferenceTeam, asking: Asking, group: Group, key: QuestionKey, person: int
) -> int:
    """Return the step that one person is meant to say, a reverse item turned."""
    item = asking.instrument.questions[key.item]
    said = int(team.values(asking.instrument, group, key, person))
    turned = isinstance(item, AgreementItem) and item.reverse
    return STEPS + 1 - said if turned else said


def _stray(
    targets: Steps, spread: float, runs: int, chance: np.random.Generator
) -> Steps:
    """Return the step that is said: by statement, run and person, kept on the scale."""
    statements, people = targets.shape
    off = np.rint(chance.normal(0, spread, (statements, runs, people)))
    return np.clip(targets[:, np.newaxis, :] + off.astype(np.int64), 1, STEPS)


def _counts(said: Steps) -> Steps:
    """Return how many people say each step: by statement, run and step."""
    steps = range(1, STEPS + 1)
    return np.stack([(said == step).sum(axis=-1) for step in steps], axis=-1)


def _by_step(counts: list[int]) -> dict[str, int]:
    """Name the steps, as tallies do."""
    return {str(step): n for step, n in enumerate(counts, 1) if n}


def _fixed(team: ReferenceTeam, asking: Asking, group: Group) -> Iterator[Tally]:
    """Yield what a group says to practices and purposes: everyone alike."""
    people = team.counts[group]
    for key in keys(asking, group):
        if not _is_statement(asking, key):
            option = team.values(asking.instrument, group, key, 0)
            yield Tally(group, key, {option: people}, 0, people)
