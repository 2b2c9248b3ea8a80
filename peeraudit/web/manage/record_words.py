"""What managers did, as people say it."""

from collections.abc import Mapping

from peeraudit.account.record import Act
from peeraudit.web.words import later

ACTS: Mapping[Act, str] = {
    Act.MADE_ACCOUNT: later("Made the first account"),
    Act.INVITED: later("Invited somebody"),
    Act.WITHDREW_INVITATION: later("Took an invitation back"),
    Act.JOINED: later("Took up a role"),
    Act.TOOK_ROLE: later("Took a role away"),
    Act.DELETED_ACCOUNT: later("Deleted an account"),
    Act.HELPED_TO_SIGN_IN: later("Helped somebody to sign in"),
    Act.CHANGED_SETTINGS: later("Changed the settings"),
    Act.ADDED_TEAM: later("Added a team"),
    Act.CHANGED_TEAM: later("Changed what a team is called"),
    Act.BEGAN_AUDIT: later("Began to set an audit up"),
    Act.CHANGED_AUDIT: later("Changed an audit that is being set up"),
    Act.LAUNCHED: later("Launched an audit"),
    Act.ASKED_BY_MAIL: later("Asked people by e-mail"),
    Act.REMINDED: later("Reminded everyone who was asked by e-mail"),
    Act.MADE_CODES: later("Made access codes"),
    Act.EXTENDED: later("Moved a closing time"),
    Act.OPENED_REPORT: later("Opened a report address"),
    Act.CLOSED_REPORT: later("Closed a report address"),
    Act.POOLED: later("Made a view over several teams"),
    Act.AGREED: later("Wrote down what was agreed"),
    Act.HELD_MEETING: later("Wrote down a meeting"),
    Act.ADDED_ACTION: later("Added an action"),
    Act.CHANGED_ACTION: later("Changed an action"),
    Act.PUBLISHED: later("Published what came of an audit"),
    Act.CHANGED_RETENTION: later("Changed how long something is kept"),
    Act.ERASED: later("Erased something"),
}
