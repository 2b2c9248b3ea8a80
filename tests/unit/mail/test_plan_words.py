"""What a reminder of actions says: in short sentences, and without a secret."""

import re
from datetime import date

from peeraudit.mail.plan_words import Reminded, TeamReminders, owner_reminder
from peeraudit.plan.action import Action
from peeraudit.plan.reminders import Occasion

DUE = date(2026, 6, 1)
REVIEW = date(2026, 6, 8)
LINK = "https://audit.example/manage/teams/t1/plan"
ACTION = Action(
    "audit",
    "Write the role down",
    "team manager",
    DUE,
    measure="It hangs in the office",
    notes="only for who manages",
    remind="owner@trust.example",
    id="a",
)
OVERDUE = Reminded(ACTION, Occasion.OVERDUE, DUE)
TEAM = TeamReminders("Harbour\nteam", LINK, (OVERDUE,))


def test_it_says_what_is_due_and_where_it_is_changed() -> None:
    words = owner_reminder([TEAM])
    assert words.subject == "Harbour team: 1 action to look at"
    assert (
        "The day has passed, and it is still open:\n"
        "- Write the role down (team manager, by 1 June 2026)\n"
        "  How to know: It hangs in the office\n" in words.text
    )
    assert LINK in words.text.splitlines()
    for kept in (ACTION.notes, ACTION.remind):
        assert kept not in words.text


def test_one_action_is_counted_once_and_each_team_has_its_part() -> None:
    both = TeamReminders(
        "Harbour team", LINK, (OVERDUE, Reminded(ACTION, Occasion.REVIEW, REVIEW))
    )
    assert owner_reminder([both]).subject == "Harbour team: 1 action to look at"
    two = owner_reminder([both, TeamReminders("Pier team", LINK, (OVERDUE,))])
    assert two.subject == "2 teams: 1 action to look at"
    assert two.text.index("Team: Harbour team") < two.text.index("Team: Pier team")
    assert "The day of the review is 8 June 2026." in two.text
    assert two.text.count(ACTION.what) == 2


def test_sentences_are_short() -> None:
    text = owner_reminder([TEAM]).text
    for sentence in re.split(r"[.:?!]\s", text):
        assert len(sentence.split()) <= 20, sentence
