"""Compile every template, and see that each one it names is there."""

import sys
from pathlib import Path

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    TemplateSyntaxError,
    meta,
)

TEMPLATES = Path("templates")


class AnyName(dict[str, object]):
    """Filters of the website's own: its page tests see that they are there."""

    def get(self, key: str, default: object = str) -> object:
        return super().get(key, default)


def main() -> None:
    """Print one line for each fault, and stop the make when there is one."""
    loader = ChoiceLoader(
        [FileSystemLoader(TEMPLATES), PackageLoader("nhsuk_frontend_jinja")]
    )
    environment = Environment(
        loader=loader, extensions=["jinja2.ext.i18n"], autoescape=True
    )
    environment.filters = AnyName(environment.filters)
    known = set(environment.list_templates())
    faults = [
        fault
        for path in sorted(TEMPLATES.rglob("*.*"))
        for fault in faults_of(path, environment, known)
    ]
    sys.exit("\n".join(faults) or None)


def faults_of(path: Path, environment: Environment, known: set[str]) -> list[str]:
    """What is wrong with one template."""
    source = path.read_text(encoding="utf-8")
    try:
        parsed = environment.parse(source)
        environment.compile(parsed)
    except TemplateSyntaxError as error:
        return [f"{path}:{error.lineno}: {error.message}"]
    named = {name for name in meta.find_referenced_templates(parsed) if name}
    return [f"{path}: there is no template {name}" for name in sorted(named - known)]


if __name__ == "__main__":
    main()
