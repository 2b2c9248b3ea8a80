"""The pages of a team's plan."""

from peeraudit.web.manage.plan import (
    actions,
    actions_change,
    actions_delete,
    actions_files,
)
from peeraudit.web.manage.plan.actions_place import plan

__all__ = ["actions", "actions_change", "actions_delete", "actions_files", "plan"]
