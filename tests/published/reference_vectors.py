"""Any vector (id, measure, tags, input) as a call of our measures, and its answer.

``compute_case`` returns the value in the form that vectors have it in: a number, a
list, a mapping, None where undefined. Any further file of such vectors can be run.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from peeraudit.stats import agreement as one
from peeraudit.stats import agreement_over_items as several
from peeraudit.stats import (
    blind_spots,
    chance_agreement,
    coding,
    effect_sizes,
    multiplicity,
    ordered_categories,
    permutation,
    posterior,
    ranking,
    scoring,
)
from peeraudit.stats.answers import Scale
from peeraudit.stats.krippendorff import Level, krippendorff_alpha
from peeraudit.stats.reliability import intraclass_correlation

Case = Mapping[str, Any]
Input = Mapping[str, Any]

SHOWN_NOT_SHIPPED = frozenset(
    {
        "brunner_munzel",
        "brunner_munzel_perm",
        "mwu_asymptotic",
        "cliffs_delta_ci",
        "boot_gap_percentile",
        "kruskal",
    }
)
"""Measures that the vectors have to show why we do not ship them."""

DRAWS = 400_000
"""Enough for a quantile to stand within a hundredth."""


def compute_case(case: Case) -> Any:
    """Return what our measure makes of a case's input; None where it is undefined."""
    return MEASURES[case["measure"]](case["input"])


def _scale(given: Input) -> Scale:
    """Return the scale of a case: its range, or its number of options from 1."""
    if given.get("range"):
        low, high = given["range"]
        return Scale(low, high)
    options = given.get("A", 5)
    answers = [x for row in given.get("X", ()) for x in row if x is not None]
    low = min(1, *answers, 1)
    return Scale(low, low + options - 1)


def _answers(measure: Callable[..., Any], **more: Any) -> Callable[[Input], Any]:
    """Call a measure of one question's answers."""
    return lambda given: measure(given["x"], **more)


def _on_scale(measure: Callable[..., Any]) -> Callable[[Input], Any]:
    """Call a measure of one question's answers on their scale."""
    return lambda given: measure(given["x"], scale=_scale(given))


def _over_items(measure: Callable[..., Any], usual: str) -> Callable[[Input], Any]:
    """Call a measure of several items' answers on their scale."""
    return lambda given: measure(
        given["X"], scale=_scale(given), missing=given.get("missing", usual)
    )


def _counts(measure: Callable[..., Any]) -> Callable[[Input], Any]:
    """Call a formula on frequencies; the vectors have it for one person too."""
    return lambda given: measure(given["freq"], least_people=1)


def _two_groups(measure: Callable[..., Any]) -> Callable[[Input], Any]:
    """Call a measure of two groups."""
    return lambda given: measure(first=given["x"], second=given["y"])


def _exact_p(test: Callable[..., Any]) -> Callable[[Input], Any]:
    """Call an exact test of two groups, and return its p."""
    return lambda given: test(first=given["x"], second=given["y"]).p


def _alpha(level: Level) -> Callable[[Input], float | None]:
    """Call alpha of coders by units."""
    return lambda given: krippendorff_alpha(given["coders_by_units"], level=level).value


def _icc(given: Input) -> Any:
    return intraclass_correlation(given["values"], teams=given["groups"])


def _overlap(given: Input) -> dict[str, float | None]:
    found = coding.overlap_agreement(given["units_by_coders"])
    pairs = {f"pair_{pair.first}_{pair.second}": pair.percent for pair in found.pairs}
    return pairs | {
        "all_share_one_common": found.one_common_to_all,
        "all_pairs_overlap": found.every_pair_overlaps,
    }


def _kendall(given: Input) -> ranking.Concordance:
    return ranking.concordance(given["raters_by_items"])


def _as_r_has_it(values: Sequence[float | None]) -> list[float | None] | float | None:
    """Return a list; of one value the value, which R does not tell from a list."""
    return list(values) if len(values) != 1 else values[0]


def _without_nan(values: Any) -> Any:
    """Return plain lists with None for NaN."""
    if isinstance(values, np.ndarray):
        return [_without_nan(value) for value in values]
    return None if np.isnan(values) else float(values)


def _reversed(given: Input) -> Any:
    scale = Scale(given["min"], given["max"])
    turned = scoring.reverse_scored(given["X"], keys=given["keys"], scale=scale)
    return _without_nan(turned)


def _dirichlet_gap(given: Input) -> list[float]:
    found = posterior.item_gap_posterior(
        first=given["freq_x"],
        second=given["freq_y"],
        prior_weight=given["prior_alpha"] * len(given["freq_x"]),
        draws=DRAWS,
    )
    return [found.chance_first_higher, found.interval_95.low, found.interval_95.high]


def _dirichlet_mean_sd(given: Input) -> list[float]:
    found = posterior.posterior_mean(
        given["freq"], prior_weight=given["prior_alpha"] * len(given["freq"])
    )
    return [found.mean, found.standard_deviation]


def _coorientation(given: Input) -> dict[str, float | None]:
    found = blind_spots.coorientation(
        own_first=given["own_A"],
        own_second=given["own_B"],
        first_about_second=given["A_thinks_B"],
        second_about_first=given["B_thinks_A"],
    )
    first, second = found.first, found.second
    return {
        "agreement_gap": found.agreement_gap,
        "congruency_A": first.congruency,
        "congruency_B": second.congruency,
        "accuracy_bias_A": first.accuracy_bias,
        "accuracy_bias_B": second.accuracy_bias,
        "accuracy_mae_A": first.accuracy_error,
        "accuracy_mae_B": second.accuracy_error,
    }


def _max_t(given: Input) -> dict[str, Any]:
    themes: Sequence[Sequence[float | None]] = given["themes_by_person"]
    people = np.array(themes, dtype=np.float64).T
    size = given["n_first_group"]
    found = multiplicity.max_t([people[:size], people[size:]])
    return {
        "raw_p": _as_r_has_it(found.raw_p),
        "adj_p": _as_r_has_it(found.adjusted_p),
    }


MEASURES: dict[str, Callable[[Input], Any]] = {
    "sd": _answers(one.standard_deviation),
    "median": _answers(one.median),
    "gmd": _answers(one.mean_pairwise_difference),
    "rwg": _on_scale(one.rwg),
    "rwg_star": _on_scale(one.rwg_star),
    "ad_m": _on_scale(one.average_deviation_from_mean),
    "ad_md": _on_scale(one.average_deviation_from_median),
    "awg": _on_scale(one.awg),
    "rwg_j": _over_items(several.rwg_j, "pairwise"),
    "rwg_j_star": _over_items(several.rwg_j_star, "pairwise"),
    "ad_m_j": _over_items(several.average_deviation_from_mean_j, "listwise"),
    "ad_md_j": _over_items(several.average_deviation_from_median_j, "listwise"),
    "awg_j": _over_items(several.awg_j, "listwise"),
    "cns": _counts(ordered_categories.consensus),
    "vde_A": _counts(ordered_categories.van_der_eijk_agreement),
    "leik_D": _counts(ordered_categories.leik_dispersion),
    "icc1": lambda given: _icc(given).single,
    "icc2": lambda given: _icc(given).mean,
    "kripp_alpha_nominal": _alpha("nominal"),
    "kripp_alpha_ordinal": _alpha("ordinal"),
    "kripp_alpha_interval": _alpha("interval"),
    "masi_distance": lambda given: coding.masi_distance(
        first=given["a"], second=given["b"]
    ),
    "jaccard_distance": lambda given: coding.jaccard_distance(
        first=given["a"], second=given["b"]
    ),
    "alpha_masi": lambda given: coding.alpha_with_masi(given["units_by_coders"]).value,
    "alpha_jaccard": lambda given: (
        coding.alpha_with_jaccard(given["units_by_coders"]).value
    ),
    "overlap_agreement": _overlap,
    "pct_agree": lambda given: coding.percent_agreement(
        given["units_by_raters"], tolerance=given.get("tolerance", 0)
    ),
    "cliffs_delta": _two_groups(effect_sizes.cliffs_delta),
    "prob_superiority": _two_groups(effect_sizes.probability_of_superiority),
    "wasserstein": _two_groups(effect_sizes.wasserstein_distance),
    "perm_mean_diff": _exact_p(permutation.exact_mean_difference_test),
    "mwu_exact": _exact_p(permutation.exact_rank_sum_test),
    "kruskal_perm": lambda given: permutation.exact_kruskal_test(given["groups"]).p,
    "kendall_w": lambda given: _kendall(given).w,
    "kendall_w_exact_p": lambda given: (
        ranking.concordance_p(given["raters_by_items"]).p
    ),
    "kendall_tau_b": _two_groups(ranking.tau_b),
    "spearman_rho": _two_groups(ranking.spearman_rho),
    "p_holm": lambda given: _as_r_has_it(multiplicity.holm(given["p"])),
    "p_bh": lambda given: _as_r_has_it(multiplicity.benjamini_hochberg(given["p"])),
    "reverse_score": _reversed,
    "person_mean": lambda given: _as_r_has_it(
        _without_nan(scoring.person_means(given["X"]))
    ),
    "dirichlet_gap": _dirichlet_gap,
    "dirichlet_mean_sd": _dirichlet_mean_sd,
    "coorientation": _coorientation,
    "ad_null_crit05": lambda given: chance_agreement.critical_average_deviation(
        people=given["n"], options=given["A"]
    ),
    "rwg_null_crit05": lambda given: chance_agreement.critical_rwg(
        people=given["n"], options=given["A"]
    ),
    "ad_practical_cutoff": lambda given: chance_agreement.practical_limit(
        options=given["A"]
    ),
    "maxT_two_group": _max_t,
}
