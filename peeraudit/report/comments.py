"""What people wrote, in no order, as the one who read it first let it through."""

from dataclasses import dataclass

from peeraudit.instrument.sentences import capital
from peeraudit.release.comments import STRUCK_OUT
from peeraudit.report.reader import Reader
from peeraudit.report.words import counted


@dataclass(frozen=True, slots=True)
class Comments:
    """The comments of an audit."""

    message: str
    comments: tuple[str, ...]


def comments(reader: Reader) -> Comments:
    """Tell what people wrote."""
    told = reader.release.comments
    read_by = capital(reader.release.promise.comments_read_by)
    return Comments(
        f"{counted(len(told), 'comment is', 'comments are')} shown here. {read_by} "
        "read all comments first. Where words were taken out that could tell who wrote "
        f"them, you see {STRUCK_OUT}. The order tells nothing, and no group is named.",
        told,
    )
