"""Set-up facts over teams: counted, one fact at a time, and as a spreadsheet."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import abort
from flask.typing import ResponseReturnValue

from peeraudit.account.roles import Right
from peeraudit.operations.see_trust import see_facts
from peeraudit.report.trust_facts import FactOverTeams, FactsOverTeams, fact_sheets
from peeraudit.web.manage.guard import open_to
from peeraudit.web.manage.navigation import Navigation, navigation
from peeraudit.web.manage.trust.place import spreadsheet, today, trust
from peeraudit.web.rendering import render
from peeraudit.web.site import site


@dataclass(frozen=True, slots=True)
class FactsPage:
    """Every fact, counted."""

    navigation: Navigation
    facts: FactsOverTeams


@dataclass(frozen=True, slots=True)
class FactPage:
    """One fact, with what each team states."""

    navigation: Navigation
    fact: FactOverTeams


@trust.get("/facts")
@open_to(Right.SEE_TRUST)
def show_facts() -> ResponseReturnValue:
    """Show every fact, counted over teams."""
    page = FactsPage(navigation(), see_facts(site().installation))
    return render("manage/trust/facts.html", page=page)


@trust.get("/facts/<fact>")
@open_to(Right.SEE_TRUST)
def show_fact(fact: str) -> ResponseReturnValue:
    """Show what each team states of one fact."""
    found = see_facts(site().installation).find(fact) or abort(HTTPStatus.NOT_FOUND)
    return render("manage/trust/fact.html", page=FactPage(navigation(), found))


@trust.get("/facts.xlsx")
@open_to(Right.SEE_TRUST)
def download_facts() -> ResponseReturnValue:
    """Send the facts as a spreadsheet, for workforce and FOI returns."""
    facts = see_facts(site().installation)
    return spreadsheet("set-up-facts", fact_sheets(facts, today()))
