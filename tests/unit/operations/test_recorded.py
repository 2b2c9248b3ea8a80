"""What managers do is written down, and what is written down stays."""

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

from peeraudit.account.record import Act
from peeraudit.web.manage.record_words import ACTS
from tests.unit.test_house import name_of, operations, parsed, python_files

BY_RIGHT = "peeraudit/storage/record.py"
"""Where the oldest entries go when their time is over."""


def that_record() -> set[tuple[str, str]]:
    """The operations that take by a keyword who does it: by module and name."""
    return {
        (each.__module__, each.__name__)
        for each in operations()
        for given in inspect.signature(each).parameters.values()
        if given.name == "by" and given.kind is inspect.Parameter.KEYWORD_ONLY
    }


def imported(file: Path) -> set[tuple[str, str]]:
    """What a file imports by name: from which module, and what."""
    return {
        (node.module or "", each.name)
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.ImportFrom)
        for each in node.names
    }


def calls_of(file: Path) -> Iterator[tuple[str, set[str | None]]]:
    """Every call by name in a file, with the keywords that it passes."""
    for node in ast.walk(parsed(file)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id, {each.arg for each in node.keywords}


def test_every_page_says_who_does_what_is_recorded() -> None:
    recorded = that_record()
    silent = [
        f"{name_of(file)} {name}"
        for file in python_files("peeraudit/web")
        for name, keywords in calls_of(file)
        if name in {name for _, name in recorded & imported(file)}
        and "by" not in keywords
    ]
    assert recorded
    assert silent == []


def test_no_statement_changes_or_deletes_an_entry() -> None:
    changing = [
        name_of(file)
        for file in python_files("peeraudit")
        for name, first in statements(file)
        if name in {"update", "delete"} and first == "RecordRow"
    ]
    assert changing == [BY_RIGHT]
    written = [
        name_of(file)
        for file in python_files("peeraudit")
        if "update record" in file.read_text().lower()
        or "delete from record" in file.read_text().lower()
    ]
    assert written == []


def statements(file: Path) -> Iterator[tuple[str, str]]:
    """Every call with a name as its first argument."""
    for node in ast.walk(parsed(file)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
            first = node.args[0]
            yield node.func.id, first.id if isinstance(first, ast.Name) else ""


def test_every_act_has_words() -> None:
    assert set(ACTS) == set(Act)
