"""The bridge from typed values to NHS.UK macros."""

from collections.abc import Mapping
from typing import Any, cast

from flask import current_app
from jinja2 import Environment
from markupsafe import Markup
from wtforms import Field


def component(
    environment: Environment, folder: str, macro: str, params: Mapping[str, Any]
) -> Markup:
    """Return the markup of one NHS.UK component."""
    template = environment.get_template(f"nhsuk/components/{folder}/macro.jinja")
    # Not Markup(...): were escaping ever lost, the page would show tags, not run them.
    return cast("Markup", getattr(template.module, macro)(params))


class TextInput:
    """A one-line field of a form, drawn as an NHS.UK text input."""

    def __init__(self, **params: Any) -> None:
        """Take what the macro should know beside the field."""
        self.params = params

    def __call__(self, field: Field, **_: Any) -> Markup:
        """Draw the field with its label, hint, value and error."""
        params = {
            "id": field.id,
            "name": field.name,
            "label": {"text": str(field.label.text), "size": "m"},
            "value": field.data or "",
            **self.params,
        }
        if field.description:
            params["hint"] = {"text": str(field.description)}
        if field.errors:
            params["errorMessage"] = {"text": str(field.errors[0])}
        return component(current_app.jinja_env, "input", "input", params)
