"""Whatever people do to their copies: every merge is whole, and they end up with the same case."""

from shutil import copyfile

from checkers import DRAFTS, FILES, Checker, new_case
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import verify
from workbench.change import Change, Edit, added
from workbench.dependants import refers_to
from workbench.merging import Choice
from workbench.model import (
    Channel,
    Citation,
    Contact,
    ContactId,
    Disposition,
    Document,
    Evidence,
    EvidenceId,
    Query,
    QueryId,
    Relation,
    Role,
    Ruling,
    RulingId,
    Source,
    Status,
    Verdict,
    passage,
)
from workbench.text import Span

WANTED = ("county", "Ostley fire station", "closure", "station stood closed", "19 days", "first")
NAMES = ("Ilse Brandt", "Harwick desk", "The chief")


def act(who, kind, one, other):
    """One thing somebody does, chosen by numbers; nothing where it makes no sense."""
    claims, documents = who.claims(), who.store.all(Document)
    claim = claims[one % len(claims)] if claims else None
    document = documents[one % len(documents)]
    if kind == "mark":
        story = who.store.latest(next(item.id for item in documents if item.role is Role.STORY))
        if WANTED[one % len(WANTED)] in story.text:
            who.mark(WANTED[one % len(WANTED)])
    elif kind == "read in":
        who.read_in(FILES[one % len(FILES)], FILES[one % len(FILES)][:9])
    elif kind == "draft":
        who.redraft(DRAFTS[one % len(DRAFTS)])
    elif kind == "drop document" and document.role is Role.SOURCE:
        who.remove(document)
    elif kind == "rename document":
        who.do(Change("Edit", who.stamp(), (Edit(document, retitled(document, f"{who.name} {other}")),)))
    elif kind == "undo" and who.store.history()[-1].number > 6:
        who.undo(who.store.history()[-1])
    elif claim is not None:
        on_claim(who, kind, claim, document, other)


def retitled(document, title):
    from dataclasses import replace

    return replace(document, title=title)


def on_claim(who, kind, claim, document, number):
    match kind:
        case "note":
            who.note(claim, f"{who.name} {number}")
        case "dispose":
            who.dispose(claim, tuple(Disposition)[number % 7])
        case "decide":
            who.decide(claim, ("supported", "mixed")[number % 2], f"{number}")
        case "withdraw" if who.verdict(claim):
            who.do(Change("Withdraw", who.stamp(), (Edit(who.verdict(claim), None),)))
        case "link":
            who.link(claim, document, tuple(Relation)[number % 3])
        case "suggest":
            suggest(who, claim, document, number)
        case "unlink" if who.store.all(Evidence):
            items = who.store.all(Evidence)
            who.do(Change("Unlink", who.stamp(), (Edit(items[number % len(items)], None),)))
        case "cite":
            source = who.cite(claim, NAMES[number % 3])
            contact = Contact(
                ContactId(who.id()), source.id, who.name, "2026-05-04", Channel.PHONE, "Who?", claim=claim.id
            )
            who.do(Change("Log", who.stamp(), added(contact)))
        case "ask":
            who.do(Change("Ask", who.stamp(), added(Query(QueryId(who.id()), claim.id, f"{number}?"))))
        case "rule":
            known = {(item.document, item.claim) for item in who.store.all(Ruling)}
            if (document.id, claim.id) not in known:
                ruling = Ruling(RulingId(who.id()), document.id, claim.id, reason=f"{number}")
                who.do(Change("Rule", who.stamp(), added(ruling)))
        case "drop claim":
            who.remove(claim)


def suggest(who, claim, document, number):
    text = who.store.latest(document.id)
    old = [
        item for item in who.store.all(Evidence) if item.claim == claim.id and item.status is Status.PROPOSED
    ]
    place = passage(text, Span(number % 5, 12))
    item = Evidence(EvidenceId(who.id()), claim.id, place, Relation.CONTEXT, Status.PROPOSED, 50.0)
    edits = (*(Edit(one, None) for one in old), *added(item))
    who.do(Change("Suggest evidence", who.stamp(), edits))


KINDS = (
    "mark", "read in", "draft", "drop document", "rename document", "undo", "note", "dispose", "decide",
    "withdraw", "link", "suggest", "unlink", "cite", "ask", "rule", "drop claim",
)  # fmt: skip
acts = st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 30), st.integers(0, 30)), max_size=9)
prefer = st.sampled_from(list(Choice))
at_random = settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


def begin(folder, *names):
    """Checkers with copies of one case."""
    for path in folder.iterdir():
        path.unlink()
    new_case(folder / "case.twosource").close()
    return [
        Checker(name, copyfile(folder / "case.twosource", folder / f"{name}.twosource")) for name in names
    ]


def perform(who, doings):
    for doing in doings:
        act(who, *doing)


def require_whole(*people):
    """Every reference is whole, nothing is there twice that may be there once, and the file verifies."""
    for who in people:
        values = who.state()
        missing = [(value, ref) for value in values.values() for ref in refers_to(value) if ref not in values]
        assert not missing
        for kind in (Verdict, Citation):
            tied = [(item.claim, getattr(item, "source", None)) for item in who.store.all(kind)]
            assert len(tied) == len(set(tied))
        assert not [item for item in who.store.all(Source) if item.document not in (None, *documents(who))]
        who.store.close()
        assert verify(who.path) == ()


def documents(who):
    return [item.id for item in who.store.all(Document)]


@at_random
@given(acts, acts, prefer)
def test_two_end_up_with_the_same_case(tmp_path_factory, ours, theirs, choice):
    ada, mara = begin(tmp_path_factory.mktemp("two"), "Ada", "Mara")
    perform(ada, ours)
    perform(mara, theirs)
    before = ada.state()
    event = ada.merge(mara, choice)
    merged = ada.state()
    assert ada.merge(mara, choice) is None
    mara.merge(ada)
    assert mara.state() == merged
    ada.merge(mara)
    assert ada.state() == merged
    if event is not None and ada.store.history()[-1].number == event.number:
        ada.undo(event)
        assert ada.state() == before
    require_whole(ada, mara)


@at_random
@given(acts, acts, acts, acts, prefer)
def test_work_goes_on_after_a_merge(tmp_path_factory, ours, theirs, more, later, choice):
    ada, mara = begin(tmp_path_factory.mktemp("on"), "Ada", "Mara")
    perform(ada, ours)
    perform(mara, theirs)
    ada.merge(mara, choice)
    perform(ada, more)
    perform(mara, later)
    mara.merge(ada, choice)
    ada.merge(mara, choice)
    assert ada.state() == mara.state()
    require_whole(ada, mara)


@at_random
@given(acts, acts, acts, prefer)
def test_three_end_up_with_the_same_case(tmp_path_factory, one, two, three, choice):
    ada, mara, tom = begin(tmp_path_factory.mktemp("three"), "Ada", "Mara", "Tom")
    for who, doings in ((ada, one), (mara, two), (tom, three)):
        perform(who, doings)
    mara.merge(tom, choice)
    ada.merge(mara, choice)
    tom.merge(ada, choice)
    mara.merge(tom, choice)
    assert ada.state() == mara.state() == tom.state()
    require_whole(ada, mara, tom)


@at_random
@given(acts, st.permutations(range(4)))
def test_the_order_of_independent_edits_does_not_matter(tmp_path_factory, ours, order):
    folder = tmp_path_factory.mktemp("order")
    ada, mara, tom = begin(folder, "Ada", "Mara", "Tom")
    perform(ada, ours)
    doings = (
        lambda who: who.note(who.claim("19 days"), "Noted."),
        lambda who: who.dispose(who.claim("40 years"), Disposition.LEGAL),
        lambda who: who.do(
            Change("Edit", who.stamp(), (Edit(story(who), retitled(story(who), "Another title")),))
        ),
        lambda who: who.note(who.claim("Nobody was in danger"), "Heard."),
    )
    for doing in doings:
        doing(mara)
    for at in order:
        doings[at](tom)
    assert mara.state() == tom.state()
    mine = ada.compare(mara, {})
    assert mine.values == ada.compare(tom, {}).values
    require_whole(ada, mara, tom)


def story(who):
    return who.store.get(Document, "story")
