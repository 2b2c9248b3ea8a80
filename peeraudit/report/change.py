"""Change since the last audit: a sentence first, then each theme, then and now."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from peeraudit.audit.months import months_after
from peeraudit.consensus.evidence import Score
from peeraudit.consensus.themes import whole
from peeraudit.consensus.trend import (
    Change,
    Direction,
    changes,
    compared,
    notable_change,
)
from peeraudit.instrument.definition import Mode
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.sentences import capital, listed
from peeraudit.report.about import LATER
from peeraudit.report.chart import Chart, ChartKind, ChartRow, Mark, Moment, Series
from peeraudit.report.found_again import FoundAgain, found_again
from peeraudit.report.practices_since import PracticesSince, practices_since
from peeraudit.report.reader import Reader
from peeraudit.report.table import Entry, Tone
from peeraudit.report.words import counted, day, range_words

HEADING = "Change since the last audit"

MONTHS_OF_CAUTION = 8
"""How soon after an audit the dip of the first months may show (our judgement: it was
seen at 4 months, and had largely passed at 12)."""

NEEDED = (
    "Both audits asked the very same questions, with people in the role.",
    "The group was asked in both, and is shown in the same way.",
    "Enough of its people answered in both.",
    "Nobody can work out what one or two people said who came or left.",
)
"""Which of these does not hold is not told: it could tell who came or left."""

DIRECTIONS = {
    Direction.HIGHER: Entry("Higher", Tone.HIGHER),
    Direction.LOWER: Entry("Lower", Tone.LOWER),
    Direction.UNTOLD: Entry("None that can be told", Tone.QUIET),
}


@dataclass(frozen=True, slots=True)
class ChangeView:
    """What has changed, who is compared, and with what caution to read it."""

    message: str
    next: str
    """What to do where there is nothing to compare yet; empty where there is."""
    moved: tuple[str, ...]
    """The scores that have gone up or down, a line each."""
    how: tuple[str, ...]
    charts: tuple[Chart, ...]
    """One for each group that is compared."""
    practices: PracticesSince | None
    found: FoundAgain | None
    not_compared: str
    needed: tuple[str, ...]
    """What a comparison needs; empty where every group is compared."""
    caution: str


def change(reader: Reader) -> ChangeView:
    """Tell what has changed since the round before, or that nothing can be told."""
    earlier = reader.release.earlier
    if earlier is None:
        return _nothing(reader)
    groups = compared(reader.evidence)
    told = tuple(changes(reader.evidence))
    left_out = [group for group in reader.groups if group not in groups]
    return ChangeView(
        message=_message(told, earlier.closed_on),
        next="",
        moved=tuple(_moved(told, reader)),
        how=_how(reader) if told else (),
        charts=tuple(_charts(told, groups, reader)),
        practices=practices_since(reader),
        found=found_again(reader),
        not_compared=_not_compared(left_out, reader),
        needed=NEEDED if left_out else (),
        caution=_caution(earlier.closed_on, reader.release.audit.closed_on),
    )


def first_sentence(reader: Reader) -> str:
    """Say in a sentence what has changed; nothing where there is nothing to compare."""
    earlier = reader.release.earlier
    told = tuple(changes(reader.evidence))
    return _message(told, earlier.closed_on) if earlier else ""


def is_told(reader: Reader) -> bool:
    """Say whether a report speaks of change at all: before a start there is none."""
    return not reader.before_start


def _nothing(reader: Reader) -> ChangeView:
    """Say that there is no earlier audit, or none that may be compared."""
    repeats = reader.release.audit.mode is Mode.RE_AUDIT
    return ChangeView(
        message=(
            "No change since the audit before can be told."
            if repeats
            else "There is no earlier audit to compare this one with."
        ),
        next=(
            "What you read here stands by itself."
            if repeats
            else "Ask the same questions again in 4 months and in 12. "
            "Then this report can say what has changed."
        ),
        moved=(),
        how=(),
        charts=(),
        practices=None,
        found=None,
        not_compared="A change is told only where all of this holds:"
        if repeats
        else "",
        needed=NEEDED if repeats else (),
        caution="",
    )


def _message(told: Iterable[Change], since: date) -> str:
    """Say in a sentence how many scores have gone up and down."""
    directions = [each.direction for each in told]
    up, down = (directions.count(each) for each in (Direction.HIGHER, Direction.LOWER))
    if not directions:
        return f"No theme can be compared with the audit that closed on {day(since)}."
    if not up + down:
        return f"Since {day(since)}, no score has changed so much that it can be told."
    risen = counted(up, "score has", "scores have") if up else "no score has"
    fallen = str(down) if down else "none"
    return (
        f"Since {day(since)}, {risen} gone up and {fallen} down, of {len(directions)}."
    )


def _moved(told: Iterable[Change], reader: Reader) -> Iterator[str]:
    """Yield the scores that have changed."""
    for each in told:
        if each.direction is not Direction.UNTOLD:
            who, theme = reader.name(each.group), reader.theme(each.theme)
            then, now = whole(each.then.value), whole(each.now.value)
            yield f"{who}, {theme}: {each.direction}. It was {then}, and is {now} now."


def _how(reader: Reader) -> tuple[str, ...]:
    """Say when a change is told, and what is compared."""
    least = notable_change(reader.instrument)
    return (
        f"A change is told from {least} points on, and where it is more than the bands "
        "hide. Both are our judgement. Where few people answered, one or two scores "
        "can move by chance all the same.",
        "Then and now count only statements that both audits asked and show. "
        "So “now” can differ from the score of the whole theme.",
    )


def _charts(
    told: Iterable[Change], groups: Iterable[Group], reader: Reader
) -> Iterator[Chart]:
    """Yield what each group that is compared said then and says now."""
    for group in groups:
        found = {each.theme: each for each in told if each.group is group}
        if found:
            yield _chart(found, group, reader)


def _chart(found: Mapping[str, Change], group: Group, reader: Reader) -> Chart:
    """Return one group's themes, then and now."""
    return Chart(
        ChartKind.DOT_RANGE,
        f"change-{group}",
        f"{reader.name(group)}: scores then and now",
        _moved_of(found.values(), reader.name(group)),
        "from 0 to 100; high is good for the role",
        (50,),
        (Series(Moment.THEN, "Then"), Series(Moment.NOW, "Now")),
        tuple(
            _row(found.get(theme), reader.theme(theme))
            for theme in reader.instrument.themes
            if reader.evidence.theme_items(group, theme)
        ),
        remarks="Change",
    )


def _moved_of(told: Iterable[Change], name: str) -> str:
    """Say how much one group has moved."""
    directions = [each.direction for each in told]
    up, down = (directions.count(each) for each in (Direction.HIGHER, Direction.LOWER))
    if not up + down:
        return f"{name}: no change that can be told."
    return f"{name}: {up or 'none'} up and {down or 'none'} down, of {len(directions)}."


def _row(found: Change | None, theme: str) -> ChartRow:
    """Return one theme, then and now; or that it cannot be shown in both."""
    if found is None:
        hidden = "Not shown in both"
        return ChartRow(theme, (hidden, hidden), remark=Entry(hidden, Tone.QUIET))
    marks = (_mark(found.then), _mark(found.now))
    return ChartRow(theme, marks, remark=DIRECTIONS[found.direction])


def _mark(score: Score) -> Mark:
    """Return a mean of scores and its ends."""
    value, low, high = map(whole, (score.value, score.low, score.high))
    return Mark(value, low, high, range_words(score))


def _not_compared(groups: list[Group], reader: Reader) -> str:
    """Name the groups that are not compared, and not why."""
    if not groups:
        return ""
    names = capital(listed([reader.inline(group) for group in groups]))
    return f"{names}: not compared. A group is compared only where all of this holds:"


def _caution(then: date, now: date) -> str:
    """Return the caution about the first months, where the audits lie near enough."""
    return LATER if now < months_after(then, MONTHS_OF_CAUTION) else ""
