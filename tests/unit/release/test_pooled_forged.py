"""A forged view over teams is noticed, whatever was changed, though its hash fits."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from peeraudit.audit.promise import GroupMode
from peeraudit.consensus.blind_spots import State
from peeraudit.disclosure.cells import (
    Alike,
    AnsweredReading,
    Cell,
    ClassReading,
    DontKnow,
    ExactReading,
    GroupCount,
    ModalReading,
    Reading,
    Reason,
    Shares,
    ThemeCell,
    Withheld,
)
from peeraudit.instrument.frozen import Group
from peeraudit.release.pooled import faults
from peeraudit.release.release import Release
from peeraudit.release.sources import PooledTeam
from peeraudit.release.verify import verify
from tests.unit.factories import MG, PW, ST, SU, make_release
from tests.unit.release.test_rounds import fitting
from tests.unit.release.test_verify import sealed, with_cell
from tests.unit.report.releases import site
from tests.unit.report.views import three_teams

Forge = Callable[[Release], Release]
Teams = tuple[PooledTeam, ...]


def teams(change: Callable[[Teams], Teams]) -> Forge:
    """Return a forgery of what a view tells of its teams."""

    def forge(release: Release) -> Release:
        assert release.pooled is not None
        forged = replace(release.pooled, teams=change(release.pooled.teams))
        return replace(release, pooled=forged)

    return forge


def first_team(**changes: object) -> Forge:
    return teams(lambda told: (replace(told[0], **changes), *told[1:]))  # type: ignore[arg-type]


def with_guess(cell: Cell) -> Forge:
    """Return a forgery that puts one more cell among the first team's guesses."""
    return teams(
        lambda told: (replace(told[0], guesses=(*told[0].guesses, cell)), *told[1:])
    )


def guessed_as(reading: Reading) -> Forge:
    """Return a forgery in which a team's first guess is told in another way."""

    def change(told: Teams) -> Teams:
        first, *rest = told[0].guesses
        forged = (replace(first, reading=reading), *rest)
        return (replace(told[0], guesses=forged), *told[1:])

    return teams(change)


def cell(group: Group, item: str, reading: Reading, about: Group | None = None) -> Cell:
    return Cell(group, item, about, reading, DontKnow.FEWER)


def told_as(reading: Reading, item: str = "SE4") -> Forge:
    return with_cell(cell(PW, item, reading))


def number(**changes: object) -> Forge:
    return lambda release: replace(
        release,
        groups=(replace(release.groups[0], **changes),),  # type: ignore[arg-type]
    )


def floor(lowest: int) -> Forge:
    return lambda release: replace(
        release, promise=replace(release.promise, floor=lowest)
    )


def two_groups(release: Release) -> Release:
    another = GroupCount(ST, GroupMode.POOLED_ONLY, 20, 20)
    return replace(release, groups=(*release.groups, another))


def no_group(release: Release) -> Release:
    return replace(release, groups=(), cells=())


def of_a_withheld_question(release: Release) -> Release:
    withheld = Withheld(PW, Reason.FEW_ANSWERS, "SE4", None, DontKnow.FEWER)
    return replace(release, withheld=(*release.withheld, withheld))


def a_spot_turned_round(told: Teams) -> Teams:
    first, *rest = told[0].blind_spots
    forged = (replace(first, state=State.TRUE_CONSENSUS), *rest)
    return (replace(told[0], blind_spots=forged), *told[1:])


def a_spot_of_another_team(told: Teams) -> Teams:
    return (replace(told[0], blind_spots=told[0].blind_spots[1:]), *told[1:])


def other_themes(release: Release) -> Release:
    first, *rest = release.derived.themes
    themes = (replace(first, score=first.score + 1), *rest)
    return replace(release, derived=replace(release.derived, themes=themes))


LOW = ClassReading("20_to_29")

FORGERIES: dict[str, tuple[Forge, str]] = {
    "fewer teams": (teams(lambda told: told[:2]), "pooled: fewer than 3 teams"),
    "no team": (teams(lambda _: ()), "pooled: fewer than 3 teams"),
    "a team twice": (teams(lambda told: (*told, told[0])), "pooled: a team twice"),
    "a team twice for a third": (
        teams(lambda told: (*told[:2], told[0])),
        "pooled: fewer than 3 teams",
    ),
    "a floor of five": (floor(5), "pooled: a floor below ten"),
    "a floor of nine": (floor(9), "pooled: a floor below ten"),
    "two groups": (two_groups, "pooled: not one pooled group"),
    "no group": (no_group, "pooled: not one pooled group"),
    "an anonymous group": (
        number(mode=GroupMode.ANONYMOUS),
        "pooled: not one pooled group",
    ),
    "findings": (
        lambda release: replace(release, findings=site("London", 5).findings),
        "pooled: what only one team can have",
    ),
    "facts": (
        lambda release: replace(release, facts={"route": "informal"}),
        "pooled: what only one team can have",
    ),
    "comments": (
        lambda release: replace(release, comments=("More time.",)),
        "pooled: what only one team can have",
    ),
    "an earlier round": (
        lambda release: replace(release, earlier=fitting()),
        "pooled: what only one team can have",
    ),
    "too few people": (number(answered=9), "told to be 9, though fewer than 10"),
    "no number": (number(answered=None), "peer_worker, SE4: fewer than 10 answered"),
    "more than were asked": (number(asked=9), "10 answered of 9"),
    "cells with alike": (
        told_as(ClassReading("50_to_59", Alike.ALIKE)),
        "how alike the answers are, in a view over teams",
    ),
    "a class for few answers": (
        told_as(ClassReading("below_50")),
        "a class for fewer than 10 answers, in a view over teams",
    ),
    "the highest class for few answers": (
        told_as(ClassReading("70_or_more")),
        "a class for fewer than 10 answers, in a view over teams",
    ),
    "a class that is none": (told_as(ClassReading("21_to_23")), "no such class"),
    "shares of twelve": (
        told_as(ClassReading("20_to_29", shares=Shares(90, 0, 0))),
        "shares from 10 answers, not 25",
    ),
    "exact": (told_as(ExactReading(300, 12)), "exact, though"),
    "exact, of a practice": (told_as(AnsweredReading({"part": 12}), "PR1"), "exact,"),
    "an exact theme": (with_cell(ThemeCell(PW, "SE", 3112, 8)), "exact, though"),
    "a cell of a withheld question": (of_a_withheld_question, "SE4: told twice"),
    "a cell of another group": (
        with_cell(cell(ST, "SE4", LOW)),
        "other_staff, SE4: a group that was not asked",
    ),
    "a guess of the pooled group": (
        with_cell(cell(PW, "SE4", LOW, ST)),
        "peer_worker, SE4.other_staff: a question that was not asked",
    ),
    "a theme score": (other_themes, "derived: themes do not follow"),
    "guesses of a group that does not guess": (
        with_guess(cell(SU, "SE5", LOW)),
        "pooled: East tells more than its guesses",
    ),
    "own answers of a team's pooled group": (
        with_guess(cell(PW, "SE4", LOW)),
        "pooled: East tells more than its guesses",
    ),
    "own answers that nobody guesses": (
        with_guess(cell(ST, "SE6", LOW)),
        "pooled: East tells more than its guesses",
    ),
    "practices of a group that guesses": (
        with_guess(cell(ST, "PR1", ModalReading("part"))),
        "pooled: East tells more than its guesses",
    ),
    "a guess about another group": (
        with_guess(cell(MG, "SE4", LOW, ST)),
        "pooled: East tells more than its guesses",
    ),
    "a guess twice": (
        teams(lambda told: (replace(told[0], guesses=told[0].guesses * 2), *told[1:])),
        "pooled: East tells more than its guesses",
    ),
    "a guess in a class that is none": (
        guessed_as(ClassReading("71_to_73")),
        "pooled: East, manager, SE4: no such class as '71_to_73'",
    ),
    "a guess told as a practice": (
        guessed_as(ModalReading("part")),
        "pooled: East, manager, SE4: told as modal",
    ),
    "a guess with finer shares": (
        guessed_as(ClassReading("80_or_more", shares=Shares(0, 3, 97))),
        "pooled: East, manager, SE4: shares that are no bands of ten",
    ),
    "altered blind spots": (
        teams(a_spot_turned_round),
        "pooled: what East guesses does not follow from the cells",
    ),
    "a blind spot left out": (
        teams(a_spot_of_another_team),
        "pooled: what East guesses does not follow from the cells",
    ),
    "no guesses, and blind spots": (
        first_team(guesses=()),
        "pooled: what East guesses does not follow from the cells",
    ),
    "taken for the release of one team": (
        lambda release: replace(release, pooled=None),
        "the promise shows this group only over several teams",
    ),
}


@pytest.mark.parametrize("what", FORGERIES)
def test_a_forged_view_is_noticed_though_its_hash_fits(what: str) -> None:
    forge, said = FORGERIES[what]
    wrong = verify(sealed(forge(three_teams())))
    assert any(said in line for line in wrong), wrong


def test_the_release_of_one_team_taken_for_a_view_is_noticed() -> None:
    forged = replace(site("London", 5), pooled=three_teams().pooled)
    wrong = verify(sealed(forged))
    assert "pooled: not one pooled group" in wrong
    assert "pooled: a floor below ten" in wrong
    assert any("peer_worker, SE4: fewer than 5 answered" in line for line in wrong)


def test_of_one_team_there_is_nothing_to_find() -> None:
    assert list(faults(make_release({"PW SE4": "below_50"}))) == []


def test_each_fault_is_named_once_and_a_view_that_holds_has_none() -> None:
    assert list(faults(three_teams())) == []
    release = three_teams()
    assert list(faults(teams(lambda told: told[:2])(release))) == [
        "pooled: fewer than 3 teams"
    ]
