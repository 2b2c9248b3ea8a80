"""Every way to read what is published, by name."""

import json
from collections.abc import Callable, Iterator, Mapping
from itertools import chain

from tests.attacker.attack import Attack
from tests.attacker.catalogue import Catalogue
from tests.attacker.learned import Fact, Rules
from tests.attacker.publish import Published
from tests.attacker.read_figure import read_figures
from tests.attacker.read_page import read_page
from tests.attacker.read_paper import read_paper
from tests.attacker.read_release import read_release
from tests.attacker.read_table import read_table
from tests.attacker.read_workbook import read_workbook

Reader = Callable[[Published, Catalogue, Rules], Iterator[Fact]]

READERS: Mapping[str, Reader] = {
    "release.json": lambda _, catalogue, rules: read_release(catalogue, rules),
    "report.html": lambda out, catalogue, rules: chain(
        read_page(out.page, catalogue, rules), read_figures(out.screen, catalogue)
    ),
    "report.csv": lambda out, catalogue, rules: read_table(out.table, catalogue, rules),
    "report.xlsx": lambda out, catalogue, rules: read_workbook(
        out.workbook, catalogue, rules
    ),
    "report.pdf": lambda out, catalogue, rules: read_paper(out.paper, catalogue, rules),
}
QUICK = ("release.json", "report.html", "report.csv")
"""What takes no seconds to make."""


def facts(name: str, out: Published, rules: Rules | None = None) -> frozenset[Fact]:
    """Return what one reading teaches."""
    return frozenset(
        READERS[name](out, Catalogue(json.loads(out.release)), rules or Rules())
    )


def attack(out: Published, *names: str, rules: Rules | None = None) -> Attack:
    """Read what is published in these ways and put it together."""
    catalogue = Catalogue(json.loads(out.release))
    learned = [facts(name, out, rules) for name in names or QUICK]
    return Attack(catalogue, frozenset().union(*learned))
