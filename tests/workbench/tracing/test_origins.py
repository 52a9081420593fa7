from __future__ import annotations

from casework import revision, words

from workbench.model import (
    Attribution,
    AttributionId,
    ClaimId,
    Credit,
    Document,
    DocumentId,
    Evidence,
    EvidenceId,
    Relation,
    Role,
    passage,
)
from workbench.tracing.origins import origins

LETTER = "Of the 62 main hangers, 14 show corrosion beyond the permitted depth of two millimetres."
WIRE = "Inspectors found rust in 14 of the 62 hangers that carry the deck, a letter shows."
PAPER = "Inspectors found rust in 14 of the 62 hangers which carry the deck, a letter shows."
OWN = "We counted 14 rusty hangers ourselves."


def document(id: str, outlet: str = "", byline: str = "") -> Document:
    return Document(DocumentId(id), Role.SOURCE, f"Title of {id}", byline=byline, outlet=outlet)


def evidence(id: str, text: str, relation: Relation = Relation.SUPPORTS) -> Evidence:
    place = passage(revision(id, text), words(text, text))
    return Evidence(EvidenceId(f"{id}-{text[:5]}"), ClaimId("claim"), place, relation)


def counted(
    items: list[Evidence], *documents: Document, credits: tuple[Attribution, ...] = ()
) -> list[set[str]]:
    known = {document.id: document for document in documents}
    return [set(origin.documents) for origin in origins(items, known, credits)]


def test_a_copied_passage_is_no_second_origin() -> None:
    found = origins(
        [evidence("wire", WIRE), evidence("paper", PAPER), evidence("own", OWN)],
        {id: document(id) for id in (DocumentId("wire"), DocumentId("paper"), DocumentId("own"))},
        (),
    )
    assert [set(origin.documents) for origin in found] == [{"wire", "paper"}, {"own"}]
    assert found[0].why == ("“Title of wire” and “Title of paper” carry this passage almost word for word.",)


def test_two_passages_of_one_document_are_one_origin() -> None:
    assert counted([evidence("own", OWN), evidence("own", LETTER)], document("own")) == [{"own"}]


def test_words_credited_to_another_documents_outlet_rest_on_it() -> None:
    text = "According to Northern Wire, 14 hangers are rusty."
    credit = Credit((words(text, "Northern Wire"),), (), (words(text, "14 hangers are rusty"),))
    item = Attribution(
        AttributionId("a"), DocumentId("b"), revision("b", text).id, "Northern Wire", "", credit
    )
    items = [evidence("a", OWN), evidence("b", text)]
    assert counted(items, document("a", "Northern Wire"), document("b"), credits=(item,)) == [{"a", "b"}]


def test_a_copy_cut_short_is_no_second_origin() -> None:
    whole = "About 21,000 vehicles cross the bridge every day, according to county figures."
    short = "About 21,000 vehicles cross the bridge every day."
    items = [evidence("wire", whole), evidence("paper", short)]
    assert counted(items, document("wire"), document("paper")) == [{"wire", "paper"}]


def test_contradicting_passages_are_not_counted() -> None:
    assert counted([evidence("own", OWN, Relation.CONTRADICTS)], document("own")) == []


def test_short_passages_are_not_taken_for_copies() -> None:
    items = [evidence("a", "14 hangers rusted."), evidence("b", "14 hangers rusted.")]
    assert counted(items, document("a"), document("b")) == [{"a"}, {"b"}]
