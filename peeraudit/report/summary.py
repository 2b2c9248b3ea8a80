"""The one page that everyone reads: what is good, what to talk about, what to do."""

from collections.abc import Iterator
from dataclasses import dataclass

from peeraudit.consensus.blind_spots import State
from peeraudit.consensus.practice import Consensus
from peeraudit.instrument.rules import Kind
from peeraudit.instrument.sentences import listed
from peeraudit.report.answered import answered_table, withheld_sentences
from peeraudit.report.change import first_sentence
from peeraudit.report.findings import FindingView, first_to_talk_about, view
from peeraudit.report.reader import Reader
from peeraudit.report.table import Table
from peeraudit.report.words import days, sentence

MOST = 3
"""Strengths, differences and actions on the first page: no more than stay in mind."""


@dataclass(frozen=True, slots=True)
class Point:
    """One thing on the first page, and the finding behind it, if there is one."""

    title: str
    text: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """The first page."""

    about: str
    since: str
    """What has changed since the last audit; empty where none is compared."""
    strengths: tuple[Point, ...]
    talk: tuple[Point, ...]
    actions: tuple[str, ...]
    no_strength: str
    no_talk: str
    no_action: str
    answered: Table
    withheld: tuple[str, ...]


def summary(reader: Reader) -> Summary:
    """Put the release on one page."""
    first = [view(each, reader) for each in first_to_talk_about(reader)]
    audit = reader.release.audit
    return Summary(
        about=(
            f"{reader.fill(reader.wording.about)} People answered from "
            f"{days(audit.opened_on, audit.closed_on)}."
        ),
        since=first_sentence(reader),
        strengths=tuple(_strengths(reader))[:MOST],
        talk=tuple(Point(each.title, each.means, each.key) for each in first[:MOST]),
        actions=tuple(_actions(first, reader))[:MOST],
        no_strength=(
            "No strength can be shown from these answers. That does not mean that "
            "there is none. Ask each other what works well."
        ),
        no_talk=_no_talk(reader),
        no_action=(
            "Look at the report together. Agree one thing to keep, and one to try."
        ),
        answered=answered_table(reader, with_modes=False),
        withheld=tuple(withheld_sentences(reader)),
    )


def _strengths(reader: Reader) -> Iterator[Point]:
    """Yield what the team values and agrees on, strongest first."""
    for finding in reader.found(Kind.STRENGTH):
        each = view(finding, reader)
        yield Point(each.title, each.means, each.key)
    yield from _shared_practice(reader)
    yield from _seen_alike(reader)
    yield from _strong_themes(reader)


def _shared_practice(reader: Reader) -> Iterator[Point]:
    """Yield that groups agree about parts of the work."""
    found = reader.release.derived.practice
    agreed = [each for each in found.practices if each.agreement is Consensus.AGREED]
    if agreed:
        yield Point(
            "A shared view of parts of the work",
            f"The groups agree on {found.agreed} of {found.covered} practices. "
            f"One is: {sentence(_lower(reader.practice(agreed[0].item)))}",
        )


def _seen_alike(reader: Reader) -> Iterator[Point]:
    """Yield that groups see things alike, and know it."""
    spots = reader.release.derived.blind_spots
    alike = [each for each in spots if each.state is State.TRUE_CONSENSUS]
    if alike:
        spot = alike[0]
        statement = reader.statement(spot.item, spot.by)
        yield Point(
            "Groups that know each other's view",
            f"{reader.name(spot.by)} and {reader.inline(spot.of)} see this alike, and "
            f"{reader.inline(spot.by)} know it: “{statement}”",
        )


def _strong_themes(reader: Reader) -> Iterator[Point]:
    """Yield the themes on which every group that is shown scores high."""
    strong = reader.instrument.threshold("strong")
    themes = [
        reader.theme(theme)
        for theme in reader.instrument.themes
        if (
            scores := [
                s.score for (t, _), s in reader.theme_scores.items() if t == theme
            ]
        )
        and min(scores) >= strong
    ]
    if themes:
        shown = [
            g for g in reader.groups if any(g is x for _, x in reader.theme_scores)
        ]
        yield Point(
            f"High scores: {listed(themes)}",
            f"{reader.name(shown[0])} score {strong} or more of 100 here."
            if len(shown) == 1
            else f"Every group that is shown scores {strong} or more of 100 here.",
        )


def _actions(first: list[FindingView], reader: Reader) -> Iterator[str]:
    """Yield an action for each finding, none twice, and a talk where much is hidden."""
    taken: set[str] = set()
    for each in first:
        fresh = [action for action in each.recommendations if action not in taken]
        if fresh:
            taken.add(fresh[0])
            yield fresh[0]
    if reader.hidden:
        if reader.release.derived.practice.practices:
            yield "Use the list of practices in the report as the agenda for a talk."
        yield "Talk about how the role is set up. This needs no answers to be useful."


def _no_talk(reader: Reader) -> str:
    """Say that nothing was found, or that too little can be shown to say so."""
    if reader.hidden:
        facts = (
            "No pattern shows in the set-up facts."
            if reader.release.facts
            else "No set-up facts were filled in."
        )
        return f"Too few answers can be shown to say where groups differ. {facts}"
    return "No pattern of concern from the paper shows in these answers and facts."


def _lower(words: str) -> str:
    """Return the words with a small first letter, to go on in a sentence."""
    return words[:1].lower() + words[1:]
