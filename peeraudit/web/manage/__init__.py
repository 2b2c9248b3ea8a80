"""For whoever manages: sign in, teams, accounts. Nothing here shows an answer."""

from flask import Flask

from peeraudit.web.manage import accounts, ask, home, sign_in
from peeraudit.web.manage.set_up import set_up


def register(app: Flask) -> None:
    """Put the pages for managers on the website."""
    for each in (home.home, sign_in.sign_in, accounts.accounts, set_up, ask.ask):
        app.register_blueprint(each)
