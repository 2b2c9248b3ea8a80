"""The first who opens a questionnaire is served as quickly as the last."""

from peeraudit.audit.promise import GRACE
from peeraudit.instrument.frozen import Group
from peeraudit.operations.close_audit import close_audit
from peeraudit.web.fieldsets import Fieldsets
from peeraudit.web.warming import keep_warm, warm
from tests.journeys.site import ASKED, CLOSES, Site


def held(site: Site) -> Fieldsets:
    """What the website holds ready."""
    found: Fieldsets = site.app.extensions["peeraudit"].fieldsets
    return found


def test_all_groups_of_an_open_audit_are_drawn_before_anyone_comes(site: Site) -> None:
    assert held(site).kept == {}
    warm(site.app)
    assert set(held(site).kept) == {(site.audit, group) for group in ASKED}
    assert set(site.installation.sittings) == set(held(site).kept)


def test_it_is_warm_from_the_start(site: Site) -> None:
    keep_warm(site.app)
    assert (site.audit, Group.PEER_WORKER) in held(site).kept


def test_nothing_is_drawn_again_or_for_closed_audits(site: Site) -> None:
    warm(site.app)
    before = dict(held(site).kept)
    warm(site.app)
    assert all(held(site).kept[key] is drawn for key, drawn in before.items())
    close_audit(site.installation, site.audit, at=CLOSES + GRACE)
    held(site).kept.clear()
    warm(site.app)
    assert held(site).kept == {}


def test_a_database_that_is_away_does_not_stop_the_website(site: Site) -> None:
    site.installation.database.engine.dispose()
    with site.installation.database.transaction() as connection:
        connection.exec_driver_sql("ALTER TABLE audit RENAME TO gone")
    keep_warm(site.app)
