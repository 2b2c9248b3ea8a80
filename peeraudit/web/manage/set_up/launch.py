"""Launch: one page with everything that is locked, and what cannot be undone."""

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus

from flask import abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from peeraudit.account.roles import Right
from peeraudit.audit.closing_time import closing_fault
from peeraudit.audit.facts import Unknown
from peeraudit.audit.preview_words import PreviewWords
from peeraudit.audit.promise import FLOORS, GroupMode, GroupPromise
from peeraudit.audit.promise_words import london
from peeraudit.audit.seen import seen_whole
from peeraudit.audit.team import Team
from peeraudit.operations.launch_draft import Confirmation, launch_draft, may_launch
from peeraudit.operations.teams import find_team_audit
from peeraudit.sealing.boxes import Unreadable
from peeraudit.sealing.codes import new_code
from peeraudit.sealing.locked import lock, unlock
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
from peeraudit.web.manage.set_up.questions_form import title_of
from peeraudit.web.rendering import render
from peeraudit.web.site import site
from peeraudit.web.words import _, later

MODES = {
    GroupMode.ANONYMOUS: later("each alone, shown only if enough of them answer"),
    GroupMode.ATTRIBUTED: later("each alone and openly, shown as theirs"),
    GroupMode.JOINT_SHEET: later("openly, on one sheet that they fill in together"),
    GroupMode.POOLED_ONLY: later("only for a view over several teams"),
}
HELD = "readers code in a form"
TOO_FEW = later("each alone, with nothing of theirs shown here")


@dataclass(frozen=True, slots=True)
class Locked:
    """One thing that is locked: what it is, what it says, and where to change it."""

    what: str
    says: tuple[str, ...]
    change: str


@dataclass(frozen=True, slots=True)
class LaunchPage:
    """Everything that is locked."""

    navigation: Navigation
    team: Team
    locked: tuple[Locked, ...]
    see: PreviewWords
    reads: tuple[Reads, ...]
    seen: str
    is_timely: bool
    """Whether the closing time is neither too soon nor too late by now."""
    has_comments: bool
    may_launch: bool
    promise: str
    """Where the closing time can be changed."""
    held: str
    """The code of whoever reads comments first, locked: it is in this page alone."""
    back: str


@dataclass(frozen=True, slots=True)
class ReadersCodePage:
    """The code of whoever reads comments first, shown this once."""

    navigation: Navigation
    code: str
    address: str
    reader: str
    go_on: str


@set_up.get(f"{SET_UP}/launch")
@open_to(Right.RUN_AUDIT, team="team")
def ask_launch(team: str, audit: str) -> ResponseReturnValue:
    """Show everything that a launch locks, and ask whether to launch."""
    draft = draft_of(team, audit)
    promise = draft.audit.promise
    if not promise.groups:
        return redirect(draft.address("tasks"))
    page = LaunchPage(
        navigation(),
        draft.audit.team,
        tuple(_locked(draft)),
        will_see(draft, promise.groups, promise.floor),
        will_read(draft, promise),
        seen_whole(draft.audit),
        is_timely=not closing_fault(promise.closes_at, at=site().now()),
        has_comments=promise.comments,
        may_launch=may_launch(draft.audit, account()),
        promise=draft.address("ask_promise"),
        held=_hold(new_code()) if promise.comments else "",
        back=draft.address("tasks"),
    )
    return render("manage/set_up/launch.html", page=page)


@set_up.post(f"{SET_UP}/launch")
@open_to(Right.RUN_AUDIT, team="team")
def take_launch(team: str, audit: str) -> ResponseReturnValue:
    """Launch what was seen; show the reader's code, where there is one, this once."""
    if find_team_audit(site().installation, team, audit) is None:
        abort(HTTPStatus.NOT_FOUND)
    seen, code = request.form.get("seen", ""), _held(request.form.get("held", ""))
    confirmed = Confirmation(account(), seen, site().now(), code)
    launched = launch_draft(site().installation, audit, confirmed)
    onward = url_for("home.show_audit", team=team, audit=audit)
    if not launched.readers_code:
        return redirect(onward, SEE_OTHER)
    path = url_for("comments.follow", code=launched.readers_code)
    page = ReadersCodePage(
        navigation(),
        launched.readers_code,
        (site().url or request.host_url.rstrip("/")) + path,
        launched.audit.promise.comments_read_by,
        onward,
    )
    return render("manage/set_up/readers_code.html", page=page)


def _hold(code: str) -> str:
    """Lock a code into the form, so that pressing twice launches with the same one."""
    locked = lock(code.encode(), site().installation.seal_key, HELD)
    return base64.urlsafe_b64encode(locked).decode()


def _held(locked: str) -> str:
    """Return the code that a form holds; a new one where it holds none of ours."""
    try:
        packed = base64.urlsafe_b64decode(locked.encode())
        return unlock(packed, site().installation.seal_key, HELD).decode()
    except (ValueError, Unreadable):
        return new_code()


def _locked(draft: Draft) -> Iterator[Locked]:
    """Yield each thing that is locked, in the order in which it was set up."""
    audit, words = draft.audit, draft.words
    promise, change = audit.promise, draft.address("ask_promise")
    asked = title_of(draft.instrument, audit.form, words)
    yield Locked(_("What is asked"), (asked,), draft.address("ask_questions"))
    names = (words.team, audit.team.organisation)
    called = _("%(one)s, %(many)s", one=words.peer_worker, many=words.peer_workers)
    yield Locked(_("Team, and what people are called there"), (*names, called), "")
    yield Locked(_("How the role is set up"), _facts(draft), draft.address("facts"))
    people = tuple(_people(draft, each) for each in promise.groups)
    yield Locked(_("Who is asked, and how"), people, change)
    floor = f"{promise.floor}, {FLOORS[promise.floor]}"
    yield Locked(_("Answers from which a group is shown"), (floor,), change)
    times = (
        _("%(time)s, to begin", time=london(promise.closes_at)),
        _("%(time)s, to submit", time=london(promise.last_submission)),
    )
    yield Locked(_("When it closes"), times, change)
    pooling = _("Yes") if promise.pooling else _("No")
    yield Locked(_("Groups may count in a view over several teams"), (pooling,), change)
    reader = promise.comments_read_by
    comments = _("Read first by: %(reader)s", reader=reader) if reader else _("None")
    yield Locked(_("Comments"), (comments,), change)


def _people(draft: Draft, each: GroupPromise) -> str:
    """Say how many of a group are asked, and how they answer."""
    hidden = each.mode is GroupMode.ANONYMOUS and each.asked < draft.audit.promise.floor
    mode = TOO_FEW if hidden else MODES[each.mode]
    return _(
        "%(group)s: %(asked)s, %(mode)s",
        group=draft.words.fill(draft.instrument.wording.groups[each.group].name),
        asked=each.asked,
        mode=_("%(mode)s, from one shared link", mode=mode)
        if each.shared_link
        else mode,
    )


def _facts(draft: Draft) -> tuple[str, ...]:
    """Say how many facts are known, not known yet, and left out."""
    values = [draft.audit.facts.value(each.id) for each in draft.instrument.facts]
    unknown = values.count(Unknown.DONT_KNOW)
    missing = values.count(Unknown.NOT_GIVEN)
    known = len(values) - unknown - missing
    said = (
        _("Filled in: %(number)s", number=known),
        _("Not known yet: %(number)s", number=unknown),
        _("Left out: %(number)s. What rests on them cannot be told", number=missing),
    )
    numbers = (known, unknown, missing)
    return tuple(line for line, number in zip(said, numbers, strict=True) if number)
