"""What a team will see, printed: before an audit is made, and again before launch."""

import click

from peeraudit.audit.preview import preview
from peeraudit.audit.preview_words import lines, preview_words
from peeraudit.audit.promise import GroupPromise
from peeraudit.instrument.definition import Form, Instrument
from peeraudit.instrument.wording import LocalWords


def show_preview(
    instrument: Instrument,
    groups: tuple[GroupPromise, ...],
    floor: int,
    form: Form,
    words: LocalWords,
) -> None:
    """Print what these groups will see at a floor."""
    found = preview(instrument, groups, floor, form)
    click.echo(f"What this team will see at floor {floor}:\n")
    for line in lines(preview_words(found, instrument, words)):
        click.echo(line)
    click.echo()
