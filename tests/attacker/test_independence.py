"""The attacker shares no code with what it attacks."""

import ast
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
DRIVES_THE_PRODUCT = {"publish.py"}


def imported(file: Path) -> Iterator[str]:
    """Every module that a file imports."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_it_reads_and_reckons_with_nothing_of_the_product_or_its_tests() -> None:
    attacker = [
        file
        for file in HERE.glob("*.py")
        if not file.name.startswith("test_") and file.name not in DRIVES_THE_PRODUCT
    ]
    shared = {
        (file.name, module)
        for file in attacker
        for module in imported(file)
        if module.split(".")[0] in {"peeraudit", "tests"}
        and not module.startswith("tests.attacker.")
    }
    assert len(attacker) > 10
    assert shared == set()
