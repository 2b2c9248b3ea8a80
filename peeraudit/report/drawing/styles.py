"""Shapes, signs and colours: none says anything by its colour alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from peeraudit.consensus.blind_spots import State
from peeraudit.instrument.frozen import Group
from peeraudit.report.chart import Moment, Share


@dataclass(frozen=True, slots=True)
class Style:
    """How a series is drawn."""

    shape: str
    colour: str
    sign: str = ""
    """What stands in a tile."""


STYLES: Mapping[StrEnum, Style] = {
    Group.MANAGER: Style("square", "#425563"),
    Group.PEER_WORKER: Style("circle", "#ae2573"),
    Group.OTHER_STAFF: Style("diamond", "#005eb8"),
    Group.PERSON_USING_SERVICE: Style("triangle", "#00703c"),
    Moment.THEN: Style("ring", "#4c6272"),
    Moment.NOW: Style("circle", "#005eb8"),
    Share.AGREE: Style("right", "#005eb8"),
    Share.NEITHER: Style("bar", "#4c6272"),
    Share.DISAGREE: Style("cross", "#8a1538"),
    State.FALSE_CONSENSUS: Style("tile", "#8a1538", "×"),  # noqa: RUF001 # a cross
    State.FALSE_CONFLICT: Style("tile", "#7c2855", "≈"),
    State.TRUE_DISSENSUS: Style("tile", "#005eb8", "≠"),
    State.TRUE_CONSENSUS: Style("tile", "#00703c", "="),
    State.UNCERTAIN: Style("tile", "#4c6272", "?"),
}
TRACK_COLOUR = "#768692"
TRACK_OPACITY = 0.12
