"""Write docs/measures.md: ``python -m peeraudit.stats``."""

from pathlib import Path

from peeraudit.stats.page import page

PAGE = Path(__file__).parents[2] / "docs" / "measures.md"

if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
