"""Report and guide as HTML: a body for the website's page, and a file by itself."""

from peeraudit.release.release import Release
from peeraudit.report.content import told
from peeraudit.report.guide import Guide
from peeraudit.report.statement import Statement
from peeraudit.report.templates import SCREEN, Medium, environment
from peeraudit.report.trust_report import TrustReport
from peeraudit.report.versions import Version, told_for


def title(release: Release) -> str:
    """Return what the report is called; whoever shows the body heads it with this."""
    report = told(release)
    return f"{report.title}: {report.team}"


def body(release: Release, medium: Medium = SCREEN) -> str:
    """Return the report's HTML from its second-level headings down."""
    return _fill("report/body", medium, report=told(release))


def single_file(release: Release) -> str:
    """Return a page that needs nothing else: no request, no script."""
    return _fill("report/single_file", report=told(release))


def version_title(version: Version, release: Release) -> str:
    """Return what a reader's version is called."""
    report = told_for(version, release)
    return f"{report.title}: {report.team}"


def version_body(version: Version, release: Release, medium: Medium = SCREEN) -> str:
    """Return a reader's version as HTML from its second-level headings down."""
    values = {"report": told_for(version, release), "version": version, "brief": False}
    return _fill("report/versions/body", medium, **values)


def guide_body(guide: Guide) -> str:
    """Return a conversation guide's HTML from its second-level headings down."""
    return _fill("guide/body", guide=guide)


def guide_file(guide: Guide) -> str:
    """Return a conversation guide as a page that needs nothing else."""
    return _fill("guide/single_file", guide=guide)


def trust_body(report: TrustReport, medium: Medium = SCREEN) -> str:
    """Return a trust's report from its second-level headings down."""
    return _fill("report/trust/body", medium, report=report)


def statement_body(statement: Statement) -> str:
    """Return a role statement's HTML from its second-level headings down."""
    return _fill("statement/body", statement=statement)


def _fill(template: str, medium: Medium = SCREEN, **values: object) -> str:
    """Render a template for a screen."""
    found = environment().get_template(f"{template}.html")
    return found.render(values, medium=medium)
