"""Slips of paper with a code each: to be cut, folded, and drawn from an envelope."""

from collections.abc import Sequence
from dataclasses import dataclass

import segno
from markupsafe import Markup

from peeraudit.audit.audit import Audit
from peeraudit.audit.promise import GroupMode, GroupPromise
from peeraudit.audit.promise_words import london, promise_in_short

PICTURE = "The same link as the code opens, for a phone's camera"


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip."""

    code: str
    picture: Markup
    """The link with the code, for a phone's camera."""


@dataclass(frozen=True, slots=True)
class Slips:
    """All slips of one group: the same but for the code."""

    title: str
    organisation: str
    ask: str
    group: str
    promise: str
    draw: str
    closes: str
    site: str
    """Where the code is typed."""
    report: str
    slips: tuple[Slip, ...]


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where things are on the website."""

    site: str
    report: str

    def link(self, code: str) -> str:
        """Return the link that a code opens."""
        return f"{self.site}/a/{code}"


def slips(
    audit: Audit,
    promise: GroupPromise,
    group: str,
    codes: Sequence[str],
    addresses: Addresses,
) -> Slips:
    """Lay out the slips of one group.

    Parameters
    ----------
    group
        What the group is called as a label.
    """
    team = audit.team
    is_joint = promise.mode is GroupMode.JOINT_SHEET
    return Slips(
        title=f"Slips for {team.name}: {group}",
        organisation=team.organisation,
        ask=f"How is the {team.words.peer_worker} role going in {team.name}?",
        group=group,
        promise=promise_in_short(audit.promise, promise),
        draw=(
            "One code for all of you: fill in one sheet together."
            if is_joint
            else "It lets one person answer once. Let nobody note that it is yours."
        ),
        closes=london(audit.promise.closes_at),
        site=addresses.site,
        report=addresses.report,
        slips=tuple(Slip(each, qr_code(addresses.link(each))) for each in codes),
    )


def listed(codes: Sequence[str], addresses: Addresses) -> str:
    """Return codes as a list: each with the link that it opens, and the report."""
    lines = [f"{each}  {addresses.link(each)}" for each in codes]
    return "\r\n".join([*lines, "", f"The report: {addresses.report}", ""])


def qr_code(link: str) -> Markup:
    """Draw a link as a QR code, for those who need not type."""
    made = segno.make(link, micro=False, error="m")
    drawn = made.svg_inline(
        title=PICTURE,
        scale=1,
        border=4,
        omitsize=True,
        svgclass=None,
        lineclass=None,
    )
    return Markup(drawn)  # noqa: S704 # drawn here
