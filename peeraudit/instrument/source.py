"""An instrument's folder of YAML, read into one table that knows its files."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from peeraudit.instrument.faults import Fault

if TYPE_CHECKING:
    SafeLoader = yaml.SafeLoader
else:
    SafeLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

HEAD = "instrument.yaml"
WORDING = "wording/en.yaml"
LISTS = ("practices", "purposes", "facts", "comments", "rules")
"""The sections that are one list in one file, named after the section."""
UNKNOWN = "?"
"""The theme of statements in a file that does not say its theme."""
FILES = frozenset({HEAD, WORDING} | {f"{name}.yaml" for name in LISTS})


@dataclass(frozen=True, slots=True)
class Source:
    """What the files of a folder say, before anyone asks whether it makes sense."""

    table: dict[str, Any]
    """The instrument as one table; a section that could not be read is ``None``."""
    item_files: tuple[str, ...]
    """The file of each entry of ``items``, in the same order."""
    unread: frozenset[str]
    """The sections with a file that could not be read; ``head`` is the first file."""
    faults: tuple[Fault, ...]

    def file(self, section: str, index: int | None = None) -> str:
        """Return the file that a section, or an entry of ``items``, was read from."""
        if section == "items":
            return "items" if index is None else self.item_files[index]
        if section == "wording":
            return WORDING
        return f"{section}.yaml" if section in LISTS else HEAD


def read(folder: Path) -> Source:
    """Read every file of an instrument, whatever is wrong with some of them."""
    faults: list[Fault] = []
    head = _mapping(folder, HEAD, faults)
    sections: dict[str, Any] = {
        name: _entries(folder, f"{name}.yaml", name, faults) for name in LISTS
    }
    sections["wording"] = _mapping(folder, WORDING, faults)
    table = head or {}
    statements = _items(folder, table.get("themes"), faults)
    faults += [
        Fault(HEAD, "", name, "has a file of its own")
        for name in table.keys() & {"items", *sections}
    ]
    faults += [
        Fault(name, "", "", "is not a file that an instrument has")
        for name in _names(folder) - FILES
        if not name.startswith("items/")
    ]
    unread = {name for name, content in sections.items() if content is None}
    if head is None:
        unread.add("head")
    if not statements.complete:
        unread.add("items")
    return Source(
        {**table, **sections, "items": statements.entries},
        statements.files,
        frozenset(unread),
        tuple(faults),
    )


def _names(folder: Path) -> set[str]:
    """Return the names of all YAML files in an instrument's folder."""
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.suffix in {".yaml", ".yml"}
    }


@dataclass(frozen=True, slots=True)
class _Statements:
    """The entries of all files under ``items``."""

    entries: list[Any]
    files: tuple[str, ...]
    complete: bool


def _items(folder: Path, themes: object, faults: list[Fault]) -> _Statements:
    """Read the statements, a file for each theme, in the order of the themes."""
    order = themes if isinstance(themes, list) else []
    read_files: list[tuple[int, str, list[Any] | None]] = []
    for name in sorted(name for name in _names(folder) if name.startswith("items/")):
        theme, entries = _theme(folder, name, faults)
        place = order.index(theme) if theme in order else len(order)
        read_files.append((place, name, entries))
    if not read_files:
        problem = "is missing: put in a file for each theme"
        faults.append(Fault("items", "", "", problem))
    read_files.sort(key=lambda one: one[:2])
    pairs = [(name, entry) for _, name, found in read_files for entry in found or ()]
    return _Statements(
        entries=[entry for _, entry in pairs],
        files=tuple(name for name, _ in pairs),
        complete=all(
            found is not None for _, _, found in read_files or [(0, "", None)]
        ),
    )


def _theme(
    folder: Path, name: str, faults: list[Fault]
) -> tuple[object, list[Any] | None]:
    """Read the statements of one theme, and say in each which theme it is of."""
    content = _mapping(folder, name, faults)
    if content is None:
        return None, None
    theme = content.get("theme")
    if theme is None:
        faults.append(Fault(name, "", "theme", "is missing: say which theme this is"))
    entries = _only_list(content, name, "items", faults, beside="theme")
    for entry in entries or ():
        if not isinstance(entry, dict):
            continue
        if "theme" in entry:
            item = str(entry.get("id", ""))
            faults.append(
                Fault(name, item, "theme", "is said once, for the whole file")
            )
        entry["theme"] = theme if isinstance(theme, str) else UNKNOWN
    return theme, entries


def _entries(
    folder: Path, name: str, section: str, faults: list[Fault]
) -> list[Any] | None:
    """Read a file that holds one list."""
    content = _mapping(folder, name, faults)
    return None if content is None else _only_list(content, name, section, faults)


def _only_list(
    content: dict[str, Any],
    name: str,
    section: str,
    faults: list[Fault],
    *,
    beside: str = "",
) -> list[Any] | None:
    """Return the one list that a file should hold, and nothing beside it."""
    known = {section, beside} - {""}
    for key in content.keys() - known:
        problem = f"does not belong here; use {' and '.join(sorted(known))}"
        faults.append(Fault(name, "", str(key), problem))
    entries = content.get(section)
    if isinstance(entries, list):
        return entries
    problem = "is not a list" if section in content else "is missing"
    faults.append(Fault(name, "", section, f"{problem}: begin each entry with a dash"))
    return None


def _mapping(folder: Path, name: str, faults: list[Fault]) -> dict[str, Any] | None:
    """Read one file, which should be names with values."""
    try:
        content = _load((folder / name).read_text(encoding="utf-8"), name, faults)
    except FileNotFoundError:
        faults.append(Fault(name, "", "", "is missing"))
    except UnicodeDecodeError as error:
        problem = f"is not UTF-8 text (byte {error.start})"
        faults.append(Fault(name, "", "", problem))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        problem = f"cannot be read as YAML: {error.problem}"
        faults.append(Fault(name, "", f"line {line}", problem))
    else:
        if isinstance(content, dict):
            return content
        problem = "should be names with values, as in 'theme: RC'"
        faults.append(Fault(name, "", "", problem))
    return None


class _Loader(SafeLoader):
    """A safe loader that notes every key given twice, which YAML lets pass."""

    def __init__(self, stream: str) -> None:
        """Start with no key given twice."""
        super().__init__(stream)
        self.twice: list[yaml.ScalarNode] = []

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> Any:  # noqa: FBT001, FBT002 # as PyYAML calls it
        """Note the keys that this mapping has already."""
        seen: set[tuple[str, str]] = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode):
                if (key.tag, key.value) in seen:
                    self.twice.append(key)
                seen.add((key.tag, key.value))
        return super().construct_mapping(node, deep)


def _load(text: str, name: str, faults: list[Fault]) -> object:
    """Read one file's YAML, and report each key that is given twice."""
    loader = _Loader(text)
    try:
        content = loader.get_single_data()
    finally:
        loader.dispose()
    for key in loader.twice:
        problem = f"is given twice, again in line {key.start_mark.line + 1}"
        faults.append(Fault(name, "", key.value, problem))
    return content
