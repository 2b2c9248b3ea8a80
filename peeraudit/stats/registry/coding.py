"""The registry's measures of coding, and of many teams."""

from peeraudit.stats import coding, reliability
from peeraudit.stats.krippendorff import krippendorff_alpha
from peeraudit.stats.registry.measure import (
    CutOffs,
    Example,
    Measure,
    Readers,
    Subject,
)

ALPHA = CutOffs(
    ("discard", "tentative", "rely"),
    (0.667, 0.800),
    "Krippendorff (2004)",
    edge_belongs="above",
)
ICC_SINGLE = CutOffs(
    ("negligible", "small", "medium", "large"),
    (0.01, 0.10, 0.25),
    "LeBreton and Senter (2008)",
    edge_belongs="above",
)
ICC_MEAN = CutOffs(
    ("unreliable", "reliable"),
    (0.70,),
    "LeBreton and Senter (2008)",
    edge_belongs="above",
)
KRIPPENDORFF = "Krippendorff (2004), Content Analysis, chapter 11"
PASSONNEAU = "Passonneau (2006), Measuring agreement on set-valued items, LREC"
TEN_TEAMS = "Only over ten teams or more; with three, chance decides."
CODED = Example(
    ([[["a", "b"], ["b"]], [["a"], ["a", "c"]], [["c"], ["b"]], [["c"], None]],)
)
CODERS = Example(([[1, 2, 3, 3, None], [1, 2, 3, 4, 2], [1, 3, 3, 3, 2]],))
SETS = Example((), {"first": ["a", "b"], "second": ["b", "c"]})
TEAMS = Example(([4, 4, 5, 2, 3, 2],), {"teams": ["a", "a", "a", "b", "b", "b"]})


def alpha_at(level: str, title: str, reading: str) -> Measure:
    """Return the entry of Krippendorff's alpha for one kind of value."""
    return Measure(
        f"kripp_alpha_{level}",
        f"Krippendorff's alpha, {title}",
        Subject.CODING,
        krippendorff_alpha,
        reading,
        KRIPPENDORFF,
        Example(CODERS.by_place, {"level": level}),
        cut_offs=ALPHA,
        warning="Not for agreement within a group: all at 4 or 5 gives about 0.",
        part="value",
    )


CODING = (
    Measure(
        "overlap_agreement",
        "Sharing at least one category",
        Subject.CODING,
        coding.overlap_agreement,
        "In how many of 100 units two coders, or all, share a category; beside it what "
        "chance gives.",
        "as the paper does; the chance level is ours",
        CODED,
        warning="Two of six categories, ticked at random, overlap in 60 of 100 units.",
    ),
    Measure(
        "chance_of_overlap",
        "Sharing a category by chance",
        Subject.CODING,
        coding.chance_of_overlap,
        "How likely two coders share a category who tick so many at random.",
        "1 - C(K - a, b) / C(K, b)",
        Example((), {"first": 2, "second": 2, "categories": 6}),
    ),
    Measure(
        "alpha_masi",
        "Alpha for sets, with MASI",
        Subject.CODING,
        coding.alpha_with_masi,
        "1: coders tick the same sets. 0: as chance would. How sure that is, "
        "`alpha_with_masi_interval` says from 30 units up.",
        PASSONNEAU,
        CODED,
        cut_offs=ALPHA,
        part="value",
    ),
    Measure(
        "alpha_jaccard",
        "Alpha for sets, with Jaccard",
        Subject.CODING,
        coding.alpha_with_jaccard,
        "As with MASI, which is stricter about sets that only overlap.",
        KRIPPENDORFF,
        CODED,
        cut_offs=ALPHA,
        part="value",
    ),
    alpha_at("nominal", "for names", "1: the same codes. 0: as chance would."),
    alpha_at("ordinal", "for ranks", "As for names; near ranks count as near."),
    alpha_at("interval", "for numbers", "As for names; distance counts squared."),
    Measure(
        "masi_distance",
        "MASI distance of two sets",
        Subject.CODING,
        coding.masi_distance,
        "0: the same set. 1: nothing shared.",
        PASSONNEAU,
        SETS,
    ),
    Measure(
        "jaccard_distance",
        "Jaccard distance of two sets",
        Subject.CODING,
        coding.jaccard_distance,
        "The share of all ticked categories that only one ticked.",
        "Jaccard (1901)",
        SETS,
    ),
    Measure(
        "pct_agree",
        "Percentage agreement",
        Subject.CODING,
        coding.percent_agreement,
        "In how many of 100 units all raters lie within a tolerance.",
        "arithmetic",
        Example(([[4, 4, 4], [3, 4, 5], [2, 2, 2]],), {"tolerance": 1}),
        warning="It takes no account of chance.",
    ),
)

OVER_TEAMS = (
    Measure(
        "icc1",
        "ICC(1): how much people of a team answer alike",
        Subject.TEAMS,
        reliability.intraclass_correlation,
        "The share of variance that lies between teams. Below 0: less than by chance.",
        "Bliese (2000), in Klein and Kozlowski",
        TEAMS,
        Readers.WARNED,
        ICC_SINGLE,
        TEN_TEAMS,
        "single",
    ),
    Measure(
        "icc2",
        "ICC(2): how reliable a team's mean is",
        Subject.TEAMS,
        reliability.intraclass_correlation,
        "1: teams' means would come out the same again.",
        "Bliese (2000), in Klein and Kozlowski",
        TEAMS,
        Readers.WARNED,
        ICC_MEAN,
        TEN_TEAMS,
        "mean",
    ),
)
