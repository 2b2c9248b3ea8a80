"""Every row of every table, ours or not, and where storage put it."""

import re
from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    MetaData,
    Table,
    inspect,
    literal_column,
    select,
    table,
)
from sqlalchemy.types import TypeEngine

from peeraudit.operations.privacy_check.scene import Column, Row, TableSeen
from peeraudit.storage.database import Database

ITEMS_IN_A_PAGE = 1 << 16
"""More rows than PostgreSQL puts into a page."""

PLACES = {
    "postgresql": {"ctid": "ctid::text", "xmin": "xmin::text"},
    "sqlite": {"rowid": "rowid"},
}
"""The hidden columns that say where a row lies, or which transaction wrote it."""

TRIGGERS = {
    "postgresql": (
        "SELECT tgname, relname FROM pg_trigger "
        "JOIN pg_class ON pg_class.oid = tgrelid WHERE NOT tgisinternal "
        "UNION ALL SELECT rulename, tablename FROM pg_rules "
        "WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
    ),
    "sqlite": "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'",
}


def take_tables(database: Database) -> tuple[TableSeen, ...]:
    """Return what tables there are."""
    with database.reading() as connection:
        numbered = _numbered(connection)
        return tuple(
            TableSeen(
                each.name,
                tuple(
                    Column(column.name, _kind(column.type)) for column in each.columns
                ),
                of_people=_is_of_people(each),
                has_row_numbers=each.name in numbered,
            )
            for each in _reflected(connection)
        )


def take_rows(database: Database) -> tuple[Row, ...]:
    """Return every row, as a backup does, and beside each where it lies."""
    with database.reading() as connection:
        numbered = _numbered(connection)
        keys = inspect(connection).get_multi_pk_constraint()
        return tuple(
            row
            for (_, name), key in keys.items()
            for row in _rows(
                connection,
                name,
                key["constrained_columns"] if key else [],
                is_numbered=name in numbered,
            )
        )


def _rows(
    connection: Connection, name: str, key: list[str], *, is_numbered: bool
) -> Iterator[Row]:
    """Yield the rows of one table."""
    dialect = connection.dialect.name
    hidden = PLACES[dialect] if dialect == "postgresql" or is_numbered else {}
    wanted: list[ColumnElement[Any]] = [
        literal_column("*"),
        *(literal_column(sql).label(f"_{place}") for place, sql in hidden.items()),
    ]
    found = connection.execute(select(*wanted).select_from(table(name)))
    columns = list(found.keys())[: -len(hidden) or None]
    for each in found:
        values = dict(zip(columns, each, strict=False))
        named = tuple(values[column] for column in key or columns)
        places = zip(hidden, map(_as_number, each[len(columns) :]), strict=True)
        yield Row(name, named, values, dict(places))


def _as_number(place: object) -> int:
    """Return a place as a number that grows in the order of storage."""
    page, *item = map(int, re.findall(r"\d+", str(place)))
    return page * ITEMS_IN_A_PAGE + item[0] if item else page


def _reflected(connection: Connection) -> list[Table]:
    """Return the tables as the database itself describes them."""
    found = MetaData()
    found.reflect(connection)
    return found.sorted_tables


def _numbered(connection: Connection) -> frozenset[str]:
    """Return the tables whose rows SQLite numbers."""
    if connection.dialect.name != "sqlite":
        return frozenset()
    made = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' "
        "AND sql NOT LIKE '%WITHOUT ROWID%'"
    )
    return frozenset(made.scalars())


def _is_of_people(described: Table) -> bool:
    """Say whether rows are of people who answer: of an audit, named by random bytes.

    As codes, drafts and boxes are. Those of managers belong to no audit.
    """
    key = list(described.primary_key)
    is_named = bool(key) and all(_kind(each.type) is bytes for each in key)
    return is_named and "audit_id" in described.columns


def _kind(kind: TypeEngine[object]) -> type:
    """Return what Python makes of a column's values."""
    try:
        return kind.python_type
    except NotImplementedError:
        return object


def take_triggers(database: Database) -> tuple[str, ...]:
    """Return what the database does by itself when rows are written: we ask nothing."""
    with database.reading() as connection:
        found = connection.exec_driver_sql(TRIGGERS[connection.dialect.name])
        return tuple(sorted(f"{name} on {table}" for name, table in found))


def names_of_tables(database: Database) -> frozenset[str]:
    """Return the names of all tables."""
    return frozenset(inspect(database.engine).get_table_names())
