"""What comes from the system's own packages: looked for, and installed when missing."""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Need:
    """Something Debian provides, how to see that it is there, and what brings it."""

    what: str
    present: Callable[[], bool]
    packages: tuple[str, ...]


def library(*names: str) -> Callable[[], bool]:
    return lambda: all(map(loads, names))


def loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def font(pattern: str) -> Callable[[], bool]:
    return lambda: any(Path("/usr/share/fonts").rglob(pattern))


def module(name: str) -> Callable[[], bool]:
    return lambda: importlib.util.find_spec(name) is not None


TO_RUN = (
    Need("Python's venv", module("ensurepip"), ("python3-venv",)),
    Need(
        "Pango for PDF",
        library("libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libharfbuzz-subset.so.0"),
        ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"),
    ),
    # The NHS font stack falls to Arial; Liberation Sans has the same widths.
    Need("a font for PDF", font("LiberationSans-Regular.*"), ("fonts-liberation",)),
)
TO_TEST = (
    *TO_RUN,
    Need("Chromium", Path("/usr/bin/chromium").exists, ("chromium",)),
    # Playwright ships its own Node, which wants this from the system.
    Need("libatomic", library("libatomic.so.1"), ("libatomic1",)),
)


def provide(needs: tuple[Need, ...]) -> None:
    """Install what is missing, as root; otherwise say in one line what to type."""
    missing = [need for need in needs if not need.present()]
    if not missing:
        return
    what = ", ".join(need.what for need in missing)
    packages = [name for need in missing for name in need.packages]
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        sys.exit(f"{what} missing. Type: sudo {' '.join(command)}")
    print(f"set-up: installing {what}", flush=True)
    if not (apt("update") and apt(*command[1:])):
        sys.exit(f"{what} could not be installed. Type: {' '.join(command)}")


def apt(*arguments: str) -> bool:
    """Run apt-get, which asks no questions; its own words only when it fails."""
    done = subprocess.run(
        ["apt-get", "-q", *arguments],
        env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        print(done.stdout, end="")
    return done.returncode == 0
