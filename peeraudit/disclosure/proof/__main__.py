"""Write docs/proof.md: ``python -m peeraudit.disclosure.proof``."""

from pathlib import Path

from peeraudit.disclosure.proof.page import page

PAGE = Path(__file__).parents[3] / "docs" / "proof.md"

if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
