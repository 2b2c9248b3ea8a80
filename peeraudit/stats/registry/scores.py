"""The registry's measures of scores: from answers to a number a person."""

from peeraudit.stats import scoring
from peeraudit.stats.registry.measure import Example, Measure, Readers, Subject

THEME = Example(([[4, 5], [4, 4], [5, 3], [2, None]],))

SCORES = (
    Measure(
        "person_mean",
        "Mean of the items that a person answered",
        Subject.SCORES,
        scoring.person_means,
        "One number a person, in scale points. Items without an answer do not count.",
        "arithmetic",
        THEME,
    ),
    Measure(
        "theme_score",
        "Score of a person on a theme",
        Subject.SCORES,
        scoring.theme_scores,
        "The person's mean, if they answered at least half of the theme. Nothing is "
        "made up for what is missing.",
        "Siddiqui (2015); Mazza, Enders and Ruehlman (2015)",
        Example(([[4, 5, None], [4, None, None]],)),
        Readers.EVERYONE,
        warning="Where items differ in mean it leans to those that were answered.",
    ),
    Measure(
        "group_theme_score",
        "Score of a group on a theme",
        Subject.SCORES,
        scoring.group_theme_score,
        "The mean of its people's scores. Each person counts once.",
        "arithmetic",
        THEME,
        Readers.EVERYONE,
    ),
    Measure(
        "reverse_score",
        "Turning items that are worded the other way round",
        Subject.SCORES,
        scoring.reverse_scored,
        "On five points, 5 becomes 1 and 4 becomes 2. Agreement stays as it is.",
        "arithmetic",
        Example(([[4, 2], [5, None]],), {"keys": [-1, 1]}),
    ),
    Measure(
        "dont_know_share",
        "Share that did not know",
        Subject.SCORES,
        scoring.dont_know_share,
        "How many of those who said anything said that they do not know.",
        "arithmetic",
        Example((), {"dont_know": 4, "answered": 2}),
        Readers.EVERYONE,
    ),
)
