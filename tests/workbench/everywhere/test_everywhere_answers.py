"""Everything in a case is found, furniture apart, the best first, and what changes is followed."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from casework import LETTER, STAMP, STORY, checked_case, claim_on, revision, words

from workbench import review
from workbench.change import Change, Edit, Key, Stamp, added, removed, touched
from workbench.everywhere.answer import answer
from workbench.everywhere.entries import Sort
from workbench.everywhere.index import Index
from workbench.everywhere.query import asked
from workbench.model import (
    Being,
    Channel,
    Claim,
    ClaimId,
    Contact,
    ContactId,
    Disposition,
    Document,
    DocumentId,
    Evidence,
    Form,
    Hand,
    Identity,
    IdentityId,
    Layout,
    Query,
    QueryId,
    QueryStatus,
    Remark,
    RemarkId,
    RemarkKind,
    Reply,
    Revision,
    Risk,
    Role,
    Ruling,
    RulingId,
    Seals,
    Sha256,
    SignOff,
    SignOffId,
    Source,
    SourceId,
    SourceKind,
    Status,
    Terms,
    Zone,
    ZoneRole,
    passage,
)

DAY = date(2026, 3, 20)
HASH = Sha256("0" * 64)


@pytest.fixture
def case(tmp_path):
    with closing(checked_case(tmp_path / "ostley.twosource")) as store:
        yield store


@pytest.fixture
def ask(case):
    """Asks the case as it is now; returns the answer."""
    return lambda typed: answer(Index.whole(case), asked(typed), DAY)


def found(told, sort=None):
    return [hit.words for hit in told.hits if sort in (None, hit.entry.sort)]


def edit(store, before, after, label="Edit"):
    store.apply(Change(label, STAMP, (Edit(before, after),)))


def add(store, *values):
    store.apply(Change("Add", STAMP, added(*values)))


def everything(store):
    """One of each thing that can be found, each with a word of its own."""
    days = store.get(Claim, "days")
    edit(
        store,
        days,
        replace(
            days, note="alpaca", answer="badger", waiver="caribou", reasons=("dormouse",), owner="Ida Holm"
        ),
    )
    heron = Source(
        SourceId("h"), "Heron", SourceKind.PERSON, note="ermine", protected=True, terms=Terms.ANONYMOUS
    )
    call = Contact(ContactId("c"), heron.id, "Ada", "2026-03-01", Channel.PHONE, "ferret", "gazelle")
    story = store.latest(DocumentId("story"))
    place = passage(story, words(STORY, "first closure"))
    query = Query(QueryId("p"), None, "hyena", "ibex", "jackal", QueryStatus.ACCEPTED, place, "koala", "Tam")
    ruling = Ruling(RulingId("r"), DocumentId("paper"), None, None, "lemur")
    name = Identity(IdentityId("i"), "Marmot", Being.PERSON, (Form(DocumentId("paper"), "newt"),))
    seals = Seals(HASH, HASH, HASH, HASH)
    signed = SignOff(
        SignOffId("s"), story.document, story.id, Hand.CHECKER, "Otter", STAMP.at, HASH, seals, "panda"
    )
    paper = store.get(Document, "paper")
    edit(store, paper, replace(paper, byline="Quail", filename="raven.html"))
    remark = Remark(RemarkId("m"), place, RemarkKind.COMMENT, "tapir", "Uma")
    add(store, remark)
    add(store, heron, call, query, ruling, name, signed)
    evidence = store.all(Evidence)[0]
    edit(store, evidence, replace(evidence, note="stoat"))


@pytest.mark.parametrize(
    ("word", "sort"),
    [
        ("alpaca", Sort.NOTE),
        ("badger", Sort.NOTE),
        ("caribou", Sort.NOTE),
        ("dormouse", Sort.CLAIM),
        ("ermine", Sort.REGISTER),
        ("heron", Sort.REGISTER),
        ("ferret", Sort.CONTACT),
        ("gazelle", Sort.CONTACT),
        ("hyena", Sort.QUERY),
        ("ibex", Sort.QUERY),
        ("jackal", Sort.QUERY),
        ("koala", Sort.QUERY),
        ("lemur", Sort.RULING),
        ("marmot", Sort.NAME),
        ("newt", Sort.NAME),
        ("panda", Sort.SIGNATURE),
        ("otter", Sort.SIGNATURE),
        ("quail", Sort.DOCUMENT),
        ("raven", Sort.DOCUMENT),
        ("courier.example", Sort.DOCUMENT),
        ("stoat", Sort.NOTE),
        ("tapir", Sort.REMARK),
        ("Harwick", Sort.SOURCE),
        ("admitted", Sort.STORY),
        ("23 days says", Sort.VERDICT),
        ("county director", Sort.CREDIT),
        ("Import", Sort.HISTORY),
    ],
)
def test_all_that_was_written_is_found(case, ask, word, sort):
    everything(case)
    assert sort in ask(word).counts


def test_words_may_come_in_any_order_and_be_half_typed(ask):
    assert found(ask("days CLÓSED"), Sort.CLAIM) == ["stood closed for 19 days"]
    assert found(ask("clos stoo"), Sort.CLAIM) == ["stood closed for 19 days"]
    assert found(ask("losed"), Sort.CLAIM) == []
    assert found(ask('"closed stood"')) == []
    assert found(ask('"stood clos"')) == []
    assert found(ask("closed -stood"), Sort.SOURCE) == [LETTER.splitlines()[0]]


def test_furniture_is_found_only_by_who_asks_for_it(case, ask):
    text = "Boats are late.\nRead more about boats"
    page = revision("page", text)
    grey = Layout(page.id, (Zone(words(text, "Read more about boats"), ZoneRole.FURNITURE),))
    add(case, Document(DocumentId("page"), Role.SOURCE, "Page"), page, grey)
    assert found(ask("boats"), Sort.SOURCE) == ["Boats are late."]
    assert found(ask("boats is:furniture")) == ["Read more about boats"]


def test_of_an_earlier_draft_only_what_is_gone_is_found(case, ask):
    second = STORY.replace("in 40 years", "in 41 years")
    add(case, revision("story", second, 2))
    assert found(ask("kind:story closure")) == [second.splitlines()[-1], STORY.splitlines()[-1]]
    assert [hit.title[-7:] for hit in ask("kind:story is:earlier").hits] == ["draft 1"]
    assert len(found(ask("kind:story admitted"))) == 1


def test_exact_words_and_titles_come_first_then_what_is_newest(case, ask):
    def told(id, conclusion, day):
        at = Stamp("Ada", datetime(2026, 3, day, tzinfo=UTC))
        case.apply(review.annotate(claim_on(case, story, id, id), at, note=conclusion))

    story = case.latest(DocumentId("story"))
    told("Ostley", "ships: late ferry", 1)
    told("county", "the ferry was late", 2)
    told("station", "late ferry", 3)
    assert found(ask("late ferry"), Sort.NOTE) == ["late ferry", "ships: late ferry", "the ferry was late"]


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("kind:claim is:open", {"days", "first"}),
        ('kind:claim is:"on author"', {"quote"}),
        ("kind:claim is:on-author", {"quote"}),
        ("kind:claim -is:open", {"quote"}),
        ("kind:claim verdict:contradicted", {"days"}),
        ("kind:claim verdict:contra", {"days"}),
        ("kind:claim verdict:supported", set()),
        ("kind:claim source:courier", {"days"}),
        ("kind:claim source:fire", {"days"}),
        ("kind:claim source:nobody", set()),
        ("kind:claim after:2026-03-07", {"days", "quote", "first"}),
        ("kind:claim before:2026-03-07", set()),
        ("kind:claim before:2026-03-08", {"days", "quote", "first"}),
        ("kind:claim is:open is:on-author", {"days", "quote", "first"}),
        ("-kind:history -kind:document -kind:verdict closure", {"first"}),
    ],
)
def test_filters_narrow_what_is_found(ask, typed, ids):
    told = ask(typed)
    assert {hit.entry.key.id for hit in told.hits if hit.entry.sort is Sort.CLAIM} == ids
    if "-kind" not in typed:
        assert {hit.entry.sort for hit in told.hits} <= {Sort.CLAIM}


def test_what_is_owed_and_late_is_overdue(case, ask):
    days, quote = case.get(Claim, "days"), case.get(Claim, "quote")
    edit(case, days, replace(days, disposition=Disposition.TK, due="2026-03-19", owner="Ida Holm"))
    edit(case, quote, replace(quote, due="2026-03-20"))
    assert found(ask("kind:claim is:overdue")) == ["stood closed for 19 days"]
    assert found(ask("kind:claim by:ida")) == ["stood closed for 19 days"]
    assert found(ask("kind:claim by:holm"))
    late = case.get(Claim, "days")
    edit(case, late, replace(late, disposition=Disposition.CONFIRMED))
    assert found(ask("kind:claim is:overdue")) == []


def test_a_claim_set_aside_is_dismissed_and_not_open(case, ask):
    first = case.get(Claim, "first")
    edit(case, first, replace(first, status=Status.DISMISSED, risk=Risk.LIBEL))
    assert found(ask("kind:claim is:dismissed is:libel")) == ["the first closure in 40 years"]
    assert "the first closure in 40 years" not in found(ask("kind:claim is:open"))


def test_the_index_follows_what_changes(case):
    index = Index.whole(case)

    def do(change):
        case.apply(change)
        index.follow(case, touched(change))

    def sees(typed):
        return sorted(hit.entry.id for hit in answer(index, asked(typed), DAY).hits)

    def fresh(typed):
        return sorted(hit.entry.id for hit in answer(Index.whole(case), asked(typed), DAY).hits)

    days = case.get(Claim, "days")
    do(review.annotate(days, STAMP, note="ask the lock keeper"))
    page = revision("page", "The lock keeper saw it.")
    do(Change("Import", STAMP, added(Document(DocumentId("page"), Role.SOURCE, "Keeper"), page)))
    do(Change("Lay out", STAMP, added(Layout(page.id))))
    assert sees("keeper") == fresh("keeper") != []
    do(Change("Import", STAMP, added(revision("story", STORY + "\nThe lock keeper again.", 2))))
    assert sees("keeper") == fresh("keeper")
    assert sees("is:waiting") == fresh("is:waiting") != []
    gone = case.get(Layout, page.id), case.get(Revision, page.id), case.get(Document, "page")
    do(Change("Remove", STAMP, removed(*gone)))
    before = case.get(Claim, "days")
    do(review.annotate(before, STAMP, note=""))
    for typed in ("keeper", "lock", "kind:source", "kind:history"):
        assert sees(typed) == fresh(typed)
    assert {id.split("/")[0] for id in sees("kind:text keeper")} == {"Revision"}


def test_the_history_is_read_back_a_piece_at_a_time(case):
    def seen(index):
        return [hit.entry.number for hit in answer(index, asked("kind:history"), DAY).hits]

    index, whole = Index(case), seen(Index.whole(case))
    assert seen(index) == []
    index.read_back(case, 3)
    assert seen(index) == whole[:3]
    days = case.get(Claim, "days")
    change = review.annotate(days, STAMP, note="keeper")
    case.apply(change)
    index.follow(case, touched(change))
    assert seen(index) == [whole[0] + 1, *whole[:3]]
    while not index.is_complete:
        index.read_back(case, 5)
    assert seen(index) == [whole[0] + 1, *whole]


def test_a_removed_claim_is_found_in_the_history(case, ask):
    first = case.get(Claim, "first")
    case.apply(Change("Remove claim", STAMP, removed(first)))
    told = ask("closure 40 years")
    assert Sort.CLAIM not in told.counts
    assert any(words.startswith("Remove claim: the first closure") for words in found(told, Sort.HISTORY))


def test_protected_sources_go_by_their_code_name(case, ask):
    everything(case)
    (hit,) = ask("kind:contact ferret").hits
    assert hit.title == "Heron"
    assert found(ask("kind:register is:protected")) == ["Heron · ermine"]


def test_of_many_hits_some_are_shown_and_all_are_counted(case, ask):
    text = "\n".join(f"Ship {number} came in." for number in range(400))
    add(case, Document(DocumentId("log"), Role.SOURCE, "Log"), revision("log", text))
    (group,) = (group for group in ask("ship").groups if group.sort is Sort.SOURCE)
    assert (len(group.hits), group.total) == (12, 400)
    assert len(ask("kind:source ship").hits) == 200


def test_nothing_asked_finds_nothing(ask):
    for typed in ("", "  ", '""', "-ferry", "kind:"):
        assert ask(typed).hits == ()


def test_people_and_states_to_narrow_by_are_told(case, ask):
    told = ask("kind:claim closed")
    assert {"open", "accepted"} <= set(told.states)
    assert ask("kind:history").people == ("Nora Quist",)


def test_the_same_key_is_told_by_one_entry_for_each_place(case):
    everything(case)
    ids = [row.entry.id for rows in Index.whole(case).rows.values() for row in rows]
    assert len(ids) == len(set(ids))
    assert Key(Claim, ClaimId("days")) in {
        row.entry.key for rows in Index.whole(case).rows.values() for row in rows
    }


def test_a_reply_is_a_state_of_its_contact(case, ask):
    everything(case)
    call = case.get(Contact, "c")
    edit(case, call, replace(call, reply=Reply.DECLINED))
    assert found(ask("kind:contact is:declined")) == ["ferret · gazelle"]
