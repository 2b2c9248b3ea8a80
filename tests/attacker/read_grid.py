"""Reads the report's tables by what heads their columns."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from tests.attacker.catalogue import Catalogue, Question
from tests.attacker.learned import Fact, Number, Rules, Total, rounded
from tests.attacker.read_words import entry_told, option_told, theme_told

TOTAL = re.compile(r"Everyone: (\d+(?:\.\d+)?) from (\d+) answers")


@dataclass(frozen=True)
class Grid:
    """A table: its caption, its columns, and its rows."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def grid_told(grid: Grid, catalogue: Catalogue, rules: Rules) -> Iterator[Fact]:
    """Yield what a table tells of people; many tell nothing."""
    read = TABLES.get(grid.columns[:2]) or TABLES.get(grid.columns[:1])
    if read:
        yield from read(grid, catalogue, rules)


def _numbers(grid: Grid, catalogue: Catalogue, _rules: Rules) -> Iterator[Fact]:
    """Yield how many of each group answered."""
    for name, asked, answered, *_ in grid.rows:
        number = answered.split()[0]
        yield Number(
            catalogue.names[name.lower()],
            int(asked),
            int(number) if number.isdecimal() else None,
        )


def _statements(grid: Grid, catalogue: Catalogue, rules: Rules) -> Iterator[Fact]:
    """Yield what groups say to statements."""
    for statement, said in grid.rows:
        yield from statement_told(statement, said, catalogue, rules)


def statement_told(
    statement: str, said: str, catalogue: Catalogue, rules: Rules
) -> Iterator[Fact]:
    """Yield what the groups say that read a statement in the same words."""
    for each in said.split("; "):
        if total := TOTAL.fullmatch(each):
            value, within = rounded(total[1])
            item = catalogue.item_by_words[statement]
            yield Total(item, value - within, value + within, int(total[2]))
            continue
        name, _, says = each.partition(": ")
        question = catalogue.by_words[catalogue.names[name.lower()], statement]
        yield from entry_told(question, says, catalogue, rules)


def _themes(grid: Grid, catalogue: Catalogue, _rules: Rules) -> Iterator[Fact]:
    """Yield the groups' scores on themes."""
    for title, *entries in grid.rows:
        for name, said in zip(grid.columns[1:], entries, strict=True):
            group = catalogue.names[name.lower()]
            yield from theme_told(group, catalogue.themes[title], said)


def _practices(grid: Grid, catalogue: Catalogue, _rules: Rules) -> Iterator[Fact]:
    """Yield what each group says of each practice."""
    for practice, *entries in grid.rows:
        item = catalogue.item_by_words[practice]
        for name, said in zip(grid.columns[1:], entries, strict=True):
            # How they stand together follows from what each of them says.
            if name.lower() in catalogue.names:
                question = Question(catalogue.names[name.lower()], item)
                yield from option_told(question, said, catalogue)


def _purposes(grid: Grid, catalogue: Catalogue, _rules: Rules) -> Iterator[Fact]:
    """Yield the main reason that each group gives."""
    item = catalogue.item_by_words[grid.caption]
    for name, said in grid.rows:
        question = Question(catalogue.names[name.lower()], item)
        yield from option_told(question, said, catalogue)


Read = Callable[[Grid, Catalogue, Rules], Iterator[Fact]]
TABLES: Mapping[tuple[str, ...], Read] = {
    ("Group", "Asked"): _numbers,
    ("Group", "Most often put first"): _purposes,
    ("Practice",): _practices,
    ("Statement",): _statements,
    ("Theme",): _themes,
}
"""How to read a table, by its first columns."""
