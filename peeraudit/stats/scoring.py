"""From answers to a person's score on a theme: direction, missing answers, means."""

from collections.abc import Sequence

import numpy as np

from peeraudit.stats.answers import (
    FIVE_POINTS,
    BadInput,
    Floats,
    Scale,
    Table,
    people_by_items,
)


def reverse_scored(
    answers: Table, *, keys: Sequence[int], scale: Scale = FIVE_POINTS
) -> Floats:
    """Turn items that are worded the other way round: low + high - x.

    Parameters
    ----------
    answers : (n, J) a row a person, a column an item; None or NaN where missing.
    keys : (J,) 1 for an item to keep, -1 for one to turn.
    scale : the answer options.

    Returns
    -------
    (n, J) array : what is missing stays missing (NaN).

    Raises
    ------
    BadInput : where an answer is off the scale, or a key is neither 1 nor -1.
    """
    table = people_by_items(answers, name="answers", scale=scale)
    if len(keys) != table.shape[1]:
        raise BadInput(f"keys has {len(keys)} for {table.shape[1]} items")
    for item, key in enumerate(keys):
        if key not in (1, -1):
            raise BadInput(f"keys[{item}] is {key}: it has to be 1 or -1")
    turned: Floats = np.where(np.array(keys) < 0, scale.low + scale.high - table, table)
    return turned


def person_means(answers: Table, *, least_share: float = 0.0) -> Floats:
    """Return each person's mean over the items that they answered, in scale points.

    Parameters
    ----------
    answers : (n, J) a row a person, a column an item; None or NaN where missing.
    least_share : share of the items that a person has to have answered; by default
        one answer is enough.

    Returns
    -------
    (n,) array : NaN for whoever answered too few. Nothing is filled in.
    """
    table = people_by_items(answers, name="answers")
    answered = ~np.isnan(table)
    counts = answered.sum(axis=1)
    sums = np.where(answered, table, 0.0).sum(axis=1)
    enough = (counts > 0) & (counts >= least_share * table.shape[1])
    return np.where(enough, sums / np.maximum(counts, 1), np.nan)


def theme_scores(answers: Table) -> Floats:
    """Return each person's score on a theme: the mean, if half the items have answers.

    Parameters
    ----------
    answers : (n, J) the theme's items, all in the scored direction.

    Returns
    -------
    (n,) array : in scale points; NaN for whoever answered fewer than half.

    References
    ----------
    Siddiqui (2015), on person means with up to half missing; Mazza, Enders and Ruehlman
    (2015), on the bias that stays where items differ in mean.
    """
    return person_means(answers, least_share=0.5)


def group_theme_score(answers: Table) -> float | None:
    """Return a group's score on a theme: the mean of its people's, each counting once.

    Parameters
    ----------
    answers : (n, J) as for `theme_scores`.

    Returns
    -------
    float or None : in scale points; None when nobody has a score.
    """
    scores = theme_scores(answers)
    kept = scores[~np.isnan(scores)]
    return float(kept.mean()) if len(kept) else None


def straight_liners(answers: Table, *, keys: Sequence[int]) -> tuple[int, ...]:
    """Return who gave the same raw answer throughout a theme with both directions.

    Parameters
    ----------
    answers : (n, J) raw answers, before any is turned.
    keys : (J,) 1 for an item to keep, -1 for one to turn.

    Returns
    -------
    tuple of int : their rows, from 0. Nobody where all items point one way.
    """
    table = people_by_items(answers, name="answers")
    if len(set(keys)) <= 1:
        return ()
    return tuple(
        person
        for person, row in enumerate(table)
        if (~np.isnan(row)).sum() > 1 and np.unique(row[~np.isnan(row)]).size == 1
    )


def dont_know_share(*, dont_know: int, answered: int) -> float | None:
    """Return the share that said "don't know", of all who said anything to an item.

    Parameters
    ----------
    dont_know, answered : how many said so, and how many gave an answer.

    Returns
    -------
    float or None : None when nobody said anything.
    """
    if dont_know < 0 or answered < 0:
        raise BadInput(
            f"dont_know is {dont_know}, answered {answered}: both count people"
        )
    return dont_know / (dont_know + answered) if dont_know + answered else None
