"""What the set-up tells before anybody has answered, for whoever fills it in."""

from collections.abc import Iterator
from dataclasses import dataclass

from peeraudit.audit.facts import Facts
from peeraudit.consensus.findings import Finding
from peeraudit.consensus.from_facts import findings_from_facts
from peeraudit.instrument.definition import Instrument
from peeraudit.instrument.rules import Kind
from peeraudit.instrument.wording import LocalWords
from peeraudit.report.fact_words import fact_words
from peeraudit.report.words import pages_words


@dataclass(frozen=True, slots=True)
class EarlyFinding:
    """Something that the facts tell, with its page of the paper and what to do."""

    rule: str
    title: str
    is_strength: bool
    means: str
    paper: str
    pages: str
    recommendations: tuple[str, ...]
    facts: tuple[str, ...]
    """The facts that it rests on, as they were filled in."""


def early_findings(
    instrument: Instrument, facts: Facts, words: LocalWords
) -> tuple[EarlyFinding, ...]:
    """Tell what the facts tell, in the instrument's order."""
    found = {each.rule: each for each in findings_from_facts(instrument, facts)}

    def rests_on(finding: Finding) -> Iterator[str]:
        """Yield the facts behind a finding, through other findings too."""
        for basis in finding.rests_on:
            if basis.kind == "finding":
                yield from rests_on(found[basis.id])
            else:
                yield basis.id

    def told(fact: str) -> str:
        """Return a fact with what it is called."""
        name = words.fill(instrument.wording.facts[fact].short)
        return f"{name}: {fact_words(fact, facts, instrument.wording, words)}"

    return tuple(
        _finding(
            each, instrument, words, tuple(map(told, dict.fromkeys(rests_on(each))))
        )
        for each in found.values()
    )


def _finding(
    finding: Finding, instrument: Instrument, words: LocalWords, facts: tuple[str, ...]
) -> EarlyFinding:
    """Tell one finding."""
    rule, wording = instrument.rule[finding.rule], instrument.wording
    worded = wording.rules[finding.rule]
    notes = (worded.notes[note] for note in finding.notes)
    return EarlyFinding(
        rule=finding.rule,
        title=words.fill(worded.title),
        is_strength=rule.kind is Kind.STRENGTH,
        means=words.fill(" ".join((worded.means, *notes))),
        paper=words.fill(worded.paper),
        pages=pages_words(rule.pages),
        recommendations=tuple(
            words.fill(wording.recommendations[each]) for each in finding.recommend
        ),
        facts=facts,
    )
