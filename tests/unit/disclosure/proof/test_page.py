"""The pages about the proof say what the proof finds, and nothing else."""

import hashlib
import re
from functools import cache

from peeraudit.audit.promise import FLOORS
from peeraudit.disclosure.proof.__main__ import PAGE
from peeraudit.disclosure.proof.page import page
from tests.unit.disclosure.proof import told
from tests.unit.disclosure.worlds import World, worlds

PLAIN_PAGE = PAGE.with_name("how-we-know-nobody-is-given-away.md")
CONTROLS = "## Ways of telling that give people away"
Table = list[dict[str, str]]


@cache
def written() -> str:
    return PAGE.read_text(encoding="utf-8")


def tables(text: str) -> list[Table]:
    """The tables of a page, by what stands in their first row."""
    found = re.findall(r"(?:^\|.*\n)+", text, flags=re.MULTILINE)
    return [read(table.splitlines()) for table in found]


def read(lines: list[str]) -> Table:
    cells = ([cell.strip() for cell in line[1:-1].split("|")] for line in lines)
    head, _, *rows = cells
    return [dict(zip(head, row, strict=True)) for row in rows]


def leaks(text: str) -> list[int]:
    rows = (row for table in tables(text) for row in table if "leaks" in row)
    return [int(row["leaks"]) for row in rows]


def test_the_page_is_what_the_proof_finds() -> None:
    again = "write it again: python -m peeraudit.disclosure.proof"
    assert written() == page(), again


def test_nothing_that_is_shown_leaks_and_every_control_does() -> None:
    shown, controls = map(leaks, written().split(CONTROLS))
    assert len(shown) == 63
    assert set(shown) == {0}
    assert len(controls) == 14
    assert min(controls) > 0


def test_every_floor_on_offer_is_in_the_page_for_every_kind_of_question() -> None:
    by_people, withheld, *_ = tables(written())
    kinds = {row["question"] for row in by_people}
    assert len(kinds) == 8
    assert {(row["question"], row["floor"]) for row in by_people} == {
        (kind, str(floor)) for kind in kinds for floor in FLOORS
    }
    assert [row["floor"] for row in withheld] == [str(n) for n in sorted(FLOORS)]


def test_the_hash_is_that_of_the_rows_of_the_tables() -> None:
    rows = re.findall(r"^\|.*\n", written(), flags=re.MULTILINE)
    sha256 = hashlib.sha256("".join(rows).encode()).hexdigest()
    assert written().endswith(f"SHA-256 of the tables: `{sha256}`\n")


def example() -> list[World]:
    """The ways to answer that the plain page lays out in a table."""
    (ways,) = tables(PLAIN_PAGE.read_text(encoding="utf-8"))
    return [tuple(map(int, list(way.values())[1:])) for way in ways]


def test_the_example_in_plain_words_is_every_way_to_get_its_cell() -> None:
    everyone = list(worlds(5, 5))
    cell = told.statement((0, 1, 1, 3, 0))
    assert len(everyone) == 126
    assert example() == [world for world in everyone if told.statement(world) == cell]


def test_the_plain_page_says_truly_what_each_of_the_example_can_know() -> None:
    def fits(step: int) -> list[int]:
        return [n for n, way in enumerate(example(), 1) if way[step - 1]]

    assert fits(3) == [1, 2, 3, 4, 6, 7, 8]
    assert fits(4) == [1, 2, 3, 5, 6, 7, 8]
    assert fits(2) == [5, 6, 7, 8]
    assert {example()[n - 1][1] for n in fits(2)} == {1}


def test_the_plain_page_counts_the_cases_that_rule_something_out() -> None:
    plain = PLAIN_PAGE.read_text(encoding="utf-8")
    small = next(each for each in tables(written()) if "nobody else" in each[0])
    assert len(small) == 9
    assert {row["answers"] for row in small} == {"5", "6", "7", "8"}
    assert "In groups of 5 to 8 people there are nine cases" in plain
