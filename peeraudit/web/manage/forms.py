"""What managers send: who they are, and how they show it."""

from wtforms import Field, Form, PasswordField, StringField, ValidationError

from peeraudit.account.passwords import SHORTEST
from peeraudit.web.forms import PlainForm
from peeraudit.web.nhsuk import TextInput
from peeraudit.web.words import _, later

WIDE = "nhsuk-input--width-20"
EMAIL = {
    "type": "email",
    "autocomplete": "username",
    "spellcheck": False,
    "classes": WIDE,
}


def required(words: str) -> object:
    """Return a check that something was entered."""

    def check(_form: Form, field: Field) -> None:
        if not (field.data or "").strip():
            raise ValidationError(_(words))

    return check


def _email() -> StringField:
    """Return the field for an address."""
    return StringField(
        later("E-mail address"),
        [required("Enter your e-mail address")],
        widget=TextInput(**EMAIL),
    )


def _new_password() -> PasswordField:
    """Return the field for a password that is chosen now."""
    return PasswordField(
        later("New password"),
        [required("Enter a password")],
        description=later(
            "At least %(least)s characters. Three or four words that do not belong "
            "together are easy to remember."
        )
        % {"least": SHORTEST},
        widget=TextInput(type="password", autocomplete="new-password", classes=WIDE),
    )


class SignInForm(PlainForm):
    """Address and password."""

    email = _email()
    password = PasswordField(
        later("Password"),
        [required("Enter your password")],
        widget=TextInput(
            type="password", autocomplete="current-password", classes=WIDE
        ),
    )


class FactorForm(PlainForm):
    """A code from the app, or a recovery code."""

    code = StringField(
        later("Code from your app"),
        [required("Enter the code from your app")],
        widget=TextInput(
            autocomplete="one-time-code", inputmode="numeric", classes=WIDE, code=True
        ),
    )


class NewAccountForm(PlainForm):
    """A name and a password, for an address that is known."""

    name = StringField(
        later("Your name"),
        [required("Enter your name")],
        widget=TextInput(autocomplete="name", classes=WIDE),
    )
    password = _new_password()


class FirstAccountForm(NewAccountForm):
    """The same, with the address."""

    email = _email()
