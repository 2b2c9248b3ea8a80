"""What people wrote, in no order, as the one who read it first let it through."""

from dataclasses import dataclass

from peeraudit.report.reader import Reader
from peeraudit.report.words import capital, counted


@dataclass(frozen=True, slots=True)
class Comments:
    """The comments of an audit."""

    message: str
    comments: tuple[str, ...]


def comments(reader: Reader) -> Comments:
    """Tell what people wrote."""
    told = reader.release.comments
    read_by = reader.release.promise.comments_read_by
    return Comments(
        f"{counted(len(told), 'person', 'people')} wrote a comment that is shown here. "
        f"{capital(read_by)} read them first, and took out what could tell who wrote "
        "them: […]. They stand in no order, and without the group.",
        told,
    )
