"""What a promise leads to: what the team will see, and what each group will read."""

from dataclasses import dataclass

from peeraudit.audit.preview import preview
from peeraudit.audit.preview_words import PreviewWords, preview_words
from peeraudit.audit.promise import GroupPromise, Promise
from peeraudit.audit.promise_words import promise_words
from peeraudit.web.manage.set_up.draft import Draft


@dataclass(frozen=True, slots=True)
class Reads:
    """The promise in the words of one group."""

    group: str
    paragraphs: tuple[str, ...]


def will_see(
    draft: Draft, groups: tuple[GroupPromise, ...], floor: int
) -> PreviewWords:
    """Say what the team will see if everyone of these groups answers."""
    found = preview(draft.instrument, groups, floor, draft.audit.form)
    return preview_words(found, draft.instrument, draft.words)


def will_read(draft: Draft, promise: Promise) -> tuple[Reads, ...]:
    """Return what each group reads before it answers."""
    wording = draft.instrument.wording.groups
    return tuple(
        Reads(
            draft.words.fill(wording[each.group].name),
            promise_words(promise, each, draft.audit.team),
        )
        for each in promise.groups
    )
