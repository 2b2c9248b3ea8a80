"""The trust's report over teams: as a page, as a file, and its foreword."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import abort, redirect, request, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup
from wtforms import TextAreaField

from peeraudit.account.roles import Right
from peeraudit.operations.acting import NotAllowed
from peeraudit.operations.organisation import ChangedMeanwhile, read_logo
from peeraudit.operations.teams import organisation_name
from peeraudit.operations.trust_report import (
    ForewordFault,
    read_foreword,
    read_trust_report,
    write_foreword,
)
from peeraudit.report.page import trust_body
from peeraudit.report.pdf import trust_pdf
from peeraudit.report.trust_report import TrustReport
from peeraudit.web.files import PDF, send_file
from peeraudit.web.forms import PlainForm
from peeraudit.web.manage.guard import account, open_to
from peeraudit.web.manage.navigation import Navigation, navigation
from peeraudit.web.manage.settings_forms import TEXT
from peeraudit.web.manage.trust.place import today, trust
from peeraudit.web.nhsuk import TextArea
from peeraudit.web.rendering import render
from peeraudit.web.site import organisation, site
from peeraudit.web.words import _, later

SEE_OTHER = 303


class ForewordForm(PlainForm):
    """The trust's own words."""

    words = TextAreaField(
        later("Foreword"),
        filters=TEXT,
        description=later(
            "Why this matters to your trust, and what it will do. A line is a "
            "paragraph. Name no team and nobody."
        ),
        widget=TextArea(rows=10),
    )


@dataclass(frozen=True, slots=True)
class TrustReportPage:
    """The report over teams."""

    navigation: Navigation
    title: str
    body: Markup


@dataclass(frozen=True, slots=True)
class ForewordPage:
    """The form for the foreword."""

    navigation: Navigation
    form: ForewordForm
    mark: str
    theirs: str = ""
    """What somebody else has saved meanwhile."""


@trust.get("/report")
@open_to(Right.SEE_TRUST)
def show_report() -> ResponseReturnValue:
    """Show the report over teams as it is now."""
    report = _report()
    title = f"{report.title}: {report.team}"
    markup = Markup(trust_body(report))  # noqa: S704 # its templates escape
    page = TrustReportPage(navigation(), title, markup)
    return render("manage/trust/report.html", page=page)


@trust.get("/report.pdf")
@open_to(Right.SEE_TRUST)
def download_report() -> ResponseReturnValue:
    """Send it as a file, made when somebody asks: it changes with every report."""
    content = trust_pdf(_report(), logo=read_logo(site().installation))
    file = f"role-development-report-{today():%Y-%m-%d}.pdf"
    return send_file(content, PDF, file)


@trust.get("/report/foreword")
@open_to(Right.SEE_TRUST)
def ask_foreword() -> ResponseReturnValue:
    """Ask for the trust's own words."""
    now = read_foreword(site().installation)
    form = ForewordForm(data={"words": now.words})
    page = ForewordPage(navigation(), form, now.mark)
    return render("manage/trust/foreword.html", page=page)


@trust.post("/report/foreword")
@open_to(Right.SEE_TRUST)
def take_foreword() -> ResponseReturnValue:
    """Keep them."""
    form, mark = ForewordForm(request.form), request.form.get("mark", "")
    words = form.words.data or ""
    try:
        write_foreword(
            site().installation, account(), words, mark=mark, at=site().now()
        )
    except ForewordFault as error:
        form.words.errors = [str(error)]
        return _again(ForewordPage(navigation(), form, mark), HTTPStatus.BAD_REQUEST)
    except ChangedMeanwhile:
        now = read_foreword(site().installation)
        theirs = now.words or _("nothing")
        page = ForewordPage(navigation(), form, now.mark, theirs)
        return _again(page, HTTPStatus.CONFLICT)
    except NotAllowed:
        abort(HTTPStatus.NOT_FOUND)
    return redirect(url_for("trust.show_report"), SEE_OTHER)


def _again(page: ForewordPage, status: HTTPStatus) -> ResponseReturnValue:
    """Show the form with what is in the way."""
    return render("manage/trust/foreword.html", page=page), status


def _report() -> TrustReport:
    """Return the report as it is now."""
    ours = site()
    name = organisation().name or organisation_name(ours.installation)
    return read_trust_report(ours.installation, name, at=ours.now())
