"""The report's own templates: always escaped, and a missing name is a fault."""

from functools import cache

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined

from peeraudit.report import paper
from peeraudit.report.drawing import draw
from peeraudit.settings import CHECKOUT


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
    made.globals |= {"draw": draw, "paper": paper}
    return made
