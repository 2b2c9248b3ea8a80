"""A release is checked by itself: what does not follow from its cells stops it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from peeraudit.consensus.findings import Status
from peeraudit.disclosure.cells import (
    Alike,
    Cell,
    ClassReading,
    DontKnow,
    ExactReading,
    Shares,
    ThemeCell,
)
from peeraudit.instrument.frozen import Group
from peeraudit.release.release import Release, digest, from_json, to_json
from peeraudit.release.verify import verify
from tests.unit.report.releases import before_the_start, open_groups, site

STAFF, PEERS = Group.OTHER_STAFF, Group.PEER_WORKER


def sealed(release: Release) -> Release:
    """Put a fitting hash to a forged release, as a forger would."""
    return replace(release, hash=digest(release))


def with_cell(cell: Cell | ThemeCell) -> Callable[[Release], Release]:
    """Return a forgery that puts one cell in the place of what stood there."""

    def forge(release: Release) -> Release:
        cells = [
            cell
            if isinstance(each, Cell)
            and isinstance(cell, Cell)
            and (each.group, each.item, each.about)
            == (cell.group, cell.item, cell.about)
            else each
            for each in release.cells
        ]
        if cell not in cells:
            cells.append(cell)
        return replace(release, cells=tuple(cells))

    return forge


def statement(group: Group, reading: ClassReading | ExactReading) -> Cell:
    return Cell(group, "SE4", None, reading, DontKnow.FEWER)


@pytest.mark.parametrize(
    "release",
    [site("London", 5), site("London", 1), open_groups(), before_the_start()],
    ids=["all shown", "nearly all withheld", "open groups", "before the start"],
)
def test_a_release_that_we_made_holds_also_when_it_was_written_down(
    release: Release,
) -> None:
    assert verify(release) == ()
    assert verify(from_json(to_json(release))) == ()


def test_any_change_without_a_new_hash_is_noticed() -> None:
    release = site("South", 5)
    changed = replace(release, audit=replace(release.audit, team="Another"))
    assert verify(changed) == ("hash: the content is not what the hash was made of",)


def a_theme_score(release: Release) -> Release:
    first, *rest = release.derived.themes
    themes = (replace(first, score=first.score + 1), *rest)
    return replace(release, derived=replace(release.derived, themes=themes))


def a_gap_left_out(release: Release) -> Release:
    gaps = release.derived.gaps[1:]
    return replace(release, derived=replace(release.derived, gaps=gaps))


def a_finding_hushed_up(release: Release) -> Release:
    findings = tuple(
        replace(each, status=Status.NOT_FOUND) if each.rule == "F05" else each
        for each in release.findings
    )
    return replace(release, findings=findings)


def a_finding_made_up(release: Release) -> Release:
    made_up = replace(release.findings[0], rule="F99")
    return replace(release, findings=(*release.findings, made_up))


def a_fact(release: Release) -> Release:
    return replace(release, facts={**release.facts, "route": "open_advert"})


def another_threshold(release: Release) -> Release:
    content = release.instrument.content
    thresholds = {**content.reading.thresholds, "notable_gap": 60}
    reading = content.reading.model_copy(update={"thresholds": thresholds})
    changed = content.model_copy(update={"reading": reading})
    return replace(release, instrument=replace(release.instrument, content=changed))


def the_same_cell_twice(release: Release) -> Release:
    return replace(release, cells=(*release.cells, release.cells[0]))


@pytest.mark.parametrize(
    ("forge", "said"),
    [
        (a_theme_score, "derived: themes do not follow"),
        (a_gap_left_out, "derived: gaps do not follow"),
        (a_finding_hushed_up, "findings: F05 does not follow"),
        (a_finding_made_up, "findings: F99 is no rule"),
        (a_fact, "findings: F02 does not follow"),
        (another_threshold, "instrument: it is not the one"),
        (the_same_cell_twice, "told twice"),
        (
            with_cell(statement(STAFF, ClassReading("30_to_39"))),
            "a ten-point class from 5 answers",
        ),
        (
            with_cell(
                statement(PEERS, ClassReading("30_to_39", shares=Shares(60, 20, 20)))
            ),
            "shares from 15 answers",
        ),
        (
            with_cell(statement(PEERS, ClassReading("31_to_33"))),
            "no such class as '31_to_33'",
        ),
        (
            with_cell(
                statement(
                    Group.PERSON_USING_SERVICE,
                    ClassReading("60_to_69", Alike.ALIKE, Shares(0, 20, 70)),
                )
            ),
            "both shares and how alike",
        ),
        (
            with_cell(statement(PEERS, ExactReading(450, 15))),
            "exact, though the group was promised to be anonymous",
        ),
        (with_cell(ThemeCell(PEERS, "SE", 3112, 8)), "exact, though the group"),
        (
            with_cell(
                Cell(PEERS, "SE4", PEERS, ClassReading("30_to_39"), DontKnow.FEWER)
            ),
            "a question that was not asked",
        ),
    ],
)
def test_a_forged_release_is_noticed_though_its_hash_fits(
    forge: Callable[[Release], Release], said: str
) -> None:
    wrong = verify(sealed(forge(site("London", 5))))
    assert any(said in line for line in wrong), wrong


def test_a_cell_of_a_group_below_the_floor_is_noticed() -> None:
    forged = with_cell(statement(PEERS, ClassReading("below_50")))(site("London", 1))
    wrong = verify(sealed(forged))
    assert "peer_worker, SE4: fewer than 5 answered" in wrong
