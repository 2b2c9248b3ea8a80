"""Errors in one line: what happened, and nothing that could hold an answer."""

from collections.abc import Sequence

import click
from sqlalchemy.exc import OperationalError

from peeraudit.disclosure.pooling import CannotPool
from peeraudit.instrument.copying import CannotCopy
from peeraudit.instrument.faults import InstrumentFaults
from peeraudit.operations.create_audit import AuditFault
from peeraudit.operations.installation import NoSuchAudit
from peeraudit.operations.launch_record import TermsChanged
from peeraudit.operations.make_outcome import UnreadableBoxes
from peeraudit.operations.privacy_check.installed import NoInstallation
from peeraudit.operations.privacy_check.loot.website import NotAnswered
from peeraudit.operations.privacy_check.seeded import NotEmpty
from peeraudit.operations.wrong_state import WrongState
from peeraudit.release.ledger import AlreadyReleased
from peeraudit.release.verify import NotVerified
from peeraudit.sealing.keys import KeyLost
from peeraudit.settings import SettingsFault

FAILED = 1
"""Exit code for what went wrong; click itself uses 2 for a wrong command line."""

SAID_BY_US = (
    AlreadyReleased,
    AuditFault,
    CannotCopy,
    CannotPool,
    InstrumentFaults,
    KeyLost,
    NoInstallation,
    NoSuchAudit,
    NotAnswered,
    NotEmpty,
    NotVerified,
    SettingsFault,
    TermsChanged,
    UnreadableBoxes,
    WrongState,
)
"""Errors whose message is written for whoever runs the command."""


def plainly(command: click.Command, arguments: Sequence[str]) -> int:
    """Run a command and return its exit code, any error said in one line."""
    try:
        command.main(list(arguments), prog_name="peeraudit", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return error.exit_code
    except (click.ClickException, click.Abort, OperationalError, OSError) as error:
        click.echo(f"peeraudit: {_in_one_line(error)}", err=True)
        return getattr(error, "exit_code", FAILED)
    except SAID_BY_US as error:
        click.echo(f"peeraudit: {error}", err=True)
        return FAILED
    except Exception as error:
        # A traceback helps nobody who runs a command, and could hold anything.
        kind = type(error).__name__
        click.echo(f"peeraudit: unexpected {kind}: a fault of ours", err=True)
        return FAILED
    return 0


def _in_one_line(error: Exception) -> str:
    """Say what somebody else's error means here."""
    match error:
        case click.ClickException():
            return _with_help(error)
        case OperationalError():
            return "the database cannot be reached; is DATABASE_URL right?"
        case OSError():
            return f"{error.filename or 'a file'}: {error.strerror}"
        case _:
            return "stopped; nothing was changed"


def _with_help(error: click.ClickException) -> str:
    """Return the message, and where a wrong command line can be looked up."""
    message = " ".join(error.format_message().split())
    context = error.ctx if isinstance(error, click.UsageError) else None
    return f"{message} ({context.command_path} --help)" if context else message
