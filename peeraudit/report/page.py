"""The report as HTML: a body for the website's page, and a file that stands alone."""

from peeraudit.release.release import Release
from peeraudit.report.content import told
from peeraudit.report.templates import SCREEN, environment


def title(release: Release) -> str:
    """Return what the report is called; whoever shows the body heads it with this."""
    report = told(release)
    return f"{report.title}: {report.team}"


def body(release: Release) -> str:
    """Return the report's HTML from its second-level headings down."""
    return _render("body", release)


def single_file(release: Release) -> str:
    """Return a page that needs nothing else: no request, no script."""
    return _render("single_file", release)


def _render(template: str, release: Release) -> str:
    """Render one of the report's templates."""
    found = environment().get_template(f"report/{template}.html")
    return found.render(report=told(release), medium=SCREEN)
