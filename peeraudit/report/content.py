"""The report as values: every sentence, table and chart, drawn from a release alone."""

from dataclasses import dataclass

from peeraudit.release.release import Release
from peeraudit.report.answered import Answered, answered
from peeraudit.report.findings import Findings, findings
from peeraudit.report.profile import Profile, profile
from peeraudit.report.reader import Reader
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
    profile: Profile
    findings: Findings


def content(release: Release) -> Report:
    """Tell a release."""
    reader = Reader(release)
    return Report(
        title=reader.fill(reader.wording.title),
        team=release.audit.words.team,
        organisation=release.audit.organisation,
        summary=summary(reader),
        answered=answered(reader),
        profile=profile(reader),
        findings=findings(reader),
    )
