"""A Data Protection Impact Assessment in Markdown, filled in from an installation."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from peeraudit.audit.audit import Audit, State
from peeraudit.audit.promise import (
    COMMENTS_FROM,
    FLOORS,
    GRACE,
    KEPT_FOR_POOLING_MONTHS,
    POOLED_FROM_ANSWERS,
    POOLED_FROM_TEAMS,
    SCREENING,
    GroupMode,
)
from peeraudit.audit.promise_words import LONDON
from peeraudit.audit.retention import NOTICE, Retention
from peeraudit.instrument.frozen import Group
from peeraudit.report.dpia_facts import (
    Described,
    InstrumentUse,
    Place,
    Version,
)
from peeraudit.report.dpia_risks import RISKS, Risk
from peeraudit.report.dpia_warnings import to_put_right
from peeraudit.report.markdown import environment
from peeraudit.report.words import day

Name = TypeVar("Name", bound=Hashable)

UNSEEN, ABSENT = "not seen from here", "not there yet"

STATES: Mapping[State, str] = {
    State.DRAFT: "draft: nobody has been asked yet",
    State.LAUNCHING: "launching",
    State.OPEN: "open: people answer",
    State.CLOSING: "closing",
    State.SCREENING: "closed: comments wait to be read",
    State.RELEASED: "released",
}
GROUPS: Mapping[Group, str] = {
    Group.MANAGER: "managers",
    Group.PEER_WORKER: "peer workers",
    Group.OTHER_STAFF: "other staff",
    Group.PERSON_USING_SERVICE: "people who use the service",
}
MODES: Mapping[GroupMode, str] = {
    GroupMode.ANONYMOUS: "anonymous: shown from the floor up, in coarse cells",
    GroupMode.ATTRIBUTED: "attributed: too few to be anonymous, and told so first",
    GroupMode.JOINT_SHEET: "asked for one sheet together, shown as the group's view",
    GroupMode.POOLED_ONLY: "for pooling only: they count in a view over several teams",
}
PLACES: Mapping[Place, str] = {
    Place.TOGETHER: "no: one folder has both in it",
    Place.SAME_DISK: "in another folder, on the same disk",
    Place.OTHER_DISK: "yes, on another disk",
    Place.OTHER_MACHINE: "yes, by its address the database is on another machine",
    Place.UNKNOWN: "to be seen by IT: the database server keeps its own files",
}


@dataclass(frozen=True, slots=True)
class Counted:
    """Something, and how many of it there are."""

    what: str
    number: int


@dataclass(frozen=True, slots=True)
class Kept:
    """How long things are kept, and from how many they are shown."""

    grace_hours: int = int(GRACE.total_seconds()) // 3600
    screening_days: int = SCREENING.days
    pooling_months: int = KEPT_FOR_POOLING_MONTHS
    comments_from: int = COMMENTS_FROM
    pooled_from_teams: int = POOLED_FROM_TEAMS
    pooled_from_answers: int = POOLED_FROM_ANSWERS
    notice_days: int = NOTICE.days
    audits: str = ""
    """How long after closing; in words."""
    drafts: str = ""
    record: str = ""


@dataclass(frozen=True, slots=True)
class KeyFolderLine:
    """What is said of one key folder."""

    name: str
    apart: str
    mode: str
    files: str


@dataclass(frozen=True, slots=True)
class Impact:
    """Everything that the assessment says of this installation."""

    made_on: str
    organisations: tuple[str, ...]
    support: tuple[str, ...]
    site_url: str
    database: str
    versions: tuple[Version, ...]
    key_folders: tuple[KeyFolderLine, ...]
    instruments: tuple[InstrumentUse, ...]
    states: tuple[Counted, ...]
    asked: tuple[Counted, ...]
    """How many are asked of each group, over all audits that are not drafts."""
    floors: tuple[Counted, ...]
    modes: tuple[Counted, ...]
    audits: int
    pooling: int
    """Audits with pooling."""
    readers: tuple[Counted, ...]
    """Who reads comments first, and in how many audits."""
    views: int
    waiting: int
    floors_on_offer: tuple[int, ...]
    kept: Kept
    to_put_right: tuple[str, ...]
    risks: tuple[Risk, ...]


def dpia(described: Described) -> str:
    """Return the assessment; what only its organisation can know is blank."""
    return environment().get_template("dpia/dpia.md").render(page=impact(described))


def impact(described: Described) -> Impact:
    """Return what the assessment says of an installation."""
    audits = described.audits
    promises = [audit.promise for audit in audits]
    groups = [group for promise in promises for group in promise.groups]
    return Impact(
        made_on=day(described.at.astimezone(LONDON).date()),
        organisations=tuple(sorted({audit.team.organisation for audit in audits})),
        support=described.support,
        site_url=described.site_url,
        database=described.database,
        versions=described.versions,
        key_folders=tuple(_key_folders(described)),
        instruments=described.instruments,
        states=_counted((audit.state for audit in audits), STATES),
        asked=tuple(_asked(audits)),
        floors=_counted(
            (promise.floor for promise in promises), {n: str(n) for n in FLOORS}
        ),
        modes=_counted((group.mode for group in groups), MODES),
        audits=len(audits),
        pooling=sum(promise.pooling for promise in promises),
        readers=tuple(_readers(audits)),
        views=described.views,
        waiting=described.waiting,
        floors_on_offer=tuple(FLOORS),
        kept=_kept(described.retention),
        to_put_right=tuple(to_put_right(described)),
        risks=RISKS,
    )


def _kept(retention: Retention) -> Kept:
    """Return how long things are kept here."""
    return Kept(
        audits=f"{retention.audits} months after closing"
        if retention.audits
        else "until a trust lead erases it",
        drafts=f"{retention.drafts} months",
        record=f"{retention.record} months",
    )


def _counted(found: Iterable[Name], words: Mapping[Name, str]) -> tuple[Counted, ...]:
    """Count what there is of each kind, in the order of the words for them."""
    numbers = Counter(found)
    return tuple(
        Counted(said, numbers[name]) for name, said in words.items() if numbers[name]
    )


def _asked(audits: Iterable[Audit]) -> Iterator[Counted]:
    """Yield how many are asked of each group; a draft has asked nobody yet."""
    numbers = Counter[Group]()
    for audit in audits:
        if audit.state is not State.DRAFT:
            numbers.update({each.group: each.asked for each in audit.promise.groups})
    for group, said in GROUPS.items():
        if numbers[group]:
            yield Counted(said, numbers[group])


def _readers(audits: Iterable[Audit]) -> Iterator[Counted]:
    """Yield who reads comments first, as everyone asked is told, and how often."""
    named = (audit.promise.comments_read_by for audit in audits)
    for reader, number in sorted(Counter(filter(None, named)).items()):
        yield Counted(reader, number)


def _key_folders(described: Described) -> Iterator[KeyFolderLine]:
    """Yield what is said of each key folder."""
    for name, folder in (
        ("KEYS_DIR", described.keys),
        ("WEB_KEYS_DIR", described.web_keys),
    ):
        if folder is None:
            yield KeyFolderLine(name, UNSEEN, UNSEEN, UNSEEN)
        elif folder.mode is None:
            yield KeyFolderLine(name, PLACES[folder.place], ABSENT, ABSENT)
        else:
            files = f"{folder.files:o}" if folder.files else "no file yet"
            place = PLACES[folder.place]
            yield KeyFolderLine(name, place, f"{folder.mode:o}", files)
