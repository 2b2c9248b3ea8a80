"""House rules that no other tool keeps: lengths, names, what is returned and served."""

import ast
import gzip
import importlib
import inspect
import json
import pkgutil
import re
import tomllib
from collections.abc import Callable, Iterator
from importlib.metadata import metadata, version
from itertools import chain
from pathlib import Path
from types import ModuleType, NoneType
from typing import get_args, get_type_hints

import peeraudit

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "peeraudit"
STATIC = PACKAGE / "web" / "static"
LINES_IN_A_FILE = 300
LINES_IN_A_FUNCTION = 40
WRITTEN_BY_ALEMBIC = PACKAGE / "storage" / "migrations" / "versions"
VAGUE = {"utils", "helpers", "common", "core", "services", "models", "misc"}
# From instrument to release, and beside them: no Flask, SQLAlchemy, WeasyPrint.
PLAIN_ROOMS = {
    "account",
    "audit",
    "consensus",
    "disclosure",
    "instrument",
    "plan",
    "questionnaire",
    "release",
    "response",
    "sealing",
    "stats",
    "tally",
}
# Their importers are named one by one.
GUARDED_ROOMS = {"mail", "response", "storage", "tally"}
IN_MEMORY_ONLY = ("peeraudit.tally", "peeraudit.response")
A_RESPONDENTS_OWN = {"Draft"}
LINES_OUT = (
    *("socket", "ssl", "http.client", "urllib.request", "ftplib", "smtplib"),
    *("asyncio", "authlib", "joserfc", "httpx", "requests", "urllib3", "xmlrpc"),
)
TALK_TO_OTHERS = ("peeraudit/sign_on/", "peeraudit/mail/")
TALK_TO_THEMSELVES = {
    "peeraudit/cli/privacy_check.py",
    "peeraudit/operations/privacy_check/loot/browser.py",
}
"""The privacy check visits a website that it has started itself."""


def python_files(*folders: str) -> list[Path]:
    """Every Python file of ours, but for what Alembic wrote."""
    return [
        file
        for folder in folders
        for file in sorted((ROOT / folder).rglob("*.py"))
        if WRITTEN_BY_ALEMBIC not in file.parents
    ]


OURS = python_files("peeraudit", "tests", "benchmarks", "setup")


def name_of(file: Path) -> str:
    return str(file.relative_to(ROOT))


def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def functions_of(file: Path) -> Iterator[tuple[str, int]]:
    """Every function of a file: where it stands, and how many lines it has."""
    for node in ast.walk(parsed(file)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            yield f"{name_of(file)}:{node.lineno} {node.name}", lines


def test_files_are_short() -> None:
    lines = {name_of(file): len(file.read_text().splitlines()) for file in OURS}
    assert {file: n for file, n in lines.items() if n > LINES_IN_A_FILE} == {}


def test_functions_are_short() -> None:
    lines = dict(chain.from_iterable(map(functions_of, OURS)))
    assert {name: n for name, n in lines.items() if n > LINES_IN_A_FUNCTION} == {}


def test_every_module_says_what_it_is() -> None:
    modules = python_files("peeraudit")
    assert [name_of(m) for m in modules if not ast.get_docstring(parsed(m))] == []


def test_no_room_has_a_vague_name() -> None:
    vague = [name_of(path) for path in PACKAGE.rglob("*") if path.stem in VAGUE]
    assert vague == []


def rooms() -> set[str]:
    return {room.name for room in pkgutil.iter_modules(peeraudit.__path__)}


def named_in_contracts(key: str, kind: str) -> set[str]:
    """The rooms that the import contracts of one kind name under one key."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {
        room.removeprefix("peeraudit.")
        for contract in settings["tool"]["importlinter"]["contracts"]
        if contract["type"] == kind
        for room in contract[key]
    }


def test_every_plain_room_is_held_to_plain_python() -> None:
    assert named_in_contracts("source_modules", "forbidden") == PLAIN_ROOMS & rooms()


def test_every_guarded_room_is_guarded() -> None:
    guarded = named_in_contracts("protected_modules", "protected")
    assert guarded == GUARDED_ROOMS & rooms()


def imports_of(file: Path) -> Iterator[str]:
    """Every module that a file imports."""
    for node in ast.walk(parsed(file)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def test_only_these_talk_to_another_server() -> None:
    talking = {
        name_of(file)
        for file in python_files("peeraudit")
        if any(each.startswith(LINES_OUT) for each in imports_of(file))
        and not name_of(file).startswith(TALK_TO_OTHERS)
    }
    assert talking == TALK_TO_THEMSELVES


def operations() -> Iterator[Callable[..., object]]:
    """Every public function of every operation."""
    for found in pkgutil.walk_packages(peeraudit.__path__, "peeraudit."):
        if found.name.startswith("peeraudit.operations."):
            yield from public_functions(importlib.import_module(found.name))


def public_functions(module: ModuleType) -> list[Callable[..., object]]:
    return [
        function
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
    ]


def types_within(annotation: object) -> Iterator[type]:
    """The classes an annotation names, within lists, unions and the like too."""
    if isinstance(annotation, type):
        yield annotation
    for argument in get_args(annotation):
        yield from types_within(argument)


def test_types_are_found_within_others() -> None:
    assert list(types_within(dict[str, list[int | None]])) == [str, int, NoneType]


def test_no_operation_returns_what_people_said() -> None:
    """Counts and responses stay inside, but for a respondent's own draft."""
    leaks = [
        f"{operation.__module__}.{operation.__name__} returns {returned.__name__}"
        for operation in operations()
        for returned in types_within(get_type_hints(operation)["return"])
        if returned.__module__.startswith(IN_MEMORY_ONLY)
        and returned.__name__ not in A_RESPONDENTS_OWN
    ]
    assert leaks == []


def test_everything_installed_is_pinned() -> None:
    lines = [
        line
        for name in ("requirements.txt", "requirements-dev.txt")
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines()
        if line and not line.startswith(("#", "-r "))
    ]
    assert [
        line for line in lines if not re.fullmatch(r"[\w.\[\]-]+==[\w.]+", line)
    ] == []


def test_the_npm_lock_names_no_registry() -> None:
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text(encoding="utf-8")


def test_the_macros_and_the_stylesheet_belong_together() -> None:
    wanted = json.loads((ROOT / "package.json").read_text())["dependencies"]
    readme = str(metadata("nhsuk-frontend-jinja").json["description"])
    pair = f"| {wanted['nhsuk-frontend']} | {version('nhsuk-frontend-jinja')} |"
    assert pair in readme


def test_the_stylesheet_asks_for_nothing_that_is_not_served() -> None:
    stylesheet = (STATIC / "vendor" / "nhsuk-frontend.min.css").read_text()
    addresses = set(re.findall(r"url\(([^)]+)\)", stylesheet))
    served = {f"/assets/{file.relative_to(STATIC)}" for file in STATIC.rglob("*")}
    assert addresses
    assert addresses <= served


def test_the_script_that_draws_knows_no_server_to_send_pictures_to() -> None:
    script = (STATIC / "vendor" / "plotly-basic.min.js").read_text(encoding="utf-8")
    assert "plotlyServerURL" in script
    assert "cloud.plotly.com" not in script


def test_what_is_served_compressed_is_the_same() -> None:
    compressed = list((STATIC / "vendor").glob("*.gz"))
    assert compressed
    for file in compressed:
        assert gzip.decompress(file.read_bytes()) == file.with_suffix("").read_bytes()
