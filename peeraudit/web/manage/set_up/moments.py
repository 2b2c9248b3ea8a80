"""A day and a time as people type them, and as London reads them."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from flask import current_app
from markupsafe import Markup
from wtforms import Field, ValidationError

from peeraudit.audit.promise_words import LONDON
from peeraudit.web.nhsuk import beside, component
from peeraudit.web.words import _

PARTS = {"day": 2, "month": 2, "year": 4}
"""The parts of a day, and how many digits each has."""

TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?", re.ASCII)
NOON = 12


class DayField(Field):
    """A day, typed as three numbers."""

    def __init__(self, label: str, *, size: str = "m", **given: Any) -> None:
        """Ask for a day, under a heading of some size."""
        super().__init__(label, **given)
        self.size = size
        self.typed: Mapping[str, str] = dict.fromkeys(PARTS, "")

    def process(
        self, formdata: Any, data: object = None, extra_filters: Any = None
    ) -> None:
        """Take what was typed, or the day that is known."""
        super().process(formdata, data, extra_filters)
        if formdata:
            names = {part: f"{self.name}_{part}" for part in PARTS}
            self.typed = {
                part: formdata.get(name, "").strip() for part, name in names.items()
            }
            self.data = _day(self.typed)
        elif isinstance(self.data, date):
            day = self.data
            self.typed = {
                "day": str(day.day),
                "month": str(day.month),
                "year": str(day.year),
            }

    def pre_validate(self, _form: object) -> None:
        """Refuse what is no day."""
        if self.data is None:
            raise ValidationError(_("Enter a day that there is, like 27 3 2026"))

    def __call__(self, **_kw: object) -> Markup:
        """Draw three fields under one question."""
        words = {"day": _("Day"), "month": _("Month"), "year": _("Year")}
        params = {
            "id": f"{self.id}_parts",
            "fieldset": {"legend": {"text": self.label.text, "size": self.size}},
            "items": [
                {
                    # The error summary leads to the first of them.
                    "id": self.id if part == "day" else f"{self.id}_{part}",
                    "name": f"{self.name}_{part}",
                    "label": words[part],
                    "value": typed,
                    "width": PARTS[part],
                    "error": bool(self.errors),
                }
                for part, typed in self.typed.items()
            ],
            **beside(self),
        }
        return component(current_app.jinja_env, "date-input", "dateInput", params)


def _day(typed: Mapping[str, str]) -> date | None:
    """Return the day that was typed, if there is such a day."""
    if not all(_is_number(typed[part], most) for part, most in PARTS.items()):
        return None
    try:
        return date(int(typed["year"]), int(typed["month"]), int(typed["day"]))
    except ValueError:
        return None


def _is_number(typed: str, most: int) -> bool:
    """Say whether digits were typed, and not too many."""
    return typed.isascii() and typed.isdecimal() and len(typed) <= most


def read_time(typed: str) -> time | None:
    """Return the time that was typed, if it is one.

    >>> read_time("5pm"), read_time("17:30"), read_time("12.15 am"), read_time("5")
    (datetime.time(17, 0), datetime.time(17, 30), datetime.time(0, 15), None)
    """
    found = TIME.fullmatch(typed.strip().lower())
    if not found or not (found[2] or found[3]):
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= NOON:
            return None
        hour = hour % NOON + (NOON if found[3] == "pm" else 0)
    return time(hour, minute) if hour < 2 * NOON and minute < 60 else None  # noqa: PLR2004


def time_words(moment: datetime) -> str:
    """Return the time of a moment in London, as people type it.

    >>> from datetime import UTC
    >>> time_words(datetime(2026, 7, 3, 16, 30, tzinfo=UTC))
    '5:30pm'
    """
    local = moment.astimezone(LONDON)
    minute = f":{local.minute:02}" if local.minute else ""
    return f"{local.hour % NOON or NOON}{minute}{'am' if local.hour < NOON else 'pm'}"
