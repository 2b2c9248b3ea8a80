"""Ready words for a team meeting or a notice: what is asked, and what is promised."""

from dataclasses import dataclass

from flask import request, url_for
from flask.typing import ResponseReturnValue

from peeraudit.audit.promise_words import london
from peeraudit.instrument.sentences import listed
from peeraudit.operations.list_audits import report_address
from peeraudit.web.manage.ask.place import ask, open_place, overview_of, to_who_runs_it
from peeraudit.web.manage.navigation import Navigation, navigation
from peeraudit.web.rendering import render
from peeraudit.web.site import site


@dataclass(frozen=True, slots=True)
class WordsPage:
    """What can be said and put up."""

    navigation: Navigation
    back: str
    team: str
    peer_worker: str
    who: str
    """The groups that are asked."""
    some_answer_openly: bool
    closes: str
    who_can_see: str
    report: str


@ask.get("/words")
@to_who_runs_it
def ready_words(team: str, audit: str) -> ResponseReturnValue:
    """Show words to say and words to put up: no code is in them."""
    where = open_place(team, audit)
    found, groups = where.audit, where.audit.promise.groups
    here = site().url or request.host_url.rstrip("/")
    page = WordsPage(
        navigation(),
        overview_of(found),
        found.team.name,
        found.team.words.peer_worker,
        listed([where.names.inline(each.group) for each in groups]),
        any(each.mode.is_open for each in groups),
        london(found.promise.closes_at),
        here + url_for("front.who_can_see"),
        f"{here}/r/{report_address(site().installation, audit)}",
    )
    return render("manage/ask/words.html", page=page)
