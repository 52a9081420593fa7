"""A new draft taken into the case: what goes with it, what waits, and that one undo takes all of it back."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest
from casework import STAMP, add_text, words
from drafting import STORY, Desk, reading
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench import linking, review
from workbench.change import Change, Edit, Stamp, added, inverse
from workbench.dependants import completed
from workbench.drafts import Fate, NoNewDraft, NoStory, adopt, settle, work_on
from workbench.model import (
    Attribution,
    AttributionId,
    Claim,
    ClaimId,
    Credit,
    Disposition,
    Document,
    DocumentId,
    Entity,
    Evidence,
    EvidenceId,
    Layout,
    Link,
    Query,
    QueryId,
    QueryStatus,
    Relation,
    Remark,
    RemarkKind,
    Revision,
    Status,
    VerdictId,
    Zone,
    ZoneRole,
    passage,
)
from workbench.reading.result import FoundLink, FoundRemark
from workbench.text import Span
from workbench.waiting import in_tray, is_on_other_words, set_gone

CONFIRMED = Disposition.CONFIRMED
KINDS = (Document, Revision, Layout, Link, Claim, Attribution, Evidence, Query)


def everything(desk: Desk) -> dict[type, tuple[object, ...]]:
    return {kind: tuple(sorted(desk.store.all(kind), key=lambda item: item.id)) for kind in KINDS}


def test_words_that_stand_keep_their_tick_and_go_with_the_draft(desk: Desk) -> None:
    desk.claim("cost 420,000 pounds", "cost", CONFIRMED)
    desk.claim("the third storm to close the pier since 1987", "third", CONFIRMED)
    draft = STORY.replace("Pier reopens", "The pier reopens")
    report = desk.take_in(draft + "\n\nThe band played on.")
    assert report.number == desk.draft.number == 2
    for id in ("cost", "third"):
        claim = desk.now(id)
        assert claim.disposition is CONFIRMED
        assert claim.passage.revision == desk.draft.id
        assert claim.passage.span.of(desk.draft.text) == claim.wording
    assert report.standing == 2
    assert report.waiting == 0
    assert report.fresh >= 1


def test_changed_words_open_the_claim_and_leave_it_with_its_old_words(desk: Desk) -> None:
    cost = desk.claim("cost 420,000 pounds", "cost", CONFIRMED)
    report = desk.take_in(STORY.replace("420,000", "450,000"))
    claim = desk.now("cost")
    assert claim.passage == cost.passage
    assert claim.disposition is Disposition.OPEN
    assert in_tray(desk.store.all(Claim), desk.draft.id) == (claim,)
    assert report.fates == ((claim.id, Fate.CHANGED),)
    assert report.reopened == (claim.id,)
    waiting = desk.waiting()["cost"]
    assert waiting.fate.proposed is not None
    assert waiting.fate.proposed.of(desk.draft.text) == "cost 450,000 pounds"


def test_the_reason_for_a_waived_gate_goes_with_the_words_it_was_given_for(desk: Desk) -> None:
    cost = desk.claim("cost 420,000 pounds", "cost", CONFIRMED)
    desk.store.apply(review.annotate(cost, STAMP, note="rang the board"))
    waived = replace(desk.now("cost"), waiver="the board showed the bill")
    desk.store.apply(Change("Waive", STAMP, _edit(desk.now("cost"), waived)))
    desk.take_in(STORY.replace("420,000", "450,000"))
    assert desk.now("cost").waiver == ""
    assert desk.now("cost").note == "rang the board"


def test_a_negation_put_into_the_sentence_opens_a_claim_whose_own_words_stand(desk: Desk) -> None:
    desk.claim("reopened on Friday", "open", CONFIRMED)
    desk.claim("11 weeks", "weeks", CONFIRMED)
    report = desk.take_in(STORY.replace("the harbour board said", "the harbour board never said"))
    assert desk.now("open").passage.revision == desk.draft.id
    assert desk.now("open").disposition is Disposition.OPEN
    assert report.reopened == (ClaimId("open"),)
    assert desk.now("weeks").disposition is CONFIRMED


def test_a_figure_changed_beside_a_claim_is_told_and_leaves_the_tick(desk: Desk) -> None:
    desk.claim("cost 420,000 pounds", "cost", CONFIRMED)
    report = desk.take_in(STORY.replace("11 weeks", "12 weeks"))
    assert desk.now("cost").disposition is CONFIRMED
    assert report.surrounded == (ClaimId("cost"),)


def test_a_moved_paragraph_takes_its_claims_along(desk: Desk) -> None:
    desk.claim("“We lost the whole summer,” said stallholder Pia Rudd", "quote", CONFIRMED)
    paragraphs = STORY.split("\n\n")
    moved = [paragraphs[0], paragraphs[3], *paragraphs[1:3], *paragraphs[4:]]
    report = desk.take_in("\n\n".join(moved))
    assert report.count(Fate.MOVED) == 1
    assert desk.now("quote").passage.span.of(desk.draft.text) == desk.now("quote").wording


def test_what_is_only_proposed_leaves_with_its_words_and_stays_with_them(desk: Desk) -> None:
    for wanted, id in (("11 weeks", "weeks"), ("420,000 pounds", "cost")):
        place = passage(desk.draft, words(STORY, wanted))
        desk.store.apply(Change("Propose", STAMP, added(Claim(ClaimId(id), place, Status.PROPOSED))))
    report = desk.take_in(STORY.replace("420,000", "450,000"))
    assert desk.store.get(Claim, "cost") is None
    assert desk.now("weeks").status is Status.PROPOSED
    assert desk.now("weeks").passage.revision == desk.draft.id
    assert report.fates == ()
    assert not in_tray(desk.store.all(Claim), desk.draft.id)


def test_a_proposed_claim_that_was_asked_about_counts_as_taken_up(desk: Desk) -> None:
    place = passage(desk.draft, words(STORY, "420,000 pounds"))
    desk.store.apply(Change("Propose", STAMP, added(Claim(ClaimId("cost"), place, Status.PROPOSED))))
    desk.request("cost", "", QueryStatus.OPEN)
    desk.take_in(STORY.replace("420,000", "450,000"))
    assert [claim.id for claim in in_tray(desk.store.all(Claim), desk.draft.id)] == ["cost"]


def test_what_was_set_aside_is_set_aside_in_the_new_draft_too(desk: Desk) -> None:
    desk.store.apply(review.dismiss(desk.claim("11 weeks", "weeks"), STAMP))
    gone = desk.claim("420,000 pounds", "cost")
    desk.store.apply(review.dismiss(gone, STAMP))
    report = desk.take_in(STORY.replace("420,000", "450,000"))
    assert desk.now("weeks").passage.revision == desk.draft.id
    assert desk.now("weeks").status is Status.DISMISSED
    assert desk.now("cost").passage == gone.passage
    assert report.fates == ()


def test_further_places_go_along_and_one_that_says_otherwise_waits_by_itself(desk: Desk) -> None:
    cost = desk.claim("cost 420,000 pounds", "cost", CONFIRMED)
    also = tuple(passage(desk.draft, words(STORY, wanted)) for wanted in ("11 weeks", "since 1987"))
    desk.store.apply(Change("Join", STAMP, _edit(cost, replace(desk.now("cost"), also=also))))
    desk.take_in(STORY.replace("since 1987", "since 1978"))
    claim = desk.now("cost")
    assert [place.quote.exact for place in claim.places] == ["cost 420,000 pounds", "11 weeks"]
    assert {place.revision for place in claim.places} == {desk.draft.id}
    (waiting,) = desk.waiting().values()
    assert waiting.claim.wording == "since 1987"
    assert waiting.claim.disposition is Disposition.OPEN


def test_a_further_place_takes_over_where_the_main_one_was_cut(desk: Desk) -> None:
    cost = desk.claim("“We lost the whole summer,” said stallholder Pia Rudd", "cost", CONFIRMED)
    also = (passage(desk.draft, words(STORY, "11 weeks")),)
    desk.store.apply(Change("Join", STAMP, _edit(cost, replace(desk.now("cost"), also=also))))
    report = desk.take_in(STORY.replace("“We lost the whole summer,” said stallholder Pia Rudd.\n\n", ""))
    assert desk.now("cost").wording == "11 weeks"
    assert desk.now("cost").also == ()
    assert report.waiting == 0


def test_further_places_wait_with_a_claim_and_are_placed_with_it(desk: Desk) -> None:
    cost = desk.claim("cost 420,000 pounds", "cost")
    also = (passage(desk.draft, words(STORY, "11 weeks")),)
    desk.store.apply(Change("Join", STAMP, _edit(cost, replace(cost, also=also))))
    desk.take_in(STORY.replace("420,000", "450,000"))
    waiting = desk.waiting()["cost"]
    assert waiting.fate.proposed is not None
    desk.store.apply(settle(waiting.claim, waiting.fate.proposed, desk.draft, STAMP, also=waiting.also))
    assert [place.quote.exact for place in desk.now("cost").places] == ["cost 450,000 pounds", "11 weeks"]
    assert not desk.waiting()


def test_passages_of_the_story_that_bear_on_claims_go_along(desk: Desk) -> None:
    cost = desk.claim("420,000 pounds", "cost")
    for id, wanted in (("stands", "11 weeks"), ("changed", "since 1987")):
        place = passage(desk.draft, words(STORY, wanted))
        desk.store.apply(linking.link(cost, place, Relation.CONTEXT, EvidenceId(id), STAMP))
    desk.take_in(STORY.replace("since 1987", "since 1978"))
    stands, changed = (desk.store.get(Evidence, id) for id in ("stands", "changed"))
    assert stands is not None
    assert stands.passage.revision == desk.draft.id
    assert changed is not None
    assert changed.passage.quote.exact == "since 1987"
    assert changed.passage.revision != desk.draft.id


def test_questions_about_words_go_where_the_words_went(desk: Desk) -> None:
    for id, wanted in (("stands", "11 weeks"), ("changed", "since 1987")):
        place = passage(desk.draft, words(STORY, wanted))
        desk.store.apply(review.ask(Query(QueryId(id), None, "Sure?", passage=place), STAMP))
    desk.take_in(STORY.replace("since 1987", "since 1978"))
    stands, changed = (desk.store.get(Query, id) for id in ("stands", "changed"))
    assert stands
    assert stands.passage
    assert stands.passage.revision == desk.draft.id
    assert changed
    assert changed.passage
    assert changed.passage.revision != desk.draft.id


def test_credits_of_the_old_draft_leave(desk: Desk) -> None:
    credit = Credit((), (), (words(STORY, "We lost the whole summer"),))
    item = Attribution(AttributionId("a"), DocumentId("story"), desk.draft.id, "Pia Rudd", "said", credit)
    desk.store.apply(Change("Credit", STAMP, added(item)))
    desk.take_in(STORY + "\n\nMore.")
    assert desk.store.all(Attribution) == ()


def test_one_undo_takes_the_whole_draft_back_and_one_redo_brings_it(desk: Desk) -> None:
    desk.claim("cost 420,000 pounds", "cost", CONFIRMED)
    desk.claim("11 weeks", "weeks", CONFIRMED)
    desk.store.apply(
        Change(
            "Propose",
            STAMP,
            added(
                Claim(ClaimId("p"), passage(desk.draft, words(STORY, "420,000")), Status.PROPOSED),
                Attribution(
                    AttributionId("a"),
                    DocumentId("story"),
                    desk.draft.id,
                    "Pia Rudd",
                    "said",
                    Credit((), (), (Span(0, 3),)),
                ),
            ),
        )
    )
    before = everything(desk)
    adoption = adopt(
        reading(STORY.replace("420,000", "450,000"), name="second.txt", original=b"draft two"),
        desk.work,
        desk.new_id,
        STAMP,
    )
    change, originals = completed(adoption.change, desk.store), adoption.originals
    desk.store.apply(change, originals)
    after = everything(desk)
    desk.store.apply(inverse(change, STAMP))
    assert everything(desk) == before
    desk.store.apply(inverse(inverse(change, STAMP), STAMP), originals)
    assert everything(desk) == after != before


def test_what_was_proposed_for_the_new_draft_since_does_not_stand_in_the_way_of_undo(desk: Desk) -> None:
    place = passage(desk.draft, words(STORY, "11 weeks"))
    proposed = Claim(ClaimId("p"), place, Status.PROPOSED)
    desk.store.apply(Change("Propose", STAMP, added(proposed)))
    desk.claim("cost 420,000 pounds", "cost", CONFIRMED)
    adoption = adopt(reading(STORY + "\n\nMore."), desk.work, desk.new_id, STAMP)
    assert adoption.proposals is not None
    done = completed(adoption.change, desk.store)
    desk.store.apply(done)
    desk.store.apply(completed(adoption.proposals, desk.store))
    again = replace(desk.now("p"), score=80.0)
    desk.store.apply(Change("Propose", STAMP, _edit(desk.now("p"), again)))
    desk.store.apply(completed(inverse(done, STAMP), desk.store))
    assert desk.draft.number == 1
    assert desk.now("cost").passage.revision == desk.draft.id
    assert desk.store.get(Claim, "p") is None


def test_the_document_takes_the_new_files_name_and_its_headline(desk: Desk) -> None:
    draft = STORY.replace("Pier reopens after storm", "Pier is open again")
    desk.take_in(draft, title="Pier is open again", byline="Noor Bell", name="two.docx", original=b"bytes")
    document = desk.store.get(Document, "story")
    assert document is not None
    assert (document.title, document.byline, document.filename) == (
        "Pier is open again",
        "Noor Bell",
        "two.docx",
    )
    assert document.original
    assert desk.store.original(document.original) == b"bytes"


def test_a_headline_written_by_hand_stays(desk: Desk) -> None:
    document = desk.store.get(Document, "story")
    assert document is not None
    named = replace(document, title="The pier piece, for Saturday")
    desk.store.apply(Change("Edit document", STAMP, _edit(document, named)))
    desk.take_in(STORY + "\n\nMore.", title="Pier reopens after storm")
    after = desk.store.get(Document, "story")
    assert after is not None
    assert after.title == "The pier piece, for Saturday"


def test_zones_the_editor_marked_go_along_where_none_were_read(desk: Desk) -> None:
    layout = desk.store.get(Layout, desk.draft.id)
    assert layout is not None
    marked = replace(layout, zones=(Zone(words(STORY, STORY.split("\n\n")[-1]), ZoneRole.FURNITURE),))
    desk.store.apply(Change("Mark", STAMP, _edit(layout, marked)))
    text = "A new first line.\n\n" + STORY
    heading = Zone(words(text, "Pier reopens after storm"), ZoneRole.HEADING)
    link = FoundLink(words(text, "harbour board"), "https://board.example")
    desk.take_in(text, zones=(heading,), links=(link,))
    after = desk.store.get(Layout, desk.draft.id)
    assert after is not None
    assert heading in after.zones
    (furniture,) = after.spans(ZoneRole.FURNITURE)
    assert furniture.of(text).startswith("A plaque by the gate")
    (stored,) = (item for item in desk.store.all(Link) if item.passage.revision == desk.draft.id)
    assert stored.passage.quote.exact == "harbour board"


def test_a_remark_that_was_seen_to_is_not_open_again(desk: Desk) -> None:
    found = FoundRemark(words(STORY, "11 weeks"), RemarkKind.COMMENT, "Ten?", "Ed")
    desk.take_in(STORY + "\n\nMore.", remarks=(found,))
    (remark,) = desk.store.all(Remark)
    desk.store.apply(Change("Done", STAMP, _edit(remark, replace(remark, done=True))))
    other = replace(found, text="Since when?")
    desk.take_in(STORY + "\n\nEven more.", remarks=(found, other))
    now = [item for item in desk.store.all(Remark) if item.passage.revision == desk.draft.id]
    assert [(item.text, item.done) for item in now] == [("Ten?", True), ("Since when?", False)]


def test_a_gone_claim_is_kept_and_comes_back_with_its_words(desk: Desk) -> None:
    desk.claim("“We lost the whole summer,” said stallholder Pia Rudd", "quote", CONFIRMED)
    report = desk.take_in(STORY.replace("“We lost the whole summer,” said stallholder Pia Rudd.\n\n", ""))
    assert report.count(Fate.ORPHAN) == 1
    desk.store.apply(set_gone(desk.now("quote"), STAMP))
    assert not desk.waiting()
    assert desk.now("quote").disposition is CONFIRMED
    report = desk.take_in(STORY)
    assert report.returned == (ClaimId("quote"),)
    assert report.same_as == 1
    assert not desk.now("quote").gone
    assert desk.now("quote").passage.revision == desk.draft.id


def test_what_waited_finds_its_place_when_an_older_wording_returns(desk: Desk) -> None:
    desk.claim("cost 420,000 pounds", "cost", CONFIRMED)
    desk.take_in(STORY.replace("420,000", "450,000"))
    assert desk.waiting()
    report = desk.take_in(STORY + "\n\nA third draft.")
    assert report.number == 3
    assert not desk.waiting()
    assert desk.now("cost").passage.revision == desk.draft.id


def test_a_claim_placed_on_other_words_is_open_and_its_verdict_names_the_old_ones(desk: Desk) -> None:
    cost = desk.claim("cost 420,000 pounds", "cost")
    given = review.decide(cost, None, "supported", "The bill says so.", VerdictId("v"), STAMP)
    desk.store.apply(given)
    (edit,) = given.edits
    verdict = edit.after
    desk.store.apply(review.dispose(cost, CONFIRMED, STAMP))
    desk.take_in(STORY.replace("420,000", "450,000"))
    place = words(desk.draft.text, "cost 450,000 pounds")
    desk.store.apply(settle(desk.now("cost"), place, desk.draft, STAMP))
    claim = desk.now("cost")
    assert claim.wording == "cost 450,000 pounds"
    assert claim.disposition is Disposition.OPEN
    assert is_on_other_words(verdict, claim)  # type: ignore[arg-type]
    assert not is_on_other_words(verdict, cost)  # type: ignore[arg-type]


def test_a_placed_claim_takes_the_room_of_what_was_merely_proposed(desk: Desk) -> None:
    desk.claim("cost 420,000 pounds", "cost", CONFIRMED)
    desk.take_in(STORY.replace("420,000", "450,000"))
    place = passage(desk.draft, words(desk.draft.text, "450,000 pounds"))
    proposed = Claim(ClaimId("p"), place, Status.PROPOSED)
    desk.store.apply(Change("Propose", STAMP, added(proposed)))
    claims = desk.store.all(Claim)
    span = words(desk.draft.text, "cost 450,000 pounds")
    change = settle(desk.now("cost"), span, desk.draft, STAMP, claims=claims)
    desk.store.apply(completed(change, desk.store))
    assert desk.store.get(Claim, "p") is None


@pytest.mark.parametrize(
    "other",
    [
        STORY.replace(" ", "\u00a0", 6),
        STORY.replace("“", '"').replace("”", '"'),
        STORY.replace("\n\n", "\n\n\n"),
    ],
    ids=["no-break spaces", "straight quotation marks", "blank lines"],
)
def test_typography_alone_moves_no_claim_and_opens_none(desk: Desk, other: str) -> None:
    spans = ("cost 420,000 pounds", "“We lost the whole summer,” said stallholder Pia Rudd", "reopened on")
    for number, wanted in enumerate(spans):
        desk.claim(wanted, str(number), CONFIRMED)
    report = desk.take_in(other)
    assert report.standing == 3
    assert report.fresh == 0
    assert report.reopened == ()


def test_the_same_text_again_is_no_draft(desk: Desk) -> None:
    with pytest.raises(NoNewDraft, match="draft 1, word for word"):
        desk.take_in(STORY)
    with pytest.raises(NoNewDraft, match="no words"):
        desk.take_in(" \n ")
    assert desk.draft.number == 1


def test_another_story_is_told_apart(desk: Desk) -> None:
    text = "Bakers in Holm want cheaper flour this winter.\n\nTheir guild met a minister about it on Monday."
    report = adopt(reading(text), desk.work, desk.new_id, STAMP).report
    assert report.is_another_story
    report = adopt(reading(STORY + "\n\nMore."), desk.work, desk.new_id, STAMP).report
    assert not report.is_another_story


def test_a_story_that_has_left_the_case_takes_no_draft(desk: Desk) -> None:
    with pytest.raises(NoStory):
        work_on(desk.store, DocumentId("nowhere"))


def test_claims_of_another_story_stay_as_they_are(desk: Desk) -> None:
    other = add_text(desk.store, "other", "Another story says 11 weeks.")
    desk.store.apply(review.mark(passage(other, words(other.text, "11 weeks")), ClaimId("o"), STAMP))
    before = desk.now("o")
    desk.take_in(STORY.replace("11 weeks", "12 weeks"))
    assert desk.now("o") == before


@given(st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_claim_ever_stands_on_other_words(desk: Desk, data: st.DataObject) -> None:
    """Whatever is done to the paragraphs: what attaches reads as before, and nothing gets lost."""
    paragraphs = STORY.split("\n\n")
    kept = data.draw(st.permutations(paragraphs)) if data.draw(st.booleans()) else list(paragraphs)
    kept = [part for part in kept if data.draw(st.booleans()) or part == paragraphs[0]]
    swap = data.draw(st.sampled_from([("420,000", "42,000"), ("no charge", "a charge"), ("11", "1")]))
    text = "\n\n".join(kept).replace(*swap) + "\n\nAn end."
    work = desk.work
    spans = data.draw(st.lists(st.sampled_from(sorted(set(_word_spans(STORY)))), min_size=1, max_size=8))
    claims = tuple(
        Claim(ClaimId(str(at)), passage(work.latest, span), disposition=CONFIRMED)
        for at, span in enumerate(spans)
    )
    ids = count()
    adoption = adopt(
        reading(text), replace(work, claims=claims), lambda: f"new-{next(ids)}", Stamp("A", STAMP.at)
    )
    after = {claim.id: claim for claim in claims}
    after |= {edit.after.id: edit.after for edit in adoption.change.edits if isinstance(edit.after, Claim)}
    draft = next(edit.after for edit in adoption.change.edits if isinstance(edit.after, Revision))
    for claim in after.values():
        if claim.passage.revision == draft.id:
            assert claim.passage.span.of(text).split() == claim.wording.split()
            assert claim.wording.split() == claims[int(claim.id)].wording.split()
    assert len(adoption.report.fates) == len(claims)


def _word_spans(text: str) -> list[Span]:
    starts = [at for at in range(len(text)) if text[at].isalnum() and not text[at - 1 : at].isalnum()]
    return [Span(one, one + len(text[one:].split("\n")[0][:width])) for one in starts for width in (9, 30)]


def _edit(before: Entity, after: Entity) -> tuple[Edit, ...]:
    return (Edit(before, after),)
