"""How a person answers, page by page."""

from collections.abc import Callable

from peeraudit.instrument.frozen import Group
from tests.integration.web.visiting import Person
from tests.journeys.site import Site


def test_the_first_page_says_who_asks_how_long_and_who_sees_what(
    site: Site, person: Person
) -> None:
    page = person.open(f"/a/{site.code()}")
    assert page.path == "/answer"
    assert page.heading == "Tell us about the peer worker role in Harbour team"
    for words in (
        "Harbour team, Seaside NHS Trust",
        "peer workers",
        "About 8 minutes",
        "5pm on Friday 20 March 2026",
        "There are 6 of you.",
        "shown only if at least 5 of you answer",
        "If you lose the word, your saved answers are lost.",
    ):
        assert words in page.words


def test_a_code_can_be_typed_as_it_comes(site: Site, person: Person) -> None:
    person.open("/")
    typed = site.code().lower().replace("-", " ")
    assert person.press("Continue", code=typed).path == "/answer"


def test_everyone_walks_from_start_to_thank_you(
    site: Site, boxes: Callable[[], int]
) -> None:
    for number, group in enumerate(site.codes, 1):
        person = Person(site)
        page = person.begin(site.code(group))
        while page.path != "/answer/check":
            answers = {name: offered[1] for name, offered in page.questions().items()}
            assert len(answers) <= 5
            page = person.choose(answers)
        assert "Skipped" not in page.words
        page = person.press("Submit my answers")
        assert page.path == "/answer/done"
        assert site.report in page.words
        assert boxes() == number


def test_each_page_says_where_one_is_and_until_when(site: Site, person: Person) -> None:
    page = person.begin(site.code())
    assert "Page 1 of 14" in page.words
    assert page.title.startswith("Recruitment clarity - page 1 of 14")
    assert "Closes in 17 days, at 5pm on Friday 20 March 2026." in page.words
    assert "you can still submit until 6pm" in page.words


def test_every_question_can_be_skipped(
    site: Site, person: Person, boxes: Callable[[], int]
) -> None:
    page = person.begin(site.code())
    while page.path != "/answer/check":
        page = person.press("Continue")
    assert "You have answered 0 of 46 questions." in page.words
    assert person.press("Submit my answers").path == "/answer/done"
    assert boxes() == 1


def test_answers_are_there_on_the_way_back(site: Site, person: Person) -> None:
    person.begin(site.code())
    person.press("Continue", RC1="4", RC6="dont_know")
    page = person.follow("Back")
    assert page.checked() == {"RC1": "4", "RC6": "dont_know"}


def test_answers_can_be_cleared(site: Site, person: Person) -> None:
    person.begin(site.code())
    person.press("Continue", RC1="4", RC6="2")
    person.follow("Back")
    page = person.press("Clear my answers on this page")
    assert page.path == "/answer/rc-1"
    assert page.checked() == {}


def test_one_question_a_page_for_those_who_prefer_it(
    site: Site, person: Person
) -> None:
    person.open(f"/a/{site.code()}")
    page = person.press("Start with one question on each page")
    seen = []
    while page.path != "/answer/check":
        (name,) = page.questions()
        seen.append(name)
        page = person.choose({name: "dont_know"})
    assert len(seen) == 46
    assert "You have answered 46 of 46 questions." in page.words


def test_the_layout_can_change_in_the_middle_and_loses_nothing(
    site: Site, person: Person
) -> None:
    person.begin(site.code())
    person.press("Continue", RC1="4")
    page = person.press("Show one question on each page", SE1="2")
    assert page.questions().keys() == {"SE1"}
    assert page.checked() == {"SE1": "2"}
    page = person.press("Show a topic on each page")
    assert page.checked() == {"SE1": "2"}
    assert "You have answered 2 of 46" in person.open("/answer/check").words


def test_a_guess_names_whose_answer_is_guessed(site: Site, person: Person) -> None:
    person.begin(site.code())
    page = person.open("/answer/se-2")
    assert (
        "What do you think most other staff in this team would say? "
        "“Peer workers are treated as equals in this team.”"
    ) in page.words


def test_a_practice_asks_whether_it_is_part_of_the_role(
    site: Site, person: Person
) -> None:
    person.begin(site.code())
    page = person.open("/answer/practice-1")
    assert page.heading == "What peer workers may do"
    assert page.words.count("Is this part of the role?") == 1 + 4
    assert page.questions()["PR1"] == ["part", "not_part", "must_never", "dont_know"]


def test_the_purposes_stand_in_another_order_for_others(site: Site) -> None:
    orders = set()
    for group in (Group.PEER_WORKER, Group.OTHER_STAFF):
        for _ in range(6):
            person = Person(site)
            person.begin(site.code(group))
            offered = person.open("/answer/purpose-1").questions()["RCK"]
            assert person.open("/answer/purpose-1").questions()["RCK"] == offered
            assert sorted(offered) == ["a", "b", "c", "d", "dont_know", "e", "f"]
            assert offered[-1] == "dont_know"
            orders.add(tuple(offered))
    # Twelve draws out of six orders: all the same once in 360 million times.
    assert len(orders) > 1


def test_a_page_of_one_question_has_it_as_its_heading(
    site: Site, person: Person
) -> None:
    person.begin(site.code())
    page = person.open("/answer/purpose-1")
    assert page.heading == "What is the main reason for having peer workers here?"


def test_check_answers_leads_to_each_answer_and_back(
    site: Site, person: Person
) -> None:
    person.begin(site.code())
    person.press("Continue", RC1="4")
    page = person.open("/answer/check")
    assert page.words.count("Skipped") == 45
    links = [
        each.attrib["href"]
        for each in page.tree.iter("a")
        if "to=check" in each.attrib["href"]
    ]
    assert len(links) == len(set(links)) == 46
    page = person.follow("Change When I was offered this job")
    assert page.checked() == {"RC1": "4"}
    assert page.link("Back") == "/answer/check"
    page = person.press("Continue", RC1="5")
    assert page.path == "/answer/check"
    assert "Strongly agree" in page.words


def test_words_of_a_team_are_shown_as_text(site_with_markup: Site) -> None:
    person = Person(site_with_markup)
    page = person.begin(site_with_markup.code())
    assert "<b>bold</b>" in person.open("/answer").words
    assert not list(page.tree.iter("b"))
