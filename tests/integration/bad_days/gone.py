"""A database that is out of reach for a while: locked by another, or stopped."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from sqlalchemy import make_url

SOON = 0.2
"""Seconds that a test waits for a lock, where people wait for half a minute."""


@contextmanager
def gone(url: str) -> Iterator[None]:
    """Keep everybody from writing, or from connecting at all, until the block ends."""
    if url.startswith("sqlite"):
        with _locked(url):
            yield
    else:
        with _closed(url):
            yield


@contextmanager
def _locked(url: str) -> Iterator[None]:
    """Hold the one lock that a SQLite writer needs."""
    other = sqlite3.connect(make_url(url).database or "", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    yield
    other.execute("ROLLBACK")
    other.close()


@contextmanager
def _closed(url: str) -> Iterator[None]:
    """End every connection to a PostgreSQL database, and refuse new ones."""
    there = make_url(url).set(drivername="postgresql")
    elsewhere = there.set(database="postgres").render_as_string(hide_password=False)
    with psycopg.connect(elsewhere, autocommit=True) as server:
        allow = f"ALTER DATABASE {there.database} WITH ALLOW_CONNECTIONS"
        server.execute(f"{allow} false")
        server.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s",
            [there.database],
        )
        yield
        server.execute(f"{allow} true")
