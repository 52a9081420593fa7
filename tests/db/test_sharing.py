"""Which documents of a case share words, and that this follows every change of a text."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from mill import STAMP, STORY, new_document, revision

from db import CaseStore, open_case, verify
from workbench.change import Change, Edit, added, inverse
from workbench.model import Document, DocumentId, Layout, RevisionId, Role, Zone, ZoneRole
from workbench.text import Span
from workbench.tracing.fingerprints import fingerprints

DATA = Path(__file__).parents[1] / "data"
COPY = (
    "Reporters write: the paper mill at Lindow closed in 1998; according to a letter from the council, "
    "some hundreds lost work."
)
OTHER = "Seven ferries were painted green during that night, and nobody in the harbour knows why."


def sharing(store: CaseStore, text: str, limit: int = 50, exclude: str | None = None) -> list[str]:
    left_out = DocumentId(exclude) if exclude else None
    return [
        found.document for found in store.search.sharing(fingerprints(text), limit=limit, exclude=left_out)
    ]


@pytest.fixture
def three(store: CaseStore) -> CaseStore:
    store.apply(new_document("copy", COPY))
    store.apply(new_document("other", OTHER))
    return store


def test_a_document_that_shares_a_run_of_words_is_found(three: CaseStore) -> None:
    assert sharing(three, STORY, exclude="story") == ["copy"]
    assert sharing(three, OTHER) == ["other"]
    assert sharing(three, "Something else altogether was written here yesterday.") == []


def test_the_one_that_shares_most_comes_first(three: CaseStore) -> None:
    assert sharing(three, COPY) == ["copy", "story"]
    assert sharing(three, COPY, limit=1) == ["copy"]


def test_a_document_left_out_need_not_be_in_the_case(three: CaseStore) -> None:
    assert sharing(three, OTHER, exclude="unheard of") == ["other"]


def test_furniture_is_not_compared(three: CaseStore) -> None:
    marked = Layout(RevisionId("copy-1"), (Zone(Span(0, 130), ZoneRole.FURNITURE),))
    marking = Change("Mark furniture", STAMP, (Edit(Layout(marked.id), marked),))
    three.apply(marking)
    assert sharing(three, COPY) == ["story"]
    three.apply(inverse(marking, STAMP))
    assert sharing(three, COPY) == ["copy", "story"]


def test_only_the_latest_revision_is_compared(three: CaseStore) -> None:
    second = Change("New draft", STAMP, added(revision("copy", 2, OTHER)))
    three.apply(second)
    assert sharing(three, OTHER) == ["copy", "other"]
    assert sharing(three, COPY) == ["story"]
    three.apply(inverse(second, STAMP))
    assert sharing(three, COPY) == ["copy", "story"]


def test_a_removed_document_is_not_found_until_it_is_back(three: CaseStore) -> None:
    adding = three.history()[-1].change
    three.apply(inverse(adding, STAMP))
    assert sharing(three, OTHER) == []
    three.apply(adding)
    assert sharing(three, OTHER) == ["other"]
    assert verify(three.path) == ()


def test_a_reader_sees_what_was_stored_since(three: CaseStore) -> None:
    with closing(three.reader()) as reader:
        assert sharing(reader, OTHER) == ["other"]
        three.apply(new_document("again", OTHER))
        assert sharing(reader, OTHER) == ["again", "other"]


def test_a_thousand_near_identical_texts_give_as_many_as_asked_for(
    new_case: Callable[..., CaseStore],
) -> None:
    store = new_case()
    values = []
    for number in range(1_000):
        first = revision(f"r{number}", 1, f"{STORY} Release number {number} of the mill.")
        values += [
            Document(first.document, Role.SOURCE, "Release"),
            first,
            Layout(first.id),
        ]
    store.apply(Change("Add releases", STAMP, added(*values)))
    found = sharing(store, STORY, limit=50, exclude="r7")
    assert len(set(found)) == 50
    assert "r7" not in found


@pytest.mark.parametrize("old", sorted(DATA.glob("case-*.twosource")), ids=lambda path: path.stem)
def test_every_document_of_an_earlier_case_is_compared(old: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(old, tmp_path))
    with closing(open_case(path)) as store:
        for document in store.all(Document):
            text = store.latest(document.id)
            assert text is not None
            if fingerprints(text.text):
                assert document.id in sharing(store, text.text)
    assert verify(path) == ()


def tampered(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


def test_fingerprints_made_in_another_way_are_made_anew_on_opening(three: CaseStore) -> None:
    three.close()
    tampered(three.path, "UPDATE fingerprint SET form = 0, content = x'00000000'")
    assert verify(three.path) == ()
    with closing(open_case(three.path)) as store:
        assert sharing(store, COPY) == ["copy", "story"]


def test_fingerprints_of_other_words_are_noticed(three: CaseStore) -> None:
    three.close()
    tampered(three.path, "UPDATE fingerprint SET content = x'00000000' WHERE document = 'other'")
    assert verify(three.path) == ("The search for copies does not fit the latest text of “The mill”.",)


def test_nothing_is_written_on_opening_where_nothing_is_missing(three: CaseStore) -> None:
    three.close()
    before = three.path.read_bytes()
    open_case(three.path).close()
    assert three.path.read_bytes() == before
