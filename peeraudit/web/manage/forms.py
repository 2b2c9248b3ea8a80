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


class TeamForm(PlainForm):
    """A team, and what it calls its peer workers."""

    organisation = StringField(
        later("Trust or organisation"),
        [required("Enter the name of your trust or organisation")],
        widget=TextInput(autocomplete="organization", classes=WIDE),
    )
    team = StringField(
        later("Name of the team"),
        [required("Enter the name of the team")],
        widget=TextInput(autocomplete="off", classes=WIDE),
    )
    one = StringField(
        later("What is one peer worker called in this team?"),
        [required("Enter what one peer worker is called")],
        default="peer worker",
        description=later("As in the middle of a sentence, in small letters."),
        widget=TextInput(autocomplete="off", classes=WIDE),
    )
    many = StringField(
        later("And more than one?"),
        [required("Enter what more than one are called")],
        default="peer workers",
        widget=TextInput(autocomplete="off", classes=WIDE),
    )

    def tidy(self, name: str) -> str:
        """Return what was typed, without space around it."""
        return str(getattr(self, name).data or "").strip()


class FirstAccountForm(NewAccountForm):
    """The same, with the address."""

    email = _email()
