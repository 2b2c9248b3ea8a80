"""What each paper-size team sees under each promise: ``python -m`` this to write it.

It stands with the tests, because the way from answers to a release without a database
does, and because the page in docs must be what the product does today.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from peeraudit.audit.promise import GroupMode, GroupPromise, Promise
from peeraudit.consensus.findings import Status
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.rules import Kind
from peeraudit.operations.reference_teams import NAMES, ReferenceTeam, reference_team
from peeraudit.release.release import Release
from tests.unit.consensus.reference import FILE, published, release_of
from tests.unit.factories import CLOSES, MG, PW, ROOT, ST, SU, role_adoption

PAGE = ROOT / "docs" / "what-small-teams-see.md"

ATTRIBUTED, JOINT = GroupMode.ATTRIBUTED, GroupMode.JOINT_SHEET
PLURAL = {
    MG: "managers",
    PW: "peer workers",
    ST: "other staff",
    SU: "people who use the service",
}
OPENLY = {ATTRIBUTED: ", attributed", JOINT: ", one sheet"}


@dataclass(frozen=True, eq=False)
class Offer:
    """A promise that a manager could choose, whatever the team's size."""

    title: str
    floor: int = 5
    modes: Mapping[Group, GroupMode] = field(default_factory=dict)
    """Openness holds for groups below the floor only: others stay anonymous."""

    def promise(self, team: ReferenceTeam) -> Promise:
        """Promise it to one team."""
        groups = tuple(
            GroupPromise(group, n, self._mode(group, n))
            for group, n in team.counts.items()
        )
        pooling = GroupMode.POOLED_ONLY in self.modes.values()
        return Promise(self.floor, CLOSES, groups, pooling)

    def _mode(self, group: Group, people: int) -> GroupMode:
        """Return what a group of this size answers under."""
        mode = self.modes.get(group, GroupMode.ANONYMOUS)
        if mode.is_open and people >= self.floor:
            return GroupMode.ANONYMOUS
        # One person has nobody to share a sheet with.
        return ATTRIBUTED if mode is JOINT and people == 1 else mode


OFFERS = (
    Offer("Every group anonymous, floor 5"),
    Offer("Every group anonymous, floor 8", 8),
    Offer("Every group anonymous, floor 10", 10),
    Offer("Every group anonymous, floor 11", 11),
    Offer("Managers attributed, floor 5", modes={MG: ATTRIBUTED}),
    Offer(
        "Managers attributed, peer workers on one sheet, floor 5",
        modes={MG: ATTRIBUTED, PW: JOINT},
    ),
    Offer(
        "Managers attributed, peer workers and other staff on a sheet each, floor 5",
        modes={MG: ATTRIBUTED, PW: JOINT, ST: JOINT},
    ),
    Offer("Peer workers pooled only, floor 5", modes={PW: GroupMode.POOLED_ONLY}),
)


@cache
def release_under(offer: Offer, name: str) -> Release:
    """Return the release of a paper-size team in which everyone asked has answered.

    A sheet holds what a group's target comes to for one person.
    """
    team = paper_size(name)
    promise = offer.promise(team)
    sheets = {each.group: 1 for each in promise.groups if each.mode is JOINT}
    boxes = replace(team, counts={**team.counts, **sheets})
    return published(boxes, role_adoption(), promise=promise)


def paper_size(name: str) -> ReferenceTeam:
    """Return a reference team of as many people as in the paper."""
    return reference_team(FILE, name, 1)


def written() -> str:
    """Return the page as it should lie in the file."""
    return "\n".join(
        (
            INTRODUCTION,
            *_table(("promise", *NAMES), (*map(_overview, OFFERS), _enlarged())),
            *(line for offer in OFFERS for line in _section(offer)),
            "",
        )
    )


def _overview(offer: Offer) -> tuple[str, ...]:
    """Tell how many findings each team has under a promise."""
    return (offer.title, *(_number(release_under(offer, name)) for name in NAMES))


def _enlarged() -> tuple[str, ...]:
    """Tell how many there are where nobody need be withheld."""
    title = f"{OFFERS[0].title}, and five times as many people"
    return (title, *(_number(release_of(name, 5)) for name in NAMES))


def _number(release: Release) -> str:
    """Return how many findings there are."""
    return str(len(_of(release, FOUND)))


def _section(offer: Offer) -> Iterator[str]:
    """Yield all about one promise."""
    yield from ("", f"## {offer.title}", "")
    yield from _table(HEAD, (_row(offer, name) for name in NAMES))


def _row(offer: Offer, name: str) -> tuple[str, ...]:
    """Tell what one team sees."""
    team, release = paper_size(name), release_under(offer, name)
    hidden = {each.group for each in release.withheld if each.item is None}
    found = _of(release, FOUND)
    shown = [_group(release, team, each) for each in team.counts if each not in hidden]
    withheld = [f"{PLURAL[g]} ({n})" for g, n in team.counts.items() if g in hidden]
    return (
        team.name,
        "; ".join(shown) or "nobody",
        "; ".join(withheld) or "nobody",
        ": ".join(filter(None, (str(len(found)), ", ".join(found)))),
        *(str(len(_of(release, status))) for status in UNFOUND),
        ", ".join(_of(release, FOUND, Kind.STRENGTH)) or "none",
    )


def _group(release: Release, team: ReferenceTeam, group: Group) -> str:
    """Name a group that is shown, with its number and how it answers."""
    mode = next(each.mode for each in release.groups if each.group is group)
    return f"{PLURAL[group]} ({team.counts[group]}{OPENLY.get(mode, '')})"


def _of(release: Release, status: Status, kind: Kind = Kind.FINDING) -> tuple[str, ...]:
    """Return the rules of a kind of which the same became."""
    return tuple(
        each.rule
        for each in release.findings
        if each.status is status and role_adoption().rule[each.rule].kind is kind
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table."""
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)


FOUND = Status.FOUND
UNFOUND = (Status.NOT_FOUND, Status.NOT_ENOUGH, Status.NOT_ASKED)
HEAD = ("team", "shown", "withheld", "found", *UNFOUND, "strengths")

INTRODUCTION = """\
# What small teams see

Written by `python -m tests.unit.consensus.small_teams`. Do not edit it.

These are the reference teams: three that are modelled on the paper's sites, at the
paper's own size, and a control in which all is well. Everyone asked has answered all
of `role-adoption`, which has 26 rules for findings and 3 for strengths; what each asks
is in [rules.yaml](../instruments/role-adoption/rules.yaml).

- **found**: something to talk about. Some rules read set-up facts alone, so there can
  be a finding though nobody is shown.
- **not found**: the rule looked, and there was nothing.
- **not enough answers**: the rule needs a group that is withheld.
- **not asked**: the rule needs what nobody told, such as a fact, or an earlier audit.

Only a group of fewer people than the floor may answer openly: attributed, or on one
sheet that the group fills in together. A group that reaches the floor stays anonymous,
whatever a promise below says. One person has nobody to share a sheet with, and is
attributed. A sheet holds whole steps, as one person's answers do. So it can be half a
step off what more people would say together, and miss a finding by that.

How many findings each team has:
"""


if __name__ == "__main__":
    PAGE.write_text(written(), encoding="utf-8")
