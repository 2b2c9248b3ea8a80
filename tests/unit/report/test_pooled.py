"""A view over teams is told of one group, and of no team what it said by itself."""

import json
import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from peeraudit.release.release import Release, to_json
from peeraudit.report import page
from peeraudit.report.content import content, told
from peeraudit.report.pooled import PooledReport, pooled_report
from peeraudit.report.reader import Reader
from tests.unit.factories import ST, SU, altered, role_adoption
from tests.unit.report.reading import VIEWS, body, by_id, named, table_rows, words
from tests.unit.report.views import apart, three_teams, view

Answers = Callable[..., str]


def report(release: Release | None = None) -> PooledReport:
    return pooled_report(Reader(release or three_teams()))


def theme_scores(*scores: int) -> Release:
    """A view in which themes have these scores, in the instrument's order."""
    release = three_teams()
    themes = tuple(
        replace(each, score=score)
        for each, score in zip(release.derived.themes, scores, strict=False)
    )
    return replace(release, derived=replace(release.derived, themes=themes))


def test_a_view_is_told_as_a_view_and_a_team_as_a_team() -> None:
    assert isinstance(told(three_teams()), PooledReport)
    own = replace(three_teams(), pooled=None)
    with pytest.raises(ValueError, match="of one audit"):
        pooled_report(Reader(own))
    assert not isinstance(content(own), PooledReport)


def test_it_says_first_what_it_is_and_when_it_was_made() -> None:
    found = report()
    assert page.title(three_teams()) == "Peer workers over 3 teams: Small teams"
    assert found.lede == (
        "At least 10 peer workers answered, in 3 teams. None of these teams shows them "
        "in its own report. This view was made once, on 19 April 2026."
    )
    assert report(view(group=SU)).title == "People who use the service over 3 teams"


def test_the_highest_and_the_lowest_theme_are_named() -> None:
    scores = (40, 30, 55, 72, 41, 42, 43, 44)
    first, second, *_ = report(theme_scores(*scores)).points
    assert first == "Peer workers score Boundaries highest: about 72 of 100."
    assert second == "They score Shared expectations lowest: about 30 of 100."


def test_themes_that_are_level_are_counted_and_none_is_named_for_all() -> None:
    first, second, *_ = report(theme_scores(50, 30, 50, 30, 30, 40, 40, 40)).points
    assert first == "Peer workers score 2 themes highest: about 50 of 100."
    assert second == "They score 3 themes lowest: about 30 of 100."


@pytest.mark.parametrize("scores", [(50,) * 8, (50,)])
def test_where_no_theme_is_higher_than_another_none_stands_out(
    scores: tuple[int, ...],
) -> None:
    points = report(theme_scores(*scores)).points
    assert points[0] == "No theme stands out."
    assert not any("highest" in each or "lowest" in each for each in points)


def test_with_no_theme_shown_nothing_is_said_of_themes() -> None:
    points = report(theme_scores()).points
    assert not any("theme" in each for each in points)
    assert "an average over teams" in points[-1]


def mixed_on(*practices: str) -> Release:
    """A view in which half of each team sees these practices in another way."""

    def answers(group: object, key: object, person: int) -> str:
        item = getattr(key, "item", "")
        if item in practices:
            return "part" if person % 2 else "not_part"
        return "part" if item.startswith("PR") else apart(group, key, person)  # type: ignore[arg-type]

    return view(answers=answers)


@pytest.mark.parametrize(
    ("practices", "said"),
    [
        (("PR2",), "They do not see 1 practice alike."),
        (("PR1", "PR4", "PR9"), "They do not see 3 practices alike."),
    ],
)
def test_practices_that_most_do_not_see_alike_are_counted(
    practices: tuple[str, ...], said: str
) -> None:
    assert said in report(mixed_on(*practices)).points


def test_where_practices_are_seen_alike_none_is_counted() -> None:
    assert not any("alike" in each for each in report(mixed_on()).points)


def test_it_is_said_that_no_team_should_be_judged_by_an_average() -> None:
    for release in VIEWS.values():
        assert report(release).points[-1].endswith("so no team should be judged by it.")


def test_teams_are_listed_with_nothing_but_their_day() -> None:
    table = report().teams
    assert table.columns == ("Team", "Its audit closed on")
    assert [(r.head, *(e.text for e in r.entries)) for r in table.rows] == [
        (name, "20 March 2026") for name in ("East", "North", "West")
    ]


def test_how_many_of_one_team_answered_stands_nowhere() -> None:
    numbers = (261, 267, 271)
    release = view(numbers)
    # the instrument is the same whoever answers
    held = {**json.loads(to_json(release)), "instrument": {}}
    for written in (json.dumps(held), page.body(release)):
        without_hashes = re.sub(r"[0-9a-f]{64}", "", written)
        # How high something stands in a picture follows from the words above it.
        without_hashes = re.sub(r' (y[12]?|height)="\d+"', "", without_hashes)
        shown = {int(each) for each in re.findall(r"\d+", without_hashes)}
        assert 400 in shown
        assert sum(numbers) not in shown
        assert not shown & set(numbers)
        # nor can it be reckoned from that of two others
        assert not shown & {sum(numbers) - n for n in numbers}


def test_what_most_of_them_say_of_each_practice_is_a_table() -> None:
    table = report(mixed_on("PR2")).practices
    assert table is not None
    assert table.columns == ("Practice", "Peer workers")
    said = [row.entries[0].text for row in table.rows]
    assert len(said) == 18
    assert said.count("Mixed") == 1
    assert set(said) == {"Mixed", "Part of it"} or len(set(said)) == 2


def test_without_practices_there_is_no_table() -> None:
    without = altered(role_adoption(), practices=(), rules=())
    assert report(view(instrument=without)).practices is None
    assert "These audits did not ask about practices." in page.body(
        view(instrument=without)
    )


def test_there_is_one_group_to_tell_of_and_no_comparison() -> None:
    found = report()
    assert found.profile.chart is not None
    assert found.profile.chart.message == "What peer workers say, over all these teams."
    assert [each.name for each in found.profile.chart.series] == ["Peer workers"]
    assert found.profile.gaps == ()
    (purpose,) = found.purposes
    assert purpose.message == "What they most often put first, over all these teams."
    assert [row.head for row in purpose.table.rows] == ["Peer workers"]
    assert report(view(group=ST)).profile.chart is not None


def test_it_tells_how_it_was_made_and_what_it_cannot_say() -> None:
    release = three_teams()
    found = report(release).about
    facts = {row.head: row.entries[0].text for row in found.facts.rows}
    assert facts["View"] == "Small teams"
    assert facts["Made on"] == "19 April 2026"
    assert facts["Answers were given"] == "2 to 20 March 2026"
    assert facts["Shown from"] == "10 answers, from 3 teams or more"
    assert facts["Made of"].endswith("it cannot be made again")
    assert facts["Fingerprint of these results"] == release.hash
    assert facts["Fingerprint of the questions"] == release.instrument.hash
    assert any("far from what any one team has" in each for each in found.limits)
    assert any("people in one's own team" in each for each in found.limits)


def test_a_higher_floor_is_told() -> None:
    release = three_teams()
    higher = replace(release, promise=replace(release.promise, floor=11))
    facts = {r.head: r.entries[0].text for r in report(higher).about.facts.rows}
    assert facts["Shown from"] == "11 answers, from 3 teams or more"


@pytest.mark.parametrize("name", VIEWS)
def test_the_page_has_the_views_own_first_page_and_sections(name: str) -> None:
    first = words(by_id(body(name), "report-summary"))
    assert "Do not use this view to judge a team" in first
    assert "Who answered" not in first
    ids = [each.get("id") for each in named(body(name), "section")]
    assert ids == [
        "report-summary",
        "report-teams",
        "report-themes",
        "report-guesses",
        "report-pooled-practices",
        "report-purposes",
        "report-about",
        "report-annex",
    ]


@pytest.mark.parametrize("name", VIEWS)
def test_the_page_tells_all_that_the_report_holds(name: str) -> None:
    found, told_there = report(VIEWS[name]), words(body(name))
    assert found.lede in told_there
    assert all(point in told_there for point in found.points)
    assert found.guesses.message in told_there
    assert found.guesses.uncertain in told_there
    for guessed in found.guesses.statements:
        assert guessed.words in told_there
        assert all(spot.sentence in told_there for spot in guessed.spots)
    tables = {
        words(next(named(each, "caption"))): table_rows(each)
        for each in named(body(name), "table")
    }
    for table in (found.teams, found.practices):
        if table is not None:
            heads = [row.head for row in table.rows]
            assert [row[0] for row in tables[table.caption]] == heads


def test_names_of_teams_and_of_the_view_are_text() -> None:
    written = page.single_file(VIEWS["pooled, hostile names"])
    assert "<script" not in written
    assert "<img" not in written
    assert "&lt;script&gt;" in written
    teams = words(by_id(body("pooled, hostile names"), "report-teams"))
    assert "<script>alert('team')</script>" in teams


def test_the_release_of_a_view_is_no_more_than_the_report_needs() -> None:
    content = json.loads(to_json(three_teams()))
    assert content["comments"] == []
    assert content["findings"] == []
    assert {len(each) for each in content["pooled"]["teams"]} == {5}
