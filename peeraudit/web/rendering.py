"""Templates, quickly: what is the same for many pages is rendered once and kept."""

from dataclasses import dataclass, field
from typing import Any

from flask import current_app, url_for
from flask_wtf.csrf import generate_csrf  # type: ignore[import-untyped] # has no types
from jinja2 import Environment
from markupsafe import Markup

from peeraudit.web.house import Masthead, masthead
from peeraudit.web.site import organisation

MOST_KEPT = 2_000
"""Fragments held ready, of a kilobyte or two each."""


@dataclass(frozen=True, slots=True)
class Fragments:
    """Parts of pages that depend on very little."""

    environment: Environment
    kept: dict[tuple[str, tuple[tuple[str, object], ...]], Markup] = field(
        default_factory=dict
    )

    def __call__(self, name: str, **values: object) -> Markup:
        """Return a part of a page, rendered for these values before or now."""
        key = (name, tuple(values.items()))
        if key not in self.kept:
            if len(self.kept) >= MOST_KEPT:
                self.kept.clear()
            template = self.environment.get_template(name)
            rendered = template.render(values, url_for=url_for)
            self.kept[key] = Markup(rendered)  # noqa: S704 # a template escapes
        return self.kept[key]


def render(name: str, **values: Any) -> str:
    """Render a page.

    Templates see what is given here, and nothing of the request or the session.
    """
    template = current_app.jinja_env.get_template(name)
    return template.render(values, csrf_token=generate_csrf, masthead=_masthead)


def _masthead(shown: str = "") -> Masthead:
    """Return what stands at the top of a page of some organisation."""
    return masthead(organisation(), shown)
