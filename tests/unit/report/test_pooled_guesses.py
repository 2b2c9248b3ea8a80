"""How well their own teams know a pooled group: told of teams, never of people."""

from dataclasses import replace

import pytest

from peeraudit.consensus.blind_spots import State
from peeraudit.release.release import Release
from peeraudit.report import page
from peeraudit.report.pooled import Guesses, pooled_report
from peeraudit.report.reader import Reader
from peeraudit.report.table import Tone
from tests.unit.factories import SU
from tests.unit.report.views import three_teams, view


def guesses(release: Release | None = None) -> Guesses:
    return pooled_report(Reader(release or three_teams())).guesses


def with_states(*states: State) -> Release:
    """A view in which each team has one guess, and these states."""
    release = view((4, 4, 4, 4)[: len(states)])
    assert release.pooled is not None
    teams = tuple(
        replace(team, blind_spots=(replace(team.blind_spots[0], state=state),))
        for team, state in zip(release.pooled.teams, states, strict=True)
    )
    return replace(release, pooled=replace(release.pooled, teams=teams))


@pytest.mark.parametrize(
    ("states", "message"),
    [
        (
            (State.FALSE_CONSENSUS, State.TRUE_CONSENSUS, State.TRUE_DISSENSUS),
            "In East, others do not know that they see some things differently.",
        ),
        (
            (State.FALSE_CONSENSUS,) * 2 + (State.TRUE_CONSENSUS,),
            "In 2 teams, others do not know that they see some things differently.",
        ),
        (
            (State.FALSE_CONSENSUS,) * 4,
            "In 4 teams, others do not know that they see some things differently.",
        ),
        (
            (State.TRUE_CONSENSUS, State.FALSE_CONFLICT, State.UNCERTAIN),
            "Where it can be told, others in these teams know how they see it.",
        ),
        (
            (State.UNCERTAIN,) * 3,
            "What others in these teams think cannot be set beside this view.",
        ),
    ],
)
def test_it_is_told_in_one_sentence_where_others_do_not_know(
    states: tuple[State, ...], message: str
) -> None:
    assert guesses(with_states(*states)).message == message


def test_a_team_that_is_wrong_twice_counts_once() -> None:
    release = three_teams()
    assert release.pooled is not None
    for team in release.pooled.teams:
        states = [spot.state for spot in team.blind_spots]
        assert states.count(State.FALSE_CONSENSUS) > 1
    assert guesses().message.startswith("In 3 teams, ")
    right = tuple(replace(team, blind_spots=()) for team in release.pooled.teams[1:])
    pooled = replace(release.pooled, teams=(release.pooled.teams[0], *right))
    assert guesses(replace(release, pooled=pooled)).message.startswith("In East, ")


def test_each_guess_that_can_be_told_has_a_line_with_a_sign() -> None:
    states = (
        State.FALSE_CONSENSUS,
        State.TRUE_CONSENSUS,
        State.FALSE_CONFLICT,
        State.UNCERTAIN,
    )
    found = guesses(with_states(*states))
    assert found.table is not None
    lines = [(r.head, r.entries[0].text, r.entries[2]) for r in found.table.rows]
    assert [(head, who, how.text, how.tone) for head, who, how in lines] == [
        ("East", "Managers", "Blind spot", Tone.CONFLICT),
        ("North", "Managers", "A shared view, and known", Tone.AGREED),
        ("South", "Managers", "Closer than thought", Tone.DIFFERENT),
    ]
    statement = found.table.rows[0].entries[1].text
    assert statement == "Peer workers are treated as equals in this team."
    assert found.uncertain == "1 guess cannot be set beside the view."


def test_what_cannot_be_told_is_counted_and_not_listed() -> None:
    found = guesses(with_states(*[State.UNCERTAIN] * 3))
    assert found.table is None
    assert found.uncertain == "3 guesses cannot be set beside the view."
    assert found.uncertain in page.body(with_states(*[State.UNCERTAIN] * 3))
    assert guesses(with_states(*[State.TRUE_CONSENSUS] * 3)).uncertain == ""


def test_a_group_that_nobody_guesses_has_no_guesses() -> None:
    found = guesses(view(group=SU))
    assert found.message.endswith("cannot be set beside this view.")
    assert (found.table, found.uncertain) == (None, "")
