"""The report's own templates: always escaped, and a missing name is a fault."""

from dataclasses import dataclass
from functools import cache

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined

from peeraudit.report import paper
from peeraudit.report.drawing.draw import draw
from peeraudit.report.drawing.parts import Room
from peeraudit.report.figure import figure_json
from peeraudit.report.theme_strip import draw_strip
from peeraudit.settings import CHECKOUT


@dataclass(frozen=True, slots=True)
class Medium:
    """What the report is shown on, as far as its pieces differ."""

    room: Room
    """How many letters fit on a line of a chart."""
    stacks: bool
    """Whether tables stack when it is narrow, and so need their roles said."""
    guides: str = ""
    """Where the conversation guides are; empty where there is no site around it."""
    report: str = ""
    """Where the full report is; empty where it is this, or there is no site around."""
    plots: bool = False
    """Whether a script is there that can draw pictures to look at closely."""
    logo: str = ""
    """The organisation's logo as data; empty where there is none to show."""


SCREEN = Medium(Room(name=15, title=34), stacks=True)
"""The narrowest phone is 320 px wide."""
PAPER = Medium(Room(name=34, title=80), stacks=False)


@cache
def environment() -> Environment:
    """Return what renders the report, in the website and without it alike."""
    made = Environment(
        loader=ChoiceLoader(
            [
                FileSystemLoader(CHECKOUT / "templates"),
                # The website serves this folder; a file of its own has it inside.
                FileSystemLoader(CHECKOUT / "peeraudit" / "web" / "static"),
            ]
        ),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"draw": draw, "draw_strip": draw_strip, "paper": paper}
    made.globals |= {"figure_json": figure_json}
    made.globals |= {"stylesheet": "report.css", "guide_stylesheet": "guide.css"}
    return made
