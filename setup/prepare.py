"""Make ready what `make run` and `make test` need; do nothing when nothing changed.

usage: python3 setup/prepare.py run|test

Only the standard library is at hand here: this runs before anything is installed.
"""

import fcntl
import hashlib
import os
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path

import frontend
import system

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"


def main(purpose: str) -> None:
    """Prepare for `run`, or for `test`, which needs more."""
    if sys.version_info < (3, 11):  # noqa: UP036 the machine may have an older one
        sys.exit("PeerAudit needs Python 3.11 or newer, and this is " + sys.version)
    testing = purpose == "test"
    system.provide(system.TO_TEST if testing else system.TO_RUN)
    environment()
    once(install_pinned, "requirements.txt")
    if testing:
        once(install_pinned, "requirements-dev.txt", "requirements.txt")
    once(install_this_project, "pyproject.toml")
    if not frontend.vendor(ROOT).is_dir():
        stamp_of("package-lock.json").unlink(missing_ok=True)
    once(install_npm_packages, "package-lock.json", "setup/frontend.py")
    frontend.serve(ROOT)


def environment() -> None:
    """Make the virtual environment; again when its Python is gone, or it was moved."""
    notes = VENV / "pyvenv.cfg"
    made = notes.read_text(encoding="utf-8") if PYTHON.exists() else ""
    version = f"version = {sys.version_info.major}.{sys.version_info.minor}."
    if version in made and made.rstrip().endswith(f" {VENV}"):
        return
    announce("making .venv")
    venv.create(VENV, clear=True, with_pip=True, symlinks=True)


def once(action: Callable[[str], None], file: str, *also: str) -> None:
    """Run an action on a file, unless it ran on these very contents before."""
    contents = b"".join((ROOT / name).read_bytes() for name in (file, *also))
    digest = hashlib.sha256(contents).hexdigest()
    stamp = stamp_of(file)
    if stamp.exists() and stamp.read_text() == digest:
        return
    stamp.unlink(missing_ok=True)
    announce(f"installing what {file} asks for")
    action(file)
    stamp.write_text(digest)


def stamp_of(file: str) -> Path:
    return VENV / f"done-{file}"


def install_pinned(requirements: str) -> None:
    pip("-r", requirements)


def install_this_project(_: str) -> None:
    pip("--no-deps", "--editable", ".")


def install_npm_packages(_: str) -> None:
    frontend.install(ROOT, VENV, pip)


def pip(*arguments: str) -> None:
    """Install into the virtual environment; pip's own words only when it fails."""
    quiet = ("-qq", "--disable-pip-version-check", "--root-user-action=ignore")
    command = [str(PYTHON), "-m", "pip", "install", *quiet, *arguments]
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        sys.exit("set-up stopped: pip install " + " ".join(arguments) + " failed")


def announce(words: str) -> None:
    print(f"set-up: {words}", flush=True)


if __name__ == "__main__":
    # Two makes at once would install over each other: the second one waits.
    fcntl.flock(os.open(ROOT, os.O_RDONLY), fcntl.LOCK_EX)
    main(sys.argv[1])
