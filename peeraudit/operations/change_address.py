"""Put an address right, or send nothing more to it. The worker does it, blindly."""

from datetime import datetime

from peeraudit.mail.letter import Request, Wanted
from peeraudit.operations.ask_by_mail import open_for_mail
from peeraudit.operations.installation import Installation
from peeraudit.operations.mail_book import seal_mail
from peeraudit.operations.people import NotAPerson, takes_mail, tidy
from peeraudit.storage.mail import REQUESTS


def change_address(
    installation: Installation, audit: str, address: str, instead: str, *, at: datetime
) -> None:
    """Have mail to one address go to another from now on, or nowhere.

    The website cannot tell whether anybody was asked there: the worker counts what it
    does not find.

    Raises
    ------
    NotAPerson
        If one of them is no address.
    WrongState, MailOff
        If the audit takes no answers now, or has no mail.
    """
    change = Request(Wanted.CHANGE, tidy(address), instead=tidy(instead))
    wanted = [change.address, change.instead] if change.instead else [change.address]
    if not all(map(takes_mail, wanted)):
        raise NotAPerson("Enter an e-mail address, like name@trust.nhs.uk")
    with installation.database.transaction() as connection:
        _, public = open_for_mail(installation, connection, audit, at=at)
        REQUESTS.add(connection, audit, [seal_mail(public, change)])
