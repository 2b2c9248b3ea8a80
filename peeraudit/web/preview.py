"""What will this team see? Headcounts in the address, the answer on the same page."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import Blueprint, abort, current_app, request, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from peeraudit.audit.preview import preview as foresee
from peeraudit.audit.preview_words import preview_words
from peeraudit.audit.promise import GroupPromise
from peeraudit.audit.told import Told
from peeraudit.web.headcounts import HERE, MODES, HeadcountForm, mode_field
from peeraudit.web.nhsuk import component
from peeraudit.web.rendering import render
from peeraudit.web.site import site
from peeraudit.web.words import _

preview = Blueprint("preview", __name__)


@dataclass(frozen=True, slots=True)
class GroupLine:
    """What will be seen of one group, and how else it could answer."""

    told: Told
    modes: Markup | str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What the team will see."""

    groups: tuple[GroupLine, ...]
    parts: tuple[Told, ...]
    only_if: tuple[str, ...]
    guide: str
    """Where the conversation guide is."""

    @property
    def can_choose(self) -> bool:
        """Whether any group could answer in another way."""
        return any(line.modes for line in self.groups)


@dataclass(frozen=True, slots=True)
class PreviewPage:
    """The form, and below it what it leads to."""

    form: HeadcountForm
    result: Result | None


@preview.get("/what-will-we-see")
def show() -> ResponseReturnValue:
    """Ask for headcounts, and say what they will let a team see.

    What is sent stands in the address and nowhere else: it is not kept or logged.
    """
    instruments = site().shelf.instruments()
    if not instruments:
        abort(HTTPStatus.NOT_FOUND)
    form = HeadcountForm(instruments, request.args)
    if request.args and form.validate():
        return render("preview/preview.html", page=PreviewPage(form, _result(form)))
    status = HTTPStatus.BAD_REQUEST if request.args else HTTPStatus.OK
    return render("preview/preview.html", page=PreviewPage(form, None)), status


def _result(form: HeadcountForm) -> Result:
    """Say what the team will see."""
    groups, instrument = form.groups(), form.chosen
    found = foresee(instrument, groups, int(form.floor.data))
    words = preview_words(found, instrument, HERE)
    unasked = words.groups[len(groups) :]
    return Result(
        (
            *(
                GroupLine(told, _modes(form, group))
                for told, group in zip(words.groups, groups, strict=False)
            ),
            *map(GroupLine, unasked),
        ),
        words.parts,
        words.only_if,
        url_for("guide.show", name=form.instrument.data),
    )


def _modes(form: HeadcountForm, group: GroupPromise) -> Markup | str:
    """Draw how a group can answer that is too small to be shown and stay unknown."""
    offered = form.modes(group)
    if not offered:
        return ""
    name = mode_field(group.group)
    called = form[group.group].label.text
    legend = _("%(group)s: how would they answer?", group=called)
    params = {
        "name": name,
        "idPrefix": name,
        "small": True,
        "fieldset": {"legend": {"text": legend, "size": "s"}},
        "items": [{"value": mode, "text": str(MODES[mode])} for mode in offered],
        "value": group.mode,
    }
    return component(current_app.jinja_env, "radios", "radios", params)
