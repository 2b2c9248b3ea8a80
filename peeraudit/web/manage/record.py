"""The record of what managers did, for the trust lead: never of who answered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import SelectField

from peeraudit.account.record import Act, Entry
from peeraudit.account.roles import Right
from peeraudit.operations.read_record import ReadRecord, read_record
from peeraudit.operations.teams import teams_of
from peeraudit.web.forms import PlainForm
from peeraudit.web.manage.guard import account, open_to
from peeraudit.web.manage.navigation import Navigation, navigation
from peeraudit.web.manage.record_words import ACTS
from peeraudit.web.manage.role_words import UNKNOWN_TEAM
from peeraudit.web.nhsuk import Select
from peeraudit.web.rendering import render
from peeraudit.web.site import site
from peeraudit.web.words import _, later

record = Blueprint("record", __name__, url_prefix="/manage/record")

ON_A_PAGE = 50
"""Entries on one page (our judgement)."""

DIGITS = 6
"""So many at the most in the number of a page."""


class FilterForm(PlainForm):
    """Which entries somebody wants to see."""

    team = SelectField(later("Team"), validate_choice=False, widget=Select())
    act = SelectField(later("What was done"), validate_choice=False, widget=Select())


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One entry, in words."""

    by: str
    words: str
    about: str
    team: str


@dataclass(frozen=True, slots=True)
class DayBlock:
    """What was done on one day."""

    day: str
    lines: tuple[EntryLine, ...]


@dataclass(frozen=True, slots=True)
class RecordPage:
    """One page of the record."""

    navigation: Navigation
    form: FilterForm
    days: tuple[DayBlock, ...]
    changed_at: int
    is_filtered: bool
    newer: str
    """Where the entries after these are; empty on the first page."""
    older: str


@record.get("")
@open_to(Right.READ_RECORD)
def show() -> ResponseReturnValue:
    """Show what managers did, the last first."""
    found = read_record(site().installation)
    teams = _teams()
    form = _form(teams)
    wanted = [each for each in found.entries if _is_wanted(form, each)]
    number = _number(wanted)
    return render("manage/record.html", page=_page(found, wanted, number, form, teams))


def _page(
    found: ReadRecord,
    wanted: list[Entry],
    number: int,
    form: FilterForm,
    teams: Mapping[str, str],
) -> RecordPage:
    """Lay one page of the entries out that are wanted."""
    shown = wanted[number * ON_A_PAGE : (number + 1) * ON_A_PAGE]
    return RecordPage(
        navigation(),
        form,
        tuple(_days(shown, teams)),
        found.changed_at,
        bool(form.team.data or form.act.data),
        _where(form, number - 1) if number else "",
        _where(form, number + 1) if (number + 1) * ON_A_PAGE < len(wanted) else "",
    )


def _teams() -> Mapping[str, str]:
    """Return the names of all teams, by id."""
    seen = teams_of(site().installation, account())
    return {each.team.id: each.team.name for each in seen}


def _form(teams: Mapping[str, str]) -> FilterForm:
    """Return what is asked for; something that is not on offer asks for everything."""
    form = FilterForm(request.args)
    form.team.choices = [("", _("All teams")), *teams.items()]
    form.act.choices = [("", _("Everything")), *((act, ACTS[act]) for act in ACTS)]
    if form.team.data not in teams:
        form.team.data = ""
    if form.act.data not in set(Act):
        form.act.data = ""
    return form


def _is_wanted(form: FilterForm, entry: Entry) -> bool:
    """Say whether an entry is of the team and kind that is asked for."""
    team, act = form.team.data, form.act.data
    return (not team or entry.team == team) and (not act or entry.act == act)


def _number(wanted: list[Entry]) -> int:
    """Return which page is asked for, as far as there is one; the first is 0."""
    asked = request.args.get("page", "")
    is_number = asked.isascii() and asked.isdigit() and len(asked) <= DIGITS
    most = max(0, len(wanted) - 1) // ON_A_PAGE
    return min(int(asked), most) if is_number else 0


def _where(form: FilterForm, number: int) -> str:
    """Return the address of a page with the same filter."""
    kept = {"team": form.team.data, "act": form.act.data, "page": number}
    return url_for("record.show", **{name: each for name, each in kept.items() if each})


def _days(shown: Iterable[Entry], teams: Mapping[str, str]) -> Iterable[DayBlock]:
    """Yield the days of some entries, with what was done on each."""
    for day, entries in groupby(shown, lambda each: each.on):
        lines = tuple(_line(each, teams) for each in entries)
        yield DayBlock(f"{day:%A} {day.day} {day:%B %Y}", lines)


def _line(entry: Entry, teams: Mapping[str, str]) -> EntryLine:
    """Say one entry in words."""
    team = teams.get(entry.team, str(UNKNOWN_TEAM)) if entry.team else ""
    about = "" if entry.about == team else entry.about
    return EntryLine(entry.by, str(ACTS[entry.act]), about, team)
