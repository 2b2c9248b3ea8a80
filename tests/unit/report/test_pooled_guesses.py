"""A view over teams says, statement by statement, in which teams others know it."""

from datetime import UTC, datetime
from functools import cache

from peeraudit.audit.promise import GroupMode
from peeraudit.audit.team import Team
from peeraudit.disclosure.cells import Cells, GroupCount
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.wording import LocalWords
from peeraudit.questionnaire.questions import QuestionKey
from peeraudit.release.pooled import freeze_pooled
from peeraudit.release.release import Release
from peeraudit.report.page import body
from peeraudit.report.pooled import PooledReport, pooled_report
from peeraudit.report.reader import Reader
from tests.unit.factories import make_cells, role_adoption
from tests.unit.report.reading import by_id, named, parse, words
from tests.unit.report.releases import Setting, tell

PW, ST = Group.PEER_WORKER, Group.OTHER_STAFF
SHARED = ("PW SE4", "PW SE1", "PW SE2", "PW SE3")
EQUAL = "“Peer workers are treated as equals in this team.”"


def team(name: str, guess: str) -> Release:
    """The release of a team whose staff see all well, and guess what peers say."""

    def answers(_group: Group, key: QuestionKey, _person: int) -> str:
        if key.item.startswith("PR"):
            return "part"
        if key.item == "RCK":
            return "a"
        return guess if key.about else "5"

    setting = Setting(team=Team("Example Trust", LocalWords(name)))
    return tell({PW: 3, ST: 6}, answers, setting)


@cache
def view() -> Release:
    """A view over three teams, in which peer workers are not treated as equals."""
    teams = [team("Elm", "5"), team("Ash", "5"), team("Oak", "1")]
    said = make_cells(dict.fromkeys(SHARED, "below_20"), role_adoption(), {PW: 12})
    count = GroupCount(PW, GroupMode.POOLED_ONLY, 12, 12)
    cells = Cells((count,), said.cells, ())
    at = datetime(2026, 4, 1, 12, tzinfo=UTC)
    return freeze_pooled("Three teams", teams, cells, floor=10, at=at)


def told() -> PooledReport:
    return pooled_report(Reader(view()))


def test_a_statement_names_the_teams_that_do_not_know_and_those_that_do() -> None:
    report = told()
    (equal,) = report.guesses.statements
    assert equal.words == EQUAL
    assert [(spot.label, spot.sentence) for spot in equal.spots] == [
        ("Blind spot", "Other staff in Ash and Elm."),
        ("A known difference", "Other staff in Oak."),
    ]
    assert report.guesses.message == (
        "In 2 of 3 teams, others do not know how peer workers see some things."
    )


def test_it_is_written_as_it_is_told() -> None:
    section = by_id(parse(body(view())), "report-guesses")
    assert [words(each) for each in named(section, "h3")] == [EQUAL]
    assert [words(each) for each in named(section, "li")] == [
        "× Blind spot. Other staff in Ash and Elm.",  # noqa: RUF001
        "≠ A known difference. Other staff in Oak.",
    ]


def test_a_picture_of_one_group_does_not_speak_of_each_group() -> None:
    chart = told().profile.chart
    assert chart is not None
    assert chart.title == "How peer workers see each theme"
