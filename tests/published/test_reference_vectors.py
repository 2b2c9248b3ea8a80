"""Every measure gives what R and Python packages give, each case to its tolerance."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.published.reference_vectors import MEASURES, SHOWN_NOT_SHIPPED, compute_case

FILE = Path(__file__).with_name("reference_vectors.json")
CASES: list[dict[str, Any]] = json.loads(FILE.read_text(encoding="utf-8"))["cases"]
SHIPPED = [case for case in CASES if case["measure"] not in SHOWN_NOT_SHIPPED]


def within(found: Any, expected: Any, tolerance: dict[str, Any]) -> bool:
    """Whether a value is what was expected, part by part."""
    if expected is None or found is None:
        return found is None and expected is None
    if isinstance(expected, dict):
        same = found.keys() == expected.keys()
        return same and all(within(found[k], expected[k], tolerance) for k in expected)
    if isinstance(expected, list):
        # Of [chance, quantile, quantile] the quantiles have a tolerance of their own.
        later = tolerance | {"abs": tolerance.get("quantile_abs", tolerance["abs"])}
        each = [tolerance] + [later] * (len(expected) - 1)
        return len(found) == len(expected) and all(map(within, found, expected, each))
    return bool(abs(found - expected) <= tolerance["abs"])


@pytest.mark.parametrize("case", SHIPPED, ids=lambda case: case["id"])
def test_a_measure_gives_what_others_compute(case: dict[str, Any]) -> None:
    found = compute_case(case)
    assert within(found, case["expected"], case["tolerance"]), found


def test_none_is_left_out_but_those_we_do_not_ship() -> None:
    measures = {case["measure"] for case in CASES}
    assert len(CASES) == 390
    assert measures - MEASURES.keys() == SHOWN_NOT_SHIPPED


def test_a_value_that_is_off_is_told() -> None:
    tolerance = {"abs": 0.01, "quantile_abs": 0.06}
    assert within([0.5, 1.05, 2.0], [0.5, 1.0, 2.05], tolerance)
    assert not within([0.52, 1.0, 2.0], [0.5, 1.0, 2.0], tolerance)
    assert not within([0.5, 1.0, 2.1], [0.5, 1.0, 2.0], tolerance)
    assert not within(0.0, None, tolerance)
    assert not within({"w": None}, {"w": 0.0}, tolerance)
