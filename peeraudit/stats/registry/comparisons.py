"""The registry's measures of many comparisons, of blind spots and of ranks."""

from peeraudit.stats import blind_spots, multiplicity, pairs, permutation, ranking
from peeraudit.stats.registry.measure import (
    OUR_JUDGEMENT,
    Example,
    Measure,
    Readers,
    Subject,
)

KENDALL = "Kendall and Gibbons (1990), Rank Correlation Methods"
W_MISLEADS = "Orders at random have a W of 1 / people: .51 for two, .33 for three."
GROUPS = Example(([[4, 5, 5], [2, 3, 2], [1, 2, 1]],))
THREE_THEMES = Example(
    ([[[4, 3, 5], [4, 4, 4], [5, 3, 4]], [[2, 3, 4], [2, 4, 5], [1, 3, 4]]],)
)
ORDERS = Example(([[1, 2, 3, 4], [2, 1, 3, 4], [1, 2, None, None]],))
MEAN_RANKS = Example((), {"first": [1.3, 2.0, 2.7, 4.0], "second": [2.5, 1.5, 3, 3]})
VIEWS = {
    "own": [4, 5, 4, 4, 4, 5],
    "guesses": [4, 5, 4, 4, 4, 5],
    "others": [2, 1, 2, 1],
}

MANY = (
    Measure(
        "maxT_two_group",
        "max-T over themes",
        Subject.MANY,
        multiplicity.max_t,
        "Each theme's p as if it stood alone, and adjusted for having looked at all. "
        "Whole people are dealt out, over two groups or more.",
        "Westfall and Young (1993), Resampling-Based Multiple Testing",
        THREE_THEMES,
    ),
    Measure(
        "kruskal_perm",
        "Exact test of several groups",
        Subject.MANY,
        permutation.exact_kruskal_test,
        "The share of all ways to deal these people out in which ranks differ as much.",
        "Kruskal and Wallis (1952), Journal of the American Statistical Association 47",
        GROUPS,
    ),
    Measure(
        "kruskal_h",
        "Kruskal and Wallis's H",
        Subject.MANY,
        permutation.kruskal_wallis_h,
        "0: mean ranks are equal. Read its exact p, not a table's.",
        "Kruskal and Wallis (1952), Journal of the American Statistical Association 47",
        GROUPS,
    ),
    Measure(
        "pairwise_p",
        "Which pairs of groups differ",
        Subject.MANY,
        pairs.pairwise_tests,
        "For a theme on which all groups together differ: the exact p of each pair, "
        "and adjusted. No pair is surer than all together.",
        "closed testing: Marcus, Peritz and Gabriel (1976), Biometrika 63, 655-660",
        Example(GROUPS.by_place, {"omnibus_p": 0.011}),
    ),
    Measure(
        "p_holm",
        "Holm's adjustment",
        Subject.MANY,
        multiplicity.holm,
        "One false alarm among all tests stays rare. A cross-check beside max-T.",
        "Holm (1979), Scandinavian Journal of Statistics 6, 65-70",
        Example(([0.01, 0.04, None, 0.03],)),
        warning="For six themes and three pairs of 3, 4 and 6 people it finds nothing.",
    ),
    Measure(
        "p_bh",
        "Benjamini and Hochberg's adjustment",
        Subject.MANY,
        multiplicity.benjamini_hochberg,
        "Of the tests that are called, few are false. For screening lists of items.",
        "Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57",
        Example(([0.01, 0.04, None, 0.03],)),
    ),
    Measure(
        "within_reach",
        "Tests that can reach a level",
        Subject.MANY,
        multiplicity.within_reach,
        "A test that cannot reach the level is left out, and costs the others nothing.",
        "Tarone (1990), Biometrics 46, 515-522",
        Example(([0.10, 0.0286, 0.0079],)),
    ),
)

BLIND_SPOTS = (
    Measure(
        "coorientation",
        "Co-orientation",
        Subject.BLIND_SPOTS,
        blind_spots.coorientation,
        "The gap, the gap that each side thinks there is, and how wrong its guesses "
        "are. Show bias and error: bias can be 0 while every guess is wrong.",
        "McLeod and Chaffee (1973), American Behavioral Scientist 16, 469-499",
        Example(
            (),
            {
                "own_first": [4, 5, 4],
                "own_second": [2, 1, 2, 1],
                "first_about_second": [4, 4, None],
                "second_about_first": [5, 4, 4, 3],
            },
        ),
        Readers.EVERYONE,
        warning="Differences carry the noise of both parts: groups only, never people.",
    ),
    Measure(
        "blind_spot",
        "Which of four states",
        Subject.BLIND_SPOTS,
        blind_spots.state,
        "True or false consensus, true dissensus, false conflict; uncertain where it "
        "is less than 80 % sure. False consensus is a blind spot.",
        f"Seltzer (2007), Seltzer and Mitrook (2009); limits {OUR_JUDGEMENT}",
        Example((), VIEWS),
        Readers.EVERYONE,
    ),
    Measure(
        "naive_guesses",
        "What a guess without knowledge would get",
        Subject.BLIND_SPOTS,
        blind_spots.naive_guesses,
        "The error of guessing 'like us', and of guessing the middle, to compare with.",
        "arithmetic",
        Example((), VIEWS),
    ),
)

RANKS = (
    Measure(
        "rho",
        "Mean rank correlation within a group",
        Subject.RANKS,
        ranking.concordance,
        "1: all put things in one order. 0: orders at random.",
        f"(mW - 1) / (m - 1): {KENDALL}",
        ORDERS,
        Readers.EVERYONE,
        part="rho",
    ),
    Measure(
        "kendall_w",
        "Kendall's W",
        Subject.RANKS,
        ranking.concordance,
        "1: all put things in one order.",
        KENDALL,
        ORDERS,
        Readers.WARNED,
        warning=W_MISLEADS,
        part="w",
    ),
    Measure(
        "kendall_w_exact_p",
        "Exact p of Kendall's W",
        Subject.RANKS,
        ranking.concordance_p,
        "How often orders at random are as alike.",
        f"every order is counted: {KENDALL}",
        ORDERS,
    ),
    Measure(
        "kendall_tau_b",
        "tau-b of two lists",
        Subject.RANKS,
        ranking.tau_b,
        "Of the pairs of things, how many more both lists put the same way round.",
        KENDALL,
        MEAN_RANKS,
    ),
    Measure(
        "spearman_rho",
        "Rank correlation of two lists",
        Subject.RANKS,
        ranking.spearman_rho,
        "1: one order. -1: the other way round. 0: no connection.",
        KENDALL,
        MEAN_RANKS,
    ),
    Measure(
        "top_in_common",
        "Top three in common",
        Subject.RANKS,
        ranking.top_in_common,
        "How many of the first three things are the same. Ties for a place share it.",
        "arithmetic",
        MEAN_RANKS,
        Readers.EVERYONE,
    ),
)
