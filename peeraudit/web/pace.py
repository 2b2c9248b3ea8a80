"""How long a refusal takes: the same for every code, whatever was found out."""

from time import perf_counter, sleep

from flask import Flask, g

STEP = 0.02
"""Seconds. A refusal takes a whole number of steps, nearly always one: long enough for
any look-up, too short to be noticed (our judgement)."""


def keep_pace(app: Flask) -> None:
    """Remember of each request when it came."""
    app.before_request(_note_when_it_came)


def wait_for_the_step() -> None:
    """Wait until a whole number of steps has passed since the request came."""
    sleep(STEP - (perf_counter() - g.came) % STEP)


def _note_when_it_came() -> None:
    g.came = perf_counter()
