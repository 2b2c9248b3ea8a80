"""Sample reports: of a large team and of a small one, made up, for anyone to read."""

from dataclasses import dataclass, replace
from http import HTTPStatus

from flask import Blueprint, Response, abort, url_for
from markupsafe import Markup

from peeraudit.operations.sample_reports import Sample, sample_team
from peeraudit.release.release import Release
from peeraudit.report import page as told
from peeraudit.report.templates import SCREEN
from peeraudit.web.files import PDF, send_file
from peeraudit.web.rendering import render
from peeraudit.web.reports import compress
from peeraudit.web.site import site
from peeraudit.web.words import _, later

samples = Blueprint("samples", __name__, url_prefix="/sample-report")
samples.after_request(compress)

TITLES = {
    Sample.LARGE: later("Sample report: a large team"),
    Sample.SMALL: later("Sample report: a small team"),
}
CHOICES = {
    Sample.LARGE: later("A large team, %(people)s people"),
    Sample.SMALL: later("A small team, %(people)s people"),
}
SHOWN = {
    Sample.LARGE: later(
        "This is the team in the study at five times its size. Every group is large "
        "enough to be shown, in broad bands."
    ),
    Sample.SMALL: later(
        "This is the team in the study at its own size. Three peer workers filled in "
        "one sheet together. The two managers, and the one other member of staff, "
        "answered openly. Nine people who use the service are shown in broad bands."
    ),
}
"""What a small team and a large one let a report show: who reads one looks at both."""


@dataclass(frozen=True, slots=True)
class SampleLink:
    """The way to one of the samples."""

    words: str
    address: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class SamplePage:
    """A sample report, and the way to the other."""

    title: str
    made_up: str
    shown: str
    links: tuple[SampleLink, ...]
    pdf: str
    body: Markup


@samples.get("", defaults={"name": Sample.LARGE})
@samples.get("/<name>")
def show(name: str) -> str:
    """Show a sample report; the large team where nobody has chosen."""
    sample, release = _found(name)
    medium = replace(SCREEN, guides=url_for("guide.index"))
    page = SamplePage(
        str(TITLES[sample]),
        _made_up(),
        str(SHOWN[sample]),
        tuple(_link(each, is_here=each is sample) for each in Sample),
        url_for("samples.pdf", name=name),
        Markup(told.body(release, medium)),  # noqa: S704 # its templates escape
    )
    return render("samples/sample.html", page=page)


@samples.get("/<name>/report.pdf")
def pdf(name: str) -> Response:
    """Send a sample report as a file."""
    sample, release = _found(name)
    note = f"{_made_up()} {SHOWN[sample]}"
    content = site().shelf.sample_pdf(release, note)
    return send_file(content, PDF, f"sample-{sample}.pdf")


def _found(name: str) -> tuple[Sample, Release]:
    """Return a sample by its name, or answer that there is no such page."""
    if name not in set(Sample):
        abort(HTTPStatus.NOT_FOUND)
    sample = Sample(name)
    return sample, site().shelf.sample(sample) or abort(HTTPStatus.NOT_FOUND)


def _link(sample: Sample, *, is_here: bool) -> SampleLink:
    """Return the way to a sample, with how many people it is of."""
    people = sum(sample_team(sample).counts.values())
    return SampleLink(
        str(CHOICES[sample]) % {"people": people},
        url_for("samples.show", name=sample),
        is_here,
    )


def _made_up() -> str:
    """Say that nobody gave these answers."""
    return _(
        "No real team gave these answers. We made them up, to fit what a study found "
        "in one team in London. The study has no scores, so each score here is ours."
    )
