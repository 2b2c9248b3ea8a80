"""The theme profile: how each group sees each theme, and how far apart they are."""

from collections.abc import Iterator
from dataclasses import dataclass

from peeraudit.consensus.themes import GapSize, ThemeGap
from peeraudit.disclosure.cells import Cell, DontKnow
from peeraudit.instrument.definition import AgreementItem
from peeraudit.instrument.frozen import Group
from peeraudit.report.chart import Chart, ChartKind, ChartRow, Mark, Series
from peeraudit.report.evidence import quoted
from peeraudit.report.reader import Reader
from peeraudit.report.words import counted, theme_words

MOST_GAPS = 6
"""Gaps told one by one; the picture shows the rest."""

WHOLE = 3
"""A gap on fewer statements is not told first as a theme's (our judgement)."""


@dataclass(frozen=True, slots=True)
class Profile:
    """The chart of themes, what each theme is about, and what stands out."""

    chart: Chart | None
    """None where the instrument has no theme scores, or nothing can be shown."""
    why_none: str
    about: tuple[tuple[str, str], ...]
    gaps: tuple[str, ...]
    unsure: tuple[str, ...]
    """Statements about which half or more of a group do not know."""


def profile(reader: Reader) -> Profile:
    """Draw the theme profile."""
    chart = _chart(reader) if reader.theme_scores else None
    return Profile(
        chart,
        "" if chart else _why_none(reader),
        tuple(
            (reader.theme(theme), reader.fill(reader.wording.themes[theme].about))
            for theme in reader.instrument.themes
        ),
        tuple(gap_sentences(reader)),
        tuple(_unsure(reader)),
    )


def _why_none(reader: Reader) -> str:
    """Say why there is no chart."""
    if not reader.instrument.reading.theme_scores:
        return (
            "This audit asks too few questions on each theme for a score. "
            "What each group says stands with the questions, at the end."
        )
    return "Too few answers can be shown for a picture of the themes."


def _chart(reader: Reader) -> Chart:
    """Return every theme score of every group that has any."""
    scores = reader.theme_scores
    groups = [g for g in reader.groups if any(group is g for _, group in scores)]
    thresholds = reader.instrument.reading.thresholds
    lines = {
        thresholds[name]
        for name in ("low", "clear_yes", "strong")
        if name in thresholds
    }
    return Chart(
        ChartKind.DOT_RANGE,
        "themes",
        _title(reader, groups),
        _message(reader),
        "from 0 to 100; high is good for the role",
        tuple(sorted(lines)),
        tuple(Series(group, reader.name(group)) for group in groups),
        tuple(
            ChartRow(
                reader.theme(theme),
                tuple(_mark(reader, theme, group) for group in groups),
            )
            for theme in reader.instrument.themes
        ),
    )


def _title(reader: Reader, groups: list[Group]) -> str:
    """Say what is drawn, in one group's name where there is no other."""
    if len(groups) == 1:
        return f"How {reader.inline(groups[0])} see each theme"
    return "How each group sees each theme"


def _mark(reader: Reader, theme: str, group: Group) -> Mark | str:
    """Return a score and its ends, or why there is none."""
    score = reader.theme_scores.get((theme, group))
    if score is None:
        asked = reader.evidence.theme_items(group, theme)
        return "Not shown" if asked else "Not asked"
    return Mark(score.score, score.low, score.high, theme_words(score))


def _message(reader: Reader) -> str:
    """Say what the chart shows, in one sentence."""
    groups = {group for _, group in reader.theme_scores}
    if reader.release.pooled:
        return f"What {reader.inline(groups.pop())} say, over all these teams."
    if len(groups) == 1:
        return f"Only what {reader.inline(groups.pop())} say can be shown."
    whole = [gap for gap in _gaps(reader) if gap.items >= WHOLE]
    if not whole:
        return "No two groups are far apart on any theme."
    widest = whole[0]
    return (
        f"The widest gap is on {reader.theme(widest.theme)}: {_apart(widest, reader)}."
    )


def _gaps(reader: Reader) -> list[ThemeGap]:
    """Return the gaps that count, widest first; those on few statements last."""
    gaps = [gap for gap in reader.release.derived.gaps if gap.size is not GapSize.NONE]
    return sorted(gaps, key=lambda gap: (gap.items < WHOLE, -gap.gap))


def gap_sentences(reader: Reader) -> Iterator[str]:
    """Yield the widest gaps one by one, and how many more there are."""
    gaps = _gaps(reader)
    for gap in gaps[:MOST_GAPS]:
        over = counted(gap.items, "statement", "statements")
        size = "A clear gap" if gap.size is GapSize.CLEAR else "A possible gap"
        yield f"{reader.theme(gap.theme)}: {_apart(gap, reader)}. {size}, over {over}."
    if (more := len(gaps) - MOST_GAPS) > 0:
        yield f"There {'is' if more == 1 else 'are'} {counted(more, 'more', 'more')}."


def _apart(gap: ThemeGap, reader: Reader) -> str:
    """Say who is above whom, and by how much."""
    return (
        f"{reader.inline(gap.higher)} about {gap.gap} points above "
        f"{reader.inline(gap.lower)}"
    )


def _unsure(reader: Reader) -> Iterator[str]:
    """Yield each statement of which half or more of a group do not know."""
    for cell in reader.release.cells:
        if (
            isinstance(cell, Cell)
            and cell.dont_know is DontKnow.HALF_OR_MORE
            and cell.about is None
            and isinstance(reader.instrument.questions[cell.item], AgreementItem)
        ):
            statement = reader.statement(cell.item, cell.group)
            yield f"{reader.name(cell.group)}: {quoted(statement)}"
