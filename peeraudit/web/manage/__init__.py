"""For whoever manages: sign in, teams, accounts. Nothing here shows an answer."""

from flask import Flask

from peeraudit.web.manage import (
    agreed_then,
    ask,
    deleting,
    guard,
    helping,
    home,
    invitations,
    inviting,
    keeping,
    organisation,
    own_account,
    people,
    record,
    retention,
    sign_in,
    sign_on,
    team_words,
    trust,
)
from peeraudit.web.manage.plan.actions_pages import plan
from peeraudit.web.manage.plan.meeting import meeting
from peeraudit.web.manage.plan.statement import statement
from peeraudit.web.manage.set_up import set_up

PAGES = (
    home.home,
    sign_in.sign_in,
    sign_on.sign_on,
    people.people,
    inviting.inviting,
    invitations.invitations,
    helping.helping,
    own_account.own_account,
    deleting.deleting,
    organisation.organisation,
    team_words.team_words,
    record.record,
    retention.retention,
    keeping.keeping,
    set_up,
    ask.ask,
    agreed_then.agreed_then,
    plan,
    meeting,
    statement,
    trust.trust,
)


def register(app: Flask) -> None:
    """Put the pages for managers on the website."""
    app.before_request(guard.refuse_unreadable)
    for each in PAGES:
        app.register_blueprint(each)
