"""The meeting after an audit: its agenda, practices, priorities, and publishing."""

from peeraudit.web.manage.plan import (
    meeting_agenda,
    meeting_practice,
    meeting_priority,
    meeting_publish,
)
from peeraudit.web.manage.plan.meeting_place import meeting

__all__ = [
    "meeting",
    "meeting_agenda",
    "meeting_practice",
    "meeting_priority",
    "meeting_publish",
]
