"""The bridge from typed values to NHS.UK macros."""

from collections.abc import Mapping
from typing import Any, cast

from flask import current_app
from jinja2 import Environment
from markupsafe import Markup
from wtforms import Field, RadioField


def component(
    environment: Environment, folder: str, macro: str, params: Mapping[str, Any]
) -> Markup:
    """Return the markup of one NHS.UK component."""
    template = environment.get_template(f"nhsuk/components/{folder}/macro.jinja")
    # Not Markup(...): were escaping ever lost, the page would show tags, not run them.
    return cast("Markup", getattr(template.module, macro)(params))


class Radios:
    """A choice of a form, drawn as stacked NHS.UK radios."""

    def __call__(self, field: RadioField, **_: Any) -> Markup:
        """Draw the field with its question, hint, choice and error."""
        legend = {"text": str(field.label.text), "size": "m"}
        items = [{"value": each.data, "text": str(each.label.text)} for each in field]
        params: dict[str, Any] = {
            "name": field.name,
            "idPrefix": field.id,
            "fieldset": {"legend": legend},
            "items": items,
            "value": field.data or None,
            **_hint_and_error(field),
        }
        return component(current_app.jinja_env, "radios", "radios", params)


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
            **_hint_and_error(field),
        }
        return component(current_app.jinja_env, "input", "input", params)


def _hint_and_error(field: Field) -> dict[str, Any]:
    """Return what stands beside a field, as the macros take it."""
    beside: dict[str, Any] = {}
    if field.description:
        beside["hint"] = {"text": str(field.description)}
    if field.errors:
        beside["errorMessage"] = {"text": str(field.errors[0])}
    return beside
