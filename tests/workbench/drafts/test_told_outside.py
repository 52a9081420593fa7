"""What the rest of the program makes of several drafts: memory, summaries, tracing, search."""

from __future__ import annotations

from pathlib import Path

from casework import STAMP, add_text, words
from drafting import STORY, Desk

from db import verify
from workbench import linking, review
from workbench.change import Change, added
from workbench.checked.memory import settled_claims
from workbench.documents import reading_of
from workbench.drafts import settle
from workbench.export.drafts import drafts_told
from workbench.model import (
    Attribution,
    AttributionId,
    Claim,
    Credit,
    Disposition,
    Document,
    DocumentId,
    EvidenceId,
    Relation,
    Source,
    SourceId,
    SourceKind,
    VerdictId,
    passage,
)
from workbench.tracing.case import texts_of
from workbench.waiting import set_gone

CONFIRMED = Disposition.CONFIRMED
SECOND = STORY.replace("420,000", "450,000").replace(
    "“We lost the whole summer,” said stallholder Pia Rudd.\n\n", ""
)


def take_second(desk: Desk) -> None:
    """Three confirmed claims, of which the second draft keeps one, changes one and drops one."""
    cost = desk.claim("cost 420,000 pounds", "cost", CONFIRMED)
    desk.store.apply(review.decide(cost, None, "supported", "The bill.", VerdictId("v"), STAMP))
    desk.claim("11 weeks", "weeks", CONFIRMED)
    desk.claim("“We lost the whole summer,” said stallholder Pia Rudd", "quote", CONFIRMED)
    desk.take_in(SECOND)


def told(desk: Desk) -> tuple[str, ...]:
    claims = [item for item in desk.store.all(Claim) if item.passage.revision == desk.draft.id]
    numbers = {item.id: at for at, item in enumerate(claims, 1)}
    return drafts_told(desk.store, desk.draft, numbers).lines()


def test_a_first_draft_has_nothing_to_tell(desk: Desk) -> None:
    desk.claim("11 weeks", "weeks")
    assert told(desk) == ()


def test_a_summary_tells_what_changed_what_is_gone_and_what_waits(desk: Desk) -> None:
    take_second(desk)
    assert len(told(desk)) == 2
    assert all(line.startswith("Still without a place") for line in told(desk))
    place = words(desk.draft.text, "cost 450,000 pounds")
    desk.store.apply(settle(desk.now("cost"), place, desk.draft, STAMP))
    desk.store.apply(set_gone(desk.now("quote"), STAMP))
    assert told(desk) == (
        "Claim 1 read “cost 420,000 pounds” in draft 1. Its verdict was given on those words.",
        "Gone since draft 1: ““We lost the whole summer,” said stallholder Pia Rudd” (confirmed).",
    )


def test_other_cases_hear_of_no_claim_that_waits(desk: Desk, tmp_path: Path) -> None:
    take_second(desk)
    assert [item.wording for item in settled_claims(desk.store, tmp_path)] == ["11 weeks"]


def test_other_cases_hear_nothing_of_a_draft_not_read_yet_where_somebody_is_protected(
    desk: Desk, tmp_path: Path
) -> None:
    """Only once the engine has read the new draft is it known whose words the claim is made of."""
    secret = Source(SourceId("s"), "Heron", SourceKind.PERSON, protected=True)
    desk.store.apply(Change("Add", STAMP, added(secret)))
    desk.claim("We lost the whole summer", "quote", CONFIRMED)
    desk.claim("11 weeks", "weeks", CONFIRMED)
    first = desk.draft
    content = (words(STORY, "We lost the whole summer"),)
    credit = Attribution(
        AttributionId("a"), DocumentId("story"), first.id, "Heron", "said", Credit((), (), content)
    )
    desk.store.apply(Change("Credit", STAMP, added(credit)))
    assert [item.wording for item in settled_claims(desk.store, tmp_path)] == ["11 weeks"]
    desk.take_in(STORY + "\n\nMore.")
    assert settled_claims(desk.store, tmp_path) == ()


def test_a_case_with_several_drafts_is_sound_and_traced_by_the_latest(desk: Desk) -> None:
    add_text(desk.store, "board", "The harbour board said repairs took 11 weeks.")
    take_second(desk)
    assert verify(desk.store.path) == ()
    assert {text.revision.id for text in texts_of(desk.store)} == {desk.draft.id, "board-1"}
    hits = desk.store.search.passages(["summer"], limit=5)
    assert not [hit for hit in hits if hit.document == "story"]
    document = desk.store.get(Document, "story")
    assert document is not None
    reading = reading_of(document, desk.store)
    assert reading is not None
    assert reading.text == desk.draft.text


def test_a_passage_left_in_an_earlier_draft_is_told_with_its_own_place(desk: Desk) -> None:
    from workbench.export.gathering import build_report

    weeks = desk.claim("11 weeks", "weeks", CONFIRMED)
    place = passage(desk.draft, words(STORY, "since 1987"))
    desk.store.apply(linking.link(weeks, place, Relation.CONTEXT, EvidenceId("e"), STAMP))
    desk.take_in("First.\n\nSecond.\n\n" + STORY.replace("since 1987", "since 1978"))
    (claim,) = build_report(desk.store, STAMP.at).claims
    (witness,) = claim.witnesses
    assert witness.quotation == "since 1987"
    assert witness.place == "paragraph 5 of draft 1"


def test_every_summary_says_which_draft_was_checked_and_what_changed(desk: Desk) -> None:
    from workbench.export.docx import to_docx
    from workbench.export.findings import findings
    from workbench.export.gathering import build_report
    from workbench.export.html import to_html
    from workbench.export.markdown import to_markdown

    take_second(desk)
    report = build_report(desk.store, STAMP.at)
    assert report.draft == 2
    for text in (to_markdown(report), to_html(report)):
        assert "Changed since earlier drafts" in text
        assert "cost 420,000 pounds" in text
    assert to_docx(report)
    found = findings(desk.store, DocumentId("story"), {}, STAMP.at)
    assert found["story"]["draft"] == 2
    assert [item["text"] for item in found["drafts"]["waiting"]] == [
        "cost 420,000 pounds",
        "“We lost the whole summer,” said stallholder Pia Rudd",
    ]
