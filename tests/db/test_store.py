"""What a case keeps, refuses and gives back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from mill import PAGE, STAMP, STORY, claim, new_document, revision, verdict

from db import CaseStore, open_case, verify
from workbench.change import Change, Edit, added, inverse, removed
from workbench.errors import CaseError, DamagedCase, ReadOnlyCase, StaleChange
from workbench.model import (
    Claim,
    ClaimId,
    Disposition,
    Document,
    DocumentId,
    Layout,
    Revision,
    RevisionId,
    Sha256,
    Verdict,
)


def change(*edits: Edit) -> Change:
    return Change("Try", STAMP, edits)


def test_what_was_applied_is_there_after_reopening(store: CaseStore, case_path: Path) -> None:
    store.apply(change(*added(verdict("v", "closed"))))
    store.close()
    again = open_case(case_path)
    assert again.read_only is None
    assert again.all(Verdict) == (verdict("v", "closed"),)
    assert again.get(Revision, "story-1") == revision("story", 1, STORY)
    assert again.original(PAGE.sha256) == PAGE.data
    again.close()
    assert verify(case_path) == ()


def test_values_come_in_the_order_they_were_added(store: CaseStore) -> None:
    text = revision("story", 1, STORY)
    store.apply(change(*added(claim("z", text), claim("a", text))))
    assert [item.id for item in store.all(Claim)] == ["closed", "z", "a"]


def test_an_unknown_id_is_none(store: CaseStore) -> None:
    assert store.get(Claim, "nothing") is None
    assert store.latest(DocumentId("nothing")) is None


def test_a_stale_change_writes_nothing(store: CaseStore) -> None:
    known = store.all(Claim)[0]
    store.apply(change(Edit(known, replace(known, note="Ask the council."))))
    history = store.history()
    with pytest.raises(StaleChange, match="nothing was written"):
        store.apply(
            change(*added(verdict("v", "closed")), Edit(known, replace(known, disposition=Disposition.LEGAL)))
        )
    assert store.all(Verdict) == ()
    assert store.history() == history


@pytest.mark.parametrize("edit", [Edit(claim("x", revision("story", 1, STORY)), None)])
def test_removing_what_is_not_there_is_stale(store: CaseStore, edit: Edit) -> None:
    with pytest.raises(StaleChange):
        store.apply(change(edit))


def test_adding_what_is_there_is_stale(store: CaseStore) -> None:
    with pytest.raises(StaleChange):
        store.apply(change(*added(store.all(Claim)[0])))


def test_a_claim_has_one_verdict(store: CaseStore) -> None:
    store.apply(change(*added(verdict("one", "closed"))))
    with pytest.raises(StaleChange):
        store.apply(change(*added(verdict("two", "closed"))))
    assert [item.id for item in store.all(Verdict)] == ["one"]


def test_a_claim_does_not_leave_while_its_verdict_stays(store: CaseStore) -> None:
    store.apply(change(*added(verdict("v", "closed"))))
    with pytest.raises(StaleChange, match="still rest on this"):
        store.apply(change(*removed(store.all(Claim)[0])))
    assert len(store.all(Claim)) == 1


def test_references_may_be_written_in_any_order(store: CaseStore) -> None:
    new = claim("new", revision("story", 1, STORY))
    store.apply(change(*added(verdict("v", "new"), new)))
    assert store.get(Claim, "new") == new


def test_undo_and_redo_from_the_history_after_a_restart(store: CaseStore, case_path: Path) -> None:
    adding = store.history()[1:]
    before = (store.all(Document), store.all(Revision), store.all(Layout), store.all(Claim))
    for event in reversed(adding):
        store.apply(inverse(event.change, STAMP))
    assert store.all(Document) == store.all(Revision) == store.all(Claim) == ()
    store.close()
    again = open_case(case_path)
    for event in again.history()[-1:-3:-1]:
        again.apply(inverse(event.change, STAMP))
    assert (again.all(Document), again.all(Revision), again.all(Layout), again.all(Claim)) == before
    again.close()
    assert verify(case_path) == ()


def test_the_history_holds_revisions_without_their_text(store: CaseStore) -> None:
    found = [edit.after for edit in store.history()[1].change.edits if isinstance(edit.after, Revision)]
    assert found == [replace(revision("story", 1, STORY), text="")]


def test_apply_returns_the_event_that_the_history_holds(store: CaseStore) -> None:
    event = store.apply(change(*added(verdict("v", "closed"))))
    assert store.history()[-1] == event
    assert event.number == len(store.history())


def test_the_newest_revision_counts(store: CaseStore) -> None:
    store.apply(change(*added(revision("story", 2, "Shorter."))))
    newest = store.latest(DocumentId("story"))
    assert newest is not None
    assert newest.text == "Shorter."


def test_a_revision_is_not_changed(store: CaseStore) -> None:
    with pytest.raises(ValueError, match="never changes"):
        store.apply(change(Edit(revision("story", 1, STORY), replace(revision("story", 1, "x")))))


def test_a_text_must_fit_its_hash(store: CaseStore) -> None:
    wrong = replace(revision("story", 2, "Something"), text="Something else")
    with pytest.raises(ValueError, match="sha256"):
        store.apply(change(*added(wrong)))


def test_a_removed_text_that_was_never_stored_is_not_made_up(store: CaseStore) -> None:
    unknown = Revision(RevisionId("r"), DocumentId("story"), 2, "", Sha256("a" * 64))
    with pytest.raises(DamagedCase):
        store.apply(change(*added(unknown)))


def test_an_original_that_is_missing_is_damage(store: CaseStore) -> None:
    with pytest.raises(DamagedCase):
        store.original(Sha256("0" * 64))


def test_a_document_needs_its_original(store: CaseStore) -> None:
    other = replace(new_document("b"), edits=new_document("b", original=replace(PAGE, sha256="b" * 64)).edits)
    with pytest.raises(StaleChange):
        store.apply(other)


def test_an_existing_file_is_not_made_into_a_case(
    new_case: Callable[..., CaseStore], case_path: Path
) -> None:
    case_path.write_text("A shopping list.")
    with pytest.raises(CaseError, match="already"):
        new_case()
    assert case_path.read_text() == "A shopping list."


def test_a_reader_sees_what_is_stored_and_changes_nothing(store: CaseStore) -> None:
    reader = store.reader()
    store.apply(change(*added(verdict("v", "closed"))))
    assert reader.all(Verdict) == store.all(Verdict)
    with pytest.raises(ReadOnlyCase):
        reader.apply(change(*removed(*reader.all(Verdict))))
    reader.close()


def test_a_claim_id_alone_is_no_claim(store: CaseStore) -> None:
    with pytest.raises(StaleChange):
        store.apply(change(*added(verdict("v", ClaimId("unknown")))))


def test_a_closed_case_may_be_closed_again(store: CaseStore) -> None:
    store.close()
    store.close()
