"""What whoever looks after settings sends."""

import unicodedata
from collections.abc import Mapping

from wtforms import Field, FileField, StringField, TextAreaField

from peeraudit.audit.organisation import Organisation
from peeraudit.web.forms import PlainForm
from peeraudit.web.nhsuk import FileUpload, TextArea, TextInput
from peeraudit.web.words import later

LINES = TextArea(rows=3)


def as_text(value: str | None) -> str:
    """Return what was typed or pasted, with one sign for a new line and no others."""
    lines = (value or "").replace("\r\n", "\n").replace("\x0b", "\n")
    return "".join(
        sign
        for sign in lines
        if sign == "\n" or unicodedata.category(sign) not in {"Cc", "Cs"}
    ).strip()


TEXT = [as_text]


class OrganisationForm(PlainForm):
    """The organisation's name, and whom its people can turn to."""

    name = StringField(
        later("Name of your organisation"),
        filters=TEXT,
        description=later(
            "At the top of each page. Reports carry the name that their audit was "
            "launched with."
        ),
        widget=TextInput(autocomplete="organization", size="s"),
    )
    speak_up = TextAreaField(
        later("Freedom to Speak Up"),
        filters=TEXT,
        description=later(
            "How to reach your Guardian: a name, a telephone number, an e-mail address."
        ),
        widget=LINES,
    )
    occupational_health = TextAreaField(
        later("Occupational health"),
        filters=TEXT,
        description=later("How staff can reach it. Say whether volunteers can too."),
        widget=LINES,
    )
    crisis_lines = TextAreaField(
        later("Crisis lines"),
        filters=TEXT,
        description=later(
            "Your own, with their hours. Samaritans, NHS 111 and 999 are always shown."
        ),
        widget=LINES,
    )
    contact_email = StringField(
        later("E-mail address for questions about this site"),
        filters=TEXT,
        widget=TextInput(type="email", autocomplete="off", spellcheck=False, size="s"),
    )
    data_protection = TextAreaField(
        later("Data protection officer"),
        filters=TEXT,
        description=later("How to reach them."),
        widget=LINES,
    )

    @classmethod
    def of(cls, organisation: Organisation) -> "OrganisationForm":
        """Fill it in."""
        return cls(data={name: getattr(organisation, name) for name in cls().named})

    @property
    def named(self) -> Mapping[str, Field]:
        """The fields by their names, which are those of the organisation."""
        return self._fields

    @property
    def read(self) -> Organisation:
        """What was typed."""
        return Organisation(**{name: each.data for name, each in self.named.items()})


class LogoForm(PlainForm):
    """A picture."""

    file = FileField(
        later("Logo"),
        description=later(
            "A PNG of at most 200 kB and 1,000 pixels a side. Use the logo of your own "
            "organisation. The NHS logo alone is for NHS England."
        ),
        widget=FileUpload(attributes={"accept": "image/png"}),
    )
