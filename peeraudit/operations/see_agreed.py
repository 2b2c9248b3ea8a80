"""See what a team agreed after earlier audits, beside what its new report says."""

from peeraudit.audit.audit import Audit, State
from peeraudit.operations.installation import Installation
from peeraudit.plan.agreement import Agreement
from peeraudit.report.agreed_then import Agreed, AgreedSince, agreed_since
from peeraudit.storage import agreements, audits, releases


def see_agreed(installation: Installation, audit: Audit) -> AgreedSince | None:
    """Return a team's earlier agreements beside a release, while that can be read.

    Of two agreements on one practice, the one after the later audit holds.
    """
    with installation.database.reading() as connection:
        launched = audits.launched(connection, audit.id)
        is_open = launched is not None and launched.report_open
        found = releases.find(connection, audit.id) if is_open else None
        agreed = agreements.of_team(connection, audit.team.id)
        before = before_it(audits.of_team(connection, audit.team.id), audit)
    if found is None or audit.state is not State.RELEASED:
        return None
    last: dict[str, tuple[Agreement, str]] = {
        practice: (agreement, each.instrument)
        for each in before
        for practice, agreement in agreed.get(each.id, {}).items()
    }
    return agreed_since(
        [Agreed(one, installation.instrument(asked)) for one, asked in last.values()],
        found,
    )


def before_it(others: list[Audit], audit: Audit) -> list[Audit]:
    """Return the audits of a team that closed before one of them, the first first."""
    closed = audit.promise.closes_at
    earlier = [each for each in others if each.promise.closes_at < closed]
    return sorted(earlier, key=lambda each: each.promise.closes_at)
