"""Reads ``release.json``, and leaves no part of what it says of people unread."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from tests.attacker.catalogue import Catalogue, Question
from tests.attacker.claims import (
    AnswersFrom,
    Claim,
    Commonest,
    Gave,
    HalfUnsure,
    MostSay,
)
from tests.attacker.learned import (
    Fact,
    GapTold,
    NotUnderstood,
    Number,
    Rules,
    Said,
    ThemeTold,
    Told,
    class_claims,
    mean_claim,
)

Part = Mapping[str, Any]

READ_ELSEWHERE = {"audit", "derived", "facts", "findings", "format", "hash"} | {
    "instrument",
    "promise",
}
READ_HERE = {"cells", "groups", "withheld"}
CELL = {"about", "dont_know", "group", "item", "kind", "reading"}
THEME = {"group", "items", "kind", "points", "theme"}
WITHHELD = {"about", "dont_know", "group", "item", "reason"}
NUMBER = {"answered", "asked", "group", "mode"}
SCORE = {"group", "high", "items", "low", "score", "theme"}
GAP = {"gap", "higher", "items", "lower", "size", "theme"}
DERIVED = {"blind_spots", "gaps", "practice", "purposes", "themes"}
HALF = {"half_or_more": True, "fewer": False}
TOGETHER = {"alike": True, "spread": False, None: None}


def read_release(catalogue: Catalogue, rules: Rules) -> Iterator[Fact]:
    """Yield what a release says of people."""
    release = catalogue.release
    for name in set(release) - READ_ELSEWHERE - READ_HERE:
        if release[name]:
            raise NotUnderstood(f"release.json: {name}")
    for each in release["groups"]:
        only(each, NUMBER)
        yield Number(each["group"], each["asked"], each["answered"])
    for each in release["cells"]:
        yield from _cell(each, catalogue, rules)
    for each in release["withheld"]:
        yield from _withheld(each, catalogue)
    yield from _derived(release["derived"])


def only(part: Part, known: set[str]) -> None:
    """Refuse a part that holds more than is known, or less."""
    if set(part) != known:
        raise NotUnderstood(f"release.json: {sorted(set(part) ^ known)} in {part}")


def _question(part: Part) -> Question:
    return Question(part["group"], part["item"], part["about"] or "")


def _cell(cell: Part, catalogue: Catalogue, rules: Rules) -> Iterator[Fact]:
    if cell["kind"] == "theme":
        only(cell, THEME)
        points = Fraction(cell["points"], 100)
        part = (points, Fraction(1, 200))
        yield ThemeTold(cell["group"], cell["theme"], "score", *part)
        return
    only(cell, CELL)
    question = _question(cell)
    for claim in _reading(question, cell["reading"], catalogue, rules):
        yield Told(question, claim)
    yield Told(question, HalfUnsure(HALF[cell["dont_know"]]))


def _reading(
    question: Question, reading: Part, catalogue: Catalogue, rules: Rules
) -> Iterator[Claim]:
    """Yield what a reading of any kind means."""
    options = catalogue.options(question.item)
    match reading["kind"]:
        case "class":
            only(reading, {"alike", "kind", "score_class", "shares"})
            yield from class_claims(_said(reading, catalogue), catalogue, rules)
        case "exact":
            only(reading, {"answers", "kind", "points"})
            yield from _exact(reading["points"], reading["answers"])
        case "answered":
            only(reading, {"kind", "options"})
            yield Gave(tuple(reading["options"].get(each, 0) for each in options))
        case "modal" | "commonest":
            only(reading, {"kind", "option"})
            yield AnswersFrom(catalogue.floor)
            yield _most(reading, options)
        case kind:
            raise NotUnderstood(f"release.json: a reading of kind {kind}")


def _exact(points: int, answers: int) -> Iterator[Claim]:
    """Yield what an open group's own score tells."""
    mean = Fraction(points, answers)
    yield mean_claim(mean, mean)
    yield AnswersFrom(answers, answers)


def _most(reading: Part, options: tuple[str, ...]) -> Claim:
    """Return what most say, or say most often."""
    column = None if reading["option"] is None else options.index(reading["option"])
    return MostSay(column) if reading["kind"] == "modal" else Commonest(column)


def _said(reading: Part, catalogue: Catalogue) -> Said:
    """Return what a class says."""
    found = catalogue.instrument["reading"]
    ends = next(
        (Fraction(each["low"]), Fraction(each["high"]))
        for each in (*found["coarse_classes"], *found["fine_classes"])
        if each["id"] == reading["score_class"]
    )
    shares = reading["shares"]
    sides = ("disagree", "neither", "agree")
    if shares is not None:
        only(shares, set(sides))
    told = tuple(share(shares[side]) for side in sides) if shares else ()
    return Said(*ends, TOGETHER[reading["alike"]], told)


def share(percent: int) -> tuple[int, int]:
    """Return from where to where a share goes: a band of ten, or it is exact."""
    if percent == 100 or percent % 10:
        return percent, percent + 1
    return percent, percent + 10


def _withheld(part: Part, catalogue: Catalogue) -> Iterator[Fact]:
    only(part, WITHHELD)
    if part["item"] is None:
        if part["dont_know"] is not None or part["about"] is not None:
            raise NotUnderstood("release.json: more than a reason of a hidden group")
        return
    question = _question(part)
    if part["reason"] != "few_answers":
        raise NotUnderstood(f"release.json: {part['reason']} of one question")
    yield Told(question, AnswersFrom(0, catalogue.floor - 1))
    yield Told(question, HalfUnsure(HALF[part["dont_know"]]))


def _derived(derived: Part) -> Iterator[Fact]:
    only(derived, DERIVED)
    for each in derived["themes"]:
        only(each, SCORE)
        for part in ("score", "low", "high"):
            value = Fraction(str(each[part]))
            half = Fraction(1, 2)
            yield ThemeTold(each["group"], each["theme"], part, value, half)
    for each in derived["gaps"]:
        only(each, GAP)
        pair = (each["higher"], each["lower"])
        yield GapTold(each["theme"], *pair, Fraction(str(each["gap"])))
