"""Reads the report's own words for scores, wherever they stand."""

import re
from collections.abc import Iterator
from fractions import Fraction

from tests.attacker.catalogue import Catalogue, Question
from tests.attacker.claims import (
    AnswersFrom,
    Claim,
    Commonest,
    HalfUnsure,
    MostSay,
)
from tests.attacker.learned import (
    Fact,
    NotUnderstood,
    Rules,
    Said,
    ThemeTold,
    Told,
    class_claims,
    mean_claim,
    rounded,
)

NOTHING = {"not shown", "not asked"}
MIXED = {"mixed", "no one reason stands out"}
SCORE = re.compile(r"below (\d+)|(\d+) to (\d+)|(\d+) or more|(\d+(?:\.\d+)?)")
THEME = re.compile(r"(\d+(?:\.\d+)?)(?: \(from (\d+) to (\d+)\))?")
SHARES = re.compile(
    r"(\d+) to (\d+)% agree, (\d+) to (\d+)% neither, (\d+) to (\d+)% disagree"
)
TURNED = " (turned round)"
TURNED_MAYBE = r"(?: \(turned round\))?"
LOW_MEANS = " (low means that people agree)"
TOGETHER = {"answers lie together": True, "answers lie apart": False}
UNSURE = "half or more do not know"


def ends(words: str) -> tuple[Fraction, Fraction]:
    """Return from where to where a score goes."""
    found = SCORE.fullmatch(words.lower().removesuffix(LOW_MEANS).removesuffix(TURNED))
    if found is None:
        raise NotUnderstood(f"a score in words: {words}")
    below, first, last, more, exact = found.groups()
    if exact:
        value, within = rounded(exact)
        return value - within, value + within
    if below:
        return Fraction(0), Fraction(below)
    return (
        (Fraction(more), Fraction(100))
        if more
        else (
            Fraction(first),
            Fraction(last) + 1,
        )
    )


def score_told(question: Question, words: str) -> Iterator[Fact]:
    """Yield what a score alone tells, beside words that tell more elsewhere."""
    if words.lower() not in NOTHING:
        yield Told(question, mean_claim(*ends(words)))


def entry_told(
    question: Question, words: str, catalogue: Catalogue, rules: Rules
) -> Iterator[Fact]:
    """Yield what all that is told of a group's answers to a statement tells."""
    if question.group not in catalogue.banded:
        return
    if words.lower() in NOTHING:
        yield Told(question, AnswersFrom(0, catalogue.floor - 1))
        return
    score, *details = words.split(", ")
    unsure = UNSURE in details
    together = next((TOGETHER[each] for each in details if each in TOGETHER), None)
    shares = SHARES.search(", ".join(details))
    left = [each for each in details if each not in {*TOGETHER, UNSURE}]
    if len(left) != (3 if shares else 0):
        raise NotUnderstood(f"what a statement says: {words}")
    told = shares_of(shares, turned=TURNED in score) if shares else ()
    said = Said(*ends(score), together, told)
    claims: list[Claim] = [*class_claims(said, catalogue, rules), HalfUnsure(unsure)]
    yield from (Told(question, claim) for claim in claims)


def shares_of(found: re.Match[str], *, turned: bool) -> tuple[tuple[int, int], ...]:
    """Return the shares that disagree, say neither, and agree, turned as scores are."""
    numbers = [int(each) for each in found.groups()]
    agree, neither, disagree = zip(numbers[::2], numbers[1::2], strict=True)
    order = (agree, neither, disagree) if turned else (disagree, neither, agree)
    return tuple((low, high + 1) for low, high in order)


def option_told(question: Question, words: str, catalogue: Catalogue) -> Iterator[Fact]:
    """Yield what is told of a practice or a purpose."""
    said = words.lower()
    if said == "not asked" or question.group not in catalogue.banded:
        return
    if said == "not shown":
        yield Told(question, AnswersFrom(0, catalogue.floor - 1))
        return
    options = catalogue.option_words(question.item)
    if said not in MIXED and said not in options:
        raise NotUnderstood(f"an option: {words}")
    column = options.get(said)
    most = catalogue.items[question.item]["kind"] == "practice"
    yield Told(question, AnswersFrom(catalogue.floor))
    yield Told(question, MostSay(column) if most else Commonest(column))


def theme_told(group: str, theme: str, words: str) -> Iterator[Fact]:
    """Yield the numbers that are told of a theme."""
    if words.lower() in NOTHING:
        return
    found = THEME.fullmatch(words)
    if found is None:
        raise NotUnderstood(f"a score on a theme: {words}")
    for part, number in zip(("score", "low", "high"), found.groups(), strict=True):
        if number is not None:
            yield ThemeTold(group, theme, part, *rounded(number))


def description_told(words: str, catalogue: Catalogue) -> Iterator[Fact]:
    """Yield what a picture's own description tells, group by group."""
    for statement, item in catalogue.item_by_words.items():
        if catalogue.is_statement(item):
            told = rf"(?:^|\. ){re.escape(statement)}{TURNED_MAYBE}: (.*?[^.])\.(?: |$)"
            found = re.search(told, words)
            for group, said in _by_group(found, catalogue):
                yield from score_told(Question(group, item), said)
    for title, theme in catalogue.themes.items():
        found = re.search(rf"(?:^|\. ){re.escape(title)}: (.*?[^.])\.(?: |$)", words)
        for group, said in _by_group(found, catalogue):
            yield from theme_told(group, theme, said)


def _by_group(
    found: re.Match[str] | None, catalogue: Catalogue
) -> Iterator[tuple[str, str]]:
    """Yield each group that a part of a description names, and what it says of it."""
    for each in found[1].split("; ") if found else ():
        for name, group in catalogue.names.items():
            if each.lower().startswith(f"{name} "):
                yield group, each[len(name) + 1 :]
