"""Reads the report's page as anyone can who opens its source."""

import re
from collections.abc import Iterator
from fractions import Fraction
from xml.etree.ElementTree import Element

import html5lib

from tests.attacker.catalogue import Catalogue, Question
from tests.attacker.claims import HalfUnsure
from tests.attacker.learned import Fact, GapTold, NotUnderstood, Rules, Told
from tests.attacker.read_grid import Grid, grid_told
from tests.attacker.read_picture import picture_told
from tests.attacker.read_words import (
    description_told,
    option_told,
    score_told,
    theme_told,
)

GAP = re.compile(r"(.+?): (.+?) about (\d+) points above (.+?)\. .*")
GUESS = re.compile(r"(.+?), asked what most (.+) would say")
EVIDENCE = re.compile(r"(.+?): (.+) \N{EN DASH} ")
THEME = "the theme "
QUOTES = "“”"
UNSURE_HEADING = "Where half or more of a group do not know"


def read_page(page: str, catalogue: Catalogue, rules: Rules) -> Iterator[Fact]:
    """Yield what a page tells of people."""
    document = html5lib.parse(page, namespaceHTMLElements=False)
    if not all(isinstance(each.tag, str) for each in document.iter()):
        raise NotUnderstood("a remark in the page's source")
    for table in document.iter("table"):
        yield from grid_told(_grid(table), catalogue, rules)
    for part in document.findall(".//div[@class='report-statement']"):
        yield from _guesses(part, catalogue)
    for entry in document.findall(".//ul[@class='report-evidence']/li"):
        yield from _evidence(entry, catalogue)
    yield from _lists(document, catalogue)
    yield from _pictures(document, catalogue)


def _pictures(document: Element, catalogue: Catalogue) -> Iterator[Fact]:
    """Yield what charts tell by where things lie, and by their own words."""
    for picture in _named(document, "svg"):
        if picture.get("class", "").startswith("report-chart"):
            yield from picture_told(picture, catalogue)
            description = next(_named(picture, "desc"))
            yield from description_told(_words(description), catalogue)


def _words(element: Element) -> str:
    """Return all the text in an element, with single spaces."""
    return " ".join("".join(element.itertext()).split())


def _named(element: Element, name: str) -> Iterator[Element]:
    """Yield the elements of a name, those of pictures too."""
    return (each for each in element.iter() if each.tag.rpartition("}")[2] == name)


def _grid(table: Element) -> Grid:
    """Return what a table says."""
    rows = table.findall("./tbody/tr")
    return Grid(
        _words(table.findall("./caption")[0]),
        tuple(_words(each) for each in table.findall("./thead/tr/th")),
        tuple(tuple(_entry(cell) for cell in row) for row in rows),
    )


def _entry(cell: Element) -> str:
    """Return what a cell says, without the sign beside its words."""
    sign = "".join(_words(each) for each in cell.iter() if each.get("aria-hidden"))
    return _words(cell).removeprefix(sign).strip()


def _guesses(part: Element, catalogue: Catalogue) -> Iterator[Fact]:
    """Yield what groups say, think that others say, and what those say."""
    statement = _words(part.findall("h3")[0]).strip(QUOTES)
    item = catalogue.item_by_words[statement]
    for who, own, guess, other in _grid(part.findall("table")[0]).rows:
        by, of = (catalogue.names[each.lower()] for each in who.split(" about "))
        yield from score_told(Question(by, item), own)
        yield from score_told(Question(by, item, of), guess)
        yield from score_told(Question(of, item), other)


def _evidence(entry: Element, catalogue: Catalogue) -> Iterator[Fact]:
    """Yield what a line of evidence under a finding tells."""
    said = _words(entry.findall("strong")[0])
    found = EVIDENCE.fullmatch(_words(entry).removesuffix(said))
    if found is None:
        raise NotUnderstood(f"a line of evidence: {_words(entry)}")
    who, what = found.groups()
    guess = GUESS.fullmatch(who)
    name, about = guess.groups() if guess else (who, "")
    group, guessed = (catalogue.names.get(each.lower(), "") for each in (name, about))
    item = catalogue.item_by_words.get(what.strip(QUOTES))
    if group and what.startswith(THEME):
        theme = catalogue.themes[what.removeprefix(THEME)]
        yield from theme_told(group, theme, said)
    elif group and item and catalogue.is_statement(item):
        yield from score_told(Question(group, item, guessed), said)
    elif group and item:
        yield from option_told(Question(group, item), said, catalogue)


def _lists(document: Element, catalogue: Catalogue) -> Iterator[Fact]:
    """Yield what lists tell: of gaps, and of what half or more do not know."""
    heading = ""
    for each in document.iter():
        if each.tag == "h3":
            heading = _words(each)
        elif each.tag == "li" and heading == UNSURE_HEADING:
            name, _, statement = _words(each).partition(": ")
            key = catalogue.names[name.lower()], statement.strip(QUOTES)
            yield Told(catalogue.by_words[key], HalfUnsure(half=True))
        elif each.tag == "li" and (gap := GAP.fullmatch(_words(each))):
            title, higher, points, lower = gap.groups()
            pair = (catalogue.names[higher.lower()], catalogue.names[lower.lower()])
            yield GapTold(catalogue.themes[title], *pair, Fraction(points))
