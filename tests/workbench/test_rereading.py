"""A garbled text read again in the encoding that an editor names."""

from __future__ import annotations

from contextlib import closing
from itertools import count
from pathlib import Path

import pytest
from casework import STAMP

from db import CaseStore, create_case
from workbench import linking, rereading
from workbench.change import Change, added, inverse
from workbench.dependants import completed
from workbench.documents import add_document
from workbench.model import (
    Case,
    CaseId,
    Claim,
    ClaimId,
    Document,
    DocumentId,
    Evidence,
    EvidenceId,
    Relation,
    Revision,
    Role,
    passage,
)
from workbench.reading import read_bytes
from workbench.text import Span

WORDS = "Łódź sells its tram sheds\n\nThe city of Łódź sold three sheds in March, the mayor said.\n"


@pytest.fixture
def store(tmp_path: Path):
    with closing(
        create_case(tmp_path / "c.twosource", Case(CaseId("c"), "C", "two-source", STAMP.at), STAMP)
    ) as made:
        yield made


_numbers = count()


def ids():
    return lambda: f"id-{next(_numbers)}"


def garbled(store: CaseStore, role: Role = Role.SOURCE) -> DocumentId:
    reading = read_bytes(WORDS.encode("cp1250"), "sheds.txt")
    change, originals = add_document(reading, role, ids(), STAMP)
    store.apply(change, originals)
    return store.all(Document)[-1].id


def read_again(store: CaseStore, document: DocumentId, charset: str = "cp1250") -> tuple[Change, ...]:
    reading = rereading.read_again(store, document, charset)
    return rereading.reread(reading, store, document, ids(), STAMP)


def test_a_text_nobody_has_worked_on_gives_way_to_the_one_read_again(store: CaseStore) -> None:
    document = garbled(store)
    assert "Łódź" not in store.all(Revision)[0].text
    (change,) = read_again(store, document)
    store.apply(completed(change, store))
    (revision,) = store.all(Revision)
    assert "Łódź" in store.latest(document).text
    assert revision.number == 1
    told = store.get(Document, document)
    assert (told.charset, told.title) == ("cp1250", "Łódź sells its tram sheds")


def test_reading_again_can_be_taken_back(store: CaseStore) -> None:
    document = garbled(store)
    before = store.get(Document, document), store.latest(document)
    change = completed(read_again(store, document)[0], store)
    store.apply(change)
    store.apply(inverse(change, STAMP))
    assert (store.get(Document, document), store.latest(document)) == before


def test_evidence_goes_along_with_its_words(store: CaseStore) -> None:
    document = garbled(store)
    story = garbled(store, Role.STORY)
    old, told = store.latest(document), store.latest(story)
    claim = Claim(ClaimId("c"), passage(told, Span(0, 10)))
    store.apply(Change("Mark", STAMP, added(claim)))
    start = old.text.index("sold three sheds in March")
    words = passage(old, Span(start, start + 25))
    store.apply(linking.link(claim, words, Relation.SUPPORTS, EvidenceId("e"), STAMP))
    for change in read_again(store, document):
        store.apply(completed(change, store))
    latest, evidence = store.latest(document), store.get(Evidence, EvidenceId("e"))
    assert latest.number == 2
    assert "Łódź" in latest.text
    assert evidence.passage.revision == latest.id
    assert evidence.passage.span.of(latest.text) == "sold three sheds in March"


def test_an_encoding_that_makes_no_difference_changes_nothing(store: CaseStore) -> None:
    document = garbled(store)
    with pytest.raises(rereading.SameText, match="same word for word"):
        read_again(store, document, "cp1252")
