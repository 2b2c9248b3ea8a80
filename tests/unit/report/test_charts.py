"""Every kind of chart: what is drawn is what is tabled, and nobody needs colours."""

from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest

from peeraudit.consensus.blind_spots import State
from peeraudit.instrument.frozen import Group
from peeraudit.report.chart import (
    Chart,
    ChartKind,
    ChartRow,
    Mark,
    Moment,
    Series,
    Share,
)
from peeraudit.report.content import content
from peeraudit.report.drawing.draw import KINDS, draw
from peeraudit.report.drawing.parts import Bar, Role, Room, Shape, Words
from peeraudit.report.drawing.styles import STYLES, TRACK_COLOUR, TRACK_OPACITY
from peeraudit.report.templates import PAPER, SCREEN
from tests.unit.report.reading import TEAMS

PHONE = SCREEN.room
WHITE, PAGE = "#ffffff", "#f0f4f5"


def chart(
    name: str = "Peer workers",
    label: str = "Support",
    kind: ChartKind = ChartKind.DOT_RANGE,
) -> Chart:
    """A chart of one theme, with one group shown and one not."""
    return Chart(
        kind,
        "themes",
        "Themes",
        "One group is shown.",
        "in points",
        (50, 60, 70),
        (Series(Group.PEER_WORKER, name), Series(Group.MANAGER, "Managers")),
        (ChartRow(label, (Mark(45, 40, 50, "45 (from 40 to 50)"), "Not shown")),),
    )


def charts(team: str) -> Iterator[Chart]:
    """Every chart of a report."""
    report = content(TEAMS[team])
    found = [report.profile.chart, report.misreading.map, *report.change.charts]
    found += [each.chart for each in report.purposes if each.is_compared]
    for theme in report.annex.themes:
        found += [theme.ladder, theme.shares]
    return (each for each in found if each)


def words_of(drawn: Chart, role: Role, room: Room = PHONE) -> list[str]:
    """The words of a picture that have one role, from top to bottom."""
    parts = draw(drawn, room).parts
    return [p.text for p in parts if isinstance(p, Words) and p.role is role]


def test_picture_and_table_are_the_same_value() -> None:
    table = chart().table()
    assert table.columns == ("Theme", "Peer workers", "Managers")
    assert [each.text for each in table.rows[0].entries] == [
        "45 (from 40 to 50)",
        "Not shown",
    ]
    assert chart().description() == (
        "Support: Peer workers 45 (from 40 to 50); Managers Not shown."
    )


def test_a_mark_lies_where_its_value_is_and_what_is_hidden_has_none() -> None:
    parts = draw(chart(), PHONE).parts
    ticks = {p.text: p.x for p in parts if isinstance(p, Words) and p.role is Role.TICK}
    assert list(ticks) == ["0", "50", "60", "70", "100"]
    (shape,) = (part for part in parts if isinstance(part, Shape))
    (line,) = (part for part in parts if isinstance(part, Bar) and part.height == 4)
    assert ticks["0"] < line.x < shape.x < line.x + line.width
    assert line.x + line.width == pytest.approx(ticks["50"])
    assert words_of(chart(), Role.NOTE) == ["Not shown"]


def test_on_a_ladder_all_classes_are_equally_wide_and_the_shape_tells_nothing() -> None:
    parts = draw(chart(kind=ChartKind.LADDER), PHONE).parts
    ticks = [p.x for p in parts if isinstance(p, Words) and p.role is Role.TICK][::2]
    steps = {round(after - before, 2) for before, after in pairwise(ticks)}
    assert len(steps) == 1
    (shape,) = (part for part in parts if isinstance(part, Shape))
    (line,) = (part for part in parts if isinstance(part, Bar) and part.height == 4)
    assert shape.x == pytest.approx(line.x + line.width / 2, abs=0.01)


def test_every_kind_has_a_way_to_be_drawn() -> None:
    assert set(KINDS) == set(ChartKind)


@pytest.mark.parametrize("name", ["lived experience practitioners", "z" * 60])
@pytest.mark.parametrize(
    "kind", [ChartKind.DOT_RANGE, ChartKind.LADDER, ChartKind.TILES]
)
def test_a_long_name_is_broken_and_nothing_lies_on_anything_else(
    name: str, kind: ChartKind
) -> None:
    drawing = draw(chart(name, "A theme " * 12, kind), PHONE)
    lines = [
        part
        for part in drawing.parts
        if isinstance(part, Words) and part.role in {Role.TITLE, Role.NAME}
    ]
    assert all(after.y - before.y >= 13 for before, after in pairwise(lines))
    assert max(each.y for each in lines) < drawing.height
    names = [each.text for each in lines if each.role is Role.NAME]
    assert max(map(len, names)) <= PHONE.name


@pytest.mark.parametrize("team", TEAMS)
@pytest.mark.parametrize("room", [SCREEN.room, PAPER.room])
def test_no_part_of_any_chart_stands_outside_its_picture(team: str, room: Room) -> None:
    for each in charts(team):
        drawing = draw(each, room)
        for part in drawing.parts:
            if isinstance(part, Words | Bar | Shape):
                assert 0 <= part.x <= 100
                assert 0 <= part.y <= drawing.height
            if isinstance(part, Bar):
                assert part.x + part.width <= 100


@pytest.mark.parametrize("team", TEAMS)
def test_every_chart_is_said_in_one_sentence(team: str) -> None:
    for each in charts(team):
        assert each.message.endswith(".")
        assert each.rows
        assert each.description()


def test_the_map_has_a_tile_for_every_guess() -> None:
    release = TEAMS["London x 5"]
    found = content(release).misreading.map
    assert found is not None
    tiles = words_of(found, Role.SIGN)
    assert len(tiles) == len(release.derived.blind_spots)
    assert tiles.count(STYLES[State.FALSE_CONSENSUS].sign) == sum(
        each.state is State.FALSE_CONSENSUS for each in release.derived.blind_spots
    )
    assert found.message == "Managers misread peer workers most, with 6 blind spots."


def test_every_reason_that_was_offered_is_drawn_and_every_group_stands_once() -> None:
    (purpose,) = content(TEAMS["London x 5"]).purposes
    titles = words_of(purpose.chart, Role.TITLE, PAPER.room)
    assert titles == list(purpose.offered)
    notes = words_of(purpose.chart, Role.NOTE, PAPER.room)
    assert sorted(each for each in notes if "No group" not in each) == sorted(
        row.label for row in purpose.chart.rows
    )


def test_shares_stand_beside_their_bars_and_are_told_of_many_answers_only() -> None:
    shares = [each for each in charts("London x 5") if each.kind is ChartKind.SHARES]
    assert shares
    for each in shares:
        bands = [mark.words for row in each.rows for mark in row.marks if mark]  # type: ignore[union-attr]
        shown = words_of(each, Role.NOTE) + words_of(each, Role.BEFORE)
        assert sorted(shown) == sorted(bands)
    assert not [each for each in charts("London") if each.kind is ChartKind.SHARES]


def test_then_and_now_of_each_group_are_drawn_with_what_changed_in_the_table() -> None:
    told = [each for each in charts("moved") if each.key.startswith("change-")]
    assert [each.message for each in told] == [
        "Managers: no change that can be told.",
        "Peer workers: 1 up and none down, of 8.",
        "Other staff: none up and 1 down, of 8.",
        "People who use the service: no change that can be told.",
    ]
    assert told[0].table().columns == ("Theme", "Then", "Now", "Change")


def test_no_picture_is_drawn_of_what_cannot_be_shown() -> None:
    assert list(charts("nobody shown")) == []


def light(colour: str) -> tuple[float, ...]:
    """The light of a colour, red, green and blue, as sRGB defines it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return tuple(
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )


def luminance(colour: str) -> float:
    red, green, blue = light(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2.2 measures it."""
    low, high = sorted(map(luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def on(colour: str, ground: str, opacity: float) -> str:
    """A colour that is laid on another and lets it through."""
    mixed = (
        round(
            int(colour[at : at + 2], 16) * opacity
            + int(ground[at : at + 2], 16) * (1 - opacity)
        )
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{each:02x}" for each in mixed)


@pytest.mark.parametrize("ground", [WHITE, PAGE])
def test_every_shape_stands_out_from_what_is_behind_it(ground: str) -> None:
    strip = on(TRACK_COLOUR, ground, TRACK_OPACITY)
    for style in STYLES.values():
        assert contrast(style.colour, strip) >= 3
    for words in ("#212b32", "#4c6272"):
        assert contrast(words, strip) >= 4.5


def test_every_sign_can_be_read_on_its_tile() -> None:
    for style in STYLES.values():
        if style.sign:
            assert contrast(style.colour, WHITE) >= 4.5


@pytest.mark.parametrize("kind", [Group, Moment, State])
def test_nothing_is_told_by_colour_alone(
    kind: type[Group] | type[Moment] | type[State],
) -> None:
    looks = [(STYLES[each].shape, STYLES[each].sign) for each in kind]
    assert len(set(looks)) == len(kind)


def test_shares_have_their_names_beside_them() -> None:
    shares = next(each for each in charts("London x 5") if "shares" in each.key)
    names = words_of(shares, Role.NAME)
    assert names[: len(Share)] == ["Agree", "Neither", "Disagree"]


DEUTERANOPIA = ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969))
PROTANOPIA = ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052))
"""Machado and others 2009, severity 1: what is left of red, green and blue."""


@pytest.mark.parametrize("eyes", [DEUTERANOPIA, PROTANOPIA])
def test_groups_look_different_to_colour_blind_eyes_too(
    eyes: tuple[tuple[float, ...], ...],
) -> None:
    seen = [
        tuple(
            sum(share * part for share, part in zip(line, light(colour), strict=True))
            for line in eyes
        )
        for colour in (STYLES[group].colour for group in Group)
    ]
    for one, other in combinations(seen, 2):
        apart = sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5
        assert apart > 0.05
