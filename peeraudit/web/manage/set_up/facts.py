"""Set-up facts, a topic a page; and what they tell by themselves, at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus

from flask import abort, redirect, request
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from peeraudit.account.roles import Right
from peeraudit.audit.facts import Facts, Unknown
from peeraudit.audit.seen import seen_facts
from peeraudit.audit.team import Team
from peeraudit.instrument.definition import FactItem
from peeraudit.operations.change_draft import change_facts
from peeraudit.report.early_findings import EarlyFinding, early_findings
from peeraudit.report.paper import ADDRESS
from peeraudit.web.files import TEXT, send_file
from peeraudit.web.manage.guard import account, open_to
from peeraudit.web.manage.navigation import Navigation, navigation
from peeraudit.web.manage.set_up.draft import (
    SEE_OTHER,
    SET_UP,
    Draft,
    draft_of,
    set_up,
)
from peeraudit.web.manage.set_up.fact_form import (
    FactForm,
    fact_form,
    filled_in,
    sent,
)
from peeraudit.web.manage.set_up.statuses import Task, facts_status, task_list
from peeraudit.web.rendering import render
from peeraudit.web.site import site
from peeraudit.web.words import _


@dataclass(frozen=True, slots=True)
class FactsPage:
    """The topics, and what the facts tell."""

    navigation: Navigation
    team: Team
    topics: Markup
    unknown: int
    """How many facts are not known yet."""
    ask_hr: str
    findings: tuple[EarlyFinding, ...]
    paper: str
    back: str


@dataclass(frozen=True, slots=True)
class TopicPage:
    """The facts of one topic."""

    navigation: Navigation
    title: str
    form: FactForm
    seen: str
    back: str


@dataclass(frozen=True, slots=True)
class AskPage:
    """The facts that are not known yet, as a list to ask others."""

    navigation: Navigation
    list: str
    lines: int
    file: str
    back: str


@set_up.get(f"{SET_UP}/facts")
@open_to(Right.RUN_AUDIT, team="team")
def facts(team: str, audit: str) -> ResponseReturnValue:
    """Show the topics, and what follows from the facts so far."""
    draft = draft_of(team, audit)
    page = FactsPage(
        navigation(),
        draft.audit.team,
        task_list(_topics(draft), "topic"),
        len(_unknown(draft)),
        draft.address("ask_hr"),
        early_findings(draft.instrument, draft.audit.facts, draft.words),
        ADDRESS,
        draft.address("tasks"),
    )
    return render("manage/set_up/facts.html", page=page)


@set_up.get(f"{SET_UP}/facts/<topic>")
@open_to(Right.RUN_AUDIT, team="team")
def ask_topic(team: str, audit: str, topic: str) -> ResponseReturnValue:
    """Ask for the facts of one topic."""
    draft = draft_of(team, audit)
    items = _items(draft, topic)
    form = filled_in(_form(draft, items), draft.audit.facts)
    seen = seen_facts(draft.audit.facts, tuple(each.id for each in items))
    return _show_topic(draft, topic, form, seen)


@set_up.post(f"{SET_UP}/facts/<topic>")
@open_to(Right.RUN_AUDIT, team="team")
def take_topic(team: str, audit: str, topic: str) -> ResponseReturnValue:
    """Keep the facts of one topic."""
    draft = draft_of(team, audit)
    form = sent(_form(draft, _items(draft, topic)), request.form)
    seen = request.form.get("seen", "")
    if not form.validate():
        return _show_topic(draft, topic, form, seen), HTTPStatus.BAD_REQUEST
    change_facts(site().installation, audit, form.answers, seen=seen, by=account())
    return redirect(draft.address("facts"), SEE_OTHER)


@set_up.get(f"{SET_UP}/ask-hr")
@open_to(Right.RUN_AUDIT, team="team")
def ask_hr(team: str, audit: str) -> ResponseReturnValue:
    """Show the facts that are not known yet, as a list to copy."""
    draft = draft_of(team, audit)
    page = AskPage(
        navigation(),
        _list_to_ask(draft),
        # Long lines take up two on a narrow screen.
        2 * len(_unknown(draft)) + 4,
        draft.address("ask_hr_file"),
        draft.address("facts"),
    )
    return render("manage/set_up/ask_hr.html", page=page)


@set_up.get(f"{SET_UP}/ask-hr.txt")
@open_to(Right.RUN_AUDIT, team="team")
def ask_hr_file(team: str, audit: str) -> ResponseReturnValue:
    """Send the same list as a file of plain text."""
    return send_file(_list_to_ask(draft_of(team, audit)), TEXT, "to-ask.txt")


def _show_topic(draft: Draft, topic: str, form: FactForm, seen: str) -> str:
    """Show the form for a topic."""
    title = draft.words.fill(draft.instrument.wording.topics[topic].title)
    page = TopicPage(navigation(), title, form, seen, draft.address("facts"))
    return render("manage/set_up/topic.html", page=page)


def _form(draft: Draft, items: tuple[FactItem, ...]) -> type[FactForm]:
    """Return the form for some facts."""
    return fact_form(items, draft.instrument.wording, draft.words)


def _items(draft: Draft, topic: str) -> tuple[FactItem, ...]:
    """Return the facts of a topic, or answer that there is no such page."""
    found = tuple(each for each in draft.instrument.facts if each.topic == topic)
    return found or abort(HTTPStatus.NOT_FOUND)


def _topics(draft: Draft) -> Iterator[Task]:
    """Yield each topic, and how much of it is filled in."""
    for topic in dict.fromkeys(each.topic for each in draft.instrument.facts):
        yield Task(
            draft.words.fill(draft.instrument.wording.topics[topic].title),
            "",
            facts_status(_items(draft, topic), draft.audit.facts),
            draft.address("ask_topic", topic=topic),
        )


def _unknown(draft: Draft) -> tuple[FactItem, ...]:
    """Return the facts that are not known yet."""
    facts: Facts = draft.audit.facts
    return tuple(
        each
        for each in draft.instrument.facts
        if facts.value(each.id) is Unknown.DONT_KNOW
    )


def _list_to_ask(draft: Draft) -> str:
    """Return what is not known yet as plain text, to be sent to somebody who knows."""
    wording, words = draft.instrument.wording, draft.words
    opening = _(
        "Questions about %(peer_workers)s in %(team)s",
        peer_workers=words.peer_workers,
        team=words.team,
    )
    questions = [
        f"{number}. {words.fill(wording.facts[each.id].question)}"
        for number, each in enumerate(_unknown(draft), 1)
    ]
    return "\n".join((opening, "", *questions, ""))
