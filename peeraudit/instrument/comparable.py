"""What of two instruments people are asked alike, so that rounds could be compared."""

from dataclasses import dataclass

from peeraudit.instrument.definition import AgreementItem, Instrument, Question
from peeraudit.instrument.frozen import Group


@dataclass(frozen=True, slots=True)
class Comparable:
    """Which questions stand in both, and for whom they can be compared."""

    asked: tuple[str, ...]
    """Questions of the first instrument."""
    whole: tuple[str, ...]
    """Those that every group that either asks is asked alike."""
    partly: dict[str, tuple[Group, ...]]
    """Those that only some groups are asked alike, and which."""
    themes: tuple[str, ...]
    """Themes of which every statement can be compared."""


def comparable(one: Instrument, other: Instrument) -> Comparable:
    """Say which questions can still be compared from ``one`` to ``other``.

    A question can, for a group, if it reads the same words and can give the same
    answers, which count the same way.
    """
    alike = {
        name: tuple(
            group for group in item.groups if _is_alike(one, other, name, group)
        )
        for name, item in one.questions.items()
    }
    whole = tuple(
        name
        for name, groups in alike.items()
        if set(groups) == _asked(one, name) | _asked(other, name)
    )
    return Comparable(
        tuple(one.questions),
        whole,
        {
            name: groups
            for name, groups in alike.items()
            if groups and name not in whole
        },
        tuple(
            theme
            for theme in one.themes
            if _statements(one, theme) == _statements(other, theme) <= set(whole)
        ),
    )


def _asked(instrument: Instrument, name: str) -> set[Group]:
    """Return who is asked a question."""
    found = instrument.questions.get(name)
    return set(found.groups) if found else set()


def _statements(instrument: Instrument, theme: str) -> set[str]:
    """Return the statements of a theme."""
    return {item.id for item in instrument.items if item.theme == theme}


def _is_alike(one: Instrument, other: Instrument, name: str, group: Group) -> bool:
    """Say whether a group is asked a question alike by both."""
    before, after = one.questions[name], other.questions.get(name)
    if after is None or group not in after.groups:
        return False
    return _read(one, before, group) == _read(other, after, group)


def _read(instrument: Instrument, item: Question, group: Group) -> tuple[object, ...]:
    """Return what a group reads, what it can answer, and how that counts."""
    wording = instrument.wording
    if isinstance(item, AgreementItem):
        words = wording.items[item.id][group]
        return words, wording.scale, wording.dont_know, item.reverse
    if item.kind == "practice":
        asked = wording.practice.lead_in, wording.practice.question
        options = [(each, wording.practice.options[each]) for each in item.options]
        return wording.practices[item.id], asked, options, wording.dont_know
    purpose = wording.purposes[item.id]
    options = [(each, purpose.options[each]) for each in item.options]
    return purpose.question, options, wording.dont_know
