"""What managers send: who they are, and how they show it."""

from wtforms import (
    Field,
    Form,
    PasswordField,
    RadioField,
    SelectField,
    StringField,
    ValidationError,
)

from peeraudit.account.passwords import SHORTEST
from peeraudit.account.roles import Membership, Role
from peeraudit.web.forms import PlainForm
from peeraudit.web.manage.role_words import WHAT_THEY_DO
from peeraudit.web.nhsuk import Radios, Select, TextInput
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


def _old_password() -> PasswordField:
    """Return the field for the password until now."""
    return PasswordField(
        later("Your password now"),
        [required("Enter your password")],
        widget=TextInput(
            type="password", autocomplete="current-password", classes=WIDE
        ),
    )


def _code(label: str) -> StringField:
    """Return the field for a code from the app."""
    return StringField(
        label,
        [required("Enter the code from your app")],
        widget=TextInput(
            autocomplete="one-time-code", inputmode="numeric", classes=WIDE, code=True
        ),
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

    code = _code(later("Code from your app"))


class ChangePasswordForm(PlainForm):
    """The password until now, and another."""

    old = _old_password()
    password = _new_password()


class DeleteAccountForm(PlainForm):
    """The password, shown again."""

    old = _old_password()


class ChangeFactorForm(PlainForm):
    """A code from the new app, and the password."""

    code = _code(later("Code from your app"))
    old = _old_password()


class ChoosePasswordForm(PlainForm):
    """Another password, for somebody who has forgotten theirs."""

    password = _new_password()


class NewAccountForm(PlainForm):
    """A name and a password, for an address that is known."""

    name = StringField(
        later("Your name"),
        [required("Enter your name")],
        widget=TextInput(autocomplete="name", classes=WIDE),
    )
    password = _new_password()


class TeamWordsForm(PlainForm):
    """The service of a team, and what it calls its peer workers."""

    service = StringField(
        later("Service (optional)"),
        description=later(
            "The part of the organisation that the team belongs to. It stands at the "
            "head of reports."
        ),
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


class TeamForm(TeamWordsForm):
    """A team, and all that is to know of it."""

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


class FirstAccountForm(NewAccountForm):
    """The same, with the address."""

    email = _email()


def is_offered(words: str) -> object:
    """Return a check that one of the choices was made."""

    def check(_form: Form, field: RadioField) -> None:
        if field.data not in [each[0] for each in field.iter_choices()]:
            raise ValidationError(_(words))

    return check


def _fits_the_role(form: Form, field: SelectField) -> None:
    """Refuse a role of a team without a team, and the other way round."""
    role = form["role"].data
    if role not in set(Role):
        return
    if Role(role).is_for_a_team and not field.data:
        raise ValidationError(_("Choose the team"))
    if not Role(role).is_for_a_team and field.data:
        raise ValidationError(_("This role is not for one team"))


class InviteForm(PlainForm):
    """An address, a role, and the team that it is for."""

    email = StringField(
        later("Their e-mail address"),
        [required("Enter their e-mail address")],
        widget=TextInput(
            type="email", autocomplete="off", spellcheck=False, classes=WIDE
        ),
    )
    role = RadioField(
        later("What will they be?"),
        [is_offered("Choose what they will be")],
        validate_choice=False,
        widget=Radios(WHAT_THEY_DO),
    )
    team = SelectField(
        later("For which team?"),
        [is_offered("Choose the team"), _fits_the_role],
        validate_choice=False,
        widget=Select(),
    )

    @property
    def membership(self) -> Membership:
        """The role that was chosen, once it was found to be on offer."""
        return Membership(Role(self.role.data), self.team.data or "")
