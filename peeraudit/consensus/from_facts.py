"""What set-up facts tell by themselves: before anybody has answered, or been asked."""

from collections.abc import Mapping

from peeraudit.audit.facts import Facts
from peeraudit.consensus.evidence import Evidence
from peeraudit.consensus.findings import Finding, Status, findings
from peeraudit.disclosure.cells import Cells
from peeraudit.instrument.definition import Form, Instrument
from peeraudit.instrument.wording import LocalWords
from peeraudit.questionnaire.questions import Asking

NO_ANSWERS = Cells((), (), ())
"""What is shown of answers before there are any."""


def findings_from_facts(instrument: Instrument, facts: Facts) -> tuple[Finding, ...]:
    """Return the rules that have found something, and rest on facts alone.

    Everyone counts as asked, so that nothing is found because somebody is not.
    """
    everyone = frozenset(instrument.groups)
    asking = Asking(
        instrument, Form.FULL, everyone, comments=frozenset(), words=LocalWords("")
    )
    evidence = Evidence(asking, facts, NO_ANSWERS)
    found = {
        each.rule: each for each in findings(evidence) if each.status is Status.FOUND
    }
    return tuple(each for each in found.values() if _is_from_facts(each, found))


def _is_from_facts(finding: Finding, found: Mapping[str, Finding]) -> bool:
    """Say whether a finding rests on facts, or on others that do."""
    return all(
        basis.kind == "fact"
        or (basis.kind == "finding" and _is_from_facts(found[basis.id], found))
        for basis in finding.rests_on
    )
