"""Asking people: by mail, on paper, again; and what to do when somebody is missing."""

from peeraudit.web.manage.ask import (
    longer,
    mail,
    missing,
    overview,
    paper,
    questionnaire,
    ready_words,
    shared,
)
from peeraudit.web.manage.ask.place import ask

__all__ = [
    "ask",
    "longer",
    "mail",
    "missing",
    "overview",
    "paper",
    "questionnaire",
    "ready_words",
    "shared",
]
