"""The bridge from typed values to NHS.UK macros."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from flask import current_app
from jinja2 import Environment
from markupsafe import Markup
from wtforms import Field, RadioField, SelectField

from peeraudit.web.sizes import filled


def component(
    environment: Environment, folder: str, macro: str, params: Mapping[str, Any]
) -> Markup:
    """Return the markup of one NHS.UK component."""
    template = environment.get_template(f"nhsuk/components/{folder}/macro.jinja")
    # Not Markup(...): were escaping ever lost, the page would show tags, not run them.
    return cast("Markup", getattr(template.module, macro)(params))


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be chosen, in words that may be translated late."""

    words: str
    hint: str
    """What stands below it."""


class Radios:
    """A choice of a form, drawn as NHS.UK radios with its label as their heading."""

    def __init__(self, hints: Mapping[str, str] | None = None, **params: Any) -> None:
        """Take hints for some options, the size of the heading, and anything else."""
        self.hints = hints or {}
        self.size = params.pop("size", "m")
        self.params = params

    def __call__(self, field: RadioField, **_: Any) -> Markup:
        """Draw the field with its options, the chosen one and any error."""
        options: list[dict[str, Any]] = [
            {"value": value, "text": str(words)}
            for value, words, *_rest in field.iter_choices()
        ]
        for option in options:
            if hint := self.hints.get(option["value"]):
                option["hint"] = {"text": str(hint)}
        params = {
            "name": field.name,
            "idPrefix": field.id,
            "fieldset": {"legend": {"text": str(field.label.text), "size": self.size}},
            "items": options,
            "value": field.data or None,
            **self.params,
            **beside(field),
        }
        return component(current_app.jinja_env, "radios", "radios", params)


class Select:
    """A choice of many, drawn as an NHS.UK select."""

    def __init__(self, size: str = "m") -> None:
        """Take the size of the label."""
        self.size = size

    def __call__(self, field: SelectField, **_: Any) -> Markup:
        """Draw the field with its options, the chosen one and any error."""
        params = {
            "id": field.id,
            "name": field.name,
            "label": {"text": str(field.label.text), "size": self.size},
            "items": [
                {"value": value, "text": str(words), "selected": value == field.data}
                for value, words, *_rest in field.iter_choices()
            ],
            **beside(field),
        }
        return component(current_app.jinja_env, "select", "select", params)


class EvenRadios:
    """A choice of which each option is sent at one size, drawn as NHS.UK radios."""

    def __init__(self, choices: Mapping[str, Choice]) -> None:
        """Take what can be chosen, by its value."""
        self.choices = choices

    def __call__(self, field: Field, **_: Any) -> Markup:
        """Draw the field with its question, hint, choice and error."""
        legend = {"text": str(field.label.text), "size": "m"}
        items = [
            {
                "value": filled(value, self.choices),
                "text": str(each.words),
                "hint": {"text": str(each.hint)},
            }
            for value, each in self.choices.items()
        ]
        params: dict[str, Any] = {
            "name": field.name,
            "idPrefix": field.id,
            "fieldset": {"legend": legend},
            "items": items,
            "value": filled(field.data, self.choices) if field.data else None,
            **beside(field),
        }
        return component(current_app.jinja_env, "radios", "radios", params)


class TextInput:
    """A one-line field of a form, drawn as an NHS.UK text input."""

    def __init__(self, **params: Any) -> None:
        """Take the size of the label, and what the macro should know beside it."""
        self.size = params.pop("size", "m")
        self.is_secret = params.get("type") == "password"
        self.params = params

    def __call__(self, field: Field, **_: Any) -> Markup:
        """Draw the field with its label, hint, value and error."""
        params = {
            "id": field.id,
            "name": field.name,
            "label": {"text": str(field.label.text), "size": self.size},
            # A password that was typed is not sent back.
            "value": "" if self.is_secret else field.data or "",
            **self.params,
            **beside(field),
        }
        return component(current_app.jinja_env, "input", "input", params)


class TextArea:
    """A field for several lines, drawn as an NHS.UK textarea."""

    def __init__(self, **params: Any) -> None:
        """Take what the macro should know."""
        self.params = params

    def __call__(self, field: Field, **_: Any) -> Markup:
        """Draw the field with its label, hint, value and error."""
        params = {
            "id": field.id,
            "name": field.name,
            "label": {"text": str(field.label.text), "size": "s"},
            # A browser leaves the first end of a line out.
            "value": f"\n{field.data or ''}",
            **self.params,
            **beside(field),
        }
        return component(current_app.jinja_env, "textarea", "textarea", params)


class FileUpload:
    """A file, drawn as an NHS.UK file upload."""

    def __init__(self, **params: Any) -> None:
        """Take what the macro should know."""
        self.params = params

    def __call__(self, field: Field, **_: Any) -> Markup:
        """Draw the field with its label, hint and error."""
        params = {
            "id": field.id,
            "name": field.name,
            "label": {"text": str(field.label.text), "size": "s"},
            **self.params,
            **beside(field),
        }
        return component(current_app.jinja_env, "file-upload", "fileUpload", params)


def beside(field: Field) -> dict[str, Any]:
    """Return what stands beside a field, as the macros take it."""
    found: dict[str, Any] = {}
    if field.description:
        found["hint"] = {"text": str(field.description)}
    if field.errors:
        found["errorMessage"] = {"text": str(field.errors[0])}
    return found
