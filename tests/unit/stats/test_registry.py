"""The list of measures: complete, readable, and the page is what it says."""

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from peeraudit.stats import MEASURES, Measure
from peeraudit.stats.page import page
from peeraudit.stats.registry.measure import CutOffs
from peeraudit.stats.registry.telling import call_of, result_of, told
from tests.published.reference_vectors import MEASURES as HELD_AGAINST_OTHERS

ROOT = Path(__file__).resolve().parents[3]
EVERY = pytest.mark.parametrize("measure", MEASURES.values(), ids=MEASURES)
STEPS = CutOffs(("low", "middle", "high"), (0.3, 0.7), "nobody")
LOADED = """
import sys
before = set(sys.modules)
import peeraudit.stats
print(*{name.partition('.')[0] for name in set(sys.modules) - before})
"""


def test_the_page_is_what_the_list_says() -> None:
    written = (ROOT / "docs" / "measures.md").read_text(encoding="utf-8")
    assert written == page(), "write it again: python -m peeraudit.stats"


def test_every_measure_of_the_vectors_is_in_the_list() -> None:
    assert HELD_AGAINST_OTHERS.keys() <= MEASURES.keys()


@EVERY
def test_a_measure_is_documented(measure: Measure) -> None:
    words = measure.function.__doc__ or ""
    assert "Parameters\n    ----------\n" in words
    assert "Returns\n    -------\n" in words
    assert measure.reading.endswith(".")
    sentences = re.split(r"[.;:] ", measure.reading)
    assert [each for each in sentences if len(each.split()) > 20] == []


@EVERY
def test_the_example_of_a_measure_comes_to_something(measure: Measure) -> None:
    assert call_of(measure).startswith(measure.function.__name__)
    assert result_of(measure) not in {"undefined", ""}


@pytest.mark.parametrize(
    ("value", "below", "above"),
    [(-1, "low", "low"), (0.3, "low", "middle"), (0.7, "middle", "high")],
)
def test_an_edge_belongs_to_one_side(value: float, below: str, above: str) -> None:
    assert STEPS.label(value) == below
    assert replace(STEPS, edge_belongs="above").label(value) == above


def test_cut_offs_are_told_in_words() -> None:
    assert STEPS.ranges() == (
        ("up to 0.3", "low"),
        ("above 0.3, up to 0.7", "middle"),
        ("above 0.7", "high"),
    )
    last = replace(STEPS, edge_belongs="above").ranges()[-1]
    assert last == ("0.7 and more", "high")
    assert replace(STEPS, of_size=True).label(-0.9) == "high"


def test_a_result_of_several_parts_has_a_line_for_each() -> None:
    told_of = result_of(MEASURES["coorientation"]).splitlines()
    assert told_of[:3] == ["agreement_gap: 2.83", "first:", "  congruency: 0.5"]


def test_results_are_told_to_three_figures() -> None:
    assert told((0.028571, None, float("nan"), True, 12)) == (
        "(0.0286, undefined, undefined, yes, 12)"
    )


def test_numpy_is_all_that_the_measures_bring() -> None:
    asked = [sys.executable, "-c", LOADED]
    done = subprocess.run(asked, capture_output=True, text=True, check=True, cwd=ROOT)  # noqa: S603  # our own lines
    loaded = set(done.stdout.split())
    assert loaded - set(sys.stdlib_module_names) <= {"peeraudit", "numpy"}
    assert "numpy" in loaded
