"""Reads the text of the PDF, its pages put together."""

import re
from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader

from tests.attacker.catalogue import Catalogue
from tests.attacker.learned import Fact, NotUnderstood, Number, Rules
from tests.attacker.read_grid import statement_told
from tests.attacker.read_words import theme_told

SAYS = (
    r"(?:not shown|below \d+|\d+ to \d+|\d+ or more|\d+(?:\.\d+)?)"
    r"(?: \(turned round\))?(?:, answers lie (?:together|apart))?"
    r"(?:, \d+ to \d+% agree, \d+ to \d+% neither, \d+ to \d+% disagree)?"
    r"(?:, half or more do not know)?"
)
NUMBERS = r"(\d+) (?:(\d+)(?: sheets?)?|Fewer than \d+)"
SCORE = r"(?:\d+(?:\.\d+)?(?: \(from \d+ to \d+\))?|Not shown|Not asked)"
ASKED = re.compile(r"Group Asked Answered .{300}")
"""The tables that say how many answered, and what comes after the shortest of them."""
FOOT = re.compile(r"^.* Page \d+ of \d+$", re.MULTILINE)
HEAD = re.compile(r"^Statement Scores$", re.MULTILINE)
SAYS_NOTHING_OF_PEOPLE = {"/Author", "/Producer", "/Title"}


def text_of(paper: bytes) -> str:
    """Return the text of a PDF without what stands on every page."""
    document = PdfReader(BytesIO(paper))
    if document.attachments or set(document.metadata or {}) - SAYS_NOTHING_OF_PEOPLE:
        raise NotUnderstood("the PDF holds more than its pages")
    pages = (HEAD.sub("", FOOT.sub("", page.extract_text())) for page in document.pages)
    return " ".join(" ".join(pages).split())


def read_paper(paper: bytes, catalogue: Catalogue, rules: Rules) -> Iterator[Fact]:
    """Yield what the text tells of statements and themes."""
    text = text_of(paper)
    names = "|".join(re.escape(each) for each in catalogue.names)
    heads = "|".join(re.escape(each[:1].upper() + each[1:]) for each in catalogue.names)
    # In pictures too a name may stand before numbers: those of the scale.
    numbers = " ".join(ASKED.findall(text))
    for name, asked, answered in re.findall(rf"({heads}) {NUMBERS}", numbers):
        number = int(answered) if answered.isdecimal() else None
        yield Number(catalogue.names[name.lower()], int(asked), number)
    entry = rf"(?:{names}): {SAYS}"
    for statement in catalogue.item_by_words:
        row = rf"{re.escape(statement)} ({entry}(?:; {entry})*)"
        for found in re.finditer(row, text, re.IGNORECASE):
            yield from statement_told(statement, found[1], catalogue, rules)
    yield from _themes(text, names, catalogue)


def _themes(text: str, names: str, catalogue: Catalogue) -> Iterator[Fact]:
    """Yield what the table of themes tells."""
    head = re.search(
        rf"good for the role Theme ((?:{names})(?: (?:{names}))*)", text, re.I
    )
    columns = re.findall(names, head[1], re.IGNORECASE) if head else []
    for title, theme in catalogue.themes.items():
        row = rf"{re.escape(title)} ({SCORE}(?: {SCORE}){{{len(columns) - 1}}})"
        if columns and (found := re.search(row, text)):
            for name, said in zip(columns, re.findall(SCORE, found[1]), strict=True):
                yield from theme_told(catalogue.names[name.lower()], theme, said)
