"""What the website lets people do, and what it says to codes that open nothing."""

import json
import re
import secrets
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace

from peeraudit.operations.privacy_check.loot.browser import Browser
from peeraudit.operations.privacy_check.loot.session import read_session
from peeraudit.operations.privacy_check.scene import Asked, Peek, Person, Reply
from peeraudit.sealing.codes import new_code

ROUNDS = 150
"""How often each kind of code is asked for: a difference of half the noise shows
(our judgement)."""

QUESTIONS = re.compile(r'href="(/answer/[a-z0-9-]+)[?"#]')
"""Where the page with all answers leads, to change one."""

CHECKED = " checked"
"""What stands in a page beside an answer that was given before."""


class NotAnswered(RuntimeError):
    """The website did not take an answer, so there is nothing to attack."""


def answer(address: str, person: Person) -> Person:
    """Answer and submit as ``person``; return them with what their browser holds."""
    with closing(Browser(address)) as browser:
        saved = _save(browser, person)
        sent = browser.send("/answer/submit", {"csrf_token": _token(browser)})
        if sent.location != "/answer/done":
            raise NotAnswered(f"the website said {sent.status} to Submit")
        browser.open("/answer/done")
        return replace(saved, session=browser.cookie)


def begin_draft(address: str, person: Person) -> Person:
    """Answer as ``person`` without submitting; return them with what they hold."""
    with closing(Browser(address)) as browser:
        return _save(browser, person)


def _save(browser: Browser, person: Person) -> Person:
    """Keep a person's answers; return the person with return word and cookie."""
    browser.open(f"/a/{person.code}")
    page = browser.send("/answer", {"csrf_token": _token(browser)}).location
    kept = browser.send(page, {"csrf_token": _token(browser), **person.values})
    if not kept.location:
        raise NotAnswered(f"the website said {kept.status} to a page of answers")
    return replace(person, word=_word(browser.cookie), session=browser.cookie)


def peek(address: str, owner: Person) -> tuple[Peek, ...]:
    """Look at the pages of a draft, as its owner and with its code alone."""
    with closing(Browser(address)) as browser:
        browser.cookie = owner.session
        check = browser.open("/answer/check")
        pages = dict.fromkeys(QUESTIONS.findall(check.text))
        own = sum(browser.open(page).text.count(CHECKED) for page in pages)
        browser.forget()
        browser.open(f"/a/{owner.code}")
        others = sum(browser.open(page).text.count(CHECKED) for page in pages)
    return Peek(is_owner=True, answers=own), Peek(is_owner=False, answers=others)


def replies(
    address: str, spent: Sequence[Person], closed: Sequence[Person], rounds: int
) -> tuple[Reply, ...]:
    """Ask with unknown, spent and closed codes, in random turn within each round."""
    # Each kind has as many codes, so that none is any quicker for coming back.
    number = min(len(spent), len(closed))
    codes = {
        Asked.UNKNOWN: [new_code() for _ in range(number)],
        Asked.UNKNOWN_TOO: [new_code() for _ in range(number)],
        Asked.SPENT: [person.code for person in spent[:number]],
        Asked.CLOSED: [person.code for person in closed[:number]],
    }
    found: list[Reply] = []
    with closing(Browser(address)) as browser:
        for turn in range(rounds):
            asked = list(codes)
            secrets.SystemRandom().shuffle(asked)
            found += [
                _reply(browser, each, codes[each][turn % number]) for each in asked
            ]
    return tuple(found)


def _reply(browser: Browser, asked: Asked, code: str) -> Reply:
    """Ask with one code, by its link, as somebody new."""
    browser.forget()
    link = browser.open(f"/a/{code}")
    page = browser.open(link.location)
    shown = f"{link.shown}\n{page.shown}".replace(code, "")
    return Reply(asked, link.seconds + page.seconds, shown)


def _token(browser: Browser) -> str:
    """Return the token of this browser's forms."""
    return browser.open("/answer").token


def _word(cookie: str) -> str:
    """Return the return word that a browser holds."""
    return str(json.loads(read_session(cookie))["visitor"]["word"])
