"""The shipped instruments are found, without fault, and held on to exactly."""

from pathlib import Path

import pytest

from peeraudit.instrument.definition import Instrument
from peeraudit.instrument.library import (
    available,
    check,
    digest,
    from_json,
    load,
    to_json,
)
from tests.unit.instrument.breaking import (
    HEAD,
    INSTRUMENTS,
    WORDING,
    copy_of,
    swap,
    within,
)

SHIPPED = ("readiness", "role-adoption")


@pytest.fixture(scope="module", params=SHIPPED)
def instrument(request: pytest.FixtureRequest) -> Instrument:
    return load(INSTRUMENTS / str(request.param))


def test_both_instruments_are_available() -> None:
    assert available(INSTRUMENTS) == SHIPPED


def test_a_folder_without_a_head_is_no_instrument(tmp_path: Path) -> None:
    copy_of("readiness", tmp_path)
    (tmp_path / "notes").mkdir()
    assert available(tmp_path) == ("readiness",)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_instrument_has_no_fault(name: str) -> None:
    assert check(INSTRUMENTS / name) == ()
    assert load(INSTRUMENTS / name).id == name


def test_an_instrument_is_written_down_exactly(instrument: Instrument) -> None:
    again = from_json(to_json(instrument))
    assert again == instrument
    assert to_json(again) == to_json(instrument)
    assert digest(again) == digest(instrument)


def test_the_order_of_questions_and_options_is_kept(instrument: Instrument) -> None:
    again = from_json(to_json(instrument))
    assert list(again.questions) == list(instrument.questions)
    assert list(again.wording.scale) == [1, 2, 3, 4, 5]


def test_a_digest_is_a_sha256(instrument: Instrument) -> None:
    assert len(bytes.fromhex(digest(instrument))) == 32
    assert digest(load(INSTRUMENTS / instrument.id)) == digest(instrument)


def test_the_two_instruments_have_two_digests() -> None:
    assert len({digest(load(INSTRUMENTS / name)) for name in SHIPPED}) == 2


def test_one_word_changes_the_digest(tmp_path: Path) -> None:
    copy = copy_of("readiness", tmp_path)
    before = digest(load(copy))
    swap(WORDING, "feel ready", "are ready")(copy)
    assert digest(load(copy)) != before


def test_one_number_changes_the_digest(tmp_path: Path) -> None:
    copy = copy_of("readiness", tmp_path)
    before = digest(load(copy))
    swap(HEAD, "same_as_own: 10", "same_as_own: 11")(copy)
    assert digest(load(copy)) != before


def test_the_order_of_keys_and_a_comment_do_not_change_the_digest(
    tmp_path: Path,
) -> None:
    copy = copy_of("readiness", tmp_path)
    before = digest(load(copy))
    swap(HEAD, "id: readiness\nversion: 1\n", "version: 1\nid: readiness # it\n")(copy)
    swap("items/SP.yaml", "id: SP4\n    about: W", "id: SP4 # 1\n    about: W")(copy)
    within(WORDING, "\nthemes:", "  BD:", "  BD: # limits")(copy)
    assert digest(load(copy)) == before


def test_the_names_of_item_files_do_not_change_the_digest(tmp_path: Path) -> None:
    copy = copy_of("role-adoption", tmp_path)
    before = digest(load(copy))
    (copy / "items" / "RC.yaml").rename(copy / "items" / "who-and-how.yaml")
    assert digest(load(copy)) == before
