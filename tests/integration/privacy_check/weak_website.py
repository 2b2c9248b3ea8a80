"""A website that says too much: in its pages, its times, its cookies, its logs."""

import dataclasses
import logging
from datetime import datetime
from time import sleep
from typing import NoReturn

import pytest
from flask import abort

from peeraudit.operations import submit_response as submitting
from peeraudit.operations.admit import Admitted, Refusal, admit
from peeraudit.operations.installation import Installation
from peeraudit.operations.privacy_check.loot.logs import everything_logged
from peeraudit.operations.privacy_check.loot.website import (
    answer,
    begin_draft,
    peek,
    replies,
)
from peeraudit.operations.privacy_check.people import begin
from peeraudit.operations.privacy_check.scene import Log, Person, Scene
from peeraudit.sealing import drafts as sealed_drafts
from peeraudit.sealing.codes import fingerprint
from peeraudit.web import arrival, respond
from peeraudit.web.visitor import Visitor
from tests.integration.privacy_check.heist import ASKED, Heist
from tests.journeys.site import instrument, served

ROUNDS = 30


def asked_with_codes(heist: Heist) -> Scene:
    """A scene of what the website says to codes that open nothing."""
    now = heist.site.clock.now
    closed = begin(heist.installation, instrument(), ASKED, closes_at=now)
    with served(heist.site) as site:
        heard = replies(site.url, heist.people, closed.people, ROUNDS)
    return dataclasses.replace(heist.scene(), replies=heard)


def another_page_for_used_codes(heist: Heist, patch: pytest.MonkeyPatch) -> Scene:
    heist.submit(3)
    spent = {person.code for person in heist.people}
    turn_away = arrival.turn_away

    def tell(mine: Visitor, refusal: Refusal) -> NoReturn:
        if mine.code in spent:
            abort(410)
        turn_away(mine, refusal)

    patch.setattr(arrival, "turn_away", tell)
    return asked_with_codes(heist)


def a_look_up_that_takes_long(
    heist: Heist, patch: pytest.MonkeyPatch, seconds: float = 0.05
) -> Scene:
    heist.submit(3)
    spent = {person.code for person in heist.people}

    def slow(
        installation: Installation, code: str, *, at: datetime
    ) -> Admitted | Refusal:
        if code in spent:
            sleep(seconds)
        return admit(installation, code, at=at)

    patch.setattr(arrival, "admit", slow)
    return asked_with_codes(heist)


def drafts_that_the_website_opens_with_any_word(
    heist: Heist, patch: pytest.MonkeyPatch
) -> Scene:
    real = sealed_drafts._box
    patch.setattr(sealed_drafts, "_box", lambda code, _, key: real(code, "", key))
    with served(heist.site) as site:
        begun = begin_draft(site.url, heist.next_person())
        peeks = peek(site.url, begun)
    return dataclasses.replace(heist.scene(), begun=begun, peeks=peeks)


def cookies_that_keep_the_word(heist: Heist, patch: pytest.MonkeyPatch) -> Scene:
    def keep_word(mine: Visitor, **changes: object) -> Visitor:
        kept = {name: value for name, value in changes.items() if name != "word"}
        return dataclasses.replace(mine, **kept)  # type: ignore[arg-type]

    patch.setattr(respond, "replace", keep_word)
    with served(heist.site) as site:
        person = answer(site.url, heist.next_person())
    return dataclasses.replace(heist.scene(), people=(person,))


def a_program_that_logs_codes(heist: Heist, patch: pytest.MonkeyPatch) -> Scene:
    def tell(code: str) -> bytes:
        logging.getLogger("peeraudit").debug("spending %s", code)
        return fingerprint(code)

    patch.setattr(submitting, "fingerprint", tell)
    with everything_logged() as written:
        heist.submit(1)
    heist.logs.append(Log("the program", "\n".join(written)))
    return heist.scene()


def a_server_that_logs_pages(heist: Heist, _: pytest.MonkeyPatch) -> Scene:
    heist.logs.append(Log("access.log", '- "GET /answer/rc-1 HTTP/1.1" 200'))
    return heist.scene()


def a_server_that_logs_addresses(heist: Heist, _: pytest.MonkeyPatch) -> Scene:
    heist.logs.append(Log("error.log", "upstream timed out, client: 10.20.30.40"))
    return heist.scene()


def a_log_with_answers(heist: Heist, _: pytest.MonkeyPatch) -> Scene:
    person: Person = heist.next_person()
    heist.logs.append(Log("the program", f"got {dict(person.values)}"))
    return heist.scene()


WEAKNESSES = (
    ("refusal-words", another_page_for_used_codes),
    ("refusal-times", a_look_up_that_takes_long),
    ("draft-on-website", drafts_that_the_website_opens_with_any_word),
    ("read-sessions", cookies_that_keep_the_word),
    ("read-logs", a_program_that_logs_codes),
    ("read-logs", a_server_that_logs_pages),
    ("read-logs", a_server_that_logs_addresses),
    ("read-logs", a_log_with_answers),
)
