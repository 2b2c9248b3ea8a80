"""Who is asked and what they are promised; below it, what the team will see."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import redirect, request
from flask.typing import ResponseReturnValue

from peeraudit.account.roles import Right
from peeraudit.audit.preview_words import PreviewWords
from peeraudit.audit.promise_words import london
from peeraudit.audit.rounds import round_before
from peeraudit.audit.seen import seen_promise
from peeraudit.instrument.definition import Mode
from peeraudit.operations.change_draft import change_promise
from peeraudit.operations.teams import find_team
from peeraudit.web.manage.guard import account, open_to
from peeraudit.web.manage.navigation import Navigation, navigation
from peeraudit.web.manage.set_up.draft import (
    SEE_OTHER,
    SET_UP,
    Draft,
    draft_of,
    set_up,
)
from peeraudit.web.manage.set_up.outlook import Reads, will_read, will_see
from peeraudit.web.manage.set_up.promise_form import PromiseForm
from peeraudit.web.rendering import render
from peeraudit.web.site import site


@dataclass(frozen=True, slots=True)
class PromisePage:
    """The form, and below it what it leads to."""

    navigation: Navigation
    form: PromiseForm
    seen: str
    here: str
    back: str
    result: PreviewWords | None
    """What the team will see; nothing before there is anybody to ask."""
    reads: tuple[Reads, ...]
    """What each group will read; nothing before the promise is whole."""
    is_kept: bool
    """Whether this is the promise that the draft has."""


@set_up.get(f"{SET_UP}/promise")
@open_to(Right.RUN_AUDIT, team="team")
def ask_promise(team: str, audit: str) -> ResponseReturnValue:
    """Ask who there is and what they are promised."""
    draft = draft_of(team, audit)
    promise = draft.audit.promise
    form = PromiseForm(draft, None, now=site().now(), since=_since(draft))
    page = PromisePage(
        navigation(),
        form,
        seen_promise(draft.audit),
        draft.address("ask_promise"),
        draft.address("tasks"),
        will_see(draft, promise.groups, promise.floor) if promise.groups else None,
        will_read(draft, promise),
        is_kept=bool(promise.groups),
    )
    return render("manage/set_up/promise.html", page=page)


@set_up.post(f"{SET_UP}/promise")
@open_to(Right.RUN_AUDIT, team="team")
def take_promise(team: str, audit: str) -> ResponseReturnValue:
    """Keep the promise, or only show what the team would see."""
    draft = draft_of(team, audit)
    form = PromiseForm(draft, request.form, now=site().now(), since=_since(draft))
    seen = request.form.get("seen", "")
    only_look = request.form.get("then") == "look"
    is_well = form.validate_people() if only_look else form.validate()
    if is_well and not only_look:
        change_promise(
            site().installation, audit, form.promise(), seen=seen, by=account()
        )
        return redirect(draft.address("ask_promise") + "#result", SEE_OTHER)
    can_see = is_well or form.validate_people()
    page = PromisePage(
        navigation(),
        form,
        seen,
        draft.address("ask_promise"),
        draft.address("tasks"),
        will_see(draft, form.groups, form.chosen_floor) if can_see else None,
        (),
        is_kept=False,
    )
    status = HTTPStatus.OK if is_well else HTTPStatus.BAD_REQUEST
    return render("manage/set_up/promise.html", page=page), status


def _since(draft: Draft) -> str:
    """Say when the round before closed; nothing where a change could not be told."""
    if draft.audit.mode is Mode.BEFORE_START:
        return ""
    found = find_team(site().installation, draft.audit.team.id)
    before = round_before(found.audits) if found else None
    return london(before.promise.closes_at).partition(" on ")[2] if before else ""
