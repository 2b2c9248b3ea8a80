"""The report as values: every sentence, table and chart, drawn from a release alone."""

from dataclasses import dataclass

from peeraudit.release.release import Release
from peeraudit.report.about import About, about
from peeraudit.report.annex import Annex, annex
from peeraudit.report.answered import Answered, answered
from peeraudit.report.findings import Findings, findings
from peeraudit.report.misreading import Misreading, misreading
from peeraudit.report.practices import Practices, practices
from peeraudit.report.profile import Profile, profile
from peeraudit.report.purposes import Purpose, purposes
from peeraudit.report.reader import Reader
from peeraudit.report.set_up import SetUpView, set_up
from peeraudit.report.summary import Summary, summary


@dataclass(frozen=True, slots=True)
class Report:
    """One release, told."""

    title: str
    """What the audit is called; the team's name may be in another script."""
    team: str
    organisation: str
    summary: Summary
    answered: Answered
    set_up: SetUpView
    profile: Profile
    misreading: Misreading
    practices: Practices
    purposes: tuple[Purpose, ...]
    findings: Findings
    about: About
    annex: Annex


def content(release: Release) -> Report:
    """Tell a release."""
    reader = Reader(release)
    return Report(
        title=reader.fill(reader.wording.title),
        team=release.audit.words.team,
        organisation=release.audit.organisation,
        summary=summary(reader),
        answered=answered(reader),
        set_up=set_up(reader),
        profile=profile(reader),
        misreading=misreading(reader),
        practices=practices(reader),
        purposes=purposes(reader),
        findings=findings(reader),
        about=about(reader),
        annex=annex(reader),
    )
