"""Errors in one line: what happened, and nothing that could hold an answer."""

import click
from sqlalchemy.exc import OperationalError

from peeraudit.instrument.library import InstrumentFaults
from peeraudit.operations.close_audit import UnreadableBoxes
from peeraudit.operations.create_audit import AuditFault
from peeraudit.operations.installation import NoSuchAudit
from peeraudit.operations.launch_audit import WrongState
from peeraudit.sealing.keys import KeyLost
from peeraudit.settings import SettingsFault

FAILED = 1
"""Exit code for what went wrong; click itself uses 2 for a wrong command line."""

SAID_BY_US = (
    AuditFault,
    InstrumentFaults,
    KeyLost,
    NoSuchAudit,
    SettingsFault,
    UnreadableBoxes,
    WrongState,
)
"""Errors whose message is written for whoever runs the command."""


def plainly(command: click.Command) -> int:
    """Run a command and return its exit code, any error said in one line."""
    try:
        command.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return _said("stopped; nothing was changed")
    except SAID_BY_US as error:
        return _said(str(error))
    except OperationalError:
        return _said("the database cannot be reached; is DATABASE_URL right?")
    except OSError as error:
        return _said(f"{error.filename or 'a file'}: {error.strerror}")
    return 0


def _said(message: str) -> int:
    click.echo(f"peeraudit: {message}", err=True)
    return FAILED
