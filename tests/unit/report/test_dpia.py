"""The impact assessment: the ICO's headings, this installation, what is left blank."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from peeraudit.audit.audit import State
from peeraudit.audit.promise import GroupMode
from peeraudit.audit.team import Team
from peeraudit.instrument.frozen import Group
from peeraudit.instrument.wording import LocalWords
from peeraudit.report.dpia import Kept, dpia, impact
from peeraudit.report.dpia_facts import (
    KEYS_ALLOW,
    WEB_KEYS_ALLOW,
    Described,
    InstrumentUse,
    KeyPlace,
    Place,
    Version,
)
from peeraudit.report.dpia_risks import RISKS
from peeraudit.report.markdown import as_text
from tests.unit.factories import make_audit, make_promise

BLANK = "[for the DPO to fill in]"

HEADINGS = (
    "Step 1: Identify the need for a DPIA",
    "Step 2: Describe the processing",
    "Nature of the processing",
    "Scope of the processing",
    "Context of the processing",
    "Purposes of the processing",
    "Step 3: Consultation process",
    "Step 4: Assess necessity and proportionality",
    "Step 5: Identify and assess risks",
    "Step 6: Identify measures to reduce risk",
    "Step 7: Sign off and record outcomes",
)
"""The ICO's, in its order; ours stand between."""

FACTS = Described(
    at=datetime(2026, 11, 24, 12, 0, tzinfo=UTC),
    database="PostgreSQL",
    versions=(Version("PeerAudit", "0.1.0"), Version("PostgreSQL", "18.1")),
    keys=KeyPlace(Place.OTHER_MACHINE, KEYS_ALLOW, 0o700, 0o600),
    web_keys=KeyPlace(Place.OTHER_MACHINE, WEB_KEYS_ALLOW, 0o2750, 0o640),
    one_key_folder=False,
    site_url="https://audit.example.nhs.uk",
    support=("Call the peer support lead on 020 7946 0000.",),
    instruments=(InstrumentUse("role-adoption", 1, "ab" * 32, 2),),
    audits=(
        make_audit(),
        make_audit(
            make_promise(
                {Group.MANAGER: 1, Group.PEER_WORKER: 3, Group.OTHER_STAFF: 12},
                floor=8,
                modes={
                    Group.MANAGER: GroupMode.ATTRIBUTED,
                    Group.PEER_WORKER: GroupMode.POOLED_ONLY,
                },
                comments_read_by="The Freedom to Speak Up Guardian",
            ),
            state=State.RELEASED,
        ),
        make_audit(state=State.DRAFT),
    ),
    views=1,
    waiting=2,
)


def headings(text: str) -> list[str]:
    return re.findall(r"^#{2,3} (.+)$", text, re.MULTILINE)


def tables(text: str) -> Iterator[list[list[str]]]:
    """Every table, as rows of cells."""
    for block in text.split("\n\n"):
        lines = block.splitlines()
        if lines and all(line.startswith("|") for line in lines):
            yield [
                [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
                for line in lines
            ]


def table(text: str, first: str) -> list[list[str]]:
    """The rows of the table whose head begins so."""
    return next(rows[2:] for rows in tables(text) if rows[0][0] == first)


def test_its_steps_are_those_of_the_ico() -> None:
    ours = [each for each in headings(dpia(FACTS)) if each in HEADINGS]
    assert ours == list(HEADINGS)


def test_every_table_is_whole() -> None:
    found = list(tables(dpia(FACTS)))
    assert len(found) > 10
    for rows in found:
        assert {len(row) for row in rows} == {len(rows[0])}, rows[0]


@pytest.mark.parametrize(
    "asked",
    [
        "Lawful basis, UK GDPR Article 6",
        "Condition for special category data, UK GDPR Article 9",
        "Data protection officer",
        "Volume, frequency, area",
        "Children among those asked",
        "Website and worker run as two users",
        "Key folders are in no backup and no snapshot",
    ],
)
def test_what_only_the_organisation_can_know_is_left_blank(asked: str) -> None:
    (line,) = [line for line in dpia(FACTS).splitlines() if asked in line]
    assert BLANK in line


def test_nobody_but_the_organisation_consults_decides_or_signs() -> None:
    text = dpia(FACTS)
    signatures = table(text, "item")
    assert len(signatures) == 7
    assert {row[1] for row in signatures} == {BLANK}
    assert {tuple(row[1:]) for row in table(text, "who")} == {(BLANK, "")}
    assert {row[2] for row in table(text, "requirement")} == {BLANK}


def test_every_risk_has_its_measures_and_no_weight() -> None:
    text = dpia(FACTS)
    risks = [rows[2:] for rows in tables(text) if rows[0][0] == "no."]
    for rows in risks:
        assert [row[0] for row in rows] == [str(n + 1) for n in range(len(RISKS))]
        assert {tuple(row[3:]) for row in rows} == {("", "", "")}
        assert all(row[1] and row[2] for row in rows)
    assert len(risks) == 2


def test_it_counts_audits_floors_and_modes() -> None:
    text = dpia(FACTS)
    audits = {row[0]: row[1] for row in table(text, "audits")}
    assert audits == {
        "draft: nobody has been asked yet": "1",
        "open: people answer": "1",
        "released": "1",
        "all": "3",
    }
    used = {row[0]: row[1] for row in table(text, "in use")}
    assert used["audits with floor 5"] == "2"
    assert used["audits with floor 8"] == "1"
    assert used["audits with pooling"] == "1"
    assert used["groups of which counts wait for a view over teams"] == "2"
    attributed = (
        "groups that are attributed: too few to be anonymous, and told so first"
    )
    assert used[attributed] == "1"
    reader = "read first by The Freedom to Speak Up Guardian"
    assert [number for what, number in used.items() if reader in what] == ["1"]


def test_only_those_are_counted_as_asked_whose_audit_was_launched() -> None:
    asked = {each.what: each.number for each in impact(FACTS).asked}
    assert asked == {
        "managers": 10,
        "peer workers": 12,
        "other staff": 21,
        "people who use the service": 9,
    }


def test_nothing_is_in_use_before_there_is_an_audit() -> None:
    text = dpia(replace(FACTS, audits=(), support=()))
    assert f"| Name of controller | {BLANK} |" in text
    assert f"| Contact for people who are asked | {BLANK} |" in text
    assert table(text, "audits") == [["all", "0"]]
    assert ["audits with comments", "0"] in table(text, "in use")


def test_instruments_stand_there_with_their_hashes() -> None:
    rows = table(dpia(FACTS), "instrument")
    assert rows == [["role-adoption", "1", f"`{'ab' * 32}`", "2"]]


def test_what_is_kept_and_for_how_long_is_what_the_code_does() -> None:
    kept = {row[0]: row[2] for row in table(dpia(FACTS), "what")}
    assert f"{Kept().grace_hours} hour after" in kept["sealed answers"]
    assert f"{Kept().screening_days} days" in kept["comments, sealed"]
    (counts,) = [until for what, until in kept.items() if what.startswith("counts")]
    assert f"{Kept().pooling_months} months" in counts


def test_a_sound_installation_has_nothing_to_put_right() -> None:
    assert impact(FACTS).to_put_right == ()
    assert "To put right" not in dpia(FACTS)


def key_place(place: Place, mode: int | None = 0o700, files: int = 0o600) -> KeyPlace:
    return KeyPlace(place, KEYS_ALLOW, mode, files)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (replace(FACTS, keys=None), "KEYS_DIR could not be seen"),
        (replace(FACTS, web_keys=None), "WEB_KEYS_DIR could not be seen"),
        (replace(FACTS, keys=key_place(Place.TOGETHER)), "a backup of it would hold"),
        (replace(FACTS, keys=key_place(Place.SAME_DISK)), "a snapshot of it would"),
        (replace(FACTS, keys=key_place(Place.UNKNOWN, None)), "is not there yet"),
        (replace(FACTS, keys=key_place(Place.UNKNOWN, 0o750)), "open to more people"),
        (
            replace(FACTS, keys=key_place(Place.UNKNOWN, files=0o640)),
            "open to more people",
        ),
        (replace(FACTS, one_key_folder=True), "are one folder"),
        (replace(FACTS, site_url="http://audit.example"), "SITE_URL is not set"),
        (replace(FACTS, support=()), "SUPPORT is empty"),
    ],
)
def test_what_weakens_the_promise_is_named_first(changed: Described, said: str) -> None:
    (sentence,) = impact(changed).to_put_right
    assert said in sentence
    assert headings(dpia(changed))[0] == "To put right first"


@pytest.mark.parametrize("mode", [0o2750, 0o750, 0o700])
def test_the_folder_that_both_read_may_be_open_to_a_group(mode: int) -> None:
    assert not KeyPlace(Place.UNKNOWN, WEB_KEYS_ALLOW, mode, 0o640).is_too_open
    assert KeyPlace(Place.UNKNOWN, WEB_KEYS_ALLOW, mode | 0o5, 0o640).is_too_open
    assert KeyPlace(Place.UNKNOWN, WEB_KEYS_ALLOW, mode, 0o660).is_too_open


def test_no_name_can_break_a_table_or_look_like_anything_else() -> None:
    name = "A | B\n| c | <b>*d*</b> _e_ [f](g) `h` \\ #i & j_k"
    audit = replace(make_audit(), team=Team(name, LocalWords("Team")))
    text = dpia(replace(FACTS, audits=(audit,), support=(name,)))
    for rows in tables(text):
        assert {len(row) for row in rows} == {len(rows[0])}
    shown = r"A \| B \| c \| \<b\>\*d\*\</b\> \_e\_ \[f\](g) \`h\` \\ \#i \& j_k"
    assert f"| Name of controller | {shown} |" in text
    assert as_text("KEYS_DIR") == "KEYS_DIR"
