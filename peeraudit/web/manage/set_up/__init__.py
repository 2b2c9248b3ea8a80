"""Setting an audit up: what is asked, the facts, the promise, a try, the launch."""

from peeraudit.web.manage.set_up import facts, launch, promise, start, tasks, try_out
from peeraudit.web.manage.set_up.draft import set_up

__all__ = ["facts", "launch", "promise", "set_up", "start", "tasks", "try_out"]
