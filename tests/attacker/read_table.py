"""Reads ``report.csv`` as a program does, and leaves no column unread."""

import csv
from collections.abc import Iterable, Iterator, Mapping

from tests.attacker.catalogue import Catalogue, Question
from tests.attacker.claims import AnswersFrom, HalfUnsure
from tests.attacker.learned import Fact, NotUnderstood, Number, Rules, Told
from tests.attacker.read_words import NOTHING, entry_told, option_told, theme_told

COLUMNS = [
    "Group",
    "Kind",
    "Item",
    "Words",
    "Turned round",
    "Guess about",
    "What is shown",
    "Together or apart",
    "Disagree",
    "Neither",
    "Agree",
    "Do not know",
    "Answered in the group",
    "Why not shown",
    "In the audit before",
    "Change",
]
HALF = {"half or more": True, "fewer than half": False}

Line = Mapping[str, str]


def read_table(table: bytes, catalogue: Catalogue, rules: Rules) -> Iterator[Fact]:
    """Yield what the rows tell."""
    lines = csv.DictReader(table.decode("utf-8-sig").splitlines())
    if lines.fieldnames != COLUMNS:
        raise NotUnderstood(f"report.csv: {lines.fieldnames}")
    yield from read_lines(lines, catalogue, rules)


def read_lines(
    lines: Iterable[Line], catalogue: Catalogue, rules: Rules
) -> Iterator[Fact]:
    """Yield what rows tell, whatever kind of file they come from."""
    for line in lines:
        if line["In the audit before"] or line["Change"]:
            raise NotUnderstood("report.csv: the audit before, of a first audit")
        group = catalogue.names[line["Group"].lower()]
        about = (
            catalogue.names[line["Guess about"].lower()] if line["Guess about"] else ""
        )
        question = Question(group, line["Item"], about)
        yield from _number_told(line, question, catalogue)
        if line["Kind"] == "theme":
            yield from theme_told(group, line["Item"], line["What is shown"])
        else:
            yield from _question_told(line, question, catalogue, rules)


def _number_told(
    line: Line, question: Question, catalogue: Catalogue
) -> Iterator[Fact]:
    """Yield how many answered: the group, or if it is another number, the question."""
    groups = {each["group"]: each for each in catalogue.release["groups"]}
    group = groups[question.group]
    number = line["Answered in the group"].split()[0]
    answered = int(number) if number.isdecimal() else None
    if answered == group["answered"]:
        yield Number(question.group, group["asked"], answered)
    elif answered is not None:
        yield Told(question, AnswersFrom(answered, answered))


def _question_told(
    line: Line, question: Question, catalogue: Catalogue, rules: Rules
) -> Iterator[Fact]:
    """Yield what a row tells of the answers to a question."""
    said = line["What is shown"]
    if line["Do not know"]:
        yield Told(question, HalfUnsure(HALF[line["Do not know"]]))
    if said.lower() in NOTHING:
        few = f"Fewer than {catalogue.floor} answered this question"
        if line["Why not shown"] == few:
            yield Told(question, AnswersFrom(0, catalogue.floor - 1))
    elif not catalogue.is_statement(question.item):
        yield from option_told(question, said, catalogue)
    else:
        yield from entry_told(question, ", ".join(_entry(line)), catalogue, rules)


def _entry(line: Line) -> Iterator[str]:
    """Yield what a row says of a statement, as the page does."""
    yield line["What is shown"] + (" (turned round)" if line["Turned round"] else "")
    if line["Together or apart"]:
        yield line["Together or apart"]
    if line["Agree"]:
        yield from (
            f"{line[each]} {each.lower()}" for each in ("Agree", "Neither", "Disagree")
        )
    if line["Do not know"] == "half or more":
        yield line["Do not know"] + " do not know"
