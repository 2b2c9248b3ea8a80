"""What our pages point to is there: files, headings, and tests by their names."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(
    page
    for where in ("*.md", "docs/*.md", "docs/adr/*.md")
    for page in ROOT.glob(where)
)
THREATS = ROOT / "docs" / "threat-model.md"

LINK = re.compile(r"\]\(([^)\s]+)\)")
ROW = re.compile(r"^\|[^|]*\|[^|]*\| (.*) \|$", re.MULTILINE)
NAMED = re.compile(r"`(test_\w+)` in \[[^]]+\]\(([^)]+)\)")

WHAT_MAY_BE_LOST = (
    "The database, read",
    "The database, written",
    "A backup, and two backups",
    "`WEB_KEYS_DIR`",
    "`KEYS_DIR`",
    "Both key folders and the database",
    "The website process",
    "The worker process, and a command line as its user",
    "`SECRET_KEY`",
    "Logs",
    "The mail server",
    "A shared link",
    "A filled-in paper questionnaire",
    "A list of codes",
    "A reader's code",
    "A phone, or its session cookie",
    "The release",
)


def anchor(heading: str) -> str:
    """The anchor of a heading, as code forges make it."""
    kept = re.sub(r"[^\w\- ]", "", heading.lower())
    return kept.replace(" ", "-")


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text(), re.MULTILINE)
    return {anchor(each) for each in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    lost = []
    for link in LINK.findall(page.read_text()):
        if link.startswith(("https:", "http:", "mailto:")):
            continue
        name, _, heading = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        if not target.exists() or (heading and heading not in anchors(target)):
            lost.append(link)
    assert lost == []


def test_the_threat_model_says_of_everything_what_its_loss_gives_up() -> None:
    headings = re.findall(r"^### (.+)$", THREATS.read_text(), re.MULTILINE)
    start = headings.index(WHAT_MAY_BE_LOST[0])
    assert tuple(headings[start:]) == WHAT_MAY_BE_LOST


def test_every_attack_of_the_threat_model_has_a_test_that_is_there() -> None:
    tried = THREATS.read_text().partition("## Attacks that were tried")[2]
    tests = [row for row in ROW.findall(tried) if row not in {"test", "---"}]
    assert len(tests) > 20
    assert [row for row in tests if "](../tests/" not in row] == []
    for name, file in NAMED.findall(tried):
        assert f"def {name}(" in (THREATS.parent / file).read_text(), name


def test_names_of_tests_are_found_only_where_they_are() -> None:
    row = "`test_no_such_thing` in [test_house.py](../tests/unit/test_house.py)"
    ((name, file),) = NAMED.findall(row)
    assert f"def {name}(" not in (THREATS.parent / file).read_text()
