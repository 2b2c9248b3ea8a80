"""What stands around a meeting: the record of it, and an audit before."""

from datetime import timedelta

from peeraudit.account.record import Act, Entry
from peeraudit.audit.facts import Facts
from peeraudit.audit.promise import GroupPromise, Promise
from peeraudit.audit.team import Team
from peeraudit.instrument.definition import Form, Mode
from peeraudit.instrument.wording import LocalWords
from peeraudit.operations.close_audit import close_audit
from peeraudit.operations.create_audit import Plan, create_audit
from peeraudit.operations.launch_audit import launch_audit
from peeraudit.operations.open_audit import open_audit
from peeraudit.storage import record
from tests.journeys.site import ASKED, CLOSES, Site, instrument


def acts(site: Site) -> list[Entry]:
    """What the record says of the meeting, the first first."""
    with site.installation.reading_accounts() as rows:
        return [
            each
            for each in reversed(record.every(rows))
            if each.act in {Act.AGREED, Act.HELD_MEETING, Act.PUBLISHED}
        ]


def an_audit_before(site: Site) -> str:
    """An audit of the same team, 120 days before the other."""
    closes = CLOSES - timedelta(days=120)
    groups = tuple(GroupPromise(group, n) for group, n in ASKED.items())
    plan = Plan(
        Team("Seaside NHS Trust", LocalWords("Harbour team")),
        instrument(),
        Mode.IN_POST,
        Form.CORE,
        Promise(5, closes, groups),
        Facts(),
    )
    audit = create_audit(site.installation, plan).id
    launch_audit(site.installation, audit)
    open_audit(site.installation, audit, at=closes - timedelta(days=14))
    close_audit(site.installation, audit, at=closes + timedelta(hours=1))
    return audit
