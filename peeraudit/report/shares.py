"""How many agree, neither, and disagree, in bands, where many have answered."""

from collections.abc import Iterator

from peeraudit.disclosure.cells import Cell, ClassReading, Shares
from peeraudit.report.chart import Chart, ChartKind, ChartRow, Mark, Series, Share
from peeraudit.report.reader import Reader
from peeraudit.report.words import HIGHEST, band_words, counted

SERIES = (
    Series(Share.AGREE, "Agree"),
    Series(Share.NEITHER, "Neither"),
    Series(Share.DISAGREE, "Disagree"),
)
BAND, HALF = 10, 50


def as_worded(shares: Shares, *, turned: bool) -> Shares:
    """Return shares that agree and disagree with the words as they stand."""
    if not turned:
        return shares
    return Shares(shares.agree, shares.neither, shares.disagree)


def shares_chart(reader: Reader, theme: str) -> Chart | None:
    """Draw the shares of a theme's statements; nothing where none are told."""
    told = tuple(_told(reader, theme))
    if not told:
        return None
    most = sum(shares.agree >= HALF for _, shares in told)
    cases = counted(len(told), "case", "cases")
    return Chart(
        ChartKind.SHARES,
        f"shares-{theme}",
        f"{reader.theme(theme)}: who agrees",
        f"Half or more of a group agree in {most} of {cases}.",
        "in percent of a group's answers to the statement as it is worded",
        (HALF,),
        SERIES,
        tuple(
            ChartRow(
                label, tuple(map(_band, (told.agree, told.neither, told.disagree)))
            )
            for label, told in told
        ),
        head="Who, and what was asked",
    )


def _told(reader: Reader, theme: str) -> Iterator[tuple[str, Shares]]:
    """Yield each statement of each group of which shares are told."""
    for item in reader.instrument.items:
        for group in reader.shown if item.theme == theme else ():
            cell = reader.evidence.find(group, item.id)
            if (
                isinstance(cell, Cell)
                and isinstance(cell.reading, ClassReading)
                and cell.reading.shares
            ):
                label = f"{reader.name(group)}: {reader.statement(item.id, group)}"
                yield label, as_worded(cell.reading.shares, turned=item.reverse)


def _band(low: int) -> Mark:
    """Return a band of shares; the highest ends at 100."""
    return Mark(low, low, min(HIGHEST, low + BAND), band_words(low))
