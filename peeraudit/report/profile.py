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
from peeraudit.report.words import listed, theme_words

MOST_GAPS = 6
"""Clear gaps told one by one; the profile shows the rest."""


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
        "How each group sees each theme",
        _message(reader),
        "in points from 0 to 100; high is good for the role",
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


def _mark(reader: Reader, theme: str, group: Group) -> Mark | str:
    """Return a score and its ends, or why there is none."""
    score = reader.theme_scores.get((theme, group))
    if score is None:
        asked = reader.evidence.theme_items(group, theme)
        return "Not shown" if asked else "Not asked"
    return Mark(score.score, score.low, score.high, theme_words(score))


def _message(reader: Reader) -> str:
    """Say what the chart shows, in one sentence."""
    gaps = [gap for gap in reader.release.derived.gaps if gap.size is GapSize.CLEAR]
    groups = {group for _, group in reader.theme_scores}
    if len(groups) == 1:
        return f"Only what {reader.inline(groups.pop())} say can be shown."
    if not gaps:
        return "No two groups are clearly apart on any theme."
    widest = max(gaps, key=lambda gap: gap.gap)
    return (
        f"The groups lie furthest apart on {reader.theme(widest.theme)}: "
        f"{_apart(widest, reader)}."
    )


def gap_sentences(reader: Reader) -> Iterator[str]:
    """Yield the clear gaps, widest first, and in one line where a gap is possible."""
    gaps = sorted(reader.release.derived.gaps, key=lambda gap: -gap.gap)
    clear = [gap for gap in gaps if gap.size is GapSize.CLEAR]
    for gap in clear[:MOST_GAPS]:
        yield f"{reader.theme(gap.theme)}: {_apart(gap, reader)}."
    if (more := len(clear) - MOST_GAPS) > 0:
        yield f"There are {more} more clear gaps."
    possible = [gap for gap in gaps if gap.size is GapSize.POSSIBLE]
    if possible:
        themes = dict.fromkeys(reader.theme(gap.theme) for gap in possible)
        yield f"A gap is possible on {listed(list(themes))}."


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
