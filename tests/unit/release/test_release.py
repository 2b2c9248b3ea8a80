"""A release has one form, a hash of all of it, and a schema that others can read by."""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError
from pydantic import ValidationError as Unfit

from peeraudit.consensus.findings import Status
from peeraudit.disclosure.cells import (
    AnsweredReading,
    ClassReading,
    Reason,
    Shares,
    Withheld,
)
from peeraudit.instrument.definition import Form, Instrument
from peeraudit.instrument.library import digest as digest_of
from peeraudit.operations.reference_teams import reference_team
from peeraudit.release.freeze import freeze
from peeraudit.release.release import (
    FORMAT,
    Release,
    digest,
    from_json,
    schema,
    to_json,
)
from peeraudit.release.sources import Earlier, Pooled
from tests.unit.consensus.reference import FILE as TEAMS
from tests.unit.consensus.reference import published, release_of
from tests.unit.factories import (
    CLOSES,
    MG,
    PW,
    ST,
    Says,
    altered,
    make_audit,
    make_cells,
    make_promise,
    make_release,
    role_adoption,
)
from tests.unit.release import schema_file

SAYS: Says = {
    "PW SE4": "below_50",
    "ST SE4": "80_or_more",
    "ST SE4 of PW": "80_or_more",
    "PW ID1": ClassReading("30_to_39", shares=Shares(50, 20, 20)),
    "MG SE4": 75,
    "MG SE": 62,
    "MG PR1": AnsweredReading({"part": 1}),
    "PW PR1": "mixed",
    "PW RCK": "a",
}
FACTS: Mapping[str, str | int] = {"route": "informal", "started": 9}


@cache
def small() -> Instrument:
    """An instrument with one or two of each kind of thing."""
    whole = role_adoption()
    return altered(
        whole,
        items=tuple(each for each in whole.items if each.id in {"SE4", "ID1"}),
        practices=whole.practices[:1],
        facts=tuple(each for each in whole.facts if each.id in FACTS),
        rules=tuple(each for each in whole.rules if each.id in {"F05", "F06", "R12"}),
    )


@cache
def release() -> Release:
    """A release with a cell of every kind."""
    return make_release(SAYS, FACTS, instrument=small())


def content() -> dict[str, Any]:
    """The release as JSON, to be broken."""
    read: dict[str, Any] = json.loads(to_json(release()))
    return read


def test_a_release_that_is_written_down_is_read_back_the_same() -> None:
    written = to_json(release())
    assert from_json(written) == release()
    assert to_json(from_json(written)) == written


@pytest.mark.parametrize("team", ["London", "Control"])
def test_a_whole_release_is_read_back_the_same(team: str) -> None:
    written = to_json(release_of(team, 5))
    assert to_json(from_json(written)) == written
    assert from_json(written).hash == digest(from_json(written))


def test_there_is_one_form_of_json() -> None:
    written = to_json(release())
    again = json.dumps(
        json.loads(written), sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )
    assert written == again


def test_the_order_of_the_boxes_leaves_no_trace() -> None:
    london = reference_team(TEAMS, "London", 5)
    other_way_round = published(london, role_adoption(), last_box_first=True)
    assert to_json(other_way_round) == to_json(release_of("London", 5))


def test_the_hash_is_of_all_but_itself() -> None:
    assert release().hash == digest(release())
    assert len(release().hash) == 64
    assert digest(replace(release(), hash="")) == release().hash


def other_title(told: Release) -> Release:
    wording = told.instrument.content.wording.model_copy(update={"title": "Another"})
    other = altered(told.instrument.content, wording=wording)
    return replace(told, instrument=replace(told.instrument, content=other))


def other_finding(told: Release) -> Release:
    first, *rest = told.findings
    return replace(told, findings=(replace(first, status=Status.NOT_FOUND), *rest))


def other_spot(told: Release) -> Release:
    derived = replace(told.derived, blind_spots=told.derived.blind_spots[1:])
    return replace(told, derived=derived)


def one_more(told: Release) -> Release:
    first, *rest = told.groups
    return replace(told, groups=(replace(first, answered=6), *rest))


BEFORE = Earlier("hash", date(2025, 3, 20), Form.CORE, (), {}, ())

CHANGES: Mapping[str, Callable[[Release], Release]] = {
    "format": lambda told: replace(told, format="peeraudit-release-2"),
    "audit": lambda told: replace(
        told, audit=replace(told.audit, closed_on=date(2026, 3, 21))
    ),
    "instrument": other_title,
    "promise": lambda told: replace(told, promise=replace(told.promise, floor=8)),
    "groups": one_more,
    "facts": lambda told: replace(told, facts={**told.facts, "started": 10}),
    "cells": lambda told: replace(told, cells=told.cells[1:]),
    "withheld": lambda told: replace(told, withheld=(Withheld(MG, Reason.FEW_PEOPLE),)),
    "derived": other_spot,
    "findings": other_finding,
    "comments": lambda told: replace(told, comments=("More time.",)),
    "earlier": lambda told: replace(told, earlier=BEFORE),
    "pooled": lambda told: replace(told, pooled=Pooled(date(2026, 4, 1), ())),
}


@pytest.mark.parametrize("field", CHANGES)
def test_any_change_changes_the_hash(field: str) -> None:
    changed = CHANGES[field](release())
    assert getattr(changed, field) != getattr(release(), field)
    assert digest(changed) != release().hash


def test_every_field_is_changed_above() -> None:
    assert {field.name for field in fields(Release)} == {*CHANGES, "hash"}


def test_a_release_carries_the_instrument_and_the_promise_it_stands_on() -> None:
    assert release().instrument.content == small()
    assert release().instrument.hash == digest_of(small())
    assert release().format == FORMAT
    assert "There are 9 of you." in release().promise.words[PW][0]


def test_days_are_those_of_london() -> None:
    # 23:30 on 30 June in UTC is the next day in London
    late = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    audit = make_audit(make_promise({PW: 5}, closes_at=late), opened_at=late)
    told = freeze(audit, small(), make_cells({}, small()), {})
    assert (told.audit.opened_on, told.audit.closed_on) == (date(2026, 7, 1),) * 2


@pytest.mark.parametrize(
    ("opened_at", "day"),
    [(datetime(2026, 3, 2, 9, 0, tzinfo=UTC), date(2026, 3, 2)), (None, CLOSES.date())],
)
def test_a_release_tells_when_the_audit_was_open(
    opened_at: datetime | None, day: date
) -> None:
    audit = make_audit(opened_at=opened_at)
    told = freeze(audit, small(), make_cells({}, small()), {})
    assert (told.audit.opened_on, told.audit.closed_on) == (day, CLOSES.date())


def test_the_schema_takes_a_release() -> None:
    Draft202012Validator.check_schema(schema())
    Draft202012Validator(schema()).validate(content())


def extra_number(told: dict[str, Any]) -> None:
    told["cells"][0]["mean"] = 43.75


def extra_count(told: dict[str, Any]) -> None:
    told["groups"][0]["skipped"] = 1


def extra_part(told: dict[str, Any]) -> None:
    told["responses"] = []


def without_cells(told: dict[str, Any]) -> None:
    del told["cells"]


def without_hash(told: dict[str, Any]) -> None:
    del told["hash"]


def without_kind(told: dict[str, Any]) -> None:
    del told["cells"][0]["reading"]["kind"]


def unknown_group(told: dict[str, Any]) -> None:
    told["cells"][0]["group"] = "visitor"


def unknown_reading(told: dict[str, Any]) -> None:
    told["cells"][0]["reading"] = {"kind": "counts", "counts": {"1": 5}}


def words_for_a_number(told: dict[str, Any]) -> None:
    told["promise"]["floor"] = "five"


@pytest.mark.parametrize(
    "break_it",
    [
        extra_number,
        extra_count,
        extra_part,
        without_cells,
        without_hash,
        without_kind,
        unknown_group,
        unknown_reading,
        words_for_a_number,
    ],
)
def test_the_schema_refuses_what_is_no_release(
    break_it: Callable[[dict[str, Any]], None],
) -> None:
    broken = content()
    break_it(broken)
    with pytest.raises(ValidationError):
        Draft202012Validator(schema()).validate(broken)


@pytest.mark.parametrize(
    "break_it", [without_cells, unknown_group, unknown_reading, words_for_a_number]
)
def test_what_is_no_release_is_not_read(
    break_it: Callable[[dict[str, Any]], None],
) -> None:
    broken = content()
    break_it(broken)
    with pytest.raises(Unfit):
        from_json(json.dumps(broken))


def test_the_schema_in_docs_is_up_to_date() -> None:
    again = "write it again: python -m tests.unit.release.schema_file"
    assert schema_file.FILE.read_text(encoding="utf-8") == schema_file.written(), again


def test_a_group_below_the_floor_has_no_number_in_a_release() -> None:
    told = json.loads(to_json(release_of("London", 1)))
    numbers = {each["group"]: each["answered"] for each in told["groups"]}
    assert numbers[ST] is None
    assert [each for each in told["cells"] if each["group"] == ST] == []
