"""The findings: what each means, what it rests on, what the paper found, what to do."""

from collections.abc import Iterator
from dataclasses import dataclass

from peeraudit.consensus.findings import Finding, Severity, Status, priorities
from peeraudit.instrument.rules import Kind
from peeraudit.report.evidence import Line, evidence_line
from peeraudit.report.reader import Reader
from peeraudit.report.words import pages_words

WEIGHT = {
    Severity.HIGH: "Stands out",
    Severity.NOTABLE: "Worth talking about",
    None: "Strength",
}
NOT_FROM_ANSWERS = "This comes from the set-up facts, not from answers."


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding, as it is told."""

    key: str
    title: str
    weight: str
    tone: str
    """How it is marked beside its words: strength, high or notable."""
    means: str
    notes: tuple[str, ...]
    evidence: tuple[Line, ...]
    confidence: str
    paper: str
    pages: str
    recommendations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unfound:
    """Rules that found nothing, in one line: why, and which."""

    heading: str
    explanation: str
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that was looked for."""

    strengths: tuple[FindingView, ...]
    first: tuple[FindingView, ...]
    """At most five, in the order in which to talk about them."""
    others: tuple[FindingView, ...]
    unfound: tuple[Unfound, ...]
    opening: str


def findings(reader: Reader) -> Findings:
    """Tell strengths first, then what to talk about first, then the rest."""
    first = first_to_talk_about(reader)
    others = [each for each in reader.found(Kind.FINDING) if each not in first]
    strengths = tuple(reader.found(Kind.STRENGTH))
    return Findings(
        tuple(view(each, reader) for each in strengths),
        tuple(view(each, reader) for each in first),
        tuple(view(each, reader) for each in others),
        tuple(_unfound(reader)),
        _opening(len(strengths), len(first), len(others)),
    )


def first_to_talk_about(reader: Reader) -> tuple[Finding, ...]:
    """Return the findings that matter most, at most as many as a team can take on."""
    return priorities(reader.release.findings, reader.instrument)


def view(finding: Finding, reader: Reader) -> FindingView:
    """Tell one finding."""
    rule = reader.instrument.rule[finding.rule]
    words = reader.wording.rules[finding.rule]
    recommendations = reader.wording.recommendations
    return FindingView(
        key=finding.rule,
        title=reader.fill(words.title),
        weight=WEIGHT[finding.severity],
        tone=finding.severity.value if finding.severity else "strength",
        means=reader.fill(words.means),
        notes=tuple(reader.fill(words.notes[note]) for note in finding.notes),
        evidence=tuple(evidence_line(basis, reader) for basis in finding.rests_on),
        confidence=_confidence(finding.confidence, reader),
        paper=reader.fill(words.paper),
        pages=pages_words(rule.pages),
        recommendations=tuple(
            reader.fill(recommendations[each]) for each in finding.recommend
        ),
    )


def _confidence(word: str | None, reader: Reader) -> str:
    """Say how many answers a finding rests on, in the instrument's word and numbers."""
    if word is None:
        return NOT_FROM_ANSWERS
    steps = sorted(reader.instrument.reading.confidence, key=lambda each: each.least)
    at = [step.id for step in steps].index(word)
    least = steps[at].least
    if at + 1 == len(steps):
        numbers = f"{least} or more in every group"
    elif at == 0:
        numbers = f"fewer than {steps[1].least} in the smallest group"
    else:
        numbers = f"{least} to {steps[at + 1].least - 1} in the smallest group"
    return f"This rests on {reader.wording.confidence[word]}: {numbers}."


def _unfound(reader: Reader) -> Iterator[Unfound]:
    """Yield what was not found, could not be told, and was not asked."""
    for status, heading, explanation in (
        (
            Status.NOT_FOUND,
            "Looked for, and not found",
            "The answers and facts do not show these patterns.",
        ),
        (
            Status.NOT_ENOUGH,
            "Cannot be told",
            "Too few answers can be shown, or a fact is not known. "
            "This says nothing about what people answered.",
        ),
        (
            Status.NOT_ASKED,
            "Not asked",
            "This audit did not ask what these need, or has no earlier one to compare.",
        ),
    ):
        titles = reader.with_status(status)
        if titles:
            yield Unfound(heading, explanation, titles)


def _opening(strengths: int, first: int, others: int) -> str:
    """Say in one line what is to come."""
    if not strengths + first + others:
        return "No pattern from the paper could be found in this audit."
    parts = (
        [f"{strengths} strength{'' if strengths == 1 else 's'}"] if strengths else []
    )
    if first:
        parts.append(f"{first} to talk about first")
    if others:
        parts.append(f"{others} more")
    return f"Found: {', '.join(parts)}."
