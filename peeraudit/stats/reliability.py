"""Do people answer alike because of their team: ICC, over ten teams or more."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np

from peeraudit.stats.answers import Answers, BadInput, Floats, all_given

LEAST_TEAMS = 10
"""Below it an ICC says next to nothing: see measures by n in docs/measures.md."""

AS_GOOD_AS_NONE = 1e-12
"""A mean square that is this share of the total is rounding, not variance."""


@dataclass(frozen=True, slots=True)
class IntraclassCorrelation:
    """ICC(1), for one person, and ICC(2), for a team's mean; what they rest on."""

    single: float | None
    mean: float | None
    teams: int
    people: int

    @property
    def enough_teams(self) -> bool:
        """Whether there are teams enough to show it."""
        return self.teams >= LEAST_TEAMS


def intraclass_correlation(
    answers: Answers, *, teams: Sequence[Hashable]
) -> IntraclassCorrelation:
    """Return ICC(1) and ICC(2) by one-way analysis of variance over teams.

    Parameters
    ----------
    answers : (n,) one number a person; None or NaN where missing.
    teams : (n,) the team of each person.

    Returns
    -------
    IntraclassCorrelation : `single` = (MSB - MSW) / (MSB + (n - 1) MSW), n the mean
        size of a team; `mean` = (MSB - MSW) / MSB, None where teams do not differ.
        Both may be negative, and are None with one team or one person in each.

    Raises
    ------
    BadInput : where answers and teams differ in number.

    References
    ----------
    Bliese (2000), in Klein and Kozlowski; convention of R's multilevel 2.8.
    """
    numbers = all_given(answers, name="answers")
    if len(numbers) != len(teams):
        raise BadInput(f"teams has {len(teams)} for {len(numbers)} answers")
    by_team: dict[Hashable, list[float]] = {}
    for number, team in zip(numbers, teams, strict=True):
        if not np.isnan(number):
            by_team.setdefault(team, []).append(float(number))
    groups = [np.array(each) for each in by_team.values()]
    people = sum(map(len, groups))
    single, mean = _coefficients(groups, people)
    return IntraclassCorrelation(single, mean, len(groups), people)


def _coefficients(
    groups: list[Floats], people: int
) -> tuple[float | None, float | None]:
    """Return ICC(1) and ICC(2), or None where they are undefined."""
    if len(groups) <= 1 or people <= len(groups):
        return None, None
    grand = np.concatenate(groups).mean()
    total = sum(float(((group - grand) ** 2).sum()) for group in groups)
    inside = sum(float(((group - group.mean()) ** 2).sum()) for group in groups)
    between = sum(len(group) * float((group.mean() - grand) ** 2) for group in groups)
    nothing = AS_GOOD_AS_NONE * total
    within_square = inside / (people - len(groups)) if inside > nothing else 0.0
    between_square = between / (len(groups) - 1) if between > nothing else 0.0
    difference = between_square - within_square
    others = people / len(groups) - 1
    spread = between_square + others * within_square
    return (
        difference / spread if spread else None,
        difference / between_square if between_square else None,
    )
