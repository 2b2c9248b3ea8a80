"""The lists of addresses that a manager sends, and their faults put into words."""

from collections.abc import Iterator, Mapping

from flask import request
from werkzeug.datastructures import FileStorage
from wtforms import FileField, TextAreaField

from peeraudit.instrument.frozen import Group
from peeraudit.operations.address_lists import LineFault, Wrong, read_lists
from peeraudit.operations.how_asked import GroupAsked
from peeraudit.web.forms import PlainForm
from peeraudit.web.manage.ask.place import Place
from peeraudit.web.nhsuk import FileUpload, TextArea
from peeraudit.web.words import _, later

TYPED = {
    "rows": 6,
    "autocomplete": "off",
    "spellcheck": False,
    "attributes": {"autocapitalize": "none"},
}
MOST_NAMED = 50
"""Faults of one group that are named at a time: of a wrong file every line is one."""

SHOWN = 60
"""Letters of a wrong line that are shown with its fault."""


def _list() -> TextAreaField:
    """Return the field for the addresses of one group."""
    return TextAreaField(widget=TextArea(**TYPED))


def _file() -> FileField:
    """Return the field for a file with the addresses of one group."""
    return FileField(
        later("Or a file: text or CSV"),
        widget=FileUpload(attributes={"accept": ".csv,.txt,text/csv,text/plain"}),
    )


class AddressForm(PlainForm):
    """The addresses of every group that has somebody left to ask."""

    manager = _list()
    manager_file = _file()
    peer_worker = _list()
    peer_worker_file = _file()
    other_staff = _list()
    other_staff_file = _file()
    person_using_service = _list()
    person_using_service_file = _file()

    def __init__(self, place: Place, lists: Mapping[Group, str]) -> None:
        """Ask for the groups of an audit, by their names in it."""
        super().__init__(data={str(group): text for group, text in lists.items()})
        left = {each.promise.group: each for each in place.how.groups}
        self.place = place
        self.read = read_lists(lists)
        for group in Group:
            if group in left and left[group].left_for_mail:
                self._name(group, left[group])
            else:
                del self[group], self[f"{group}_file"]

    def _name(self, group: Group, asked: GroupAsked) -> None:
        """Say whose addresses a field is for."""
        heading = self.place.heading(group)
        self[group].label.text = heading
        self[group].description = _hint(group, asked)
        self[f"{group}_file"].label.text = _(
            "Or a file for %(group)s: text or CSV", group=self.place.names.inline(group)
        )

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups that are asked for."""
        return tuple(group for group in Group if str(group) in self)

    def check(self) -> bool:
        """Put what is wrong with the lists into the form; false where anything is."""
        for group in self.groups:
            faults = [each for each in self.read.faults if each.place.group is group]
            words = [_fault_words(self.place, each) for each in faults[:MOST_NAMED]]
            if more := len(faults) - len(words):
                words.append(
                    _(
                        "%(group)s: %(more)s more like these",
                        more=more,
                        group=self.place.heading(group),
                    )
                )
            words += self._too_many(group)
            if words:
                self[group].errors = words
        if not self.read.number and not self.read.faults:
            self[self.groups[0]].errors = [_("Enter at least one address")]
        return not self.faults

    def _too_many(self, group: Group) -> Iterator[str]:
        """Yield that there are more addresses than people to ask."""
        asked = next(e for e in self.place.how.groups if e.promise.group is group)
        given = len(self.read.addresses.get(group, ()))
        if given > asked.left_for_mail:
            yield _(
                "%(group)s: %(given)s addresses, but only %(left)s left to ask",
                group=self.place.heading(group),
                given=given,
                left=asked.left_for_mail,
            )


def _hint(group: Group, asked: GroupAsked) -> str:
    """Say how many are to be asked, and what a list may look like."""
    hint = _(
        "One address on each line, or a table with names. Names are not kept. "
        "%(left)s left to ask.",
        left=asked.left_for_mail,
    )
    if group is Group.PERSON_USING_SERVICE:
        hint += " " + _(
            "Others at home may see a mail. A slip in an envelope may be kinder."
        )
    return hint


def _fault_words(place: Place, fault: LineFault) -> str:
    """Say what is wrong with a line, and which line it is."""
    where = {
        "group": place.heading(fault.place.group),
        "line": fault.place.line,
        "text": fault.text[:SHOWN],
    }
    if fault.wrong is Wrong.NO_ADDRESS:
        return _("%(group)s, line %(line)s: no address in “%(text)s”", **where)
    if fault.wrong is Wrong.NOT_AN_ADDRESS:
        return _("%(group)s, line %(line)s: “%(text)s” is no e-mail address", **where)
    first = fault.same_as or fault.place
    if first.group is fault.place.group:
        return _(
            "%(group)s, line %(line)s: the same address as on line %(other)s",
            other=first.line,
            **where,
        )
    return _(
        "%(group)s, line %(line)s: the same address as for %(others)s, line %(other)s",
        others=place.names.inline(first.group),
        other=first.line,
        **where,
    )


def sent_lists(place: Place) -> dict[Group, str]:
    """Return what was pasted for each group, with what was in its file below it."""
    lists: dict[Group, str] = {}
    for each in place.how.groups:
        group = each.promise.group
        parts = [
            request.form.get(group, ""),
            _content(request.files.get(f"{group}_file")),
        ]
        lists[group] = "\n".join(part.strip("\r\n") for part in parts if part.strip())
    return lists


def _content(file: FileStorage | None) -> str:
    """Return what is in a file, as the usual programs write it."""
    content = file.read() if file else b""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
