"""What each section says: in words, and with the right one first."""

from dataclasses import replace

import pytest

from peeraudit.consensus.practice import Consensus
from peeraudit.disclosure.cells import Reason, Withheld
from peeraudit.instrument.frozen import Group
from peeraudit.questionnaire.questions import QuestionKey
from peeraudit.report import page
from peeraudit.report.annex import annex
from peeraudit.report.answered import answered
from peeraudit.report.content import content
from peeraudit.report.practices import practices
from peeraudit.report.profile import profile
from peeraudit.report.purposes import purposes
from peeraudit.report.reader import Reader
from peeraudit.report.set_up import set_up
from peeraudit.report.summary import summary
from peeraudit.report.templates import SCREEN
from tests.unit.report.reading import TEAMS, named, parse, words
from tests.unit.report.releases import tell, usual


def test_the_practice_that_groups_clash_on_comes_first() -> None:
    grid = practices(Reader(TEAMS["London x 5"])).grid
    assert grid is not None
    assert grid.rows[0].head == "Get support from the same group that they help to run"
    assert grid.rows[0].entries[0].text == "Yes against never"
    assert grid.columns[:2] == ("Practice", "Together")


def test_a_hidden_group_has_no_column_among_the_practices() -> None:
    grid = practices(Reader(TEAMS["London"])).grid
    assert grid is not None
    assert grid.columns == ("Practice", "People who use the service")


def test_with_nobody_shown_the_practices_are_still_an_agenda() -> None:
    found = practices(Reader(TEAMS["nobody shown"]))
    assert found.grid is not None
    assert len(found.grid.rows) == 18
    assert found.messages == (
        "Too few groups can be shown to say where they agree. The list can still be "
        "the agenda for a talk.",
    )


def test_two_groups_that_clash_are_not_called_too_few() -> None:
    people = {Group.MANAGER: 2, Group.PEER_WORKER: 5, Group.OTHER_STAFF: 5}

    def answers(group: Group, key: QuestionKey, person: int) -> str:
        if key.item.startswith("PR"):
            return "part" if group is Group.PEER_WORKER else "must_never"
        return usual(group, key, person)

    assert practices(Reader(tell(people, answers))).messages == (
        "On 18 practices, one group says yes and another says never. Start there.",
    )


def test_agreement_is_counted_as_in_the_release() -> None:
    release = TEAMS["London x 5"]
    views = release.derived.practice.practices
    agreed = sum(each.agreement is Consensus.AGREED for each in views)
    (first, _) = practices(Reader(release)).messages
    assert first == f"The groups agree on {agreed} of 18 practices."


def test_purposes_are_compared_only_where_groups_can_be() -> None:
    (london,) = purposes(Reader(TEAMS["London x 5"]))
    (hidden,) = purposes(Reader(TEAMS["nobody shown"]))
    (alike,) = purposes(Reader(TEAMS["nothing found"]))
    assert london.message.startswith("The groups put different reasons first.")
    assert hidden.message == "Too little can be shown to compare the groups."
    assert alike.message == "The groups that can be told put the same reason first."


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (Reason.FEW_PEOPLE, "Managers: not shown. Fewer than 5 answered."),
        (
            Reason.PROMISE,
            "Managers: not shown here. As promised, what they say counts only in a "
            "view over several teams.",
        ),
        (Reason.NOBODY, "Managers: not shown. Nobody answered."),
    ],
)
def test_a_withheld_group_is_explained_by_numbers_or_the_promise(
    reason: Reason, words: str
) -> None:
    release = replace(TEAMS["South x 5"], withheld=(Withheld(Group.MANAGER, reason),))
    assert answered(Reader(release)).withheld == (words,)


def test_questions_that_too_few_answered_are_counted_and_not_named() -> None:
    withheld = (
        Withheld(Group.MANAGER, Reason.FEW_ANSWERS, "SE4"),
        Withheld(Group.MANAGER, Reason.FEW_ANSWERS, "SP4"),
    )
    release = replace(TEAMS["South x 5"], withheld=withheld)
    assert answered(Reader(release)).withheld == (
        "Managers: 2 questions are not shown. Fewer than 5 answered.",
    )


def test_open_groups_are_shown_as_they_agreed() -> None:
    found = answered(Reader(TEAMS["open groups"]))
    rows = {
        each.head: [entry.text for entry in each.entries] for each in found.table.rows
    }
    assert rows["Managers"] == ["1", "1", "Openly, as agreed before"]
    assert rows["Peer workers"][1:] == [
        "1 sheet",
        "Openly, from one sheet filled in together",
    ]
    assert rows["People who use the service"][2] == "Only in a view over several teams"


def test_where_answers_stay_hidden_the_report_says_what_can_be_done() -> None:
    hidden = content(TEAMS["nobody shown"])
    assert hidden.answered.instead
    assert hidden.summary.strengths == ()
    assert hidden.summary.talk == ()
    assert len(hidden.summary.actions) == 2
    assert "No set-up facts were filled in." in hidden.summary.no_talk
    assert hidden.profile.chart is None
    assert content(TEAMS["South x 5"]).answered.instead == ()


def test_where_a_group_is_withheld_the_guide_is_named_or_linked() -> None:
    alone = words(parse(page.body(TEAMS["London"])))
    assert "There is a conversation guide for a meeting of the team." in alone
    assert "first page of the website where you answered" in alone
    within = parse(page.body(TEAMS["London"], replace(SCREEN, guides="/guide")))
    (link,) = (each for each in named(within, "a") if each.get("href") == "/guide")
    assert words(link) == "Open the conversation guides"
    assert "first page of the website" not in words(within)
    assert "conversation guide" not in page.body(TEAMS["South x 5"])


def test_the_first_page_of_london_says_what_matters_most() -> None:
    first = summary(Reader(TEAMS["London x 5"]))
    assert first.strengths[0].title == "Everyone sees the good that the role does"
    assert [each.key for each in first.talk] == ["F25", "F05", "F13"]
    assert len(set(first.actions)) == 3


def test_a_team_in_which_nothing_is_found_reads_that_nothing_is() -> None:
    report = content(TEAMS["nothing found"])
    assert report.findings.opening == (
        "No pattern from the paper could be found in this audit."
    )
    assert report.summary.talk == ()
    assert report.summary.no_talk.startswith("No pattern of concern")


def test_before_anyone_starts_the_headings_look_ahead() -> None:
    headings = [each.heading for each in content(TEAMS["before the start"]).sections]
    assert "How the role will be set up" in headings
    assert "Why the role will be there" in headings
    why = profile(Reader(TEAMS["before the start"])).why_none
    assert why.startswith("This audit asks too few questions on each theme")


def test_the_teams_facts_lie_beside_the_papers_sites() -> None:
    london = set_up(Reader(TEAMS["London"]))
    assert london.beside.columns == ("Set-up", "This team", "London", "South", "North")
    team = {each.head: each.entries[0].text for each in london.beside.rows}
    assert team["Terms"] == "Paid or unpaid: Yes, all of them; Bank staff"
    assert team["Aim of the service"] == "Not filled in"
    assert set_up(Reader(TEAMS["nobody shown"])).facts is None


def test_facts_keep_the_instruments_order_when_a_release_is_read_back() -> None:
    release = TEAMS["before the start"]
    backwards = dict(reversed(list(release.facts.items())))
    facts = set_up(Reader(replace(release, facts=backwards))).facts
    assert facts == set_up(Reader(release)).facts
    assert facts is not None
    assert [each.head for each in facts.rows][:2] == [
        "How clinical the work is",
        "Plan for taking part in meetings",
    ]


def test_shares_are_of_the_words_as_they_stand_and_scores_of_what_is_good() -> None:
    recruitment = annex(Reader(TEAMS["London x 5"])).themes[0]
    said = {each.head: each.entries[0].text for each in recruitment.table.rows}
    too_close = (
        "If I did this job, the problems I heard about would be too close to my own."
    )
    assert said[too_close] == (
        "People who use the service: 20 to 29 (turned round), 90 to 100% agree, "
        "0 to 9% neither, 0 to 9% disagree"
    )
    assert said["I know what peer workers are here to do."] == (
        "People who use the service: 60 to 69, 60 to 69% agree, 40 to 49% neither, "
        "0 to 9% disagree"
    )


def test_one_of_a_unit_is_said_as_one() -> None:
    reader = Reader(TEAMS["before the start"])
    assert reader.fact("hours_preparing_staff") == "1 hour"
    assert reader.fact("hours_preparing_peer_workers") == "30 hours"
    assert reader.fact("supervision") == "Not known yet"
