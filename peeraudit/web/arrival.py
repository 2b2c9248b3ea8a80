"""Where a respondent stands when they ask for a page, or the page that helps."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from http import HTTPStatus
from typing import NoReturn

from flask import abort, make_response, redirect, url_for

from peeraudit.audit.audit import State
from peeraudit.audit.promise import Promise
from peeraudit.audit.promise_words import london
from peeraudit.audit.standing import closes_in
from peeraudit.instrument.sentences import capital
from peeraudit.operations.admit import Refusal, admit
from peeraudit.operations.drafts import DraftProblem, keep_draft, open_draft
from peeraudit.operations.read_report import read_report
from peeraudit.operations.sitting import Sitting
from peeraudit.questionnaire.pages import Questionnaire
from peeraudit.response.responses import Draft, Scope
from peeraudit.web.frame import Frame
from peeraudit.web.pace import wait_for_the_step
from peeraudit.web.rendering import render
from peeraudit.web.site import site
from peeraudit.web.visitor import Visitor, remember, visitor
from peeraudit.web.words import _


@dataclass(frozen=True, slots=True)
class Here:
    """A respondent whose code is good, and what they have answered so far."""

    visitor: Visitor
    sitting: Sitting
    draft: Draft
    has_draft: bool
    at: datetime

    @property
    def values(self) -> Mapping[str, str]:
        """The answers, by the name of the field."""
        return self.draft.values

    @property
    def must_choose(self) -> bool:
        """Whether this person has yet to say where their answers may count."""
        return self.sitting.offers_choice and self.draft.scope is None

    @property
    def questionnaire(self) -> Questionnaire:
        """The pages, laid out as this person prefers."""
        one_per_page = self.visitor.one_per_page
        return self.sitting.questionnaire(one_per_page=one_per_page)

    @property
    def frame(self) -> Frame:
        """What stands around each page."""
        audit = self.sitting.audit
        is_over = self.at >= audit.promise.closes_at
        left = closes_in(audit.promise.closes_at, at=self.at)
        closes = closing_words(audit.promise, "" if is_over else capital(left))
        return Frame(audit.team.organisation, closes)


@lru_cache(maxsize=1_000)
def closing_words(promise: Promise, left: str) -> str:
    """Say until when one can answer, before the closing time and in the hour after.

    Parameters
    ----------
    left
        How long is left, in words; empty after the closing time.
    """
    times = {"time": london(promise.closes_at), "last": london(promise.last_submission)}
    if not left:
        return _(
            "Closed at %(time)s. You have begun, so you can still submit until "
            "%(last)s.",
            **times,
        )
    return _(
        "%(left)s, at %(time)s. If you have begun by then, you can still submit until "
        "%(last)s.",
        left=left,
        **times,
    )


def known_visitor() -> Visitor:
    """Return whoever is answering; others are led to where they can begin."""
    known = visitor()
    if known is None:
        abort(redirect(url_for("front.start", again=1)))
    if known.done:
        abort(redirect(url_for("respond.done")))
    return known


def arrive() -> Here:
    """Return where the respondent stands, or abort with the page that helps."""
    known = known_visitor()
    installation, at = site().installation, site().now()
    admitted = admit(installation, known.code, at=at)
    if isinstance(admitted, Refusal):
        turn_away(known, admitted)
    sitting = admitted.sitting
    draft = open_draft(installation, admitted, known.code, known.word)
    if isinstance(draft, DraftProblem):
        abort(redirect(url_for("respond.ask_word")))
    if not known.report:
        known = replace(known, report=sitting.launched.report_address)
        remember(known)
    return Here(known, sitting, draft, admitted.draft is not None, at)


def keep(sent: Mapping[str, str], scope: Scope | None = None) -> Here:
    """Keep what was sent and return where that leaves the respondent, or abort."""
    mine = known_visitor()
    installation, at = site().installation, site().now()
    kept = keep_draft(installation, mine.code, mine.word, sent, at=at, scope=scope)
    if isinstance(kept, Refusal):
        turn_away(mine, kept)
    if isinstance(kept, DraftProblem):
        abort(redirect(url_for("respond.ask_word")))
    return Here(mine, kept.sitting, kept.draft, has_draft=True, at=at)


def turn_away(mine: Visitor, refusal: Refusal) -> NoReturn:
    """Abort with the page for a code that opens nothing.

    Unknown, spent and closed are one page to whoever comes with a code, and take the
    same time, though a closed code takes longer to look up. Only somebody who had begun
    here is told that it closed: they know that their code was good.
    """
    if mine.report and (refusal is Refusal.CLOSED or not is_still_open(mine)):
        page, status = "respond/closed.html", HTTPStatus.GONE
    else:
        page, status = "respond/refused.html", HTTPStatus.NOT_FOUND
    refused = make_response(render(page), status)
    wait_for_the_step()
    abort(refused)


def is_still_open(mine: Visitor) -> bool:
    """Say whether the audit that a visitor began still takes answers."""
    found = read_report(site().installation, mine.report)
    return found is not None and found.audit.state is State.OPEN
