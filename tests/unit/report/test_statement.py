"""The role statement: what a team agreed, in which words, and what it stands on."""

from dataclasses import replace
from datetime import date

from peeraudit.instrument.wording import LocalWords
from peeraudit.plan.agreement import Agreement, Meeting, Verdict
from peeraudit.release.release import Release
from peeraudit.report.reader import Reader
from peeraudit.report.statement import (
    AgreedAfter,
    Statement,
    agreed_lines,
    going_on,
    statement,
)
from tests.unit.report.releases import before_the_start, nobody_shown, open_groups

MARCH, MAY = date(2026, 3, 24), date(2026, 5, 5)


def agreed(
    practice: str, verdict: Verdict, sentence: str = "", on: date = MARCH
) -> dict[str, Agreement]:
    return {practice: Agreement(practice, verdict, sentence, on)}


def told(*agreed: AgreedAfter) -> Statement:
    made = statement(agreed)
    assert made
    return made


def closed(release: Release, on: date) -> Reader:
    """The same release as if it had closed on another day."""
    return Reader(replace(release, audit=replace(release.audit, closed_on=on)))


def test_lines_stand_by_verdict_and_then_as_they_are_asked() -> None:
    lines = agreed_lines(
        Reader(nobody_shown()),
        agreed("PR10", Verdict.MUST_NEVER)
        | agreed("PR6", Verdict.TALK_AGAIN)
        | agreed("PR5", Verdict.PART, "with a plan for the day")
        | agreed("PR1", Verdict.PART),
    )
    assert [(line.verdict, line.practice) for line in lines] == [
        (
            Verdict.PART,
            "share parts of their own mental health story with people they support",
        ),
        (Verdict.PART, "run a group together with another member of staff"),
        (Verdict.MUST_NEVER, "give people their own phone number"),
        (Verdict.TALK_AGAIN, "run a group on their own"),
    ]
    assert lines[0].heading == "In this team, a peer worker may"
    assert lines[1].sentence == "With a plan for the day."
    assert (lines[0].sentence, lines[0].agreed_on) == ("", MARCH)


def test_it_speaks_in_the_teams_own_words() -> None:
    release = nobody_shown()
    words = LocalWords("Harbour team", "expert by experience", "experts by experience")
    reader = Reader(replace(release, audit=replace(release.audit, words=words)))
    (line,) = agreed_lines(reader, agreed("PR10", Verdict.MUST_NEVER))
    assert line.heading == "In this team, an expert by experience must never"
    made = told(AgreedAfter(reader, agreed("PR10", Verdict.MUST_NEVER)))
    assert made.peer_workers == "experts by experience"


def test_a_practice_that_the_instrument_does_not_have_is_left_out() -> None:
    reader = Reader(nobody_shown())
    assert agreed_lines(reader, agreed("PR99", Verdict.PART)) == ()
    assert statement([AgreedAfter(reader, agreed("PR99", Verdict.PART))]) is None


def test_a_practice_that_begins_with_a_short_name_keeps_it() -> None:
    assert going_on("WRAP groups, run together") == "WRAP groups, run together"
    assert going_on("A talk") == "a talk"


def test_there_is_no_statement_before_anything_is_agreed() -> None:
    assert statement([]) is None
    assert statement([AgreedAfter(Reader(nobody_shown()), {})]) is None


def test_the_later_agreement_on_a_practice_holds() -> None:
    before = AgreedAfter(
        closed(before_the_start(), date(2025, 9, 12)),
        agreed("PR1", Verdict.MUST_NEVER) | agreed("PR6", Verdict.PART),
    )
    now = AgreedAfter(
        Reader(nobody_shown()), agreed("PR1", Verdict.PART, on=MAY), Meeting(MAY, "All")
    )
    made = told(before, now)
    lines = {line.practice: line for part in made.parts for line in part.lines}
    assert len(lines) == 2
    told_of = "share parts of their own mental health story with people they support"
    assert lines[told_of].verdict is Verdict.PART
    assert lines[told_of].agreed_on == MAY
    assert lines["run a group on their own"].agreed_on == MARCH
    assert made.agreed_on == "5 May 2026"
    headings = [source.heading for source in made.sources]
    assert headings == [
        "Role adoption audit, closed on 20 March 2026",
        "Readiness audit, closed on 12 September 2025",
    ]


def test_an_audit_of_which_nothing_holds_any_more_is_no_source() -> None:
    before = AgreedAfter(
        closed(before_the_start(), date(2025, 9, 12)), agreed("PR1", Verdict.PART)
    )
    now = AgreedAfter(Reader(nobody_shown()), agreed("PR1", Verdict.NOT_PART, on=MAY))
    assert len(told(before, now).sources) == 1


def test_a_practice_in_other_words_is_another_practice() -> None:
    release = before_the_start()
    instrument = release.instrument.content
    practices = {**instrument.wording.practices, "PR1": "Tell their whole story"}
    wording = instrument.wording.model_copy(update={"practices": practices})
    content = instrument.model_copy(update={"wording": wording})
    other = replace(release, instrument=replace(release.instrument, content=content))
    made = told(
        AgreedAfter(closed(other, date(2025, 9, 12)), agreed("PR1", Verdict.PART)),
        AgreedAfter(Reader(nobody_shown()), agreed("PR1", Verdict.PART, on=MAY)),
    )
    (part,) = made.parts
    assert [line.practice for line in part.lines] == [
        "share parts of their own mental health story with people they support",
        "tell their whole story",
    ]


def test_it_says_who_was_asked_and_who_met_but_no_more_than_the_release() -> None:
    reader = Reader(open_groups())
    made = told(
        AgreedAfter(
            reader, agreed("PR1", Verdict.PART), Meeting(MAY, "Two groups of staff")
        )
    )
    (source,) = made.sources
    assert source.met == (
        "The team met on 5 May 2026. Who took part: Two groups of staff."
    )
    told_in_the_table = {
        row.head: [entry.text for entry in row.entries] for row in source.asked.rows
    }
    assert told_in_the_table["Peer workers"] == ["3", "1 sheet"]
    few = Reader(nobody_shown())
    (source,) = told(AgreedAfter(few, agreed("PR1", Verdict.PART))).sources
    assert source.met == ""
    entries = [entry.text for row in source.asked.rows for entry in row.entries]
    assert entries == ["2", "Fewer than 5"] * 4
