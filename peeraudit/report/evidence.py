"""What a finding rests on, line by line: who was asked what, and what they say."""

from dataclasses import dataclass

from peeraudit.consensus.evidence import MIXED, Missing
from peeraudit.consensus.practice import Consensus
from peeraudit.consensus.truth import Basis
from peeraudit.instrument.definition import PracticeItem
from peeraudit.instrument.frozen import Group
from peeraudit.report.reader import Reader
from peeraudit.report.words import missing_words, score_words, theme_words

TURNED = "low means that people agree"
"""Said where a statement is worded the other way, and its score turned round."""
PRACTICE_MIXED = "Mixed"
PURPOSE_MIXED = "No one reason stands out"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that a finding rests on."""

    who: str
    what: str
    says: str


def evidence_line(basis: Basis, reader: Reader) -> Line:
    """Return what one basis of a finding says, in words."""
    match basis:
        case Basis("cell", item, Group() as group, about):
            return _cell(reader, item, group, about)
        case Basis("theme", theme, Group() as group):
            return _theme(reader, theme, group)
        case Basis("purpose", item, Group() as group):
            question = reader.fill(reader.wording.purposes[item].question)
            return Line(
                reader.name(group), quoted(question), purpose(reader, item, group)
            )
        case Basis("practice", item, group):
            return _practice(reader, item, group)
        case Basis("practices", _):
            return _index(reader)
        case _:
            return _other(basis, reader)


def _other(basis: Basis, reader: Reader) -> Line:
    """Return a line for what no answer of this audit stands behind."""
    if basis.kind == "earlier" and basis.group:
        return _earlier(reader, basis.id, basis.group)
    if basis.kind == "fact":
        return Line("Set-up", reader.fact_name(basis.id), reader.fact(basis.id))
    if basis.kind == "finding":
        title = reader.fill(reader.wording.rules[basis.id].title)
        return Line("Another finding", title, "found")
    return Line(reader.name(Group(basis.id)), "in this audit", "not asked")


def _cell(reader: Reader, item: str, group: Group, about: Group | None) -> Line:
    """Return a line for a score on a statement, or a guess at another group's."""
    who = reader.name(group)
    if about:
        who = f"{who}, asked what most {reader.inline(about)} would say"
    says = _turned(reader.says(group, item, about), item, reader)
    return Line(who, quoted(reader.statement(item, about or group)), says)


def _turned(says: str, item: str, reader: Reader) -> str:
    """Say of a score on a statement that is worded the other way which way it reads."""
    return f"{says} ({TURNED})" if reader.is_reverse(item) else says


def _earlier(reader: Reader, item: str, group: Group) -> Line:
    """Return a line for what a group said in the round before."""
    before = reader.evidence.earlier
    score = before.score(group, item) if before else Missing.NOT_ASKED
    said = missing_words(score) if isinstance(score, Missing) else score_words(score)
    who = f"{reader.name(group)}, in the audit before"
    said = _turned(said, item, reader)
    return Line(who, quoted(reader.statement(item, group)), said)


def _theme(reader: Reader, theme: str, group: Group) -> Line:
    """Return a line for a score on a theme."""
    score = reader.theme_scores.get((theme, group))
    says = theme_words(score) if score else missing_words(Missing.NOT_ENOUGH)
    return Line(reader.name(group), f"the theme {reader.theme(theme)}", says)


def _practice(reader: Reader, item: str, group: Group | None) -> Line:
    """Return a line for what one group, or each that counts, says of a practice."""
    if group:
        said = practice(reader, item, group)
        return Line(reader.name(group), quoted(reader.practice(item)), said)
    counting = reader.instrument.reading.practice_groups
    each = [
        f"{reader.inline(one)}: {practice(reader, item, one).lower()}"
        for one in counting
        if one in reader.shown
    ]
    return Line("A practice", quoted(reader.practice(item)), "; ".join(each))


def _index(reader: Reader) -> Line:
    """Return a line for the share of practices that are agreed."""
    found = reader.release.derived.practice
    return Line(
        "The practices",
        "on which the groups agree",
        f"{found.agreed} of {found.covered}",
    )


def quoted(words: str) -> str:
    """Return words in quotation marks."""
    return f"“{words}”"


def practice(reader: Reader, item: str, group: Group) -> str:
    """Return what most of a group say of a practice."""
    return option_words(reader, item, reader.evidence.option(group, item))


def purpose(reader: Reader, item: str, group: Group) -> str:
    """Return what a group most often gives as the main reason."""
    return option_words(reader, item, reader.evidence.option(group, item))


def option_words(reader: Reader, item: str, option: str | Missing) -> str:
    """Return an option of a practice or a purpose in words, or why there is none."""
    is_practice = isinstance(reader.instrument.questions[item], PracticeItem)
    if isinstance(option, Missing):
        return missing_words(option)
    if option == MIXED:
        return PRACTICE_MIXED if is_practice else PURPOSE_MIXED
    if is_practice:
        return reader.fill(reader.wording.practice.options[option])
    return reader.option(item, option)


AGREEMENT_WORDS = {
    Consensus.AGREED: "Agreed",
    Consensus.DIFFERENT: "Different views",
    Consensus.HARD_CONFLICT: "Yes against never",
    Consensus.NOT_ENOUGH: "Cannot be told",
}
