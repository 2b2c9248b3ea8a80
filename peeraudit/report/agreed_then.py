"""What a team agreed about practices, beside what people now say of them.

Drawn from the cells of a release and from what the team wrote down itself: from nothing
else, so it says of people what the report says.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from peeraudit.consensus.practice import PracticeView
from peeraudit.instrument.comparable import comparable
from peeraudit.instrument.definition import Instrument
from peeraudit.instrument.sentences import listed
from peeraudit.plan.agreement import Agreement, Verdict
from peeraudit.release.release import Release
from peeraudit.report.evidence import practice
from peeraudit.report.reader import Reader
from peeraudit.report.words import day


class Still(StrEnum):
    """Whether people now say what was agreed."""

    OTHERWISE = "Some now say otherwise"
    OPEN = "Left open then"
    UNTOLD = "Cannot be told"
    STILL = "People still say so"


@dataclass(frozen=True, slots=True)
class Agreed:
    """A team's own words about a practice, and when it agreed on them."""

    agreement: Agreement
    asked: Instrument
    """What the audit asked that the team had met about."""


@dataclass(frozen=True, slots=True)
class AgreedThen:
    """One agreement beside what people now say."""

    practice: str
    verdict: str
    sentence: str
    agreed_on: str
    still: Still
    says: tuple[tuple[str, str], ...]
    """Each group that is shown, and what most of it say."""


@dataclass(frozen=True, slots=True)
class AgreedSince:
    """The agreements of a team beside its new report, what needs a talk first."""

    agreements: tuple[AgreedThen, ...]
    reworded: int
    """Agreements on practices that the new audit words otherwise, or leaves out."""
    counting: str
    """The groups that must be shown before people can be said to agree still."""


def agreed_since(agreed: Iterable[Agreed], release: Release) -> AgreedSince:
    """Set agreements beside a release, where people were asked in the same words."""
    reader, every = Reader(release), tuple(agreed)
    now = reader.instrument
    alike = [each for each in every if _is_asked_alike(each, now)]
    order = list(Still)
    told = sorted(_told(alike, reader), key=lambda each: order.index(each.still))
    counting = [reader.inline(each) for each in now.reading.practice_groups]
    return AgreedSince(tuple(told), len(every) - len(alike), listed(counting))


def _is_asked_alike(agreed: Agreed, now: Instrument) -> bool:
    """Say whether the new audit words the practice as the audit before did."""
    return agreed.agreement.practice in comparable(agreed.asked, now).whole


def _told(agreed: Iterable[Agreed], reader: Reader) -> Iterator[AgreedThen]:
    """Yield each agreement with what people now say."""
    views = {view.item: view for view in reader.release.derived.practice.practices}
    for each in agreed:
        agreement = each.agreement
        view = views.get(agreement.practice)
        yield AgreedThen(
            reader.practice(agreement.practice),
            _verdict(agreement.verdict, reader),
            agreement.sentence,
            day(agreement.agreed_on),
            _still(agreement.verdict, view),
            tuple(_says(view, reader)) if view else (),
        )


def _verdict(verdict: Verdict, reader: Reader) -> str:
    """Return a verdict in the words of the question."""
    if verdict is Verdict.TALK_AGAIN:
        return "To talk about again"
    return reader.fill(reader.wording.practice.options[verdict])


def _still(verdict: Verdict, view: PracticeView | None) -> Still:
    """Say how what people say stands to what was agreed.

    One group that says otherwise is enough; that people still say so needs as many
    groups as a report needs to speak of agreement.
    """
    if verdict is Verdict.TALK_AGAIN:
        return Still.OPEN
    if view is None or not view.says:
        return Still.UNTOLD
    if any(said != verdict for said in view.says.values()):
        return Still.OTHERWISE
    return Still.STILL if view.covered else Still.UNTOLD


def _says(view: PracticeView, reader: Reader) -> Iterator[tuple[str, str]]:
    """Yield what most of each group that is shown say of a practice."""
    for group in reader.groups:
        if group in view.says:
            yield reader.name(group), practice(reader, view.item, group)
