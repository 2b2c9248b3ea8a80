"""The list of what there is to do before a launch."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask.typing import ResponseReturnValue
from markupsafe import Markup

from peeraudit.account.roles import Right
from peeraudit.audit.closing_time import closing_fault
from peeraudit.audit.team import Team
from peeraudit.instrument.library import digest
from peeraudit.web.manage.guard import open_to
from peeraudit.web.manage.kept import Kept, kept
from peeraudit.web.manage.navigation import Navigation, navigation
from peeraudit.web.manage.set_up.draft import SET_UP, Draft, draft_of, set_up
from peeraudit.web.manage.set_up.questions_form import minutes_words, title_of
from peeraudit.web.manage.set_up.statuses import (
    Status,
    Task,
    completed,
    facts_status,
    task_list,
    to_do,
)
from peeraudit.web.rendering import render
from peeraudit.web.site import site
from peeraudit.web.words import _


@dataclass(frozen=True, slots=True)
class TasksPage:
    """What there is to do."""

    navigation: Navigation
    team: Team
    asked: str
    minutes: str
    questions: str
    """Where what is asked can be changed."""
    is_older: bool
    """Whether the questions that lie ready are not those of the draft any more."""
    tasks: Markup
    kept: Kept


@set_up.get(SET_UP)
@open_to(Right.RUN_AUDIT, team="team")
def tasks(team: str, audit: str) -> ResponseReturnValue:
    """Show what is done and what there is still to do."""
    draft = draft_of(team, audit)
    instrument, form = draft.instrument, draft.audit.form
    page = TasksPage(
        navigation(),
        draft.audit.team,
        title_of(instrument, form, draft.words),
        minutes_words(instrument, form, draft.words),
        draft.address("ask_questions"),
        _is_older(draft),
        task_list(_tasks(draft)),
        kept(draft.audit),
    )
    return render("manage/set_up/tasks.html", page=page)


def _is_older(draft: Draft) -> bool:
    """Say whether the instrument was changed since the draft was begun."""
    ready = {each.id: digest(each) for each in site().shelf.instruments().values()}
    return ready.get(draft.instrument.id, "") not in {"", draft.audit.instrument}


def _tasks(draft: Draft) -> Iterator[Task]:
    """Yield what there is to do, in the order in which it makes sense."""
    yield Task(
        _("1. How the role is set up"),
        _("Facts about the role. What you do not know yet, you can ask others."),
        facts_status(draft.instrument.facts, draft.audit.facts),
        draft.address("facts"),
    )
    yield Task(
        _("2. Who is asked, and what they are promised"),
        _("How many people there are, what your team will see, and when it closes."),
        promise_status(draft),
        draft.address("ask_promise"),
    )
    # Both need somebody who is asked.
    can_start = bool(draft.audit.promise.groups)
    not_yet = Status(_("Cannot start yet"))
    yield Task(
        _("3. Try it out"),
        _("See what each group will be asked. Nothing that you answer is sent."),
        Status(_("When you like"), "white") if can_start else not_yet,
        draft.address("try_out") if can_start else "",
    )
    yield Task(
        _("4. Launch"),
        _("Look at everything once more. Then the promise is locked."),
        to_do() if can_start else not_yet,
        draft.address("ask_launch") if can_start else "",
    )


def promise_status(draft: Draft) -> Status:
    """Say whether there is a promise that can be launched now."""
    promise = draft.audit.promise
    if not promise.groups:
        return to_do()
    if closing_fault(promise.closes_at, at=site().now()):
        return Status(_("Closing time"), "red")
    return completed()
