"""The registry's measures of agreement within a group."""

from peeraudit.stats import agreement as one
from peeraudit.stats import agreement_over_items as several
from peeraudit.stats.gap import is_split
from peeraudit.stats.registry.measure import (
    OUR_JUDGEMENT,
    CutOffs,
    Example,
    Measure,
    Readers,
    Subject,
)

AGREEMENT = CutOffs(
    ("lack of agreement", "weak", "moderate", "strong", "very strong"),
    (0.30, 0.50, 0.70, 0.90),
    "LeBreton and Senter (2008)",
)
A_SIXTH = CutOffs(
    ("alike", "not alike"),
    (5 / 6,),
    "A / 6 for five options: Burke and Dunlap (2002), Dunlap et al. (2003)",
)
JAMES = "James, Demaree and Wolf (1984), Journal of Applied Psychology 69, 85-98"
LINDELL = "Lindell and Brandt (1999), Journal of Applied Psychology 84, 640-647"
BURKE = "Burke, Finkelstein and Dusig (1999), Organizational Research Methods 2, 49-68"
DRIFTS = "It grows with the size of the group: never compare groups of different size."
TOO_FEW = "Up to five people, people who answer at random often come below A / 6."
MORE_ITEMS = (
    "The same disagreement scores higher the more items there are: .50 with one item, "
    ".75 with three, .89 with eight. Do not show it to a team."
)
TEAM = Example(([4, 4, 5, 2],))
THEME = Example(([[4, 5], [4, 4], [5, 3], [2, None]],))

WITHIN = (
    Measure(
        "rwg_j_star",
        "r*WG(J): agreement on a theme",
        Subject.WITHIN,
        several.rwg_j_star,
        "1: all answer alike. 0: as far apart as answers at random. Below 0: split.",
        LINDELL,
        THEME,
        Readers.EVERYONE,
        AGREEMENT,
        "Show it floored at 0. Below three people it gets no label.",
    ),
    Measure(
        "rwg_star",
        "r*WG: agreement on one item",
        Subject.WITHIN,
        one.rwg_star,
        "1: all answer alike. 0: as far apart as answers at random. Below 0: split.",
        LINDELL,
        TEAM,
        cut_offs=AGREEMENT,
        warning="Up to four people, label themes and not single items.",
    ),
    Measure(
        "gmd",
        "Mean pairwise difference on one item",
        Subject.WITHIN,
        one.mean_pairwise_difference,
        "By how many points two people of the group typically differ.",
        "Gini's mean difference: arithmetic over all pairs",
        TEAM,
        Readers.EVERYONE,
    ),
    Measure(
        "gmd_j",
        "Mean pairwise difference on a theme",
        Subject.WITHIN,
        several.mean_pairwise_difference_j,
        "By how many points two people of the group typically differ on an item.",
        "Gini's mean difference: arithmetic over all pairs",
        THEME,
        Readers.EVERYONE,
    ),
    Measure(
        "split",
        "Split group",
        Subject.WITHIN,
        is_split,
        "Answers on both sides and hardly anybody in the middle. A mean hides that.",
        f"{OUR_JUDGEMENT}, not simulated",
        Example(([1, 5, 1, 5],)),
        Readers.EVERYONE,
    ),
    Measure(
        "sd",
        "Standard deviation",
        Subject.WITHIN,
        one.standard_deviation,
        "How far answers lie from their mean, in points; 1.41 for answers at random.",
        "arithmetic, with n - 1",
        TEAM,
    ),
    Measure(
        "median",
        "Median",
        Subject.WITHIN,
        one.median,
        "The middle answer. Of an even number of people, midway between both.",
        "arithmetic",
        TEAM,
    ),
    Measure(
        "rwg",
        "rWG: agreement on one item, cut off at 0",
        Subject.WITHIN,
        one.rwg,
        "As r*WG, but a split group looks no worse than one at random.",
        JAMES,
        TEAM,
        cut_offs=AGREEMENT,
        warning="Cutting off at 0 makes small groups look more united than they are.",
    ),
    Measure(
        "rwg_j",
        "rWG(J): agreement on a theme, stepped up by the items",
        Subject.WITHIN,
        several.rwg_j,
        "How reliably a sum of J items would tell groups apart, more than agreement.",
        JAMES,
        THEME,
        Readers.WARNED,
        AGREEMENT,
        MORE_ITEMS,
    ),
    Measure(
        "ad_m",
        "AD: average deviation from the mean",
        Subject.WITHIN,
        one.average_deviation_from_mean,
        "How many points an answer lies from the group's mean, on average.",
        BURKE,
        TEAM,
        cut_offs=A_SIXTH,
        warning=TOO_FEW,
    ),
    Measure(
        "ad_md",
        "AD: average deviation from the median",
        Subject.WITHIN,
        one.average_deviation_from_median,
        "How many points an answer lies from the group's median, on average.",
        BURKE,
        TEAM,
        cut_offs=A_SIXTH,
        warning=TOO_FEW,
    ),
    Measure(
        "ad_m_j",
        "AD from the mean, over a theme",
        Subject.WITHIN,
        several.average_deviation_from_mean_j,
        "The mean of the items' average deviations, in points.",
        BURKE,
        THEME,
        cut_offs=A_SIXTH,
        warning=DRIFTS,
    ),
    Measure(
        "ad_md_j",
        "AD from the median, over a theme",
        Subject.WITHIN,
        several.average_deviation_from_median_j,
        "The mean of the items' average deviations from the median, in points.",
        BURKE,
        THEME,
        cut_offs=A_SIXTH,
        warning=DRIFTS,
    ),
)
