"""People who answer while the website is killed: each tries again until told how it is.

Each has begun before, and comes back on another device with the return word.
"""

import time
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from typing import Protocol

from benchmarks.browser import Browser, Refused, hidden_in

PAUSE = 0.1
"""Seconds between two tries."""

PATIENCE = 60
"""Seconds that a person goes on trying."""


class Told(StrEnum):
    """What somebody read last."""

    THANKED = "thanked"
    """Their answers are in."""
    TURNED_AWAY = "turned away"
    """The audit has closed, or the code does not open anything now."""
    NOTHING = "nothing"
    """The website did not answer for so long that they gave up."""


class Site(Protocol):
    """A website that counts what it answered."""

    port: int

    def note_answer(self) -> None:
        """Remember that it answered once more."""


@dataclass
class Person:
    """Somebody with a code and a saved draft, who answers one question."""

    code: str
    word: str
    item: str
    told: Told = Told.NOTHING
    broke_off: bool = False
    """Whether an answer to Submit was lost, so that it may have counted."""

    def submit(self, site: Site) -> None:
        """Open the link, give the word, answer, look it over, and submit."""
        browser = Browser(HTTPConnection("127.0.0.1", site.port, timeout=PATIENCE))
        try:
            self.told = self._submit(site, browser)
        except TimeoutError:
            self.told = Told.NOTHING
        finally:
            browser.connection.close()

    def _submit(self, site: Site, browser: Browser) -> Told:
        try:
            path, page = self._open(site, browser, f"/a/{self.code}")
            if path == "/answer/return":
                word = {**hidden_in(page), "word": self.word}
                path, page = self._open(site, browser, path, word)
            self._open(
                site, browser, "/answer/rc-1", {**hidden_in(page), self.item: "4"}
            )
            path, page = self._open(site, browser, "/answer/check")
            path, _ = self._open(site, browser, "/answer/submit", hidden_in(page))
        except Refused:
            return Told.TURNED_AWAY
        return Told.THANKED if path == "/answer/done" else Told.TURNED_AWAY

    def _open(
        self,
        site: Site,
        browser: Browser,
        path: str,
        sent: dict[str, str] | None = None,
    ) -> tuple[str, str]:
        """Open a page or send a form, and do the same again where nothing came back."""
        give_up = time.monotonic() + PATIENCE
        while time.monotonic() < give_up:
            try:
                opened = browser.get(path) if sent is None else browser.post(path, sent)
            except Refused as error:
                if error.status < HTTPStatus.INTERNAL_SERVER_ERROR:
                    raise
            except (OSError, HTTPException):
                browser.connection.close()
            else:
                site.note_answer()
                return opened
            self.broke_off = self.broke_off or path == "/answer/submit"
            time.sleep(PAUSE)
        raise TimeoutError
