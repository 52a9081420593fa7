"""Questions and change requests to the author, and the list that is handed on."""

from __future__ import annotations

import io
from dataclasses import replace

from casework import STAMP, STORY, revision, words
from docx import Document as open_docx

from workbench import queries
from workbench.export.queries import to_docx, to_markdown
from workbench.model import Claim, ClaimId, DocumentId, Query, QueryId, QueryStatus, Status, passage

TEXT = revision("story", STORY)
CLAIM = Claim(ClaimId("days"), passage(TEXT, words(STORY, "closed for 19 days")))
LOOSE = Query(
    QueryId("loose"),
    None,
    "Who *says* so?",
    "the mayor admitted",
    passage=passage(TEXT, words(STORY, "the county admitted")),
    reason="It was her.",
)
ON_CLAIM = Query(QueryId("claimed"), CLAIM.id, "Where does 19 come from?")
ASKED = queries.about([LOOSE, ON_CLAIM], {CLAIM.id: CLAIM}, DocumentId("story"))


def test_queries_come_in_reading_order_with_the_words_they_are_about() -> None:
    assert [asked.query.id for asked in ASKED] == ["claimed", "loose"]
    assert [asked.words for asked in ASKED] == ["closed for 19 days", "the county admitted"]


def test_what_was_asked_about_a_claim_set_aside_is_not_lost() -> None:
    aside = replace(CLAIM, status=Status.DISMISSED)
    assert len(queries.about([ON_CLAIM], {aside.id: aside}, DocumentId("story"))) == 1


def test_queries_of_another_story_or_of_a_claim_that_is_gone_are_left_out() -> None:
    assert queries.about([ON_CLAIM], {CLAIM.id: CLAIM}, DocumentId("other")) == ()
    assert queries.about([ON_CLAIM], {}, DocumentId("story")) == ()


def test_a_wording_that_changes_nothing_is_no_proposal() -> None:
    assert queries.proposed(" closed for 19 days\n", "closed for 19 days") == ""
    assert queries.proposed("closed for 23 days ", "closed for 19 days") == "closed for 23 days"


def test_only_what_stands_so_is_listed() -> None:
    answered = replace(ASKED[0], query=replace(ON_CLAIM, status=QueryStatus.REFUSED))
    assert queries.with_status([answered, ASKED[1]], QueryStatus.REFUSED) == (answered,)
    assert queries.with_status([answered, ASKED[1]], None) == (answered, ASKED[1])


def test_asking_otherwise_keeps_the_row_and_nothing_new_is_no_change() -> None:
    change = queries.rephrase(LOOSE, replace(LOOSE, question="Who?"), STAMP)
    assert change is not None
    assert change.edits[0].before == LOOSE
    assert queries.rephrase(LOOSE, LOOSE, STAMP) is None
    assert queries.take_back(LOOSE, STAMP).edits[0].after is None


def test_the_text_for_a_mail_says_what_is_asked_about_which_words() -> None:
    assert queries.as_text(ASKED) == (
        "1. “closed for 19 days”\n"
        "   Where does 19 come from?\n\n"
        "2. “the county admitted”\n"
        "   Who *says* so?\n"
        "   Please change to: “the mayor admitted”\n"
        "   Why: It was her."
    )


def test_the_list_in_markdown_is_escaped() -> None:
    page = to_markdown(ASKED, "Fire *station*")
    assert "# Queries: Fire \\*station\\*" in page
    assert "Who \\*says\\* so?" in page


def test_the_list_in_word_leaves_room_for_what_waits_for_an_answer() -> None:
    settled = replace(
        ASKED[0], query=replace(ON_CLAIM, status=QueryStatus.ACCEPTED, answer="From the crews.")
    )
    document = open_docx(io.BytesIO(to_docx([settled, ASKED[1]], "Fire station")))
    lines = [paragraph.text for paragraph in document.paragraphs]
    assert "Answer: From the crews." in lines
    assert lines.count("Answer: ") == 1
    assert "Proposed wording: “the mayor admitted”" in lines
