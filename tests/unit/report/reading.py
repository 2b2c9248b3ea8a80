"""Reads a report as HTML: its elements, its words, its tables."""

from collections.abc import Iterator
from functools import cache
from xml.etree.ElementTree import Element

import html5lib

from peeraudit.release.release import Release
from peeraudit.report import page
from tests.unit.factories import ST, SU, readiness
from tests.unit.report import releases, rounds, views


def parse(html: str) -> Element:
    """Return the document of a page or a body."""
    found = html5lib.parse(html, namespaceHTMLElements=False)
    assert isinstance(found, Element)
    return found


@cache
def _told(name: str) -> str:
    return page.body(EVERYTHING[name])


@cache
def body(name: str) -> Element:
    """Return the report of a team or a view by its name; nobody changes it."""
    return parse(_told(name))


def html(name: str) -> str:
    """Return the report of a team as it is written."""
    return _told(name)


def words(element: Element) -> str:
    """Return everything in an element that people read, with single spaces."""
    return " ".join("".join(element.itertext()).split())


def table_rows(table: Element) -> list[list[str]]:
    """Return the rows of a table's body, heads first."""
    return [[words(cell) for cell in line] for line in table.findall("./tbody/tr")]


def named(element: Element, *names: str) -> Iterator[Element]:
    """Yield the elements with any of these names, in the order of the page."""
    return (
        each
        for each in element.iter()
        if isinstance(each.tag, str) and each.tag.rpartition("}")[2] in names
    )


def by_id(element: Element, name: str) -> Element:
    """Return the element with an id."""
    return next(each for each in element.iter() if each.get("id") == name)


TEAMS: dict[str, Release] = {
    "London x 5": releases.site("London", 5),
    "London": releases.site("London", 1),
    "South x 5": releases.site("South", 5),
    "North x 5": releases.site("North", 5),
    "Control x 5": releases.site("Control", 5),
    "nobody shown": releases.nobody_shown(),
    "before the start": releases.before_the_start(),
    "open groups": releases.open_groups(),
    "nothing found": releases.nothing_found(),
    "forty findings": releases.forty_findings(),
    "long names": releases.site("London", 5, releases.LONG),
    "unbroken names": releases.site("London", 5, releases.UNBROKEN),
    "hostile names": releases.site("South", 5, releases.HOSTILE),
    "right to left": releases.site("South", 5, releases.RIGHT_TO_LEFT),
    "with comments": releases.commented(),
    "compared": releases.compared(),
    "moved": rounds.moved(),
}
VIEWS: dict[str, Release] = {
    "pooled": views.three_teams(),
    "pooled, four teams of staff": views.view((4, 3, 2, 1), group=ST),
    "pooled, whom nobody guesses": views.view(group=SU),
    "pooled before the start": views.view(instrument=readiness()),
    "pooled, hostile names": views.view(
        called=releases.HOSTILE.team,
        names=(releases.HOSTILE.team, releases.HOSTILE.peer_worker, "{{ 7 * 7 }}"),
    ),
}
"""Releases over several teams."""
EVERYTHING = {**TEAMS, **VIEWS}
