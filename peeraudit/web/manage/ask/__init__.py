"""Asking people: by mail, on paper, again; and what to do when somebody is missing."""

from peeraudit.web.manage.ask import mail, overview, paper
from peeraudit.web.manage.ask.place import ask

__all__ = ["ask", "mail", "overview", "paper"]
