"""Guides to look at: of both instruments, and of instruments that have less."""

from functools import cache
from xml.etree.ElementTree import Element

from peeraudit.instrument.definition import Instrument
from peeraudit.instrument.wording import LocalWords
from peeraudit.report.guide import Guide, guide
from peeraudit.report.page import guide_body
from tests.unit.factories import altered, readiness, role_adoption
from tests.unit.report.reading import parse
from tests.unit.report.releases import HOSTILE, LONG


def without(*parts: str) -> Instrument:
    """Return the instrument in post without some of its parts, and without rules."""
    return altered(role_adoption(), rules=(), **dict.fromkeys(parts, ()))


MADE: dict[str, tuple[Instrument, LocalWords]] = {
    "in post": (role_adoption(), LocalWords("this team")),
    "before the start": (readiness(), LocalWords("this team")),
    "long names": (role_adoption(), LONG),
    "hostile names": (readiness(), HOSTILE),
    "no purposes": (without("purposes"), LocalWords("this team")),
    "no practices": (without("practices"), LocalWords("this team")),
    "themes alone": (without("practices", "purposes", "facts"), LocalWords("a team")),
    "no themes": (without("themes", "items"), LocalWords("this team")),
}


@cache
def made(name: str) -> Guide:
    """Return a guide by its name."""
    return guide(*MADE[name])


@cache
def html(name: str) -> str:
    """Return a guide as it is written."""
    return guide_body(made(name))


@cache
def body(name: str) -> Element:
    """Return a guide as a page; nobody changes it."""
    return parse(html(name))
