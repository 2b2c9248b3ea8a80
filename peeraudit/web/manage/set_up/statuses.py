"""Tasks with what is done of each, drawn as an NHS.UK task list."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from flask import current_app
from markupsafe import Markup

from peeraudit.audit.facts import Facts, Unknown
from peeraudit.instrument.definition import FactItem
from peeraudit.web.nhsuk import component
from peeraudit.web.words import _


@dataclass(frozen=True, slots=True)
class Status:
    """How far a task is, in a word or two."""

    words: str
    colour: str = ""
    """Of the tag around the words; none where nothing is left to do."""


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do."""

    title: str
    hint: str
    status: Status
    address: str
    """Where to do it; empty where it cannot be done yet."""


def to_do() -> Status:
    """Nothing of it is done."""
    return Status(_("To do"), "blue")


def completed() -> Status:
    """Everything of it is done."""
    return Status(_("Completed"))


def facts_status(items: Iterable[FactItem], facts: Facts) -> Status:
    """Say how many facts are filled in; one that is not known yet is, too."""
    given = [facts.value(item.id) is not Unknown.NOT_GIVEN for item in items]
    if all(given):
        return completed()
    if not any(given):
        return to_do()
    done = _("%(done)s of %(all)s", done=sum(given), all=len(given))
    return Status(done, "yellow")


def task_list(tasks: Iterable[Task], prefix: str = "task") -> Markup:
    """Draw tasks."""
    items = [_item(task) for task in tasks]
    params = {"idPrefix": prefix, "items": items}
    return component(current_app.jinja_env, "task-list", "taskList", params)


def _item(task: Task) -> dict[str, Any]:
    """Return a task as the macro takes it."""
    item: dict[str, Any] = {
        "heading": {"text": task.title},
        "status": _status(task.status, can_start=bool(task.address)),
    }
    if task.hint:
        item["hint"] = {"text": task.hint}
    if task.address:
        item["href"] = task.address
    return item


def _status(status: Status, *, can_start: bool) -> dict[str, Any]:
    """Return a status as the macro takes it."""
    if not can_start:
        kind = "cannot-start-yet"
    elif status.colour:
        return {"tag": {"text": status.words, "colour": status.colour}}
    else:
        kind = "completed"
    return {"text": status.words, "classes": f"nhsuk-task-list__status--{kind}"}
