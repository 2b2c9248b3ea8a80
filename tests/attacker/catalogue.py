"""What was asked, as anyone reads it in ``release.json``: questions, words, classes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any


@dataclass(frozen=True, order=True)
class Question:
    """A question to one group: an item, and whom a guess is about."""

    group: str
    item: str
    about: str = ""


@dataclass(frozen=True)
class ScoreClass:
    """From where to where a class of scores goes, and what it counts as."""

    low: Fraction
    high: Fraction
    value: Fraction


@dataclass(frozen=True)
class Catalogue:
    """What a release says of itself, beside what people said."""

    release: Mapping[str, Any]

    @cached_property
    def instrument(self) -> Mapping[str, Any]:
        """The questionnaire."""
        content: Mapping[str, Any] = self.release["instrument"]["content"]
        return content

    @cached_property
    def floor(self) -> int:
        """The fewest answers that anything is shown from."""
        return int(self.release["promise"]["floor"])

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """The groups that were asked, in the questionnaire's order."""
        asked = {each["group"] for each in self.release["groups"]}
        return tuple(each for each in self.instrument["groups"] if each in asked)

    @cached_property
    def hidden(self) -> frozenset[str]:
        """The anonymous groups that are withheld as a whole."""
        withheld = self.release["withheld"]
        whole = {each["group"] for each in withheld if each["item"] is None}
        return frozenset(whole - self.open)

    @cached_property
    def open(self) -> frozenset[str]:
        """The groups that answer openly, as they were told first."""
        openly = {"attributed", "joint_sheet"}
        groups = self.release["groups"]
        return frozenset(each["group"] for each in groups if each["mode"] in openly)

    @cached_property
    def banded(self) -> tuple[str, ...]:
        """The groups that are shown, and were promised to be anonymous."""
        return tuple(set(self.groups) - self.hidden - self.open)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Each group by what it is called, as a label and within a sentence."""
        words = self.instrument["wording"]["groups"]
        return {
            self.fill(words[group][form]).lower(): group
            for group in self.groups
            for form in ("name", "inline")
        }

    @cached_property
    def items(self) -> Mapping[str, Mapping[str, Any]]:
        """Everything that can be asked, by id."""
        kinds = ("items", "practices", "purposes")
        return {each["id"]: each for kind in kinds for each in self.instrument[kind]}

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Everything that was asked of every group."""
        return tuple(each for group in self.groups for each in self._asked(group))

    def _asked(self, group: str) -> Iterator[Question]:
        core = self.release["audit"]["form"] == "core"
        guessed = self.instrument["guesses"].get(group, "")
        for name, item in self.items.items():
            if group in item["groups"] and (item["core"] or not core):
                yield Question(group, name)
                in_audit = guessed in self.groups and guessed in item["groups"]
                if item.get("guess") and in_audit:
                    yield Question(group, name, guessed)

    def is_statement(self, item: str) -> bool:
        """Say whether an item is answered from disagree to agree."""
        return str(self.items[item]["kind"]) == "agreement"

    def is_reverse(self, item: str) -> bool:
        """Say whether agreeing with a statement counts against the role."""
        return bool(self.items[item].get("reverse"))

    def options(self, item: str) -> tuple[str, ...]:
        """Return the answers that an item offers, beside "I do not know"."""
        if self.is_statement(item):
            return ("1", "2", "3", "4", "5")
        return tuple(self.items[item]["options"])

    def option_words(self, item: str) -> Mapping[str, int]:
        """Return the options by what they are called, as columns of a world."""
        wording = self.instrument["wording"]
        kind = self.items[item]["kind"]
        words = wording["practice"] if kind == "practice" else wording["purposes"][item]
        return {
            self.fill(words["options"][option]).lower(): column
            for column, option in enumerate(self.options(item))
        }

    def words(self, question: Question) -> str:
        """Return what a group read."""
        wording, item = self.instrument["wording"], question.item
        if self.is_statement(item):
            return self.fill(wording["items"][item][question.about or question.group])
        if self.items[item]["kind"] == "practice":
            return self.fill(wording["practices"][item])
        return self.fill(wording["purposes"][item]["question"])

    @cached_property
    def by_words(self) -> Mapping[tuple[str, str], Question]:
        """The questions that are no guesses, by group and words."""
        own = [each for each in self.questions if not each.about]
        found = {(each.group, self.words(each)): each for each in own}
        if len(found) < len(own):
            raise ValueError("two questions to a group have the same words")
        return found

    @cached_property
    def item_by_words(self) -> Mapping[str, str]:
        """The items by the words of any group."""
        return {words: each.item for (_, words), each in self.by_words.items()}

    @cached_property
    def themes(self) -> Mapping[str, str]:
        """The themes by title."""
        words = self.instrument["wording"]["themes"]
        return {self.fill(words[each]["title"]): each for each in words}

    def theme_questions(self, group: str, theme: str) -> tuple[Question, ...]:
        """Return the statements of a theme that a group was asked for itself."""
        return tuple(
            each
            for each in self.questions
            if each.group == group
            and not each.about
            and self.items[each.item].get("theme") == theme
        )

    def classes(self, name: str) -> Mapping[tuple[Fraction, Fraction], ScoreClass]:
        """Return the ``coarse`` or the ``fine`` classes by their ends."""
        found = self.instrument["reading"][f"{name}_classes"]
        return {
            (Fraction(each["low"]), Fraction(each["high"])): ScoreClass(
                *(Fraction(each[part]) for part in ("low", "high", "value"))
            )
            for each in found
        }

    def fill(self, words: str) -> str:
        """Put the team's own words into a wording."""
        own = self.release["audit"]["words"]
        for name in ("peer_workers", "peer_worker", "team"):
            said = own[name]
            capital = said[:1].upper() + said[1:]
            words = words.replace(f"{{{name}}}", said)
            words = words.replace(f"{{{name.capitalize()}}}", capital)
        return words
