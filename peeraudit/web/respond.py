"""How a person answers: no account, no script, any phone."""

from dataclasses import replace

from flask import Blueprint, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from peeraudit.operations.admit import Refusal, admit
from peeraudit.operations.drafts import DraftProblem, open_draft, start_afresh
from peeraudit.operations.read_report import read_report
from peeraudit.operations.submit_response import has_submitted, submit_response
from peeraudit.questionnaire.progress import Place, first_unseen, place
from peeraudit.sealing.codes import new_return_word
from peeraudit.web.answer_pages import (
    SavedPage,
    WordPage,
    check_page,
    done_page,
    first_page,
)
from peeraudit.web.arrival import (
    Here,
    arrive,
    keep,
    known_visitor,
    turn_away,
)
from peeraudit.web.forms import ReturnWordForm, ScopeForm, faults_of, read_page
from peeraudit.web.frame import Frame
from peeraudit.web.question_page import Wrong, question_page
from peeraudit.web.rendering import render
from peeraudit.web.site import site
from peeraudit.web.visitor import Visitor, remember, visitor
from peeraudit.web.words import _

respond = Blueprint("respond", __name__, url_prefix="/answer")

SEE_OTHER = 303


@respond.get("")
def first() -> str:
    """Say who asks, how long it takes, and who will see what."""
    return render("respond/first.html", page=first_page(arrive()))


@respond.post("")
def begin() -> ResponseReturnValue:
    """Go to the first page with nothing on it, laid out as the person prefers."""
    here = arrive()
    if here.sitting.offers_choice:
        choice = ScopeForm(request.form)
        if not choice.validate():
            page = first_page(here, choice)
            return render("respond/first.html", page=page), 400
        here = keep({}, choice.chosen)
    if request.form.get("then") == "check":
        return redirect(url_for("respond.check"), SEE_OTHER)
    if request.form.get("then") == "paper":
        return redirect(url_for("from_paper.show"), SEE_OTHER)
    here = _laid_out(here, request.form.get("layout", ""))
    return redirect(_go_on(here), SEE_OTHER)


@respond.get("/<slug>")
def show(slug: str) -> str:
    """Show a page of questions."""
    here = to_choose_first(arrive())
    page = question_page(here, place_of_page(here, slug), {}, from_check=_from_check())
    return render("respond/question.html", page=page)


@respond.post("/<slug>")
def save_page(slug: str) -> ResponseReturnValue:
    """Keep a page of answers, and go on to whatever was pressed."""
    sent = read_page(request.form)
    here = keep(sent)
    faults = faults_of(here.questionnaire, sent)
    wrong = {name: Wrong(sent[name], text) for name, text in faults.items()}
    if not wrong:
        return redirect(_after(here, slug, request.form.get("then", "")), SEE_OTHER)
    asked = place(here.questionnaire, slug) or _place_of(here, next(iter(wrong)))
    page = question_page(here, asked, wrong, from_check=_from_check())
    return render("respond/question.html", page=page), 400


@respond.get("/check")
def check() -> str:
    """Show all answers before they are submitted."""
    return render("respond/check.html", page=check_page(to_choose_first(arrive())))


@respond.post("/submit")
def submit() -> ResponseReturnValue:
    """Seal the answers and forget the draft; a second press changes nothing."""
    mine = known_visitor()
    outcome = submit_response(
        site().installation, mine.code, mine.word, at=site().now()
    )
    if outcome is DraftProblem.WRONG_WORD:
        return redirect(url_for("respond.ask_word"), SEE_OTHER)
    if outcome is DraftProblem.NOT_CHOSEN:
        return redirect(url_for("respond.first"), SEE_OTHER)
    # Another press was quicker, or another device threw this draft away and submitted.
    if isinstance(outcome, Refusal) and not (
        mine.report
        and has_submitted(site().installation, mine.report, mine.code, mine.word)
    ):
        turn_away(mine, outcome)
    remember(replace(mine, code="", word="", done=True))
    return redirect(url_for("respond.done"), SEE_OTHER)


@respond.get("/submit")
def submit_again() -> ResponseReturnValue:
    """Lead somebody who reloads or comes back to where they stand."""
    return redirect(url_for("respond.check"))


@respond.get("/done")
def done() -> ResponseReturnValue:
    """Thank, and say where the report will be."""
    mine = visitor()
    if mine is None or not mine.done:
        return redirect(url_for("respond.first"))
    found = read_report(site().installation, mine.report)
    if found is None:
        abort(404)
    path = url_for("reports.show", address=mine.report)
    address = (site().url or request.host_url.rstrip("/")) + path
    return render("respond/done.html", page=done_page(found.audit, address))


@respond.get("/saved")
def saved() -> ResponseReturnValue:
    """Show the return word."""
    here = arrive()
    if not here.has_draft:
        return redirect(url_for("respond.first"))
    group = here.sitting.audit.promise.group[here.sitting.group]
    code = here.visitor.code if group.shared_link else ""
    page = SavedPage(here.frame, here.visitor.word, code, _go_on(here))
    return render("respond/saved.html", page=page)


@respond.get("/return")
def ask_word() -> ResponseReturnValue:
    """Ask for the return word where another device has begun."""
    mine = known_visitor()
    if _opens(mine, mine.word):
        return redirect(url_for("respond.first"))
    return _word_page(ReturnWordForm()), 200


@respond.post("/return")
def take_word() -> ResponseReturnValue:
    """Open the draft with the word that was typed."""
    mine = known_visitor()
    form = ReturnWordForm(request.form)
    if form.validate():
        if _opens(mine, form.read):
            remember(replace(mine, word=form.read))
            return redirect(url_for("respond.first"), SEE_OTHER)
        form.word.errors = [_("This is not the word for your code: check each letter")]
    return _word_page(form), 400


@respond.get("/afresh")
def ask_afresh() -> str:
    """Say what is lost, before it is."""
    known_visitor()
    return render("respond/afresh.html", page=WordPage(Frame()))


@respond.post("/afresh")
def begin_afresh() -> ResponseReturnValue:
    """Throw the draft away, and begin with another word."""
    mine = known_visitor()
    word = new_return_word()
    refusal = start_afresh(site().installation, mine.code, word, at=site().now())
    if refusal is not None:
        turn_away(mine, refusal)
    remember(replace(mine, word=word))
    return redirect(url_for("respond.first"), SEE_OTHER)


def _word_page(form: ReturnWordForm) -> str:
    """Render the question for the return word."""
    mine = visitor()
    page = WordPage(Frame(), began_here=bool(mine and mine.report))
    return render("respond/return.html", page=page, form=form)


def _opens(mine: Visitor, word: str) -> bool:
    """Say whether a word opens the draft of a code; true where none is kept."""
    installation, at = site().installation, site().now()
    admitted = admit(installation, mine.code, at=at)
    if isinstance(admitted, Refusal):
        turn_away(mine, admitted)
    values = open_draft(installation, admitted, mine.code, word)
    return not isinstance(values, DraftProblem)


def to_choose_first(here: Here) -> Here:
    """Lead whoever has yet to choose where answers may count to where they can."""
    if here.must_choose:
        abort(redirect(url_for("respond.first")))
    return here


def _from_check() -> bool:
    """Say whether somebody came to change one answer."""
    return request.args.get("to") == "check"


def place_of_page(here: Here, slug: str) -> Place:
    """Return where a page stands, or abort where there is none."""
    return place(here.questionnaire, slug) or abort(404)


def _place_of(here: Here, name: str) -> Place:
    """Return where the page with a question stands."""
    for page in here.questionnaire.pages:
        if any(str(each.key) == name for each in page.asked):
            break
    return place_of_page(here, page.slug)


def _laid_out(here: Here, layout: str) -> Here:
    """Return the same with the layout that was pressed, which the browser remembers."""
    if layout not in {"one", "topic"}:
        return here
    changed = replace(here.visitor, one_per_page=layout == "one")
    remember(changed)
    return replace(here, visitor=changed)


def _go_on(here: Here) -> str:
    """Return the address of the first page with nothing on it, or of the check."""
    page = first_unseen(here.questionnaire, here.values)
    if page is None:
        return url_for("respond.check")
    return url_for("respond.show", slug=page.slug)


def _after(here: Here, slug: str, pressed: str) -> str:
    """Return where the button leads that was pressed on a page of questions."""
    at = place(here.questionnaire, slug)
    if pressed == "save":
        return url_for("respond.saved")
    if at is None:
        return url_for("respond.first")
    if pressed in {"one", "topic"}:
        changed = _laid_out(here, pressed)
        other = _place_of(changed, str(at.page.asked[0].key))
        return url_for("respond.show", slug=other.page.slug)
    if pressed == "clear" or request.form.get("clear"):
        return url_for("respond.show", slug=slug, to=request.args.get("to"))
    if _from_check() or at.after is None:
        return url_for("respond.check")
    return url_for("respond.show", slug=at.after.slug)
