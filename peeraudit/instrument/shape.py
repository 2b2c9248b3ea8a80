"""An instrument's table made into its types; what does not fit is set aside."""

from copy import deepcopy
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from peeraudit.instrument.checks.draft import Draft
from peeraudit.instrument.definition import Form, Instrument, Mode
from peeraudit.instrument.faults import Fault
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.plain_words import Path, in_plain_words, path_of
from peeraudit.instrument.source import LISTS, UNKNOWN, WORDING, Source

ENTRIES = ("items", *LISTS)
"""The sections that are lists of entries with an id."""

_TEXTS = ("language", "title", "about", "dont_know")
_WORDS = (
    *("groups", "themes", "scale", "items", "practices", "purposes", "topics"),
    *("facts", "comments", "rules", "recommendations", "confidence"),
    "trust",
)
_NUMBERS = ("practice_groups_needed", "most_priorities")
_LISTS = ("coarse_classes", "fine_classes", "confidence", "practice_groups")
STAND_IN: dict[str, Any] = {
    "id": "unread",
    "version": 1,
    "modes": list(Mode),
    "forms": list(Form),
    "groups": list(Group),
    "guesses": {},
    "themes": [],
    "trust": [],
    "reading": {
        "thresholds": {},
        "theme_scores": True,
        **dict.fromkeys(_NUMBERS, 1),
        **{name: [] for name in _LISTS},
    },
    "wording": {
        **dict.fromkeys(_TEXTS, "-"),
        "guess": {"lead_in": "{many}"},
        "practice": {"title": "-", "lead_in": "-", "question": "-", "options": {}},
        **{name: {} for name in _WORDS},
    },
    **{name: [] for name in ENTRIES},
}
"""What takes the place of a broken part, so that the others can still be checked."""


def shape(source: Source) -> tuple[Draft | None, tuple[Fault, ...]]:
    """Return as much of the instrument as can be read, and what is wrong with the rest.

    Without any fault the draft is the whole instrument. There is none where so much is
    broken that nothing is left to check the rest by.
    """
    table, lost = _without_unread(source)
    files, faults = _identify(source)
    try:
        return Draft(Instrument.model_validate(table), lost, files), tuple(faults)
    except ValidationError as error:
        errors = [(path_of(one), one) for one in error.errors(include_url=False)]
    faults += [_fault(source, path, in_plain_words(one, path)) for path, one in errors]
    lost |= _set_all_aside(table, errors)
    try:
        return Draft(Instrument.model_validate(table), lost, files), tuple(faults)
    except ValidationError:
        return None, tuple(faults)


def _without_unread(source: Source) -> tuple[dict[str, Any], frozenset[str]]:
    """Put a stand-in where a whole file could not be read, which is a fault already."""
    table = deepcopy(source.table)
    lost = {*source.unread, UNKNOWN}
    if "head" in lost:
        lost |= STAND_IN.keys() - {"wording", *ENTRIES}
    for name in STAND_IN.keys() & lost:
        if table.get(name) is None:
            table[name] = deepcopy(STAND_IN[name])
    return table, frozenset(lost)


def _identify(source: Source) -> tuple[dict[str, str], list[Fault]]:
    """Return the file of each statement by id, and a fault for each id used twice."""
    files: dict[str, str] = {}
    faults: list[Fault] = []
    first: dict[str, str] = {}
    for section in ENTRIES:
        for index, entry in enumerate(source.table[section] or ()):
            name = _id(entry)
            file = source.file(section, index)
            if not name:
                continue
            if name in first:
                problem = f"{name} is in {first[name]} already; give each its own"
                faults.append(Fault(file, name, "id", problem))
            first.setdefault(name, file)
            if section == "items":
                files.setdefault(name, file)
    return files, faults


def _id(entry: object) -> str:
    """Return the id that an entry gives itself, if it does."""
    name = entry.get("id") if isinstance(entry, dict) else None
    return name if isinstance(name, str) else ""


def _fault(source: Source, path: Path, problem: str) -> Fault:
    """Say where in the files a path of the table lies."""
    section, *inside = path
    if section in ENTRIES and inside:
        index = int(inside[0])
        entry = source.table[str(section)][index]
        name = _id(entry) or f"entry {index + 1}"
        return Fault(
            source.file(str(section), index), name, _dotted(inside[1:]), problem
        )
    if section == "wording" and len(inside) > 1 and inside[0] in _WORDS:
        field = _dotted([inside[0], *inside[2:]])
        return Fault(WORDING, str(inside[1]), field, problem)
    steps = inside if section == "wording" else path
    return Fault(source.file(str(section)), "", _dotted(steps), problem)


def _dotted(steps: Path | list[str | int]) -> str:
    """Write a path as in ``when.all[0].gap.item``; places count from 1."""
    written = ""
    for step in steps:
        if isinstance(step, int):
            written += f"[{step + 1}]"
        else:
            written += f".{step}" if written else step
    return written


def _set_all_aside(
    table: dict[str, Any], errors: list[tuple[Path, ErrorDetails]]
) -> frozenset[str]:
    """Take every broken part out of the table, and return the names of what is lost."""
    extra = [path for path, error in errors if error["type"] == "extra_forbidden"]
    for path in extra:
        _inside(table, path[:-1]).pop(path[-1])
    broken = [path for path, _ in errors if path not in extra]
    lost = [_set_aside(table, path) for path in broken]
    for entries in [*(table[name] for name in ENTRIES), *table["reading"].values()]:
        if isinstance(entries, list):
            entries[:] = [entry for entry in entries if entry is not None]
    return frozenset().union(*lost)


def _set_aside(table: dict[str, Any], path: Path) -> frozenset[str]:
    """Take a broken part out of the table, and return the names of what is lost."""
    depth = 2 if path[0] in ENTRIES else 3
    if len(path) < depth or path[1] in {"guess", "practice"}:
        return _replace(
            table, path[:2] if path[0] in {"reading", "wording"} else path[:1]
        )
    entries, key = _inside(table, path[: depth - 1]), path[depth - 1]
    if isinstance(entries, list):
        name = _id(entries[int(key)])
        entries[int(key)] = None
        some = f"{path[0]}.*" if path[0] in ENTRIES else _dotted(path[:2])
        return frozenset({name, some} - {""})
    entries.pop(key, None)
    return frozenset({_dotted(path[:depth])})


def _replace(table: dict[str, Any], path: Path) -> frozenset[str]:
    """Put the stand-in where a part is missing or of no use at all."""
    stand_in = STAND_IN
    for step in path[:-1]:
        stand_in = stand_in[str(step)]
    place = _inside(table, path[:-1])
    if path[-1] in stand_in:
        place[path[-1]] = deepcopy(stand_in[str(path[-1])])
    return frozenset({_dotted(path)})


def _inside(table: Any, path: Path) -> Any:
    """Return what lies at a path of the table."""
    for step in path:
        table = table[step]
    return table
