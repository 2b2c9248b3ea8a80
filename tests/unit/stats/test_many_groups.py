"""Many groups at once are as each group by itself."""

import numpy as np
import pytest

from peeraudit.stats import Scale, many_groups
from peeraudit.stats.agreement_over_items import rwg_j, rwg_j_star
from peeraudit.stats.many_groups import agreement_of_many

RANDOM = np.random.default_rng(7)


@pytest.mark.parametrize("people", [2, 3, 7, 20, 40])
@pytest.mark.parametrize("scale", [Scale(1, 5), Scale(1, 7), Scale(0, 10), Scale(0, 1)])
@pytest.mark.parametrize("kind", ["i1", "u2", "i8"])
def test_many_groups_are_as_each_by_itself(
    people: int, scale: Scale, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(many_groups, "AT_ONCE", 500)
    shape = (9, people, 6)
    answers = RANDOM.integers(scale.low, scale.high + 1, shape).astype(kind)
    found = agreement_of_many(answers, scale=scale)
    assert found.items.tolist() == [6] * 9
    for place, group in enumerate(answers.astype(float)):
        assert found.rwg_j_star[place] == pytest.approx(rwg_j_star(group, scale=scale))
        assert found.rwg_j[place] == pytest.approx(rwg_j(group, scale=scale))


def test_scales_beyond_eight_bits_hold() -> None:
    scale = Scale(1_000, 1_004)
    answers = np.array([[[1_000], [1_004], [1_002]]])
    found = agreement_of_many(answers, scale=scale)
    assert found.variance[0] == pytest.approx(4)


def test_answers_that_are_missing_are_left_out_item_by_item() -> None:
    answers = RANDOM.integers(1, 6, (30, 4, 5)).astype(float)
    answers[RANDOM.random(answers.shape) < 0.4] = np.nan
    answers[0] = np.nan
    found = agreement_of_many(answers)
    for place, group in enumerate(answers):
        alone = rwg_j_star(group), rwg_j(group)
        if alone == (None, None):
            assert found.items[place] == 0
            assert np.isnan(found.rwg_j_star[place])
        else:
            both = found.rwg_j_star[place], found.rwg_j[place]
            assert both == pytest.approx(alone)


@pytest.mark.parametrize("shape", [(3, 1, 4), (3, 4, 0), (0, 4, 4)])
def test_nobody_agrees_alone_here_either(shape: tuple[int, int, int]) -> None:
    found = agreement_of_many(np.ones(shape, dtype=np.int8))
    assert np.isnan(found.rwg_j).all()
    assert len(found.items) == shape[0]
