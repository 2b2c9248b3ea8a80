"""A notice with a shared link, to put up where people who use the service are."""

from dataclasses import dataclass

from markupsafe import Markup

from peeraudit.audit.audit import Audit
from peeraudit.audit.promise import GroupPromise
from peeraudit.audit.promise_words import london, promise_in_short
from peeraudit.report.slips import qr_code


@dataclass(frozen=True, slots=True)
class Notice:
    """One page to put up."""

    title: str
    organisation: str
    group: str
    picture: Markup
    """The link, for a phone's camera."""
    site: str
    code: str
    """What opens the link where somebody types it."""
    closes: str
    promise: str
    points: tuple[str, ...]


def notice(
    audit: Audit, promise: GroupPromise, group: str, site: str, code: str
) -> Notice:
    """Lay out the notice of a group.

    Parameters
    ----------
    group
        What the group is called as a label.
    code
        The code of the shared link.
    """
    team = audit.team
    return Notice(
        title=f"How is the {team.words.peer_worker} role going in {team.name}?",
        organisation=team.organisation,
        group=group,
        picture=qr_code(f"{site}/s/{code}"),
        site=site,
        code=code,
        closes=london(audit.promise.closes_at),
        promise=promise_in_short(audit.promise, promise),
        points=(
            "You need no account and no name. You do not have to answer.",
            "Please start only once. You get a code of your own.",
            "This is one link for everyone, so one person could answer twice. The "
            "report says so.",
            "If you share a phone or tablet, press Leave when you are done.",
        ),
    )
