"""Two rounds of the harbour team: what people answer in each, and what they agreed."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from peeraudit.audit.facts import Facts
from peeraudit.audit.promise import GroupPromise, Promise
from peeraudit.instrument.definition import Mode
from peeraudit.instrument.frozen import Group
from peeraudit.operations.close_audit import close_audit
from peeraudit.operations.create_audit import Plan, create_audit
from peeraudit.operations.drafts import Kept, keep_draft
from peeraudit.operations.issue_codes import issue_codes
from peeraudit.operations.launch_audit import launch_audit
from peeraudit.operations.open_audit import open_audit
from peeraudit.operations.submit_response import Submission, submit_response
from peeraudit.plan.agreement import Agreement, Verdict
from peeraudit.storage import agreements
from tests.journeys.site import CLOSES, OPENS, Site, instrument

WORD = "bodaki-murotu"
LATER = timedelta(days=122)
"""From the first round to the second: four months."""

EIGHT = {Group.MANAGER: 5, Group.PEER_WORKER: 6, Group.OTHER_STAFF: 8}
"""A team of which each group can be shown."""

Says = Mapping[Group, Mapping[str, str]]
"""What everyone of a group answers, by the name of the field."""

SUPPORT = [item.id for item in instrument().items if item.theme == "SP" and item.core]


def says(*, support: str, practice: str) -> Says:
    """Answer alike, but for how peer workers see their support, and other staff a
    practice."""
    usual = {item.id: "4" for item in instrument().items if item.core}
    usual |= {item.id: "part" for item in instrument().practices if item.core}
    usual |= {item.id: "2" for item in instrument().items if item.core and item.reverse}
    poor = {each: turned(each, support) for each in SUPPORT}
    return {
        Group.MANAGER: usual,
        Group.PEER_WORKER: usual | poor,
        Group.OTHER_STAFF: usual | {"PR1": practice},
    }


def turned(item: str, step: str) -> str:
    """Return a step of the scale as good for the role as on any other statement."""
    reverse = {each.id for each in instrument().items if each.reverse}
    return str(6 - int(step)) if item in reverse else step


def answered(site: Site, said: Says, at: datetime) -> None:
    """Let everyone who was asked in the open audit answer."""
    for group, values in said.items():
        for code in site.codes[group]:
            kept = keep_draft(site.installation, code, WORD, values, at=at)
            assert isinstance(kept, Kept)
            done = submit_response(site.installation, code, WORD, at=at)
            assert done is Submission.ACCEPTED


def first_round(site: Site) -> None:
    """Let a first round be answered and closed, and the team agree on a practice."""
    answered(site, says(support="2", practice="part"), OPENS + timedelta(days=1))
    site.close()
    told = Agreement(
        "PR1", Verdict.PART, "When it helps the other person.", date(2026, 4, 14)
    )
    with site.installation.database.transaction() as connection:
        agreements.keep(connection, site.audit, told)


def second_round(site: Site) -> Site:
    """Ask the same people again after four months: some say otherwise."""
    before = site.installation.audit(site.audit)
    groups = tuple(GroupPromise(group, n, changed=0) for group, n in EIGHT.items())
    plan = Plan(
        before.team,
        instrument(),
        Mode.RE_AUDIT,
        before.form,
        Promise(5, CLOSES + LATER, groups),
        Facts(),
    )
    again = create_audit(site.installation, plan).id
    launch_audit(site.installation, again)
    open_audit(site.installation, again, at=OPENS + LATER)
    codes: dict[Group, list[str]] = {group: [] for group in EIGHT}
    for group, held in codes.items():
        issue_codes(site.installation, again, group, deliver=held.extend)
    second = replace(site, audit=again, codes=codes)
    said = says(support="5", practice="not_part")
    answered(second, said, OPENS + LATER + timedelta(days=1))
    site.clock.now = CLOSES + LATER + timedelta(hours=1)
    close_audit(site.installation, again, at=site.clock.now)
    return second
