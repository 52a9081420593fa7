"""Ways back along the chains, loops included."""

from __future__ import annotations

from casework import words
from credited_by_hand import BODY, PAPER, Writer

from workbench.model import Passage, SourceKind, passage
from workbench.text import Span
from workbench.tracing.provenance import trace
from workbench.tracing.trails import Trails, chain_of, roots
from workbench.tracing.values import Copy, Likeness, Provenance, Reuse, Shared

CRACKED = "the weir at Salt Bay cracked in two places"
SUNK = "three boats sank off the ferry pier"
VIA = (("a letter to the council", "a letter to the council", SourceKind.LETTER),)


def story() -> Writer:
    text = f"Coast Wire said {CRACKED}. The mayor, Otto Brandt, said {SUNK}. It rained."
    return (
        Writer("story", text, published="2026-02-03")
        .credit("Coast Wire", CRACKED, voice=BODY)
        .credit("Otto Brandt", SUNK)
    )


def wire() -> Writer:
    text = f"In a letter to the council, Ines Marsh wrote that {CRACKED} in January. Officials said {SUNK}."
    return (
        Writer("wire", text, outlet="Coast Wire", published="2026-02-02", kind=SourceKind.AGENCY)
        .credit("Ines Marsh", f"{CRACKED} in January", "wrote", via=VIA)
        .credit("Officials", SUNK)
    )


def at(writer: Writer, wanted: str) -> Passage:
    return passage(writer.revision, words(writer.revision.text, wanted))


def names(found: Provenance, ids: tuple[str, ...]) -> list[str]:
    called = {party.id: party.name for party in found.parties}
    return [called[id] for id in ids]


def test_a_passage_is_followed_into_the_document_it_came_from_and_on() -> None:
    found = trace([story().text, wire().text])
    chain = chain_of(found, at(story(), CRACKED))
    assert names(found, tuple(edge.giver for edge in chain)) == [
        "Wire",
        "Letter to the council, by Ines Marsh",
        "Ines Marsh",
    ]
    assert names(found, roots(found, chain[0].taker, at(story(), CRACKED))) == ["Ines Marsh"]


def test_other_words_of_the_same_documents_go_another_way() -> None:
    found = trace([story().text, wire().text])
    assert names(found, roots(found, found.edges[0].taker, at(story(), SUNK))) == ["Otto Brandt"]


def test_words_credited_to_nobody_begin_where_they_stand() -> None:
    found = trace([story().text, wire().text])
    assert chain_of(found, at(story(), "It rained")) == ()
    assert names(found, roots(found, found.edges[0].taker, at(story(), "It rained"))) == ["Story"]


def test_all_words_of_a_document_begin_with_everybody_at_the_end_of_a_way() -> None:
    found = trace([story().text, wire().text])
    assert set(names(found, roots(found, found.edges[0].taker))) == {"Otto Brandt", "Ines Marsh", "Officials"}


def test_a_text_copied_as_a_whole_leads_to_its_original() -> None:
    one, other = Writer("one", CRACKED), Writer("other", CRACKED)
    whole = Span(0, len(CRACKED))
    likeness = Likeness(Reuse.IDENTICAL, 1.0, (Shared(whole, whole),))
    copy = Copy(one.document.id, other.document.id, likeness, other.document.id, "“Other” was there first.")
    found = trace([one.text, other.text], copies=[copy])
    assert found.copies == (copy,)
    assert found.edges[0].why == "“Other” was there first."
    assert names(found, roots(found, found.edges[0].taker, at(one, "cracked"))) == ["Other"]


def test_only_the_shared_part_of_a_partial_copy_leads_on() -> None:
    one, other = Writer("one", f"{CRACKED}. {SUNK}."), Writer("other", f"It rained. {CRACKED}.")
    shared = Shared(words(one.revision.text, CRACKED), words(other.revision.text, CRACKED))
    likeness = Likeness(Reuse.PARTIAL, 0.5, (shared,))
    copy = Copy(one.document.id, other.document.id, likeness, other.document.id, "Older.")
    found = trace([one.text, other.text], copies=[copy])
    assert [edge.giver for edge in chain_of(found, at(one, CRACKED))] == ["document:other"]
    assert chain_of(found, at(one, SUNK)) == ()


def test_copies_of_which_nobody_knows_the_original_and_quotations_are_no_steps() -> None:
    one, other = Writer("one", CRACKED), Writer("other", CRACKED)
    whole = Shared(Span(0, len(CRACKED)), Span(0, len(CRACKED)))
    unknown = Copy(one.document.id, other.document.id, Likeness(Reuse.NEAR, 1.0, (whole,)), None, "Undated.")
    quoted = Copy(
        one.document.id,
        other.document.id,
        Likeness(Reuse.QUOTATION, 1.0, (whole,)),
        one.document.id,
        "Quoted.",
    )
    found = trace([one.text, other.text], copies=[unknown, quoted])
    assert (found.edges, found.circles, found.copies) == ((), (), (unknown, quoted))


def test_of_a_ring_everybody_is_named_and_the_search_ends() -> None:
    text = "{} said the weir at Salt Bay cracked in two places."
    ledger = Writer("ledger", text.format("The Town Gazette"), outlet="Marlow Ledger")
    ledger.credit("The Town Gazette", CRACKED, voice=BODY)
    crier = Writer("crier", text.format("The Marlow Ledger"), outlet="The Town Gazette")
    crier.credit("The Marlow Ledger", CRACKED, voice=BODY)
    found = trace([ledger.text, crier.text])
    start = found.edges[0].taker
    assert names(found, roots(found, start, at(ledger, CRACKED))) == ["Ledger", "Crier"]
    assert names(found, roots(found, start)) == ["Ledger", "Crier"]
    assert len(chain_of(found, at(ledger, CRACKED))) == 2


def test_a_way_out_of_a_ring_is_where_it_began() -> None:
    text = "{} said the weir at Salt Bay cracked in two places. Ines Marsh said " + CRACKED + " first."
    ledger = Writer("ledger", text.format("The Town Gazette"), outlet="Marlow Ledger")
    ledger.credit("The Town Gazette", CRACKED, voice=BODY)
    crier = Writer("crier", text.format("The Marlow Ledger"), outlet="The Town Gazette")
    crier.credit("The Marlow Ledger", CRACKED, voice=BODY).credit("Ines Marsh", f"{CRACKED} first")
    found = trace([ledger.text, crier.text])
    assert len(found.circles) == 1
    assert names(found, roots(found, found.edges[0].taker, at(ledger, CRACKED))) == ["Ines Marsh"]


def test_passages_of_documents_that_left_the_case_have_no_chain() -> None:
    trails = Trails(trace([wire().text]))
    assert trails.of(at(story(), CRACKED)) == ()


def test_a_party_that_took_nothing_is_its_own_beginning() -> None:
    found = trace([Writer("letter", "Rain.", kind=SourceKind.LETTER).text])
    assert roots(found, found.parties[0].id) == (found.parties[0].id,)


def test_a_named_paper_is_followed_on_by_what_others_tell_of_it() -> None:
    town = Writer("town", f"Reuters said {CRACKED}.").credit("Reuters", CRACKED, voice=BODY)
    port = Writer("port", f"Reuters cites a report by Ines Marsh: {CRACKED}.").credit(
        "a report by Ines Marsh", CRACKED, "", PAPER, via=(("Reuters", "Reuters", SourceKind.AGENCY),)
    )
    found = trace([town.text, port.text])
    assert names(found, roots(found, found.edges[0].taker, at(town, CRACKED))) == ["Ines Marsh"]
