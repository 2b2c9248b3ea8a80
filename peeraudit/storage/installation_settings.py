"""Settings of the whole installation that people change on its pages."""

from sqlalchemy import Connection, delete, insert, select, update

from peeraudit.storage.tables import SettingRow


def find(connection: Connection, name: str) -> str | None:
    """Return a setting, if it was ever set."""
    return connection.execute(
        select(SettingRow.value).where(SettingRow.name == name)
    ).scalar_one_or_none()


def keep(connection: Connection, name: str, value: str) -> None:
    """Set a setting."""
    mine = SettingRow.name == name
    changed = connection.execute(update(SettingRow).where(mine).values(value=value))
    if not changed.rowcount:
        connection.execute(insert(SettingRow).values(name=name, value=value))


def forget(connection: Connection, name: str) -> None:
    """Take a setting back."""
    connection.execute(delete(SettingRow).where(SettingRow.name == name))
