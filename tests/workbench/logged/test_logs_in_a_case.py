"""Back-up in a real case file: whole, undone, removed with its log, and left out of the library."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from db import create_case, verify
from workbench.change import Change, Stamp, inverse, removed
from workbench.dependants import completed
from workbench.documents import reading_of
from workbench.logged import Log, add_backup, add_line, look_at, note_at
from workbench.model import Case, CaseId, Document, Layout, Medium, Revision
from workbench.ports import Store
from workbench.progress import silent

STAMP = Stamp("Ada Lind", datetime(2026, 3, 14, 9, 0, tzinfo=UTC))
WAVE = b"RIFF\x24\0\0\0WAVEfmt " + bytes(64)


def new_id() -> str:
    return uuid4().hex


def log_in(store: Store) -> Log:
    (document,) = store.all(Document)
    revision = store.latest(document.id)
    assert revision is not None
    return Log(document, revision, store.get(Layout, revision.id) or Layout(revision.id))


def test_a_log_is_kept_found_undone_and_removed(tmp_path: Path) -> None:
    (tmp_path / "talk.wav").write_bytes(WAVE)
    path = tmp_path / "harbour.twosource"
    with closing(create_case(path, Case(CaseId("c"), "Harbour", "two-source", STAMP.at), STAMP)) as store:
        store.apply(*add_backup(look_at(tmp_path / "talk.wav", silent), new_id, STAMP))
        assert verify(path) == ()
        entry = note_at(Medium.RECORDING, "12:03", "He says the harbour bridge was closed.")
        change = add_line(log_in(store), entry, new_id, STAMP).change
        store.apply(change)
        (hit,) = store.search.passages(["bridge"], limit=5)
        assert hit.text == "He says the harbour bridge was closed.", "the time is no part of what is said"

        store.apply(inverse(change, STAMP))
        assert log_in(store).revision.text == ""
        store.apply(change)
        assert log_in(store).entries == (entry,)

        document = log_in(store).document
        assert reading_of(document, store) is None, "a log is of no use without its file"
        store.apply(completed(Change("Remove document", STAMP, removed(document)), store))
        assert store.all(Revision) == ()
    assert verify(path) == ()
