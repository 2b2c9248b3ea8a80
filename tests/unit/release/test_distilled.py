"""What counts of a release over teams is what the release itself says."""

from collections.abc import Iterator

import pytest

from peeraudit.consensus.findings import Status
from peeraudit.instrument.definition import AgreementItem
from peeraudit.release.distilled import distil
from tests.unit.factories import Says, make_release, role_adoption
from tests.unit.report.releases import nobody_shown, site

THEMES = ("DP", "SP", "SE")


def says(theme: str, group: str, word: str) -> Iterator[tuple[str, str]]:
    """A word from one group on every statement of a theme."""
    for item in role_adoption().items:
        if isinstance(item, AgreementItem) and item.theme == theme:
            yield f"{group} {item.id}", word


def all_three(**words: str) -> Says:
    """What peer workers say on the three themes; a clear yes, if not told."""
    return dict(
        pair
        for theme in THEMES
        for pair in says(theme, "PW", words.get(theme, "60_to_69"))
    )


def test_findings_and_practices_are_those_of_the_release() -> None:
    release = site("London", 5)
    found = distil(release)
    assert found.findings == {each.rule: each.status for each in release.findings}
    views = release.derived.practice.practices
    assert found.practices == {each.item: each.agreement for each in views}
    assert found.release == release.hash
    assert found.instrument == release.instrument.hash


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ({}, Status.FOUND),
        ({"SP": "70_or_more"}, Status.FOUND),
        ({"SP": "50_to_59"}, Status.NOT_FOUND),
        ({"SE": "below_50"}, Status.NOT_FOUND),
    ],
)
def test_the_tipping_point_takes_a_clear_yes_to_all_three(
    words: dict[str, str], status: Status
) -> None:
    assert distil(make_release(all_three(**words))).counts == {"T1": status}


def test_the_tipping_point_cannot_be_told_where_one_theme_cannot() -> None:
    two = {each: word for each, word in all_three().items() if " SE" not in each}
    assert distil(make_release(two)).counts == {"T1": Status.NOT_ENOUGH}
    assert distil(nobody_shown()).counts == {"T1": Status.NOT_ENOUGH}


def test_other_staff_who_see_it_so_do_not_count() -> None:
    others = {each.replace("PW", "ST"): word for each, word in all_three().items()}
    known = {each: w for each, w in others.items() if _asked(each)}
    assert distil(make_release(known)).counts == {"T1": Status.NOT_ENOUGH}


def _asked(question: str) -> bool:
    """Whether other staff are asked this."""
    item = role_adoption().questions[question.split()[1]]
    return "other_staff" in item.groups
