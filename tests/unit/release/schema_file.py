"""The JSON Schema of a release, as it lies in docs: ``python -m`` this to write it."""

import json

from peeraudit.release.release import schema
from tests.unit.factories import ROOT

FILE = ROOT / "docs" / "release.schema.json"


def written() -> str:
    """Return the schema as it should lie in the file."""
    return json.dumps(schema(), indent=2, sort_keys=True) + "\n"


if __name__ == "__main__":
    FILE.write_text(written(), encoding="utf-8")
