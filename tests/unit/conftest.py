"""A unit test opens no database and makes no website: it fails when it tries."""

import sqlite3
from typing import NoReturn

import flask
import pytest
import sqlalchemy


@pytest.fixture(autouse=True)
def no_database_and_no_website(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make opening a database, or making a website, a failure of the test."""

    def refuse(*_: object, **__: object) -> NoReturn:
        pytest.fail("a unit test opens no database and makes no website")

    monkeypatch.setattr(sqlalchemy.Engine, "__init__", refuse)
    monkeypatch.setattr(sqlite3, "connect", refuse)
    monkeypatch.setattr(flask.Flask, "__init__", refuse)
