"""The tables and their migrations are the same thing, in both directions."""

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from peeraudit.storage.database import alembic_config, connect
from peeraudit.storage.tables import Base

ROWS = (
    "INSERT INTO organisation VALUES ('o', 'A trust')",
    "INSERT INTO team VALUES ('t', 'o', 'A team', 'peer worker', 'peer workers')",
    "INSERT INTO instrument VALUES ('i', '{}')",
    "INSERT INTO audit (id, team_id, instrument_digest, words, mode, form, state, "
    "promise, facts, report_open) VALUES "
    "('a', 't', 'i', '{}', 'in_post', 'core', 'open', '{}', '{}', true)",
    "INSERT INTO box VALUES ('1', 'a', 'sealed')",
)
"""An audit with something that refers to it."""


def test_there_is_one_head(empty_database_url: str) -> None:
    database = connect(empty_database_url)
    with database.engine.connect() as connection:
        script = ScriptDirectory.from_config(alembic_config(connection))
    database.engine.dispose()
    assert len(script.get_heads()) == 1


def test_the_head_equals_the_tables(empty_database_url: str) -> None:
    database = connect(empty_database_url)
    database.migrate()
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, Base.metadata) == []
    database.engine.dispose()


def test_every_migration_goes_down_and_up_again(empty_database_url: str) -> None:
    database = connect(empty_database_url)
    database.migrate()
    with database.engine.connect() as connection:
        command.downgrade(alembic_config(connection), "base")
        connection.commit()
        assert set(inspect(connection).get_table_names()) == {"alembic_version"}
    database.migrate()
    with database.engine.connect() as connection:
        assert set(Base.metadata.tables) < set(inspect(connection).get_table_names())
    database.engine.dispose()


def test_a_database_with_audits_in_it_goes_up_and_down(empty_database_url: str) -> None:
    database = connect(empty_database_url)
    with database.engine.connect() as connection:
        command.upgrade(alembic_config(connection), "0001")
        for statement in ROWS:
            connection.execute(text(statement))
        connection.commit()
    database.migrate()
    with database.engine.connect() as connection:
        command.downgrade(alembic_config(connection), "0001")
        connection.commit()
        assert connection.execute(text("SELECT count(*) FROM box")).scalar_one() == 1
    database.migrate()
    database.engine.dispose()


def test_sqlite_keeps_no_order_of_codes_drafts_and_boxes(
    empty_database_url: str,
) -> None:
    database = connect(empty_database_url)
    database.migrate()
    if database.engine.dialect.name == "sqlite":
        with database.engine.connect() as connection:
            tables = text("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
            made: dict[str, str] = dict(iter(connection.execute(tables)))
        people = ("code", "draft", "box", "comment")
        mail = ("mail_request", "mail_address", "outbox")
        for table in (*people, *mail):
            assert "WITHOUT ROWID" in made[table]
    database.engine.dispose()
