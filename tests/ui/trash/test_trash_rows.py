from ui.models.value_words import Known
from ui.trash.rows import trash_rows
from workbench import linking, review
from workbench.change import Act, Change, inverse, removed
from workbench.dependants import completed
from workbench.model import Claim, Document
from workbench.trash import trash


def rows(session):
    store = session.store
    return trash_rows(trash(store.removing(), store), Known(store))


def test_a_removed_document_is_listed_with_what_went_with_it(session):
    document = session.store.get(Document, "source")
    session.do(Change("Remove document", session.stamp(), removed(document)))
    (row,) = rows(session)
    assert (row.kind, row.words, row.how, row.by) == ("Document", "Register", "Removed", "Ada")
    assert row.along == "With it: 1 × passage, 1 × headings and captions, 1 × text"


def test_a_claim_is_listed_by_its_words_and_where_it_stood(session):
    session.do(review.dismiss(session.claim("sank"), session.stamp()))
    (row,) = rows(session)
    assert (row.kind, row.words, row.how) == ("Claim", "The ferry sank in 1998", "Set aside")
    assert row.place == "“The ferry sank”"
    assert "ferry" in row.searched


def test_a_passage_set_aside_says_for_which_claim(session):
    session.do(linking.set_aside(session.evidence("sank")[0], session.stamp()))
    (row,) = rows(session)
    assert row.place == "“Register” · “The ferry sank in 1998”"
    assert row.preview == "The ferry went down in 1997"


def test_what_an_undo_took_out_says_so(session):
    session.do(review.mark(session.claim("sank").passage, "again", session.stamp()))
    session.undo()
    (row,) = rows(session)
    assert (row.how, row.words) == ("Taken out by an undo", "The ferry sank in 1998")
    assert session.store.events[-1].change.act is Act.UNDONE


def test_a_claim_joined_with_another_says_which(session):
    session.do(review.join(session.claim("sank"), session.claim("cars"), session.stamp()))
    (row,) = rows(session)
    assert row.how == "Joined with another claim"
    assert row.along == "Said the same as “The ferry sank in 1998”."


def test_what_went_last_comes_first_and_what_came_back_is_gone(session):
    session.do(review.accept(session.claim("sank"), session.stamp()))
    claim = session.claim("sank")
    change = completed(Change("Remove claim", session.stamp(), removed(claim)), session.store)
    session.do(change)
    session.do(review.dismiss(session.claim("cars"), session.stamp()))
    assert [row.how for row in rows(session)] == ["Set aside", "Removed"]
    session.do(inverse(change, session.stamp()))
    assert [row.how for row in rows(session)] == ["Set aside"]
    assert session.store.get(Claim, "sank") == claim
