"""Read what stands at a report address: the same for everyone, at the same time."""

from dataclasses import dataclass
from datetime import datetime

from peeraudit.account.record import COMMAND_LINE, Act, done_by
from peeraudit.account.roles import Account
from peeraudit.audit.audit import Audit, State
from peeraudit.operations.installation import Installation
from peeraudit.operations.record_act import record_act
from peeraudit.operations.wrong_state import WrongState
from peeraudit.release.release import Release
from peeraudit.report.versions import Version
from peeraudit.storage import audits, releases

PDF = "pdf"
"""The kind of document that is a whole release as PDF."""


@dataclass(frozen=True, slots=True)
class ReportPage:
    """What a report address shows."""

    audit: Audit
    is_open: bool
    """False where the trust lead has closed the address."""
    release: Release | None
    """None before the audit is released, and where the address is closed."""
    screen_until: datetime | None = None
    """When the release is out at the latest, where comments wait to be read."""


def read_report(installation: Installation, address: str) -> ReportPage | None:
    """Return what stands at an address, or nothing where it is no address."""
    if not address.isprintable():
        return None
    with installation.database.reading() as connection:
        found = audits.at_address(connection, address)
        audit = audits.find(connection, found) if found else None
        launched = audits.launched(connection, found) if found else None
        if audit is None or launched is None:
            return None
        is_out = launched.report_open and audit.state is State.RELEASED
        shown = releases.find(connection, audit.id) if is_out else None
    return ReportPage(audit, launched.report_open, shown, launched.screen_until)


def kind_of(version: Version | None) -> str:
    """Return the kind of document that is a release as PDF, for one kind of reader."""
    return PDF if version is None else version.file


def read_pdf(
    installation: Installation, address: str, version: Version | None = None
) -> bytes | None:
    """Return the report at an address, or a version of it, as PDF, once it is made."""
    if not address.isprintable():
        return None
    with installation.database.reading() as connection:
        found = audits.at_address(connection, address)
        launched = audits.launched(connection, found) if found else None
        if found is None or launched is None or not launched.report_open:
            return None
        return releases.document(connection, found, kind_of(version))


def read_release(installation: Installation, audit: str) -> Release | None:
    """Return the release of an audit, once there is one."""
    with installation.database.reading() as connection:
        return releases.find(connection, audit)


def set_report_open(
    installation: Installation,
    audit: str,
    *,
    is_open: bool,
    by: Account = COMMAND_LINE,
    at: datetime | None = None,
) -> str:
    """Open or close the report address of an audit; return the address.

    Raises
    ------
    WrongState
        If the audit has no address, since it was never launched.
    """
    with installation.database.transaction() as connection:
        found = audits.find(connection, audit)
        launched = audits.launched(connection, audit)
        if found is None or launched is None:
            raise WrongState(f"audit {audit} has no report address before its launch")
        audits.set_report_open(connection, audit, is_open=is_open)
        act = Act.OPENED_REPORT if is_open else Act.CLOSED_REPORT
        entry = done_by(by, act, at, team=found.team.id, audit=audit)
        record_act(installation, connection, entry)
    return launched.report_address
