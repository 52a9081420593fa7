"""What is drawn, what is put together, and what is lit."""

from dataclasses import replace

from ui.map.light import shine
from ui.map.sheet import draw
from ui.map.telling import card_words, line_words
from workbench.model import Evidence, Passage, Relation, SourceKind, Status
from workbench.text import Quote, Span
from workbench.tracing.values import Edge, Party, Step


def titles(sheet):
    return {card.title for card in sheet.cards}


def card(sheet, title):
    return next(item for item in sheet.cards if item.title == title)


def found(document, relation, status=Status.ACCEPTED):
    place = Passage(document, f"{document}-1", Span(0, 3), Quote("abc", "", ""))
    return Evidence(f"{document}-{relation}-{status}", "claim", place, relation, status)


def test_every_document_has_a_card_and_those_named_by_one_text_alone_share_one(provenance, documents):
    sheet = draw(provenance, documents, "story")
    assert titles(sheet) == {
        *(item.title for item in documents),
        "3 sources not in the case",
        "County census",
    }
    folded = card(sheet, "3 sources not in the case")
    assert folded.details == "Kari Moen, Stellan Vik, Ann Berg"
    assert folded.outside
    assert folded.is_stack


def test_who_is_not_in_the_case_stands_where_first_credited(provenance, documents):
    sheet = draw(provenance, documents, "story")
    assert card(sheet, "3 sources not in the case").date == "2026-02-02"
    assert card(sheet, "Dam cracked").date is None


def test_copies_lie_in_one_stack_named_after_the_original(with_copies, documents):
    sheet = draw(with_copies, documents, "story")
    stack = card(sheet, "Cracks found")
    assert stack.is_stack
    assert stack.count == 3
    assert stack.details == "and 2 copies of it"
    assert set(stack.documents) == {"wire", "herald", "post"}
    assert {(line.taker, line.giver) for line in sheet.lines if stack.key in (line.taker, line.giver)} == {
        ("story", stack.key),
        (stack.key, "letter"),
        (stack.key, card(sheet, "3 sources not in the case").key),
    }


def test_whom_copies_call_the_same_has_one_card_while_they_lie_in_one_stack(with_copies, documents):
    boards = [
        Party(f"board@{id}", "The board", kind=SourceKind.ORGANISATION, within=id) for id in ("wire", "post")
    ]
    credits = [Edge(one.within, one.id, Step.CREDITS, "It credits the board.") for one in boards]
    known = replace(
        with_copies, parties=(*with_copies.parties, *boards), edges=(*with_copies.edges, *credits)
    )
    closed = draw(known, documents, "story")
    stack = card(closed, "Cracks found")
    folded = card(closed, "4 sources not in the case")
    assert {closed.card_of[one.id] for one in boards} == {folded.key}
    assert [line.edges for line in closed.lines if line.giver == folded.key] == [
        tuple(edge for edge in known.edges if closed.card_of[edge.giver] == folded.key)
    ]
    opened = draw(known, documents, "story", {stack.key})
    assert len({opened.card_of[one.id] for one in boards}) == 2


def test_a_stack_of_sources_of_one_name_is_called_by_it(provenance, documents):
    boards = [Party(f"board-{number}", "Contact", kind=SourceKind.PERSON) for number in range(3)]
    credits = tuple(Edge("post", one.id, Step.CREDITS, "It credits the board.") for one in boards)
    known = replace(provenance, parties=(*provenance.parties, *boards), edges=(*provenance.edges, *credits))
    assert card(draw(known, documents, "story"), "Contact").details == "person · not in the case"


def test_an_opened_stack_is_laid_out_card_by_card(with_copies, documents):
    closed = draw(with_copies, documents, "story")
    opened = draw(with_copies, documents, "story", {card(closed, "Cracks found").bundle})
    assert {"Cracks found", "Cracks found, letter says", "Dam cracked"} <= titles(opened)
    assert not card(opened, "Cracks found").is_stack
    assert card(opened, "Dam cracked").bundle


def test_the_story_is_never_part_of_a_stack(with_copies, documents):
    copies = tuple(replace(copy, one="story") for copy in with_copies.copies)
    sheet = draw(replace(with_copies, copies=copies), documents, "story")
    assert card(sheet, "Lake to be lowered").is_story
    assert not any(item.is_stack and "story" in item.documents for item in sheet.cards)


def test_a_copy_of_a_copy_is_drawn_step_by_step(provenance, documents):
    around = Edge("herald", "post", Step.COPIES, "")
    sheet = draw(replace(provenance, edges=(*provenance.edges, around)), documents, "story")
    drawn = {(line.taker, line.giver) for line in sheet.lines}
    assert ("herald", "post") in drawn
    assert ("post", "wire") in drawn
    assert ("herald", "wire") not in drawn


def test_two_ways_between_two_cards_are_one_line_that_tells_both(provenance, documents):
    credit = Edge("herald", "wire", Step.CREDITS, "The Herald credits the wire.")
    sheet = draw(replace(provenance, edges=(*provenance.edges, credit)), documents, "story")
    line = next(line for line in sheet.lines if (line.taker, line.giver) == ("herald", "wire"))
    assert line.step is Step.COPIES
    told = line_words(sheet, line)
    assert "The Herald has the wire's words." in told
    assert "The Herald credits the wire." in told


def test_who_gave_nothing_that_is_drawn_has_no_card(provenance, documents):
    edges = tuple(edge for edge in provenance.edges if edge.giver != "census")
    assert "County census" not in titles(draw(replace(provenance, edges=edges), documents, "story"))


def test_a_ring_is_marked_on_its_lines_and_on_no_other(ringed, documents):
    sheet = draw(ringed, documents, "story")
    rings = {(line.taker, line.giver) for line in sheet.lines if line.circular}
    assert rings == {("herald", "wire"), ("wire", "herald")}
    line = next(line for line in sheet.lines if line.circular)
    assert "rest on each other" in line_words(sheet, line)


def test_the_chain_of_a_claim_lights_its_lines_their_ends_and_the_story(provenance, documents):
    sheet = draw(provenance, documents, "story")
    chain = [edge for edge in provenance.edges if edge.giver in ("wire", "letter")]
    light = shine(sheet, chain, ())
    assert {"story", "herald", "wire", "letter"} <= light.cards
    assert card(sheet, "County census").key not in light.cards
    assert all(sheet.lines[at].giver in ("wire", "letter") for at in light.lines)


def test_a_card_wears_what_was_linked_before_what_is_suggested(provenance, documents):
    sheet = draw(provenance, documents, "story")
    evidence = [
        found("herald", Relation.CONTRADICTS, Status.PROPOSED),
        found("herald", Relation.SUPPORTS),
        found("letter", Relation.CONTRADICTS),
        found("letter", Relation.SUPPORTS),
    ]
    signs = shine(sheet, (), evidence).signs
    assert signs["herald"].word == "Supports"
    assert signs["letter"].word == "Contradicts"


def test_a_card_tells_what_it_rests_on_and_who_rests_on_it(provenance, documents):
    sheet = draw(provenance, documents, "story")
    told = card_words(sheet, "wire", shine(sheet, (), [found("wire", Relation.CONTEXT)]))
    assert "Coastal Wire · news agency" in told
    assert "2 Feb 2026" in told
    assert "Context" in told
    assert "“a letter”" in told
    assert "Gave words to “Cracks found, letter says”" in told


def test_a_card_of_somebody_outside_says_what_to_do(provenance, documents):
    sheet = draw(provenance, documents, "story")
    key = card(sheet, "County census").key
    assert "Not in the case" in card_words(sheet, key, shine(sheet, (), ()))
