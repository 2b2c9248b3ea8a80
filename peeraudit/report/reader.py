"""Looks things up in a release: names, statements, scores, and what is not shown."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from peeraudit.consensus.evidence import Evidence, Missing
from peeraudit.consensus.findings import Finding, Status
from peeraudit.consensus.themes import ThemeScore
from peeraudit.disclosure.cells import Withheld
from peeraudit.instrument.definition import AgreementItem, Instrument, Mode
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.rules import Kind
from peeraudit.instrument.wording import Wording
from peeraudit.release.evidence import evidence_of
from peeraudit.release.release import Release
from peeraudit.report.fact_words import fact_words
from peeraudit.report.words import missing_words, score_words


@dataclass(frozen=True)
class Reader:
    """A release, and how to find and name what is in it."""

    release: Release

    @property
    def instrument(self) -> Instrument:
        """What was asked."""
        return self.release.instrument.content

    @property
    def wording(self) -> Wording:
        """The instrument's words."""
        return self.instrument.wording

    @property
    def before_start(self) -> bool:
        """Whether nobody is in the role yet, so that everything looks ahead."""
        return self.release.audit.mode is Mode.BEFORE_START

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The groups that were asked, in the instrument's order."""
        asked = {count.group for count in self.release.groups}
        return tuple(group for group in self.instrument.groups if group in asked)

    @cached_property
    def shown(self) -> tuple[Group, ...]:
        """The groups of which anything at all is shown."""
        return tuple(group for group in self.groups if group not in self.hidden)

    @cached_property
    def hidden(self) -> Mapping[Group, Withheld]:
        """The groups that are withheld as a whole, and why."""
        whole = {each.group: each for each in self.release.withheld if not each.item}
        return {group: whole[group] for group in self.groups if group in whole}

    @cached_property
    def evidence(self) -> Evidence:
        """The cells and facts of the release, to look things up in."""
        return evidence_of(self.release)

    @cached_property
    def theme_scores(self) -> Mapping[tuple[str, Group], ThemeScore]:
        """The scores on themes, by theme and group."""
        return {(each.theme, each.group): each for each in self.release.derived.themes}

    def fill(self, wording: str) -> str:
        """Put the team's own words into a wording."""
        return self.release.audit.words.fill(wording)

    def name(self, group: Group) -> str:
        """What a group is called at the start of a sentence, or as a label."""
        return self.fill(self.wording.groups[group].name)

    def inline(self, group: Group) -> str:
        """What a group is called in the middle of a sentence."""
        return self.fill(self.wording.groups[group].inline)

    def theme(self, theme: str) -> str:
        """What a theme is called."""
        return self.fill(self.wording.themes[theme].title)

    def statement(self, item: str, group: Group) -> str:
        """How a group reads a statement."""
        return self.fill(self.wording.items[item][group])

    def is_reverse(self, item: str) -> bool:
        """Whether agreeing with a statement counts against the role."""
        found = self.instrument.questions[item]
        return isinstance(found, AgreementItem) and found.reverse

    def practice(self, item: str) -> str:
        """What a practice is called."""
        return self.fill(self.wording.practices[item])

    def option(self, item: str, option: str) -> str:
        """How an option of a purpose reads."""
        return self.fill(self.wording.purposes[item].options[option])

    def says(self, group: Group, item: str, about: Group | None = None) -> str:
        """Return a group's score on a statement in words, or why there is none."""
        score = self.evidence.score(group, item, about)
        return (
            missing_words(score) if isinstance(score, Missing) else score_words(score)
        )

    def fact(self, fact: str) -> str:
        """Return what the set-up facts say of one thing."""
        words = self.release.audit.words
        return fact_words(fact, self.evidence.facts, self.wording, words)

    def fact_name(self, fact: str) -> str:
        """What a set-up fact is called."""
        return self.fill(self.wording.facts[fact].short)

    def found(self, kind: Kind) -> Iterator[Finding]:
        """Yield what was found of one kind, in the instrument's order."""
        for finding in self.release.findings:
            rule = self.instrument.rule[finding.rule]
            if finding.status is Status.FOUND and rule.kind is kind:
                yield finding

    def with_status(self, status: Status) -> tuple[str, ...]:
        """Return the titles of the rules that came out in one way."""
        return tuple(
            self.fill(self.wording.rules[finding.rule].title)
            for finding in self.release.findings
            if finding.status is status
        )
