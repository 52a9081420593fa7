"""Passages collapsed to origins: what counts together, why, and what does not count."""

from __future__ import annotations

from collections.abc import Iterable

from traces import CLAIM, RUSTY, copied, credits, paper, party, place, said_in, somebody

from workbench.model import Document, DocumentId, Evidence, Relation, Ruling, RulingId, SourceKind
from workbench.text import Span
from workbench.tracing.independence.traced import Traced
from workbench.tracing.origins import independence
from workbench.tracing.values import (
    Copy,
    Edge,
    Independence,
    Party,
    PartyId,
    Provenance,
    Reuse,
    Shared,
    Step,
)

A, B, C, D = (paper(id) for id in "abcd")
LETTER = paper("letter", kind=SourceKind.LETTER, byline="Ines Marsh")
MARSH = somebody("Ines Marsh")
REUTERS = somebody("Reuters story", kind=SourceKind.AGENCY)


def found(
    evidence: Iterable[Evidence],
    documents: Iterable[Document],
    edges: Iterable[Edge] = (),
    copies: Iterable[Copy] = (),
    others: Iterable[Party] = (),
    rulings: tuple[Ruling, ...] = (),
    story: str | None = None,
) -> Independence:
    documents = tuple(documents)
    parties = (*(party(document) for document in documents), *others)
    provenance = Provenance(parties, tuple(edges), copies=tuple(copies))
    known = {document.id: document for document in documents}
    traced = Traced(known, provenance, rulings, DocumentId(story) if story else None)
    return independence(CLAIM, tuple(evidence), traced)


def groups(result: Independence) -> list[set[str]]:
    return [set(origin.documents) for origin in result.origins]


def test_every_document_speaks_for_itself_where_nothing_ties_them() -> None:
    result = found([said_in("a", "We counted 14 rusty hangers."), said_in("b", f"{RUSTY}.")], (A, B))
    assert groups(result) == [{"a"}, {"b"}]
    assert [origin.merged for origin in result.origins] == [(), ()]
    assert result.count == 2


def test_two_passages_of_one_document_are_one_origin() -> None:
    result = found([said_in("a", "We counted 14 hangers."), said_in("a", "All are rusty.")], (A,))
    assert groups(result) == [{"a"}]


def test_passages_that_speak_against_the_claim_are_not_counted() -> None:
    assert found([said_in("a", f"{RUSTY}.", Relation.CONTRADICTS)], (A,)).origins == ()


def test_a_near_copy_counts_with_what_it_was_copied_from() -> None:
    one, other = said_in("a", f"{RUSTY}."), said_in("b", f"{RUSTY} now.")
    result = found([one, other], (A, B), copies=[copied(one, other, original="a")])
    assert groups(result) == [{"a", "b"}]
    (merging,) = result.origins[0].merged
    assert merging.why == "“Title of b” is a near copy of “Title of a”."
    assert merging.passages == (other.passage,)


def test_copies_without_a_known_original_count_once() -> None:
    items = [said_in(id, f"{RUSTY}.") for id in "abc"]
    pairs = [(0, 1), (0, 2), (1, 2)]
    result = found(items, (A, B, C), copies=[copied(items[one], items[other]) for one, other in pairs])
    assert groups(result) == [{"a", "b", "c"}]
    assert [merging.why for merging in result.origins[0].merged] == [
        "“Title of b” is nearly the same text as “Title of a”.",
        "“Title of c” is nearly the same text as “Title of a”.",
    ]


def test_a_passage_outside_what_was_taken_over_is_the_documents_own() -> None:
    one, other = said_in("a", f"{RUSTY}."), said_in("b", f"Our reporter found that {RUSTY}.")
    shared = [Shared(Span(40, 60), Span(80, 100))]
    result = found([one, other], (A, B), copies=[copied(one, other, Reuse.PARTIAL, "a", shared)])
    assert groups(result) == [{"a"}, {"b"}]


def test_words_both_quote_are_no_copying() -> None:
    one, other = said_in("a", f"“{RUSTY}.”"), said_in("b", f"“{RUSTY}.” ")
    shared = [Shared(one.passage.span, other.passage.span, quoted=True)]
    result = found([one, other], (A, B), copies=[copied(one, other, Reuse.PARTIAL, "a", shared)])
    assert groups(result) == [{"a"}, {"b"}]


def test_five_papers_on_one_letter_rest_on_it_with_one_sentence_each() -> None:
    documents = tuple(paper(id) for id in "abcde")
    texts = ("hangers rust", "rust is found", "deck in rust", "bridge unsafe", "cables rot")
    items = [said_in(item.id, f"A letter says {text}.") for item, text in zip(documents, texts, strict=True)]
    pairs = zip(documents, items, strict=True)
    edges = [credits(party(document), party(LETTER), item) for document, item in pairs]
    own = said_in("letter", "Fourteen hangers show rust.")
    result = found([*items, own], (*documents, LETTER), edges)
    assert groups(result) == [{"a", "b", "c", "d", "e", "letter"}]
    assert result.origins[0].why == tuple(f"“Title of {id}” credits “Title of letter”." for id in "abcde")
    assert result.origins[0].roots == (party(LETTER).id,)


def test_the_same_agency_is_one_origin_whoever_it_quotes() -> None:
    one, other = said_in("a", f"Reuters says {RUSTY}."), said_in("b", "Reuters: rusty hangers, says Marsh.")
    edges = [
        credits(party(A), REUTERS, one),
        credits(party(B), REUTERS, other),
        Edge(REUTERS.id, MARSH.id, Step.CREDITS, "", (), credits(party(B), MARSH, other).content),
    ]
    result = found([one, other], (A, B), edges, others=(REUTERS, MARSH))
    assert groups(result) == [{"a", "b"}]
    assert result.origins[0].why == (
        "“Title of a” credits Reuters.",
        "“Title of b” credits Reuters.",
    )


def test_the_same_speaker_in_the_end_is_one_origin_by_whatever_way() -> None:
    one, other = said_in("a", f"Reuters says {RUSTY}."), said_in("b", f"Marsh told us {RUSTY}.")
    told = credits(party(A), MARSH, one).content
    edges = [
        credits(party(A), REUTERS, one),
        Edge(REUTERS.id, MARSH.id, Step.CREDITS, "", (), told),
        credits(party(B), MARSH, other),
    ]
    result = found([one, other], (A, B), edges, others=(REUTERS, MARSH))
    assert groups(result) == [{"a", "b"}]
    assert result.origins[0].roots == (MARSH.id,)
    assert result.origins[0].why == (
        "“Title of a” credits Reuters, which credits Ines Marsh.",
        "“Title of b” credits Ines Marsh.",
    )


def test_a_letter_counts_with_those_who_quote_its_author() -> None:
    one, own = said_in("a", f"Ines Marsh says {RUSTY}."), said_in("letter", "14 hangers have rust.")
    result = found([one, own], (A, LETTER), [credits(party(A), MARSH, one)], others=(MARSH,))
    assert groups(result) == [{"a", "letter"}]
    assert result.origins[0].why == (
        "“Title of a” credits Ines Marsh.",
        "“Title of letter” is by Ines Marsh.",
    )


def test_the_unnamed_are_never_taken_for_the_same() -> None:
    officials = somebody("officials", unnamed=True)
    one, other = said_in("a", f"Officials say {RUSTY}."), said_in("b", f"{RUSTY}, officials say.")
    edges = [credits(party(A), officials, one), credits(party(B), officials, other)]
    assert groups(found([one, other], (A, B), edges, others=(officials,))) == [{"a"}, {"b"}]


def test_only_credited_words_rest_on_the_speaker() -> None:
    one = said_in("a", "We saw fourteen rusty hangers, and Marsh said the bridge stays open.")
    other = said_in("b", f"Marsh said {RUSTY}.")
    edges = [credits(party(A), MARSH, one, "the bridge stays open"), credits(party(B), MARSH, other)]
    assert groups(found([one, other], (A, B), edges, others=(MARSH,))) == [{"a"}, {"b"}]


def test_two_voices_side_by_side_bridge_nothing() -> None:
    jonas = somebody("Jonas Feld")
    text = f"Marsh said {RUSTY}. Feld agreed that {RUSTY} now."
    both = [
        said_in("a", text, wanted=f"Marsh said {RUSTY}."),
        said_in("a", text, wanted="Feld" + text.partition("Feld")[2]),
    ]
    one, other = said_in("b", "Marsh: hangers rusty."), said_in("c", "Feld: fourteen hangers.")
    edges = [
        credits(party(A), MARSH, both[0]),
        Edge(party(A).id, jonas.id, Step.CREDITS, "", (), (both[1].passage,)),
        credits(party(B), MARSH, one),
        credits(party(C), jonas, other),
    ]
    result = found([*both, one, other], (A, B, C), edges, others=(MARSH, jonas))
    assert result.count == 2
    assert sorted(map(len, groups(result))) == [1, 2]


def test_what_took_it_from_the_story_does_not_count() -> None:
    one, other = said_in("a", f"The Meridian reports that {RUSTY}."), said_in("b", "14 hangers rust.")
    story = paper("story")
    result = found([one, other], (A, B, story), [credits(party(A), party(story), one)], story="story")
    assert result.count == 1
    assert result.origins[1].documents == ("a",)
    assert result.origins[1].why_not == "“Title of a” only repeats the story itself."


def test_the_story_itself_under_another_name_does_not_count() -> None:
    one, story = said_in("a", f"{RUSTY}."), said_in("story", f"{RUSTY}.")
    copies = [copied(one, story, Reuse.IDENTICAL)]
    result = found([one], (A, paper("story")), copies=copies, story="story")
    assert result.count == 0


def test_what_the_story_was_copied_from_counts() -> None:
    one, story = said_in("a", f"{RUSTY}."), said_in("story", f"{RUSTY}.")
    copies = [copied(one, story, Reuse.IDENTICAL, original="a")]
    assert found([one], (A, paper("story")), copies=copies, story="story").count == 1


def test_two_that_rest_on_each_other_do_not_count() -> None:
    one, other = said_in("a", f"B wrote that {RUSTY}."), said_in("b", f"A reported that {RUSTY}.")
    edges = [credits(party(A), party(B), one), credits(party(B), party(A), other)]
    result = found([one, other], (A, B), edges)
    assert groups(result) == [{"a", "b"}]
    assert result.count == 0
    assert (
        result.origins[0].why_not == "“Title of a” and “Title of b” rest on each other, and on nobody else."
    )


def test_of_a_ring_that_comes_to_one_text_it_is_told_alone() -> None:
    one = said_in("a", f"B wrote that {RUSTY}.")
    elsewhere = place("b", f"A reported that {RUSTY}.", RUSTY)
    back = Edge(party(B).id, party(A).id, Step.CREDITS, "", (elsewhere,), (elsewhere,))
    (origin,) = found([one], (A, B), [credits(party(A), party(B), one), back]).origins
    assert origin.why_not == "“Title of a” rests on texts that rest on it in turn, and on nobody else."


def test_what_copies_call_the_same_is_told_once_as_their_source() -> None:
    items = [said_in(id, f"{RUSTY}, the harbour office said.") for id in "ab"]
    offices = [
        Party(PartyId(f"source:harbour office@{id}"), "The harbour office", within=DocumentId(id))
        for id in "ab"
    ]
    edges = [
        credits(party(text), office, item) for text, office, item in zip((A, B), offices, items, strict=True)
    ]
    (origin,) = found(items, (A, B), edges, [copied(*items)], offices).origins
    assert origin.roots == (offices[0].id,)


def test_of_very_many_texts_the_first_are_named() -> None:
    documents = [paper(f"p{number:03}") for number in range(200)]
    items = [said_in(item.id, f"{RUSTY}.") for item in documents]
    story = said_in("story", f"{RUSTY}.")
    copies = [copied(item, story, Reuse.IDENTICAL, original="story") for item in items]
    (origin,) = found(items, (*documents, paper("story")), copies=copies, story="story").origins
    assert origin.why_not == (
        "“Title of p000”, “Title of p001”, “Title of p002” and 197 others only repeat the story itself."
    )


def test_a_long_ring_ends() -> None:
    documents = [paper(f"p{number}") for number in range(30)]
    items = [said_in(item.id, f"It is said {number} hangers rust.") for number, item in enumerate(documents)]
    edges = [
        credits(party(document), party(documents[(at + 1) % 30]), items[at])
        for at, document in enumerate(documents)
    ]
    result = found(items, documents, edges)
    assert (result.count, len(result.origins)) == (0, 1)


def test_without_tracing_words_that_agree_still_count_once() -> None:
    whole = "About 21,000 vehicles cross the bridge every day, according to county figures."
    items = [said_in("a", whole), said_in("b", "About 21,000 vehicles cross the bridge every day.")]
    traced = Traced({A.id: A, B.id: B})
    assert groups(independence(CLAIM, items, traced)) == [{"a", "b"}]


def test_short_passages_are_not_taken_for_copies() -> None:
    items = [said_in("a", "14 hangers rusted."), said_in("b", "14 hangers rusted.")]
    assert groups(independence(CLAIM, items, Traced({A.id: A, B.id: B}))) == [{"a"}, {"b"}]


def ruling(document: str, joined: str | None = None, claim: str | None = None, reason: str = "") -> Ruling:
    id = RulingId(f"{document}-{joined}-{claim}")
    about = CLAIM.id if claim else None
    return Ruling(id, DocumentId(document), about, DocumentId(joined) if joined else None, reason)


def test_the_editor_may_count_a_copy_apart() -> None:
    one, other = said_in("a", f"{RUSTY}."), said_in("b", f"{RUSTY}.")
    copies = [copied(one, other, original="a")]
    result = found([one, other], (A, B), copies=copies, rulings=(ruling("b", reason="They were there."),))
    assert groups(result) == [{"a"}, {"b"}]
    (merging,) = result.origins[1].merged
    assert merging.ruled
    assert merging.why == "The desk counts “Title of b” as an origin of its own: They were there."


def test_an_original_counted_apart_leaves_its_copies_together() -> None:
    items = [said_in(id, f"{RUSTY}.") for id in "abc"]
    copies = [copied(items[0], items[1], original="a"), copied(items[0], items[2], original="a")]
    result = found(items, (A, B, C), copies=copies, rulings=(ruling("a"),))
    assert groups(result) == [{"b", "c"}, {"a"}]


def test_the_editor_may_count_documents_together() -> None:
    items = [said_in("a", "Hangers rust."), said_in("b", "Cables rot.")]
    result = found(items, (A, B), rulings=(ruling("b", "a"),))
    assert groups(result) == [{"a", "b"}]
    assert result.origins[0].why == ("The desk counts “Title of b” together with “Title of a”.",)


def test_a_ruling_on_one_claim_wins_over_one_on_all() -> None:
    items = [said_in("a", "Hangers rust."), said_in("b", "Cables rot.")]
    result = found(items, (A, B), rulings=(ruling("b", claim="claim"), ruling("b", "a")))
    assert groups(result) == [{"a"}, {"b"}]


def test_what_the_editor_counts_counts_though_it_repeats_the_story() -> None:
    one, story = said_in("a", f"{RUSTY}."), said_in("story", f"{RUSTY}.")
    copies = [copied(one, story, Reuse.IDENTICAL, original="story")]
    result = found([one], (A, paper("story")), copies=copies, story="story", rulings=(ruling("a"),))
    assert result.count == 1


def test_a_bundle_of_releases_that_are_each_like_its_first_counts_once() -> None:
    documents = [paper(f"r{number}") for number in range(12)]
    items = [said_in(item.id, f"Rust: {number}.") for number, item in enumerate(documents)]
    copies = [copied(items[7], item) for item in items if item is not items[7]]
    result = found(items, documents, copies=copies)
    assert (result.count, len(result.origins)) == (1, 1)
    assert len(result.origins[0].merged) == 11


def test_a_ring_of_copies_is_one_origin_that_counts() -> None:
    items = [said_in(id, f"{RUSTY}.") for id in "abc"]
    ring = [(0, 1), (1, 2), (2, 0)]
    copies = [copied(items[one], items[other], original=items[one].passage.document) for one, other in ring]
    result = found(items, (A, B, C), copies=copies)
    assert groups(result) == [{"a", "b", "c"}]
    assert result.count == 1
