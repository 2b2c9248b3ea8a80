"""The report as values: every sentence, table and chart, drawn from a release alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import starmap

from peeraudit.release.release import Release
from peeraudit.report.about import About, about
from peeraudit.report.annex import Annex, annex
from peeraudit.report.answered import Answered, answered
from peeraudit.report.change import HEADING, ChangeView, change, is_told
from peeraudit.report.comments import Comments, comments
from peeraudit.report.findings import Findings, findings
from peeraudit.report.misreading import Misreading, misreading
from peeraudit.report.pooled import PooledReport, pooled_report
from peeraudit.report.practices import Practices, practices
from peeraudit.report.profile import Profile, profile
from peeraudit.report.purposes import Purpose, purposes
from peeraudit.report.reader import Reader
from peeraudit.report.section import Section
from peeraudit.report.set_up import SetUpView, set_up
from peeraudit.report.summary import Summary, summary


@dataclass(frozen=True, slots=True)
class Report:
    """One release, told."""

    title: str
    """What the audit is called; the team's name may be in another script."""
    team: str
    organisation: str
    service: str
    sections: tuple[Section, ...]
    summary: Summary
    answered: Answered
    set_up: SetUpView
    profile: Profile
    misreading: Misreading
    practices: Practices
    purposes: tuple[Purpose, ...]
    findings: Findings
    change: ChangeView
    comments: Comments
    about: About
    annex: Annex
    opening: str = "summary"
    """The template of the first page."""


def told(release: Release) -> Report | PooledReport:
    """Tell a release, of one audit or over several teams."""
    return pooled_report(Reader(release)) if release.pooled else content(release)


def content(release: Release) -> Report:
    """Tell the release of one audit."""
    reader = Reader(release)
    return Report(
        title=reader.fill(reader.wording.title),
        team=release.audit.team,
        organisation=release.audit.organisation,
        service=release.audit.service,
        sections=tuple(starmap(Section, _headings(reader).items())),
        summary=summary(reader),
        answered=answered(reader),
        set_up=set_up(reader),
        profile=profile(reader),
        misreading=misreading(reader),
        practices=practices(reader),
        purposes=purposes(reader),
        findings=findings(reader),
        change=change(reader),
        comments=comments(reader),
        about=about(reader),
        annex=annex(reader),
    )


def _headings(reader: Reader) -> Mapping[str, str]:
    """Return what the sections are called, in order; some look ahead before a start."""
    ahead = reader.before_start
    since = {"change": HEADING} if is_told(reader) else {}
    own_words = {"comments": "In people's own words"} if reader.release.comments else {}
    return {
        "answered": "Who answered",
        "set-up": f"How the role {'will be' if ahead else 'is'} set up",
        "themes": f"How each group sees the role{' to come' if ahead else ''}",
        "misreading": "Who misreads whom",
        "practices": reader.fill(reader.wording.practice.title),
        "purposes": f"Why the role {'will be' if ahead else 'is'} there",
        "findings": "Findings",
        **own_words,
        **since,
        "about": "About this audit, and its limits",
        "annex": "Every question, word for word",
    }
