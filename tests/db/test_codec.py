"""Values survive the way into rows and into the history's JSON and back."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.codec import event_change, event_text
from db.rows import table_of
from workbench.canonical import KINDS, canonical, decoder, encode
from workbench.change import Change, Edit, Stamp, added
from workbench.model import (
    Case,
    CaseId,
    Claim,
    ClaimId,
    Credit,
    DocumentId,
    Entity,
    Passage,
    Relay,
    Revision,
    RevisionId,
    Sha256,
)
from workbench.text import Quote, Span

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
moments = st.datetimes(
    datetime(1, 1, 3), datetime(9999, 12, 29), timezones=st.sampled_from([UTC, timezone(timedelta(hours=-5))])
)
spans = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 10**6), st.integers(0, 999)
)
scores = st.floats(0, 100)
for kind, strategy in ((str, words), (datetime, moments), (Span, spans), (float, scores)):
    st.register_type_strategy(kind, strategy)
numbers = st.integers(1, 2**40)
texts = st.builds(Revision, number=numbers)
values: st.SearchStrategy[Entity] = st.one_of(
    [texts if kind is Revision else st.builds(kind) for kind in KINDS]  # type: ignore[arg-type]
)


def without_text(value: Entity | None) -> Entity | None:
    return replace(value, text="") if isinstance(value, Revision) else value


@given(values)
def test_a_value_survives_its_row(value: Entity) -> None:
    table = table_of(type(value))
    assert table.value(table.row(value)) == without_text(value)


@given(values)
def test_a_row_has_a_cell_for_each_column(value: Entity) -> None:
    table = table_of(type(value))
    assert len(table.row(value)) == len(table.columns) == len(set(table.columns))


@given(words, st.builds(Stamp), st.lists(values, max_size=3), st.data())
def test_a_change_survives_the_history(
    label: str, stamp: Stamp, some: list[Entity], data: st.DataObject
) -> None:
    sides = st.sampled_from([(True, False), (False, True), (True, True)])
    edits = []
    for value in some:
        before, after = data.draw(sides)
        edits.append(Edit(value if before else None, value if after else None))
    found = event_change(event_text(Change(label, stamp, tuple(edits))))
    bare = tuple(Edit(without_text(edit.before), without_text(edit.after)) for edit in edits)
    assert found == Change(label, stamp, bare)


@given(st.lists(values, max_size=3))
def test_the_same_change_is_always_the_same_text(some: list[Entity]) -> None:
    stamp = Stamp("Ada", datetime(2026, 1, 1, tzinfo=UTC))
    text = event_text(Change("Try", stamp, added(*some)))
    assert canonical(json.loads(text)) == text
    assert event_text(event_change(text)) == text


def test_the_text_of_a_revision_is_not_in_the_history() -> None:
    revision = Revision(RevisionId("r"), DocumentId("d"), 1, "secret words", Sha256("a" * 64))
    text = event_text(Change("Add", Stamp("Ada", datetime(2026, 1, 1, tzinfo=UTC)), added(revision)))
    assert "secret" not in text
    assert "a" * 64 in text


def test_a_credit_of_an_earlier_form_is_read() -> None:
    old = {"content": [], "cue": [], "direct": False, "resolved": None, "source": [], "via": "the\nwire"}
    assert decoder(Credit)(old) == Credit((), (), (), (Relay("the wire"),))
    assert decoder(Credit)({**old, "via": None}) == Credit((), (), ())


def test_times_are_written_in_utc() -> None:
    moment = datetime(2026, 7, 1, 8, 30, tzinfo=timezone(timedelta(hours=2)))
    assert encode(moment) == "2026-07-01T06:30:00+00:00"


def test_a_time_without_its_zone_is_refused() -> None:
    case = Case(CaseId("c"), "T", "two-source", datetime(2026, 1, 1))
    with pytest.raises(ValueError, match="zone"):
        table_of(Case).row(case)


def test_a_score_that_is_no_number_is_refused() -> None:
    place = Passage(DocumentId("d"), RevisionId("r"), Span(0, 1), Quote("x"))
    claim = Claim(ClaimId("c"), place, score=float("nan"))
    stamp = Stamp("Ada", datetime(2026, 1, 1, tzinfo=UTC))
    with pytest.raises(ValueError, match="JSON"):
        event_text(Change("Add", stamp, added(claim)))


@pytest.mark.parametrize(
    ("hint", "content"),
    [(str, 1), (int, "1"), (int, True), (float, "1"), (Span, {"start": 3, "end": 1}), (Credit, {})],
)
def test_content_of_another_kind_is_refused(hint: Any, content: Any) -> None:
    read: Callable[[Any], Any] = decoder(hint)
    with pytest.raises((ValueError, KeyError)):
        read(content)
