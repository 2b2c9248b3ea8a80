"""The website: a blueprint for each kind of visitor, and one way to make it."""

from collections.abc import Callable
from datetime import UTC, datetime

from flask_babel import Babel  # type: ignore[import-untyped] # has no types

from peeraudit.operations.installation import Installation
from peeraudit.settings import Settings
from peeraudit.sign_on.provider import Provider
from peeraudit.web import (
    comments,
    errors,
    from_paper,
    front,
    guide,
    manage,
    notices,
    pace,
    preview,
    questionnaires,
    report_files,
    reports,
    respond,
    samples,
    security,
    shared,
    versions,
    what_came,
)
from peeraudit.web.fieldsets import Fieldsets
from peeraudit.web.shelf import Shelf
from peeraudit.web.site import Site
from peeraudit.web.website import Website
from peeraudit.web.words import speak

FOR_VISITORS = (
    front.front,
    respond.respond,
    from_paper.from_paper,
    reports.reports,
    what_came.what_came,
    versions.versions,
    report_files.report_files,
    shared.shared,
    comments.comments,
    guide.guide,
    preview.preview,
    questionnaires.questionnaires,
    samples.samples,
    notices.notices,
)
"""The pages of everyone who does not sign in."""


def utc_now() -> datetime:
    """Return the time, which tests put in themselves."""
    return datetime.now(UTC)


def create_app(
    installation: Installation,
    settings: Settings,
    *,
    now: Callable[[], datetime] = utc_now,
) -> Website:
    """Make the website of an installation."""
    app = Website("peeraudit.web")
    app.config.update(
        SECRET_KEY=settings.secret_key,
        SITE_URL=settings.site_url,
    )
    Babel(app, locale_selector=lambda: "en")
    speak(app.jinja_env)
    pace.keep_pace(app)
    security.protect(app)
    errors.answer_plainly(app)
    app.extensions["peeraudit"] = Site(
        installation,
        settings.support,
        now,
        Fieldsets(app.jinja_env),
        Shelf(settings.instruments),
        settings.publisher,
        settings.site_url,
        Provider.of(settings.sign_on) if settings.sign_on else None,
    )
    for each in FOR_VISITORS:
        app.register_blueprint(each)
    manage.register(app)
    return app
