"""The preview in plain words, for whoever thinks of running an audit."""

from collections.abc import Iterator
from dataclasses import dataclass

from peeraudit.audit.preview import Choice, Detail, GroupPreview, Preview, Step
from peeraudit.audit.preview_parts import parts
from peeraudit.audit.promise import GroupMode
from peeraudit.audit.told import Names, Told
from peeraudit.instrument.definition import Instrument
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.sentences import listed
from peeraudit.instrument.wording import LocalWords

CHOICES = {
    Choice.ATTRIBUTED: "attributed",
    Choice.JOINT_SHEET: "a joint sheet",
    Choice.POOLED_ONLY: "pooled only",
    Choice.GUIDE: "the guide",
}
MEANING = {
    Choice.ATTRIBUTED: (
        "Attributed: what they answer is shown as theirs. They are told so first."
    ),
    Choice.JOINT_SHEET: (
        "A joint sheet: they fill in one sheet together, openly, as one view."
    ),
    Choice.POOLED_ONLY: (
        "Pooled only: their answers count in a view over at least three teams."
    ),
    Choice.GUIDE: (
        "The guide: the team talks in a meeting with a facilitator, without numbers."
    ),
}
DETAILS = {
    Detail.BROAD: "see their view, in broad bands",
    Detail.FINER: "see their view in bands of ten points",
    Detail.SHARES: "also see roughly how many in 100 agree",
}


@dataclass(frozen=True, slots=True)
class PreviewWords:
    """What a team will see: group by group, then the parts of the report."""

    groups: tuple[Told, ...]
    parts: tuple[Told, ...]
    only_if: tuple[str, ...]
    """What all of this depends on."""


def preview_words(
    found: Preview, instrument: Instrument, words: LocalWords
) -> PreviewWords:
    """Return the preview as it is read on a page or in a terminal."""
    names = Names(instrument, words)
    return PreviewWords(
        (
            *(_of(each, found.floor, names) for each in found.groups),
            *(_unasked(group, names) for group in found.not_asked),
        ),
        parts(found, names),
        tuple(_only_if(found)),
    )


def _of(group: GroupPreview, floor: int, names: Names) -> Told:
    """Tell what will be seen of one group."""
    heading = f"{names.heading(group.group)}: {group.asked}"
    if group.mode is GroupMode.POOLED_ONLY:
        return Told(
            heading,
            (
                "You will see nothing of theirs in this team's report.",
                "What they say counts only in a view over at least three teams.",
            ),
        )
    if group.mode.is_open:
        return Told(heading, tuple(_openly(group)))
    if group.steps:
        return Told(heading, tuple(_step_by_step(group)))
    one = group.asked == 1
    so_many = "one person" if one else f"{group.asked} {names.inline(group.group)}"
    choices = listed([CHOICES[each] for each in group.choices], "or")
    return Told(
        heading,
        (
            f"With {so_many} you will see nothing of theirs at floor {floor}. "
            f"Choose {choices}.",
        ),
        tuple(MEANING[each] for each in group.choices),
    )


def _openly(group: GroupPreview) -> Iterator[str]:
    """Tell what will be seen of a group that claims no anonymity."""
    if group.mode is GroupMode.JOINT_SHEET:
        yield "You will see one view, from the sheet that they fill in together."
    else:
        yield "You will see what they answer, as theirs. They are told so first."
        if group.asked > 1:
            yield "Each of them could work out what the others said."
    yield "It is not anonymous. If there is no answer, you will see nothing of theirs."


def _step_by_step(group: GroupPreview) -> Iterator[str]:
    """Tell from how many answers a group is shown, and from how many more finely."""
    first, *finer = group.steps
    yield f"You will {DETAILS[first.detail]}, if {_at_least(first, group)}."
    silent = group.asked - first.least + 1
    if silent == 1:
        yield "If one of them does not answer, you will see nothing of theirs."
    else:
        yield f"If {silent} or more do not answer, you will see nothing of theirs."
    for step in finer:
        yield f"If {_at_least(step, group)}, you will {DETAILS[step.detail]}."


def _at_least(step: Step, group: GroupPreview) -> str:
    """Say how many have to answer."""
    if step.least == group.asked:
        return f"all {group.asked} answer"
    return f"at least {step.least} of the {group.asked} answer"


def _unasked(group: Group, names: Names) -> Told:
    """Tell of a group that nobody asks."""
    return Told(f"{names.heading(group)}: not asked", ())


def _only_if(found: Preview) -> Iterator[str]:
    """Yield what all of this depends on."""
    yield "All of this holds if everyone answers and the set-up facts are filled in."
    yield f"A question that fewer than {found.floor} of a group answer is hidden too."
    if any(group.mode.is_open for group in found.groups):
        yield (
            "Of a group that answers openly, single statements are shown only where a "
            "finding needs them."
        )


def lines(words: PreviewWords) -> Iterator[str]:
    """Yield the preview line by line, as a terminal shows it."""
    for told in (*words.groups, *words.parts):
        yield told.heading
        yield from (f"  {sentence}" for sentence in told.sentences)
        yield from (f"  - {point}" for point in told.points)
    yield from words.only_if
