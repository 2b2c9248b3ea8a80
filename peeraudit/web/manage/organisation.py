"""Settings: what the organisation says of itself, and whom its people can turn to."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import Blueprint, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from peeraudit.account.roles import Right
from peeraudit.audit.organisation import Organisation
from peeraudit.operations.acting import NotAllowed
from peeraudit.operations.organisation import (
    ChangedMeanwhile,
    WordsFault,
    change_organisation,
    keep_logo,
    read_organisation,
    remove_logo,
)
from peeraudit.report.logo import NotALogo
from peeraudit.web.forms import Fault
from peeraudit.web.manage.guard import account, open_to
from peeraudit.web.manage.navigation import Navigation, navigation
from peeraudit.web.manage.settings_forms import LogoForm, OrganisationForm
from peeraudit.web.rendering import render
from peeraudit.web.site import site
from peeraudit.web.words import _

organisation = Blueprint("organisation", __name__, url_prefix="/manage/settings")

SEE_OTHER = 303


@dataclass(frozen=True, slots=True)
class Theirs:
    """What somebody else has put into a field meanwhile."""

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class SettingsPage:
    """What the organisation says of itself."""

    navigation: Navigation
    form: OrganisationForm
    logo: LogoForm
    mark: str
    has_logo: bool
    is_saved: bool = False
    meanwhile: tuple[Theirs, ...] = ()
    """Where somebody else has saved something other than what is in the form."""

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong, for the summary."""
        raced = _("Somebody else has changed these settings just now")
        first = (Fault(raced, "meanwhile"),) if self.meanwhile else ()
        return (*first, *self.form.faults, *self.logo.faults)


@organisation.get("")
@open_to(Right.CHANGE_SETTINGS)
def show() -> ResponseReturnValue:
    """Show the settings as they are now."""
    now = read_organisation(site().installation)
    form = OrganisationForm.of(now.organisation)
    has_logo = bool(now.organisation.logo)
    page = SettingsPage(
        navigation(), form, LogoForm(), now.mark, has_logo, "saved" in request.args
    )
    return render("manage/settings.html", page=page)


@organisation.post("")
@open_to(Right.CHANGE_SETTINGS)
def take() -> ResponseReturnValue:
    """Keep other words."""
    form, mark = OrganisationForm(request.form), request.form.get("mark", "")
    try:
        change_organisation(
            site().installation, account(), form.read, mark=mark, at=site().now()
        )
    except WordsFault as error:
        form[error.field].errors = [str(error)]
        return _again(form, mark)
    except ChangedMeanwhile:
        return _raced(form)
    except NotAllowed:
        abort(HTTPStatus.NOT_FOUND)
    return _saved()


@organisation.post("/logo")
@open_to(Right.CHANGE_SETTINGS)
def take_logo() -> ResponseReturnValue:
    """Keep a logo."""
    sent, logo = request.files.get("file"), LogoForm()
    try:
        content = sent.read() if sent else b""
        if not content:
            raise NotALogo(_("Choose a picture"))
        keep_logo(site().installation, account(), content, at=site().now())
    except (NotALogo, WordsFault) as error:
        logo.file.errors = [str(error)]
        return _again(None, "", logo)
    except NotAllowed:
        abort(HTTPStatus.NOT_FOUND)
    return _saved()


@organisation.post("/logo/remove")
@open_to(Right.CHANGE_SETTINGS)
def take_logo_away() -> ResponseReturnValue:
    """Forget the logo."""
    try:
        remove_logo(site().installation, account(), at=site().now())
    except NotAllowed:
        abort(HTTPStatus.NOT_FOUND)
    return _saved()


def _saved() -> ResponseReturnValue:
    """Show the settings as they are now, on this page and in its heading."""
    site().house.forget()
    return redirect(url_for("organisation.show", saved=1), SEE_OTHER)


def _again(
    form: OrganisationForm | None, mark: str, logo: LogoForm | None = None
) -> ResponseReturnValue:
    """Show the page with what is wrong."""
    now = read_organisation(site().installation)
    page = SettingsPage(
        navigation(),
        form or OrganisationForm.of(now.organisation),
        logo or LogoForm(),
        mark if form else now.mark,
        bool(now.organisation.logo),
    )
    return render("manage/settings.html", page=page), HTTPStatus.BAD_REQUEST


def _raced(form: OrganisationForm) -> ResponseReturnValue:
    """Show what somebody else has saved meanwhile, and keep what was typed."""
    now = read_organisation(site().installation)
    page = SettingsPage(
        navigation(),
        form,
        LogoForm(),
        now.mark,
        bool(now.organisation.logo),
        meanwhile=tuple(_theirs(form, now.organisation)),
    )
    return render("manage/settings.html", page=page), HTTPStatus.CONFLICT


def _theirs(form: OrganisationForm, now: Organisation) -> list[Theirs]:
    """List the fields in which somebody else has put something other."""
    typed = form.read
    return [
        Theirs(str(field.label.text), getattr(now, name) or _("nothing"))
        for name, field in form.named.items()
        if getattr(typed, name) != getattr(now, name)
    ] or [Theirs(_("The logo"), _("was changed"))]
