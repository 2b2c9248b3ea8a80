"""Try a draft out: each group's pages as they will be, and nothing is sent.

The questions stand in no form, so what somebody chooses never leaves their browser.
"""

from dataclasses import dataclass
from http import HTTPStatus

from flask import abort
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from peeraudit.account.roles import Right
from peeraudit.instrument.frozen import Group
from peeraudit.operations.sitting import rehearse
from peeraudit.questionnaire.progress import place
from peeraudit.response.responses import Draft as Unanswered
from peeraudit.web.answer_pages import FirstPage, first_page
from peeraudit.web.arrival import Here
from peeraudit.web.manage.guard import open_to
from peeraudit.web.manage.navigation import Navigation, navigation
from peeraudit.web.manage.set_up.draft import SET_UP, Draft, draft_of, set_up
from peeraudit.web.manage.set_up.statuses import Status, Task, task_list
from peeraudit.web.question_page import QuestionPage, question_page
from peeraudit.web.rendering import render
from peeraudit.web.site import site
from peeraudit.web.visitor import Visitor
from peeraudit.web.words import _


@dataclass(frozen=True, slots=True)
class TryPage:
    """The groups whose pages can be tried."""

    navigation: Navigation
    groups: Markup
    back: str


@dataclass(frozen=True, slots=True)
class TryFirstPage:
    """The first page of a group."""

    navigation: Navigation
    group: str
    first: FirstPage
    go_on: str
    back: str


@dataclass(frozen=True, slots=True)
class TryQuestionPage:
    """A page of questions of a group."""

    navigation: Navigation
    group: str
    question: QuestionPage
    go_on: str
    back: str
    stop: str
    """Where the other groups are."""


@dataclass(frozen=True, slots=True)
class TryEndPage:
    """What comes after the questions."""

    navigation: Navigation
    group: str
    others: str
    """Where the other groups are."""
    back: str


@set_up.get(f"{SET_UP}/try")
@open_to(Right.RUN_AUDIT, team="team")
def try_out(team: str, audit: str) -> ResponseReturnValue:
    """List the groups."""
    draft = draft_of(team, audit)
    tasks = [
        Task(
            _name(draft, group),
            "",
            Status(_("About %(minutes)s minutes", minutes=_minutes(draft, group))),
            draft.address("try_first", group=group),
        )
        for group in draft.audit.promise.group
    ]
    page = TryPage(navigation(), task_list(tasks, "try"), draft.address("tasks"))
    return render("manage/set_up/try.html", page=page)


@set_up.get(f"{SET_UP}/try/<group>")
@open_to(Right.RUN_AUDIT, team="team")
def try_first(team: str, audit: str, group: str) -> ResponseReturnValue:
    """Show what a group reads before it answers."""
    draft = draft_of(team, audit)
    here = _here(draft, group)
    first = here.questionnaire.pages[0]
    page = TryFirstPage(
        navigation(),
        _name(draft, here.sitting.group),
        first_page(here),
        draft.address("try_page", group=group, slug=first.slug),
        draft.address("try_out"),
    )
    return render("manage/set_up/try_first.html", page=page)


@set_up.get(f"{SET_UP}/try/<group>/<slug>")
@open_to(Right.RUN_AUDIT, team="team")
def try_page(team: str, audit: str, group: str, slug: str) -> ResponseReturnValue:
    """Show a page of questions."""
    draft = draft_of(team, audit)
    here = _here(draft, group)
    at = place(here.questionnaire, slug) or abort(HTTPStatus.NOT_FOUND)
    # Not held ready: this draft may ask something else under the same name tomorrow.
    draw = site().fieldsets.draw_once
    before, after = at.before, at.after
    page = TryQuestionPage(
        navigation(),
        _name(draft, here.sitting.group),
        question_page(here, at, {}, from_check=False, draw=draw),
        draft.address("try_page", group=group, slug=after.slug)
        if after
        else draft.address("try_end", group=group),
        draft.address("try_page", group=group, slug=before.slug)
        if before
        else draft.address("try_first", group=group),
        draft.address("try_out"),
    )
    return render("manage/set_up/try_page.html", page=page)


@set_up.get(f"{SET_UP}/try/<group>/end")
@open_to(Right.RUN_AUDIT, team="team")
def try_end(team: str, audit: str, group: str) -> ResponseReturnValue:
    """Say what people do after the last page."""
    draft = draft_of(team, audit)
    here = _here(draft, group)
    page = TryEndPage(
        navigation(),
        _name(draft, here.sitting.group),
        draft.address("try_out"),
        draft.address("tasks"),
    )
    return render("manage/set_up/try_end.html", page=page)


def _here(draft: Draft, name: str) -> Here:
    """Return where somebody of a group would stand, who has answered nothing."""
    if name not in draft.audit.promise.group:
        abort(HTTPStatus.NOT_FOUND)
    sitting = rehearse(draft.audit, Group(name), draft.instrument)
    nobody = Visitor(code="", word="", turn=0)
    return Here(nobody, sitting, Unanswered({}), has_draft=False, at=site().now())


def _name(draft: Draft, group: Group) -> str:
    """Return what a group is called."""
    return draft.words.fill(draft.instrument.wording.groups[group].name)


def _minutes(draft: Draft, group: Group) -> int:
    """Return about how long a group takes."""
    return rehearse(draft.audit, group, draft.instrument).by_topic.minutes
