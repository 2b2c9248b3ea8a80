"""Several processes that start at once on nothing."""

import subprocess
import sys
from pathlib import Path

START = """
from peeraudit.operations.installation import open_installation
from peeraudit.settings import Settings
settings = Settings.from_environment()
open_installation(settings)
print(settings.secret_key)
"""


def test_processes_that_start_at_once_share_tables_and_secret(
    empty_database_url: str, tmp_path: Path
) -> None:
    environment = {
        "PEERAUDIT_VAR": str(tmp_path / "var"),
        "DATABASE_URL": empty_database_url,
    }
    processes = [
        subprocess.Popen(  # noqa: S603  # our own code
            [sys.executable, "-c", START],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(6)
    ]
    said = [process.communicate(timeout=60) for process in processes]
    assert [process.returncode for process in processes] == [0] * 6, said
    secrets = {out.strip() for out, _ in said}
    assert len(secrets) == 1
    assert len(secrets.pop()) > 40
