"""The registry's further indices within a group, and what chance makes of any."""

from peeraudit.stats import agreement as one
from peeraudit.stats import agreement_over_items as several
from peeraudit.stats import chance_agreement as chance
from peeraudit.stats import ordered_categories as ordered
from peeraudit.stats.registry.measure import (
    CutOffs,
    Example,
    Measure,
    Readers,
    Subject,
)

AWG = CutOffs(
    ("unacceptable", "reasonable", "acceptable"),
    (0.60, 0.70),
    "Brown and Hauenstein (2005), pages 177 and 178",
    edge_belongs="above",
)
BROWN = "Brown and Hauenstein (2005), Organizational Research Methods 8, 165-184"
DUNLAP = (
    "Dunlap, Burke and Smith-Crowe (2003), Journal of Applied Psychology 88, 356-362, "
    "by simulation; here every set of answers is counted"
)
NO_LABEL = (
    "Nobody has validated cut-offs, so it gets no label. It drifts with group size."
)
OFTEN_NONE = (
    "Undefined for most small groups near an end of the scale: 78 of 100 pairs whose "
    "answers are mostly high have none. Leave it out of reports."
)
COUNTS = Example(([0, 1, 0, 2, 1],))
FIVE_PEOPLE = {"people": 5, "options": 5}

FURTHER = (
    Measure(
        "awg",
        "aWG: agreement against the most that the mean allows",
        Subject.WITHIN,
        one.awg,
        "1: all alike. 0: half of the most variance. -1: as split as the mean allows.",
        BROWN,
        Example(([4, 4, 5, 2],)),
        Readers.WARNED,
        AWG,
        OFTEN_NONE,
    ),
    Measure(
        "awg_j",
        "aWG over a theme",
        Subject.WITHIN,
        several.awg_j,
        "The mean of the items that have an aWG.",
        BROWN,
        Example(([[4, 3], [4, 4], [3, 3], [2, 5]],)),
        Readers.WARNED,
        AWG,
        OFTEN_NONE,
    ),
    Measure(
        "cns",
        "Cns: consensus",
        Subject.WITHIN,
        ordered.consensus,
        "1: all chose one option. 0: half chose each end.",
        "Tastle and Wierman (2007), International Journal of Approximate Reasoning 45",
        COUNTS,
        warning=NO_LABEL,
    ),
    Measure(
        "vde_A",
        "van der Eijk's A",
        Subject.WITHIN,
        ordered.van_der_eijk_agreement,
        "1: all chose one option. 0: every option as often. -1: half chose each end.",
        "van der Eijk (2001), Quality and Quantity 35, 325-341",
        COUNTS,
        warning=NO_LABEL,
    ),
    Measure(
        "leik_D",
        "Leik's D: dispersion",
        Subject.WITHIN,
        ordered.leik_dispersion,
        "0: all chose one option. 1: half chose each end.",
        "Leik (1966), Pacific Sociological Review 9, 85-90",
        COUNTS,
        warning=NO_LABEL,
    ),
    Measure(
        "ad_null_crit05",
        "AD that chance rarely reaches",
        Subject.WITHIN,
        chance.critical_average_deviation,
        "An AD at or below it comes of answers at random in at most 5 of 100 groups.",
        DUNLAP,
        Example((), FIVE_PEOPLE),
        warning="Two people have none: they answer alike in 20 of 100 pairs by chance.",
    ),
    Measure(
        "rwg_null_crit05",
        "rWG that chance rarely reaches",
        Subject.WITHIN,
        chance.critical_rwg,
        "An rWG at or above it comes of answers at random in at most 5 of 100 groups.",
        DUNLAP,
        Example((), FIVE_PEOPLE),
        warning="Two people have none: they answer alike in 20 of 100 pairs by chance.",
    ),
    Measure(
        "chance_of_rwg",
        "How often chance reaches an rWG",
        Subject.WITHIN,
        chance.chance_of_rwg,
        "The share of groups answering at random that reach the value, such as .70.",
        "every set of answers is counted",
        Example((), {**FIVE_PEOPLE, "at_least": 0.70}),
    ),
    Measure(
        "chance_of_ad",
        "How often chance reaches an AD",
        Subject.WITHIN,
        chance.chance_of_average_deviation,
        "The share of groups answering at random at or below the value.",
        "every set of answers is counted",
        Example((), {**FIVE_PEOPLE, "at_most": 0.83}),
    ),
    Measure(
        "ad_practical_cutoff",
        "Customary limit of AD",
        Subject.WITHIN,
        chance.practical_limit,
        "A sixth of the number of options, in points: 0.83 for five.",
        "Burke and Dunlap (2002), Organizational Research Methods 5, 159-172",
        Example((), {"options": 5}),
        warning="Random answers of two to five people pass it in 26 to 52 of 100.",
    ),
)
