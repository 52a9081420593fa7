"""What others wrote beside the words, and what an editor makes of it."""

from __future__ import annotations

from contextlib import closing

from casework import STAMP, checked_case, words

from workbench import remarks
from workbench.change import Change, added, inverse
from workbench.model import Claim, ClaimId, DocumentId, QueryId, Remark, RemarkId, RemarkKind, passage


def remark_on(store, wanted, text="Is that so?", author="Ruth Adeyemi", id="r"):
    story = store.latest(DocumentId("story"))
    found = Remark(RemarkId(id), passage(story, words(story.text, wanted)), RemarkKind.COMMENT, text, author)
    store.apply(Change("Import", STAMP, added(found)))
    return found


def test_a_claim_made_of_a_remark_says_who_said_what(tmp_path):
    with closing(checked_case(tmp_path / "c.twosource")) as store:
        remark = remark_on(store, "Ostley fire station")
        store.apply(remarks.take_up(remark, None, ClaimId("new"), STAMP))
        claim = store.get(Claim, "new")
        assert (claim.wording, claim.note) == ("Ostley fire station", "Ruth Adeyemi: Is that so?")
        assert store.get(Remark, "r").done


def test_words_that_are_a_claim_already_are_not_marked_twice(tmp_path):
    with closing(checked_case(tmp_path / "c.twosource")) as store:
        remark = remark_on(store, "stood closed for 19 days")
        about = remarks.claim_about(remark, store.all(Claim))
        change = remarks.take_up(remark, about, ClaimId("new"), STAMP)
        count = len(store.all(Claim))
        store.apply(change)
        assert len(store.all(Claim)) == count
        assert store.get(Claim, about.id).note.endswith("Ruth Adeyemi: Is that so?")
        store.apply(inverse(change, STAMP))
        assert store.get(Claim, about.id) == about


def test_remarks_come_in_reading_order_without_those_that_say_nothing(tmp_path):
    with closing(checked_case(tmp_path / "c.twosource")) as store:
        late = remark_on(store, "40 years", id="late")
        early = remark_on(store, "Ostley", id="early")
        silent = remark_on(store, "county", text=" ", id="silent")
        every = (late, early, silent)
        assert remarks.beside(every, early.passage.revision) == (early, late)
        done = remarks.settle(late, STAMP, done=True).edits[0].after
        assert remarks.beside((done, early), early.passage.revision, done=False) == (early,)


def test_a_question_is_about_the_claim_where_there_is_one(tmp_path):
    with closing(checked_case(tmp_path / "c.twosource")) as store:
        remark = remark_on(store, "stood closed for 19 days", author="")
        claim = remarks.claim_about(remark, store.all(Claim))
        asked = remarks.question(remark, QueryId("q"), claim)
        assert (asked.claim, asked.passage, asked.question) == (claim.id, None, "Is that so?")
        assert remarks.question(remark, QueryId("q")).passage == remark.passage


def test_several_are_ticked_off_in_one_go(tmp_path):
    with closing(checked_case(tmp_path / "c.twosource")) as store:
        first, second = remark_on(store, "Ostley", id="a"), remark_on(store, "county", id="b")
        store.apply(remarks.settle_all((first, second), STAMP))
        assert all(item.done for item in store.all(Remark))
        assert remarks.settle_all(store.all(Remark), STAMP) is None
