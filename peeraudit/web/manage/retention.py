"""How long things are kept, for the trust lead; less long only once that was seen."""

from dataclasses import asdict, dataclass
from http import HTTPStatus

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from peeraudit.account.roles import Right
from peeraudit.audit.audit import Audit
from peeraudit.audit.retention import NOTICE, Erasure, Retention, in_days
from peeraudit.operations.retention import (
    change_retention,
    near_erasures,
    read_retention,
)
from peeraudit.operations.wrong_state import ChangedMeanwhile
from peeraudit.web.forms import Fault
from peeraudit.web.manage.confirm import ConfirmPage
from peeraudit.web.manage.guard import account, open_to
from peeraudit.web.manage.navigation import Navigation, navigation
from peeraudit.web.manage.retention_forms import RetentionForm
from peeraudit.web.rendering import render
from peeraudit.web.site import site
from peeraudit.web.words import _

retention = Blueprint("retention", __name__, url_prefix="/manage/retention")

SEE_OTHER = 303


@dataclass(frozen=True, slots=True)
class NearLine:
    """An audit that will be erased soon."""

    name: str
    day: str
    address: str


@dataclass(frozen=True, slots=True)
class RetentionPage:
    """How long things are kept, and what goes next."""

    navigation: Navigation
    form: RetentionForm
    seen: str
    """What was set when this page was made."""
    near: tuple[NearLine, ...]
    is_saved: bool = False
    meanwhile: str = ""
    """Set where somebody else has changed it."""

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong, for the summary."""
        if self.meanwhile:
            return (Fault(self.meanwhile, "audits"),)
        return self.form.faults


@retention.get("")
@open_to(Right.CHANGE_RETENTION)
def show() -> ResponseReturnValue:
    """Show how long things are kept, and what will be erased next."""
    now = read_retention(site().installation).retention
    page = _page(RetentionForm.of(now), now, is_saved="saved" in request.args)
    return render("manage/retention.html", page=page)


@retention.post("")
@open_to(Right.CHANGE_RETENTION)
def take() -> ResponseReturnValue:
    """Keep it, once whoever shortens a time has seen what that means."""
    form = RetentionForm(request.form).offer()
    now = read_retention(site().installation).retention
    if not form.validate():
        page = _page(form, now)
        return render("manage/retention.html", page=page), HTTPStatus.BAD_REQUEST
    if request.form.get("seen") != _mark(now) and form.read != now:
        return _raced(now)
    if form.read.is_shorter_than(now) and "sure" not in request.form:
        return render("manage/confirm.html", page=_sure(form.read, now))
    at = site().now()
    try:
        change_retention(site().installation, account(), form.read, seen=now, at=at)
    except ChangedMeanwhile:
        return _raced(read_retention(site().installation).retention)
    return redirect(url_for("retention.show", saved=1), SEE_OTHER)


def _raced(now: Retention) -> ResponseReturnValue:
    """Show what somebody else has set meanwhile."""
    words = _("Somebody else changed this just now. Look at it, and save again")
    page = _page(RetentionForm.of(now), now, meanwhile=words)
    return render("manage/retention.html", page=page), HTTPStatus.CONFLICT


def _page(
    form: RetentionForm, now: Retention, *, is_saved: bool = False, meanwhile: str = ""
) -> RetentionPage:
    """Lay the page out."""
    near = near_erasures(site().installation, at=site().now())
    lines = tuple(_line(audit, erasure) for audit, erasure in near)
    return RetentionPage(navigation(), form, _mark(now), lines, is_saved, meanwhile)


def _line(audit: Audit, erasure: Erasure) -> NearLine:
    """Say of an audit when it goes."""
    where = url_for("keeping.show", team=audit.team.id, audit=audit.id)
    return NearLine(audit.team.name, erasure.day, where)


def _mark(kept: Retention) -> str:
    """Return what a page holds of what was set when it was made."""
    return f"{kept.audits}.{kept.record}.{kept.drafts}"


def _sure(wanted: Retention, now: Retention) -> ConfirmPage:
    """Say what it means to keep something less long."""
    first = in_days(site().now() + NOTICE)
    return ConfirmPage(
        navigation(),
        _("Keep some things less long?"),
        (
            _(
                "What is older than the new time will be erased. Nothing is erased "
                "before %(day)s.",
                day=first,
            ),
            _(
                "Pages say so 30 days before. You can still keep one audit for longer, "
                "on its page."
            ),
            _("What has been erased cannot be had back."),
        ),
        _("Keep them less long"),
        url_for("retention.show"),
        {
            **{name: str(months) for name, months in asdict(wanted).items()},
            "seen": _mark(now),
            "sure": "1",
        },
    )
