"""The questionnaires, to look at page by page: nothing is taken and nothing is kept."""

from http import HTTPStatus

from flask import Blueprint, Response, abort

from peeraudit.instrument.definition import Form
from peeraudit.instrument.frozen import Group
from peeraudit.questionnaire.progress import place
from peeraudit.questionnaire.rehearsal import rehearse
from peeraudit.report.guide import HERE
from peeraudit.web.files import PDF, send_file
from peeraudit.web.look_pages import (
    Looked,
    audit_block,
    contents_page,
    look_around,
    look_page,
)
from peeraudit.web.rendering import render
from peeraudit.web.reports import compress
from peeraudit.web.site import site

questionnaires = Blueprint("questionnaires", __name__, url_prefix="/questionnaires")
questionnaires.after_request(compress)


@questionnaires.get("")
def index() -> str:
    """List every questionnaire: of each audit, form and group."""
    blocks = [audit_block(*each) for each in site().shelf.instruments().items()]
    return render("questionnaires/index.html", blocks=blocks)


@questionnaires.get("/<instrument>/<form>/<group>")
def contents(instrument: str, form: str, group: str) -> str:
    """Say what one group is asked, and lead to each topic."""
    page = contents_page(_looked(instrument, form, group))
    return render("questionnaires/contents.html", page=page)


@questionnaires.get("/<instrument>/<form>/<group>/<slug>")
def show(instrument: str, form: str, group: str, slug: str) -> str:
    """Show a page of questions as the group would see it."""
    looked = _looked(instrument, form, group)
    at = place(looked.rehearsal.by_topic, slug) or abort(HTTPStatus.NOT_FOUND)
    page, look = look_page(looked, at), look_around(looked, at)
    return render("questionnaires/page.html", page=page, look=look)


@questionnaires.get("/<instrument>/<form>/<group>/questionnaire.pdf")
def pdf(instrument: str, form: str, group: str) -> Response:
    """Send what one group is asked as a file, to print."""
    looked = _looked(instrument, form, group)
    content = site().shelf.questionnaire_pdf(looked.rehearsal)
    return send_file(content, PDF, f"{instrument}-{form}-{group}.pdf")


def _looked(name: str, form: str, group: str) -> Looked:
    """Return a questionnaire by its address, or answer that there is none."""
    found = site().shelf.find(name)
    if found is None or form not in found.forms or group not in found.groups:
        abort(HTTPStatus.NOT_FOUND)
    return Looked(name, rehearse(found, Form(form), Group(group), HERE))
