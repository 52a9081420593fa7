from dataclasses import replace
from datetime import UTC, datetime

import pytest

from ui.history.entries import entry
from ui.history.telling import Topic, tell
from ui.models.value_words import Known
from workbench import linking, register, review
from workbench.change import Act, Change, Edit, Stamp, added, inverse, removed
from workbench.model import (
    Case,
    Citation,
    Claim,
    Contact,
    Disposition,
    Document,
    Evidence,
    Hand,
    Query,
    QueryStatus,
    Relation,
    Revision,
    Role,
    Ruling,
    Scale,
    SignOff,
    Source,
    SourceKind,
    Verdict,
    passage,
)
from workbench.ports import Event
from workbench.text import Span

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)
STAMP = Stamp("Mara", NOON)
STORY = Revision("story-1", "story", 1, "The ferry sank in 1998. It carried 40 cars.", "0" * 64)
SANK = Claim("sank", passage(STORY, Span(0, 22)))
CARS = Claim("cars", passage(STORY, Span(24, 43)))
REGISTER = Document("register", Role.SOURCE, "Register")
FOUND = Evidence("found", "sank", replace(SANK.passage, document="register"), Relation.SUPPORTS)
HOLM = Source("holm", "Ida Holm", SourceKind.PERSON)
VERDICT = Verdict("v", "sank", "mixed", "Half of it.", "Mara", NOON)
QUERY = Query("q", "sank", "Which year?")
CALL = Contact("call", "holm", "Mara", "2026-03-14", "phone", "When?")


class Values:
    """A case that holds one claim, one document and one source."""

    def all(self, kind):
        return tuple(value for value in (SANK, CARS, REGISTER, HOLM) if isinstance(value, kind))


def told(change, numbers=None):
    found = entry(Event(7, "0" * 64, change), Known(Values()))
    return found.what({"sank": 3} if numbers is None else numbers)


def change(*edits, label="Do", **more):
    return Change(label, STAMP, edits, **more)


@pytest.mark.parametrize(
    ("done", "words"),
    [
        (review.mark(SANK.passage, "sank", STAMP), "Marked claim 3"),
        (review.dispose(SANK, Disposition.CORRECTED, STAMP), "Set claim 3 to “Corrected”"),
        (review.dismiss(SANK, STAMP), "Set claim 3 aside"),
        (review.join(SANK, CARS, STAMP), "Joined claim 3 with one that says the same"),
        (review.annotate(SANK, STAMP, note="Ask."), "Wrote a note on claim 3"),
        (review.annotate(SANK, STAMP, answer="No."), "Wrote the claimant’s answer to claim 3"),
        (change(*added(VERDICT)), "Gave claim 3 the verdict “Mixed”"),
        (
            change(Edit(VERDICT, replace(VERDICT, conclusion="All of it."))),
            "Reworded the conclusion on claim 3",
        ),
        (review.withdraw(VERDICT, STAMP), "Withdrew the verdict on claim 3"),
        (change(*removed(FOUND, VERDICT, SANK)), "Removed claim 3"),
        (change(*added(FOUND)), "Linked a passage of “Register” to claim 3: supports"),
        (linking.set_aside(FOUND, STAMP), "Set a passage of “Register” aside for claim 3"),
        (linking.comment(FOUND, "See page 2.", STAMP), "Wrote a note on a passage of “Register” for claim 3"),
        (change(*removed(FOUND, REGISTER)), "Removed “Register” with all that hung on it"),
        (change(Edit(REGISTER, replace(REGISTER, outlet="Post"))), "Changed what is known of “Register”"),
        (change(*added(STORY)), "Read in draft 1 of a text"),
        (change(*added(QUERY)), "Asked the author"),
        (change(*added(replace(QUERY, wording="in 1997"))), "Asked for a change"),
        (change(Edit(QUERY, replace(QUERY, status=QueryStatus.REFUSED))), "The author refused a change"),
        (change(Edit(QUERY, replace(QUERY, answer="1997"))), "Wrote down the author’s answer"),
        (register.add(HOLM, STAMP), "Added the source Ida Holm"),
        (linking.cite(SANK, HOLM, "c", STAMP, new=True), "Linked Ida Holm to claim 3"),
        (change(*removed(Citation("c", "sank", "holm"), HOLM)), "Removed the source Ida Holm"),
        (register.log(CALL, STAMP, new=HOLM), "Noted a contact with Ida Holm"),
        (change(*added(Ruling("r", "register"))), "Let “Register” count on its own"),
        (change(*added(Scale("s", "Ours", ()))), "Added: verdict scale"),
        (change(*added(FOUND), act=Act.PROPOSED), "Twosource found a passage for claim 3"),
        (change(*added(SANK, CARS), act=Act.PROPOSED), "Twosource proposed 2 claims"),
        (change(*added(HOLM), merged="1" * 64), "Brought a colleague’s copy in"),
    ],
)
def test_a_change_is_told_in_an_editors_words(done, words):
    assert told(done) == words


def test_an_undo_is_told_as_what_it_took_back():
    done = review.dispose(SANK, Disposition.TK, STAMP)
    undone = replace(inverse(done, STAMP), act=Act.UNDONE, takes_back=(6,))
    assert told(undone) == "Undone: Set claim 3 to “TK, still to come”"
    assert told(replace(done, act=Act.REDONE)) == "Done again: Set claim 3 to “TK, still to come”"


def test_a_claim_without_a_number_is_called_a_claim():
    assert told(review.dismiss(SANK, STAMP), {}) == "Set a claim aside"


def test_foreign_words_may_hold_braces():
    odd = replace(HOLM, name="{claim} {what} {0}")
    assert told(register.add(odd, STAMP)) == "Added the source {claim} {what} {0}"


def test_the_words_of_the_claim_stand_beneath():
    known = Known(Values())
    telling = tell(review.annotate(SANK, STAMP, note="Ask."), known)
    assert telling.words == "The ferry sank in 1998"
    assert telling.claims == ("sank",)
    assert telling.topic is Topic.CLAIMS
    assert tell(review.dispose(SANK, Disposition.LEGAL, STAMP), known).topic is Topic.DECISIONS


def test_a_signature_is_told_by_its_hand():
    seals = None
    signed = SignOff("s", "story", "story-1", Hand.SECOND, "Mara", NOON, "0" * 64, seals)
    assert told(change(*added(signed))) == "Signed as second"
    again = replace(signed, reopened_by="Ada")
    assert told(change(Edit(signed, again))) == "Reopened the draft that was signed"


def test_what_twosource_proposes_is_told_even_where_an_old_case_names_no_act():
    assert told(change(*added(SANK), label="Propose claims")) == "Twosource proposed a claim"


def test_the_beginning_of_a_case_is_told():
    made = Case("case", "The ferry", "two-source", NOON)
    assert told(change(*added(made), label="Create case")) == "Made the case"
