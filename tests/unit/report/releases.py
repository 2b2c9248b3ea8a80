"""Releases to tell: the reference teams, and teams that are hard to tell of."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from peeraudit.audit.facts import Facts
from peeraudit.audit.promise import GroupMode
from peeraudit.audit.promise_words import promise_words
from peeraudit.audit.team import Team
from peeraudit.disclosure.disclose import disclose
from peeraudit.instrument.definition import AgreementItem, Form, Instrument, Mode
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.wording import LocalWords
from peeraudit.operations.reference_teams import reference_team
from peeraudit.questionnaire.questions import Asking, QuestionKey, keys
from peeraudit.release.freeze import asking, freeze, with_comments
from peeraudit.release.release import Release, sealed
from peeraudit.release.rounds import earlier_round
from peeraudit.tally.counts import Tallies, Tally
from tests.unit.factories import (
    ROOT,
    make_audit,
    make_promise,
    readiness,
    role_adoption,
)

Answers = Callable[[Group, QuestionKey, int], str]
"""What one person of a group answers, statements turned so that high is good."""

TEAM = Team("Example Trust", LocalWords("Example Team"))


@dataclass(frozen=True)
class Setting:
    """What a team is, beside its answers."""

    team: Team = TEAM
    facts: Mapping[str, str | int] = field(default_factory=dict)
    modes: Mapping[Group, GroupMode] = field(default_factory=dict)
    mode: Mode = Mode.IN_POST
    form: Form = Form.FULL
    pooling: bool = False
    comments_read_by: str = ""
    before: Release | None = None
    """The release of the round before."""


def tell(
    people: Mapping[Group, int],
    answers: Answers,
    setting: Setting | None = None,
    instrument: Instrument | None = None,
) -> Release:
    """Return the release of a team in which everyone asked has answered."""
    setting = setting or Setting()
    instrument = instrument or role_adoption()
    sheets = {g for g, mode in setting.modes.items() if mode is GroupMode.JOINT_SHEET}
    asked_people = {group: 3 if group in sheets else n for group, n in people.items()}
    promise = make_promise(
        asked_people,
        modes=setting.modes,
        pooling=setting.pooling,
        comments_read_by=setting.comments_read_by,
    )
    audit = replace(
        make_audit(promise, instrument=instrument),
        team=setting.team,
        facts=Facts(setting.facts),
        mode=setting.mode,
        form=setting.form,
    )
    tallies = counted(people, answers, asking(audit, instrument))
    cells = disclose(tallies, promise, instrument)
    words = {g.group: promise_words(promise, g, setting.team) for g in promise.groups}
    earlier = earlier_round(setting.before, audit) if setting.before else None
    return freeze(audit, instrument, cells, words, earlier)


def counted(people: Mapping[Group, int], answers: Answers, asked: Asking) -> Tallies:
    """Return the counts of so many people, all of whom have answered everything."""
    tallies = tuple(
        Tally(group, key, Counter(answers(group, key, i) for i in range(n)), 0, n)
        for group, n in people.items()
        for key in keys(asked, group)
    )
    return Tallies(people, tallies)


@cache
def site(name: str, times: int, words: LocalWords | None = None) -> Release:
    """Return one of the paper's sites, or the control, at a multiple of its size."""
    team = reference_team(ROOT / "instruments/reference_teams.json", name, times)
    instrument = role_adoption()

    def answers(group: Group, key: QuestionKey, person: int) -> str:
        said = team.values(instrument, group, key, person)
        item = instrument.questions[key.item]
        turned = isinstance(item, AgreementItem) and item.reverse
        return str(6 - int(said)) if turned else said

    own = Team("Reference teams", words or LocalWords(name))
    return tell(team.counts, answers, Setting(own, team.facts().answers))


def usual(group: Group, key: QuestionKey, person: int) -> str:
    """Return an answer that gives every group something of each kind to show."""
    if key.item.startswith("PR"):
        return ("part", "not_part", "must_never")[(len(key.item) + len(group)) % 3]
    if key.item == "RCK":
        return "a" if group is Group.PEER_WORKER else "b"
    return str(2 + (len(group) + person + bool(key.about)) % 4)


@cache
def nobody_shown() -> Release:
    """Return a team in which every group is too small to be shown, without facts."""
    return tell(dict.fromkeys(Group, 2), usual)


@cache
def before_the_start() -> Release:
    """Return a team that is getting ready, with people chosen and some facts."""
    facts: dict[str, str | int] = {
        "route": "informal",
        "clinical": 4,
        "plan_for_meetings": "no",
        "boundary_policy": "none",
        "hours_preparing_staff": 1,
        "hours_preparing_peer_workers": 30,
        "supervision": "dont_know",
    }
    setting = Setting(facts=facts, mode=Mode.BEFORE_START)
    return tell(dict.fromkeys(Group, 6), usual, setting, readiness())


@cache
def open_groups() -> Release:
    """Return a team with a named manager, a joint sheet, and one group for pooling."""
    people = {
        Group.MANAGER: 1,
        Group.PEER_WORKER: 1,
        Group.OTHER_STAFF: 7,
        Group.PERSON_USING_SERVICE: 9,
    }
    modes = {
        Group.MANAGER: GroupMode.ATTRIBUTED,
        Group.PEER_WORKER: GroupMode.JOINT_SHEET,
        Group.PERSON_USING_SERVICE: GroupMode.POOLED_ONLY,
    }
    return tell(people, usual, Setting(modes=modes))


HOSTILE_COMMENTS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }}",
    '<a href="https://example.org">more</a>',
)


@cache
def commented() -> Release:
    """Return a team whose members wrote comments, some of which a browser might run."""
    setting = Setting(comments_read_by="The trust's peer lead")
    release = tell(dict.fromkeys(Group, 6), usual, setting)
    kept = ("We need more time to talk.\nIt is […] good.", *HOSTILE_COMMENTS)
    return with_comments(release, kept)


@cache
def compared() -> Release:
    """Return a team in which staff feel less under threat than a round before."""

    def answers(group: Group, key: QuestionKey, person: int) -> str:
        return "2" if key.item == "SE8" else usual(group, key, person)

    def again(group: Group, key: QuestionKey, person: int) -> str:
        return "5" if key.item == "SE8" else usual(group, key, person)

    people = dict.fromkeys(Group, 12)
    first = tell(people, answers)
    long_ago = replace(first.audit, closed_on=date(2025, 9, 12))
    first = sealed(replace(first, audit=long_ago))
    return tell(people, again, Setting(mode=Mode.RE_AUDIT, before=first))


@cache
def nothing_found() -> Release:
    """Return a team that agrees on everything, with no strength that rules look for."""

    def answers(_group: Group, key: QuestionKey, _person: int) -> str:
        if key.item.startswith("PR"):
            return "part"
        return "c" if key.item == "RCK" else "3"

    return tell(dict.fromkeys(Group, 8), answers)


@cache
def forty_findings() -> Release:
    """Return London with an instrument that says everything it finds twice over."""
    release = site("London", 5)
    instrument = release.instrument.content
    rules = tuple(
        rule.model_copy(update={"id": f"{rule.id}{suffix}"})
        for suffix in ("", "b")
        for rule in instrument.rules
    )
    words = instrument.wording.rules
    twice = {**words, **{f"{key}b": each for key, each in words.items()}}
    wording = instrument.wording.model_copy(update={"rules": twice})
    changed = instrument.model_copy(update={"rules": rules, "wording": wording})
    # Made anew, as a copy would bring along what the instrument has looked up.
    doubled = Instrument.model_validate(changed.model_dump())
    again = tuple(replace(each, rule=f"{each.rule}b") for each in release.findings)
    return replace(
        release,
        instrument=replace(release.instrument, content=doubled),
        findings=(*release.findings, *again),
    )


LONG = LocalWords(
    "The community recovery, rehabilitation and early intervention team of the North "
    "and of the whole of the South",
    "lived experience practitioner",
    "lived experience practitioners",
)
UNBROKEN = LocalWords("X" * 90, "y" * 60, "z" * 60)
HOSTILE = LocalWords(
    "<script>alert('team')</script>", '"><img src=x onerror=alert(1)>', "{{ 7 * 7 }}"
)
RIGHT_TO_LEFT = LocalWords("فريق التعافي", "عامل النظراء", "عمال النظراء")
