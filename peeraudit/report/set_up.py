"""How the role is set up: the team's facts, beside the paper's three sites."""

from dataclasses import dataclass

from peeraudit.audit.facts import Unknown
from peeraudit.report.fact_words import NOT_GIVEN
from peeraudit.report.paper import SET_UP, SITES, SetUp
from peeraudit.report.reader import Reader
from peeraudit.report.table import Row, Table, row
from peeraudit.report.words import counted


@dataclass(frozen=True, slots=True)
class SetUpView:
    """The set-up of the role."""

    message: str
    beside: Table
    facts: Table | None
    """Every fact that was filled in."""
    not_filled_in: str


def set_up(reader: Reader) -> SetUpView:
    """Tell how the role is set up."""
    missing = sum(
        reader.evidence.facts.value(fact) is Unknown.NOT_GIVEN
        for fact in reader.instrument.fact
    )
    return SetUpView(
        "These facts were filled in once for the team. No answers stand behind them.",
        Table(
            "This team, beside the three sites of the paper (pages 3 and 6)",
            ("Set-up", "This team", *SITES),
            tuple(_beside(line, reader) for line in SET_UP),
        ),
        _facts(reader),
        f"{counted(missing, 'fact was', 'facts were')} not filled in."
        if missing
        else "",
    )


def _beside(line: SetUp, reader: Reader) -> Row:
    """Set the team's facts beside the sites."""
    told = [_said(fact, reader) for fact in line.facts if _is_given(fact, reader)]
    return row(line.title, "; ".join(told) or NOT_GIVEN, *line.sites)


def _is_given(fact: str, reader: Reader) -> bool:
    """Say whether the instrument has a fact and the team filled it in."""
    known = fact in reader.instrument.fact
    return known and reader.evidence.facts.value(fact) is not Unknown.NOT_GIVEN


def _said(fact: str, reader: Reader) -> str:
    """Return a fact so that it stands alone: yes, no and numbers get its name."""
    said = reader.fact(fact)
    value = reader.evidence.facts.value(fact)
    bare = isinstance(value, int | Unknown) or said.startswith(("Yes", "No"))
    return f"{reader.fact_name(fact)}: {said}" if bare else said


def _facts(reader: Reader) -> Table | None:
    """Return the facts that were filled in, in the instrument's order."""
    rows = tuple(
        row(reader.fact_name(fact.id), reader.fact(fact.id))
        for fact in reader.instrument.facts
        if _is_given(fact.id, reader)
    )
    if not rows:
        return None
    return Table("Every fact that was filled in", ("Fact", "This team"), rows)
