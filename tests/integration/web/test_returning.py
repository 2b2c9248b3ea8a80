"""Save, come back with the return word, or begin again without it."""

from datetime import timedelta

from peeraudit.sealing.codes import new_code
from tests.integration.web.visiting import Person
from tests.journeys.site import CLOSES, Site


def saved_word(person: Person) -> str:
    """The word that the page after Save shows."""
    found = person.page.tree.find(".//p[@class='app-word__word']")
    assert found is not None
    return str(found.text)


def test_saving_shows_the_word_to_write_down(site: Site, person: Person) -> None:
    person.begin(site.code())
    page = person.press("Save and come back later", RC1="4")
    assert page.path == "/answer/saved"
    assert "Write this down, or take a picture." in page.words
    assert len(saved_word(person)) == 13


def test_another_device_needs_the_word(site: Site, person: Person) -> None:
    code = site.code()
    person.begin(code)
    person.press("Save and come back later", RC1="4")
    word = saved_word(person)
    other = Person(site)
    page = other.open(f"/a/{code}")
    assert page.path == "/answer/return"
    assert "RC1" not in page.words
    page = other.press("Continue", word=word.upper().replace("-", " "))
    assert page.path == "/answer"
    assert "You have answered 1 of 46 questions." in page.words
    assert other.press("Go on").path == "/answer/se-1"
    assert other.open("/answer/rc-1").checked() == {"RC1": "4"}


def test_a_wrong_word_opens_nothing(site: Site, person: Person) -> None:
    code = site.code()
    person.begin(code)
    person.press("Continue", RC1="4")
    other = Person(site)
    other.open(f"/a/{code}")
    for word in ("", "bakolu-mifeta", "x" * 1000):
        page = other.press("Continue", word=word, status=400)
        assert page.title.startswith("Error: Enter your return word")
        assert "There is a problem" in page.words
    assert other.open("/answer/rc-1").path == "/answer/return"


def test_starting_afresh_says_first_what_is_lost(site: Site, person: Person) -> None:
    code = site.code()
    person.begin(code)
    person.press("Continue", RC1="4")
    other = Person(site)
    other.open(f"/a/{code}")
    page = other.follow("Start again without them")
    assert page.path == "/answer/afresh"
    assert "Nobody can bring it back." in page.words
    page = other.press("Delete and start again")
    assert page.path == "/answer"
    other.press("Start")
    assert other.page.checked() == {}
    other.press("Continue", RC1="1")
    # The first device's word opens nothing any more, and its answers are gone.
    assert person.open("/answer").path == "/answer/return"


def test_opening_a_link_spends_nothing_and_begins_nothing(
    site: Site, person: Person
) -> None:
    code = site.code()
    for _ in range(3):
        assert Person(site).open(f"/a/{code}").path == "/answer"
    assert person.begin(code).path == "/answer/rc-1"


def test_the_same_link_again_goes_on(site: Site, person: Person) -> None:
    code = site.code()
    person.begin(code)
    person.press("Continue", RC1="4")
    page = person.open(f"/a/{code}")
    assert "You have answered 1 of 46 questions." in page.words


def test_another_link_in_the_same_browser_is_another_person(
    site: Site, person: Person
) -> None:
    person.begin(site.code())
    person.press("Continue", RC1="4")
    person.open(f"/a/{site.code()}")
    person.follow("Leave the first questionnaire")
    person.begin(site.code())
    assert person.page.checked() == {}


def test_leaving_forgets_and_says_what_is_kept(site: Site, person: Person) -> None:
    code = site.code()
    person.begin(code)
    person.press("Continue", RC1="4")
    page = person.follow("Leave")
    assert page.path == "/left"
    assert "Pages where you pressed Continue are saved." in page.words
    assert person.open("/answer/rc-1").path == "/"
    assert person.open(f"/a/{code}").path == "/answer/return"


def test_who_has_begun_may_submit_in_the_hour_after_closing(
    site: Site, person: Person
) -> None:
    code, late = site.code(), Person(site)
    person.begin(code)
    person.press("Continue", RC1="4")
    site.clock.now = CLOSES + timedelta(minutes=30)
    page = person.open("/answer/check")
    assert "Closed at 5pm on Friday 20 March 2026." in page.words
    assert "you can still submit until 6pm on Friday 20 March 2026" in page.words
    late.open(f"/a/{site.code()}", status=404)
    assert person.press("Submit my answers").path == "/answer/done"


def test_support_is_a_link_away_and_leads_back(site: Site, person: Person) -> None:
    person.begin(site.code())
    page = person.follow("Support")
    for words in ("020 7946 0000", "116 123", "111", "999", "Freedom to Speak Up"):
        assert words in page.words
    assert person.follow("Go on with your questions").path == "/answer"


def test_who_lost_a_draft_to_another_device_is_not_thanked(
    site: Site, person: Person
) -> None:
    code = site.code()
    person.begin(code)
    person.press("Continue", RC1="4")
    person.open("/answer/check")
    other = Person(site)
    other.open(f"/a/{code}")
    other.follow("Start again without them")
    other.press("Delete and start again")

    page = person.press("Submit my answers")

    assert page.path == "/answer/return"
    assert "nothing was submitted" in page.words
    assert other.open("/answer/check").path == "/answer/check"


def test_a_link_on_another_site_does_not_make_the_browser_forget(
    site: Site, person: Person
) -> None:
    person.begin(site.code())
    person.press("Continue", RC1="4")
    foreign = {"Sec-Fetch-Site": "cross-site"}
    answer = person.client.get("/leave", headers=foreign, follow_redirects=True)
    assert "Do you want to leave?" in answer.text
    assert person.open("/answer/rc-1").checked() == {"RC1": "4"}
    person.open("/leave")
    assert person.open("/answer/rc-1").path == "/"


def test_only_who_began_here_is_told_that_somebody_began_again(
    site: Site, person: Person
) -> None:
    code = site.code()
    person.begin(code)
    person.press("Continue", RC1="4")
    other = Person(site)
    assert "somebody has begun again" not in other.open(f"/a/{code}").words


def test_another_link_does_not_take_a_word_that_nobody_has_seen(
    site: Site, person: Person
) -> None:
    person.begin(site.code())
    person.press("Continue", RC1="4")
    page = person.open(f"/a/{new_code()}")
    assert page.path == "/another-code"
    assert person.open("/answer/rc-1").checked() == {"RC1": "4"}
    assert len(saved_word_at(person)) == 13


def saved_word_at(person: Person) -> str:
    """The return word that can still be shown."""
    person.open("/answer/saved")
    return saved_word(person)
