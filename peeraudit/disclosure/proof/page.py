"""The page with the proof table, docs/proof.md: written by the proof itself."""

from pathlib import Path
from string import Template

from peeraudit.disclosure.proof.controls import controls
from peeraudit.disclosure.proof.shipped import (
    BEYOND,
    MOST,
    by_answers,
    by_people,
    found,
    withheld,
)
from peeraudit.disclosure.proof.small_cells import HEAD, small_cells
from peeraudit.disclosure.proof.table import accounts, digest, table
from peeraudit.instrument.definition import FINE_FROM, SHARES_FROM

AROUND_THE_TABLES = Path(__file__).with_name("around_the_tables.md")


def page() -> str:
    """Try every set of answers, and return the page."""
    by_valid = found()
    around = Template(AROUND_THE_TABLES.read_text(encoding="utf-8"))
    text = around.substitute(
        by_people=accounts(("question", "floor", "people"), by_people(by_valid)),
        by_answers=accounts(("question", "answers"), by_answers(by_valid)),
        withheld=accounts(("what is told", "floor", "people"), withheld()),
        small_cells=table(HEAD, small_cells(), numbers=1),
        controls=accounts(("what is told", "answers"), controls()),
        most=MOST,
        fine=FINE_FROM,
        shares=SHARES_FROM,
        beyond=", ".join(map(str, BEYOND)),
    )
    return f"{text}\nSHA-256 of the tables: `{digest(text)}`\n"
