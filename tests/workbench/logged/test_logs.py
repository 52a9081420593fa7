"""A log: its lines are its text, and what is linked to a line goes along with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.change import Change, Stamp
from workbench.documents import digest
from workbench.kinds import Medium, Relation, Role, Status
from workbench.logged import (
    Entry,
    Log,
    NoNote,
    NoSuchLine,
    add_line,
    change_line,
    note_at,
    remove_line,
)
from workbench.model import (
    ClaimId,
    Document,
    DocumentId,
    Evidence,
    EvidenceId,
    Layout,
    Revision,
    RevisionId,
    passage,
)
from workbench.text import Span

STAMP = Stamp("Ada Lind", datetime(2026, 3, 14, 9, 0, tzinfo=UTC))
IDS: Iterator[int] = count()


def new_id() -> str:
    return f"id-{next(IDS)}"


def empty(medium: Medium = Medium.RECORDING) -> Log:
    document = Document(DocumentId("tape"), Role.SOURCE, "Tape", medium=medium)
    revision = Revision(RevisionId("r1"), document.id, 1, "", digest(b""))
    return Log(document, revision, Layout(revision.id))


def after(log: Log, change: Change) -> Log:
    """The log as it is after a change to it."""
    values = {type(edit.after): edit.after for edit in change.edits if edit.after is not None}
    changed = {edit.after.id: edit.after for edit in change.edits if isinstance(edit.after, Evidence)}
    revision, layout = values[Revision], values[Layout]
    assert isinstance(revision, Revision)
    assert isinstance(layout, Layout)
    evidence = tuple(changed.get(item.id, item) for item in log.evidence)
    return replace(log, revision=revision, layout=layout, evidence=evidence)


def made(*lines: tuple[str, str], medium: Medium = Medium.RECORDING) -> Log:
    log = empty(medium)
    for place, words in lines:
        log = after(log, add_line(log, note_at(medium, place, words), new_id, STAMP).change)
    return log


def linked(log: Log, words: str, status: Status = Status.ACCEPTED) -> Log:
    start = log.revision.text.index(words)
    place = passage(log.revision, Span(start, start + len(words)))
    item = Evidence(EvidenceId(new_id()), ClaimId("c"), place, Relation.SUPPORTS, status)
    return replace(log, evidence=(*log.evidence, item))


def test_the_lines_of_a_recording_are_its_text_in_the_order_of_time() -> None:
    log = made(("12:03", "He says the bridge was closed."), ("0:40", "Steps."))
    assert log.revision.text == "00:00:40 Steps.\n00:12:03 He says the bridge was closed."
    assert log.entries == (
        Entry("00:00:40", "Steps."),
        Entry("00:12:03", "He says the bridge was closed."),
    )
    assert [place.span.of(log.revision.text) for place in log.layout.places] == log.revision.text.split("\n")
    assert log.revision.number == 3


def test_places_are_passed_over_when_claims_and_evidence_are_looked_for() -> None:
    log = made(("4, stamp", "Paid in full."), medium=Medium.PAGES)
    assert log.revision.text == "page 4, stamp: Paid in full."
    assert [zone.span.of(log.revision.text) for zone in log.layout.zones] == ["page 4, stamp:"]


def test_what_is_linked_goes_along_with_its_line() -> None:
    log = linked(made(("12:03", "The bridge was closed.")), "bridge was closed")
    log = after(
        log, add_line(log, note_at(Medium.RECORDING, "1:00", "The bridge was closed."), new_id, STAMP).change
    )
    (item,) = log.evidence
    assert item.passage.revision == log.revision.id
    assert item.passage.span.of(log.revision.text) == "bridge was closed"
    assert item.passage.span.start > log.revision.text.index("00:12:03")


def test_the_words_of_a_changed_line_stay_linked_where_they_stand_still() -> None:
    log = linked(
        made(("12:03", "He says the old bridge was closed in May.")), "the old bridge was closed in May"
    )
    entry = note_at(Medium.RECORDING, "12:05", "He says quietly that the old bridge was closed in May.")
    log = after(log, change_line(log, 0, entry, new_id, STAMP).change)
    assert log.evidence[0].passage.span.of(log.revision.text) == "the old bridge was closed in May"
    assert log.evidence[0].passage.revision == log.revision.id


def test_what_is_linked_to_a_line_that_is_removed_stays_with_the_words_it_was_about() -> None:
    log = linked(made(("12:03", "Closed."), ("13:00", "Open.")), "Closed.")
    before = log.revision.id
    log = after(log, remove_line(log, 0, new_id, STAMP).change)
    assert log.entries == (Entry("00:13:00", "Open."),)
    assert log.evidence[0].passage.revision == before


def test_what_was_only_proposed_leaves_with_its_line_by_a_change_of_its_own() -> None:
    log = linked(made(("12:03", "Closed."), ("13:00", "Open.")), "Closed.", Status.PROPOSED)
    rewritten = remove_line(log, 0, new_id, STAMP)
    assert not any(isinstance(edit.before, Evidence) for edit in rewritten.change.edits)
    assert rewritten.proposals is not None
    assert [edit.after for edit in rewritten.proposals.edits] == [None]


def test_a_line_needs_words_and_a_number_that_is_there() -> None:
    with pytest.raises(NoNote):
        note_at(Medium.RECORDING, "12:03", " \n ")
    with pytest.raises(NoSuchLine):
        remove_line(empty(), 0, new_id, STAMP)
    text = replace(empty(), document=replace(empty().document, medium=None))
    with pytest.raises(NoSuchLine):
        add_line(text, Entry("00:00:01", "Steps."), new_id, STAMP)


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(
    lambda words: words.strip()
)


@given(st.sampled_from(Medium), st.lists(st.tuples(st.integers(1, 59), WORDS), max_size=6))
def test_every_line_can_be_read_off_the_text_again(medium: Medium, lines: list[tuple[int, str]]) -> None:
    typed = {
        Medium.RECORDING: "{}:00",
        Medium.PICTURE: "0 0 {} 9",
        Medium.PAGES: "{}",
        Medium.FILE: "cell {}",
    }
    log, wanted = empty(medium), list[Entry]()
    for number, words in lines:
        try:
            entry = note_at(medium, typed[medium].format(number), words)
        except NoNote:
            continue
        wanted.append(entry)
        log = after(log, add_line(log, entry, new_id, STAMP).change)
    assert sorted(log.entries, key=str) == sorted(wanted, key=str)
    assert log.revision.text.count("\n") == max(0, len(wanted) - 1)
