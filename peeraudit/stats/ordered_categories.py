"""Agreement from how many people chose each of several ordered options."""

import numpy as np

from peeraudit.stats.agreement import LEAST_PEOPLE
from peeraudit.stats.answers import Frequencies, frequencies_of


def consensus(
    frequencies: Frequencies, *, least_people: int = LEAST_PEOPLE
) -> float | None:
    """Return Cns: 1 when all are in one option, 0 when half are at each end.

    Parameters
    ----------
    frequencies : (K,) how many people chose each option, in order.
    least_people : below it the index is undefined. The formula gives 1 for one
        person, who agrees with nobody: ask for that with 1.

    Returns
    -------
    float or None : 1 + sum p_k log2(1 - |k - mean| / (K - 1)).

    Raises
    ------
    BadInput : where a frequency is no whole number of people.

    References
    ----------
    Tastle and Wierman (2007), International Journal of Approximate Reasoning 45.
    """
    counts = frequencies_of(frequencies, name="frequencies")
    if counts.sum() < max(1, least_people):
        return None
    places = np.arange(len(counts))
    share = counts / counts.sum()
    chosen = share > 0
    nearness = 1 - np.abs(places - share @ places) / (len(counts) - 1)
    return float(1 + share[chosen] @ np.log2(nearness[chosen]))


def leik_dispersion(
    frequencies: Frequencies, *, least_people: int = LEAST_PEOPLE
) -> float | None:
    """Return Leik's D: 0 when all are in one option, 1 when half are at each end.

    Parameters
    ----------
    frequencies, least_people : as for `consensus`.

    Returns
    -------
    float or None : 2 sum d_k / (K - 1), d_k the cumulative share or, above a half,
        what is left to 1.

    Raises
    ------
    BadInput : where a frequency is no whole number of people.

    References
    ----------
    Leik (1966), Pacific Sociological Review 9, 85-90.
    """
    counts = frequencies_of(frequencies, name="frequencies")
    people = counts.sum()
    if people < max(1, least_people):
        return None
    reached = np.cumsum(counts)
    nearer = np.minimum(reached, people - reached)
    return float(2 * nearer.sum() / people / (len(counts) - 1))


def van_der_eijk_agreement(
    frequencies: Frequencies, *, least_people: int = LEAST_PEOPLE
) -> float | None:
    """Return van der Eijk's A: 1 in one option, 0 spread evenly, -1 at both ends.

    Parameters
    ----------
    frequencies, least_people : as for `consensus`.

    Returns
    -------
    float or None : the mean, over layers of equal height, of each layer's agreement.

    Raises
    ------
    BadInput : where a frequency is no whole number of people.

    References
    ----------
    van der Eijk (2001), Quality and Quantity 35, 325-341.
    """
    counts = frequencies_of(frequencies, name="frequencies")
    people = counts.sum()
    if people < max(1, least_people):
        return None
    total, left = 0.0, counts.copy()
    while left.any():
        pattern = left > 0
        height = left[pattern].min()
        total += pattern.sum() * height * _layer_agreement(pattern.tolist())
        left[pattern] -= height
    return float(total / people)


def _layer_agreement(pattern: list[bool]) -> float:
    """Return the agreement of a layer: which options somebody chose, all as often."""
    options, chosen = len(pattern), sum(pattern)
    if chosen == 1:
        return 1.0
    unimodal = bimodal = 0
    for middle in range(options):
        before, after = sum(pattern[:middle]), sum(pattern[middle + 1 :])
        empty_before, empty_after = middle - before, options - middle - 1 - after
        if pattern[middle]:
            unimodal += before * empty_after + empty_before * after
        else:
            bimodal += before * after
    if unimodal + bimodal == 0:
        return 0.0
    peaked = (options - 2) * unimodal - (options - 1) * bimodal
    unimodality = peaked / ((options - 2) * (unimodal + bimodal))
    return unimodality * (1 - (chosen - 1) / (options - 1))
