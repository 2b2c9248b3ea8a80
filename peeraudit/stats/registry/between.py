"""The registry's measures between two groups, and of how sure a gap is."""

from peeraudit.stats import effect_sizes, gap, permutation, posterior
from peeraudit.stats.registry.measure import (
    OUR_JUDGEMENT,
    CutOffs,
    Example,
    Measure,
    Readers,
    Subject,
)

HALF_A_POINT = CutOffs(
    ("small", "worth noticing", "large"),
    (0.5, 1.0),
    f"{OUR_JUDGEMENT}; 360-degree practice calls more than 1 point a blind spot",
    edge_belongs="above",
    of_size=True,
)
DELTA = CutOffs(
    ("negligible", "small", "medium", "large"),
    (0.147, 0.33, 0.474),
    "Romano et al. (2006)",
    edge_belongs="above",
    of_size=True,
)
DIRICHLET = "Perks (1947); Berger, Bernardo and Sun (2015), Bayesian Analysis 10"
VARGHA = (
    "Vargha and Delaney (2000), Journal of Educational and Behavioral Statistics 25, "
    "101-132"
)
PROCESS = "Ferguson (1973), Annals of Statistics 1, 209-230"
NO_TEST = (
    "Read it beside the smallest p that sizes allow: .10 for 3 v 3. Not for teams."
)
MANAGERS, PEERS = [4, 5, 4], [2, 3, 3, 2]
TWO = Example((), {"first": MANAGERS, "second": PEERS})
COUNTS = Example((), {"first": [0, 0, 0, 2, 1], "second": [0, 2, 2, 0, 0]})

BETWEEN = (
    Measure(
        "mean_difference",
        "Gap: difference of means",
        Subject.BETWEEN,
        gap.mean_difference,
        "By how many points the first group scores higher than the second.",
        "arithmetic",
        TWO,
        Readers.EVERYONE,
        HALF_A_POINT,
        "Alone it misleads: half a point or more comes up in 13 to 48 of 100 themes "
        "without a gap.",
    ),
    Measure(
        "prob_superiority",
        "A: probability of superiority",
        Subject.BETWEEN,
        effect_sizes.probability_of_superiority,
        "In how many of 100 pairings somebody of the first group answers higher; half "
        "for ties. 50 of 100 is no difference.",
        VARGHA,
        TWO,
        Readers.EVERYONE,
        warning="For a label take Cliff's delta: A's own ladder has other steps.",
    ),
    Measure(
        "cliffs_delta",
        "Cliff's delta",
        Subject.BETWEEN,
        effect_sizes.cliffs_delta,
        "1: all of the first group are higher. -1: all are lower. It is 2A - 1.",
        "Cliff (1993), Psychological Bulletin 114, 494-509",
        TWO,
        cut_offs=DELTA,
    ),
    Measure(
        "wasserstein",
        "Wasserstein distance",
        Subject.BETWEEN,
        effect_sizes.wasserstein_distance,
        "By how many points answers have to move for both groups to look alike. It "
        "sees a split group beside a middling one.",
        "arithmetic: the area between both cumulative shares",
        Example((), {"first": [1, 5, 1, 5], "second": [3, 3, 3, 3]}),
    ),
)

SURENESS = (
    Measure(
        "theme_gap",
        "How sure a gap on a theme is",
        Subject.SURENESS,
        posterior.theme_gap_posterior,
        "An imaginary colleague joins each group who could say anything. The bars hold "
        "the gap with 80 and 95 % certainty.",
        PROCESS,
        TWO,
        Readers.EVERYONE,
    ),
    Measure(
        "dirichlet_gap",
        "How sure a gap on an item is",
        Subject.SURENESS,
        posterior.item_gap_posterior,
        "As for a theme, from how many people chose each option.",
        DIRICHLET,
        COUNTS,
    ),
    Measure(
        "dirichlet_mean_sd",
        "What is believed of a group's mean",
        Subject.SURENESS,
        posterior.posterior_mean,
        "The mean with the imaginary colleague counted in, and its standard deviation.",
        DIRICHLET,
        Example(([0, 0, 0, 2, 1],)),
    ),
    Measure(
        "gap_label",
        "What may be said of a gap",
        Subject.SURENESS,
        gap.label_gap,
        "Clear: at least 80 % sure that it exceeds half a point. Possible: half a "
        "point and 90 % sure which way, or one point.",
        f"{OUR_JUDGEMENT}, from simulated teams: wrong in 1 to 7 of 100 themes",
        Example((), TWO.by_name, through=posterior.theme_gap_posterior),
        Readers.EVERYONE,
        warning="Below three answers in a group there is no label.",
    ),
    Measure(
        "expected_false_flags",
        "How many clear gaps may be chance",
        Subject.SURENESS,
        gap.expected_false_flags,
        "Of the gaps called clear, about this many may be chance.",
        "the sum of 1 - P over the gaps called clear",
        Example((), TWO.by_name, through=posterior.theme_gap_posterior),
        Readers.EVERYONE,
    ),
    Measure(
        "leave_one_out",
        "Does a gap hang on one person",
        Subject.SURENESS,
        gap.leave_one_out,
        "The gap without each person in turn: the smallest, and whether its direction "
        "stays.",
        "arithmetic",
        TWO,
        Readers.EVERYONE,
    ),
    Measure(
        "nonresponse_bounds",
        "Does a gap hang on who did not answer",
        Subject.SURENESS,
        gap.nonresponse_bounds,
        "Between what the gap would lie, had those missing said 1 or 5.",
        "Manski (1989), Journal of Human Resources 24, 343-360",
        Example(
            (),
            {
                "first": MANAGERS,
                "second": PEERS,
                "first_people": 4,
                "second_people": 4,
            },
        ),
        Readers.EVERYONE,
    ),
    Measure(
        "perm_mean_diff",
        "Exact test of two means",
        Subject.SURENESS,
        permutation.exact_mean_difference_test,
        "The share of all ways to deal these people out with means as far apart.",
        "Edgington and Onghena (2007), Randomization Tests",
        TWO,
        Readers.WARNED,
        warning=NO_TEST,
    ),
    Measure(
        "mwu_exact",
        "Exact rank sum test (Mann-Whitney)",
        Subject.SURENESS,
        permutation.exact_rank_sum_test,
        "As the exact test of two means, of ranks.",
        "Streitberg and Roehmel (1986), Statistical Software Newsletter 12, 10-17",
        TWO,
        Readers.WARNED,
        warning=NO_TEST,
    ),
    Measure(
        "smallest_p",
        "Smallest p that sizes allow",
        Subject.SURENESS,
        permutation.smallest_attainable_p,
        "What p would be with both groups wholly apart. Above .05, no test can tell.",
        "1 / C(N, n), doubled for groups of one size",
        Example((), {"first_size": 3, "second_size": 3}),
    ),
)
