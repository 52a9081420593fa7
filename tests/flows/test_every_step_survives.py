"""Every kind of step that an editor can take is undone and redone after a restart, in the right order."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from ui.deciding import call
from workbench import gates, linking, queries, register, restoring, review, scales
from workbench.canonical import KINDS
from workbench.change import Change, removed
from workbench.documents import add_document, edit_document
from workbench.everywhere import saving
from workbench.identity import Seen, Who
from workbench.model import (
    Attribution,
    Being,
    Channel,
    Citation,
    Claim,
    ClaimKind,
    Contact,
    Disposition,
    Document,
    Evidence,
    Form,
    Gate,
    Query,
    QueryStatus,
    Relation,
    Role,
    Ruling,
    SavedSearch,
    Scale,
    Source,
    SourceKind,
    Status,
    Verdict,
    passage,
)
from workbench.reading import read_paste
from workbench.text import Span
from workbench.tracing.rulings import count_apart, count_together, withdraw
from workbench.trash import trash

UI = Path(__file__).parents[2] / "ui"


def claim(s, at=0):
    return s.claims()[at]


def source_text(s):
    return next(item for item in s.documents() if item.role is Role.SOURCE)


def first(s, kind):
    return s.store.all(kind)[0]


def mark(s):
    words = passage(s.revision(s.story().id), Span(100, 110))
    return review.mark(words, "marked", s.stamp())


def link(s):
    place = passage(s.revision(source_text(s).id), Span(4, 30))
    return linking.link(claim(s), place, Relation.CONTEXT, "linked", s.stamp())


def log(s):
    contact = Contact("call", "holm", "Ada", "2026-03-14", Channel.PHONE, "Which year?", claim=claim(s).id)
    return register.log(contact, s.stamp())


def part(s):
    other = next(item for item in s.claims() if item.also)
    return review.part(other, other.also[0], "parted", s.stamp())


def restore_removed(s):
    found = trash(s.store.removing(), s.store)
    return restoring.restore(found.removed[0], found, s.store, s.stamp()).change


def take_up(s):
    found = trash(s.store.removing(), s.store)
    return restoring.take_up(found.aside[0], s.store, s.stamp())


def ask(s):
    return review.ask(Query("asked", claim(s).id, "Which year?"), s.stamp())


def rule(s):
    strict = Gate("gate", ClaimKind.FIGURE, 2, 0)
    return gates.set_rules(s.gates(), {ClaimKind.FIGURE: strict}, s.stamp())


def name_scale(s):
    own = scales.named(s.scale(), "Our scale")
    return scales.use(s.case(), own, s.scales(), s.store.all(Verdict), s.stamp())


def join_sources(s):
    kept, other = s.source("holm"), s.source("agency")
    return register.join(kept, other, s.every_citation(), s.every_contact(), s.stamp())


def new_document(s):
    pasted = read_paste("The log book says that the ferry sank at dawn.")
    return add_document(pasted, Role.SOURCE, s.new_id, s.stamp())[0]


def edited(s, **fields):
    before = source_text(s)
    return edit_document(before, replace(before, **fields), s.stamp())


STEPS = {
    "mark words": mark,
    "accept a claim": lambda s: review.accept(claim(s), s.stamp()),
    "set a disposition": lambda s: review.dispose(claim(s), Disposition.TK, s.stamp()),
    "say who owes it": lambda s: review.owe(claim(s), "Tam", "2026-04-01", s.stamp()),
    "confirm with a reason": lambda s: review.dispose(
        claim(s), Disposition.CONFIRMED, s.stamp(), waiver="Seen myself."
    ),
    "reword the reason": lambda s: review.waive(claim(s), "Seen by two.", s.stamp()),
    "move a claim's edges": lambda s: review.move_edges(
        claim(s), passage(s.revision(s.story().id), Span(4, 30)), s.stamp()
    ),
    "write a note": lambda s: review.annotate(claim(s), s.stamp(), note="Ask the harbour."),
    "write the claimant's answer": lambda s: review.annotate(claim(s), s.stamp(), answer="No comment."),
    "mark for publication": lambda s: review.publish(s.claims(), True, s.stamp()),
    "give a verdict": lambda s: review.decide(claim(s), None, "mixed", "", "verdict", s.stamp()),
    "reword the conclusion": lambda s: review.decide(
        claim(s), s.verdict(claim(s).id), "mixed", "Half of it.", "verdict", s.stamp()
    ),
    "withdraw the verdict": lambda s: review.withdraw(first(s, Verdict), s.stamp()),
    "restore the verdict": restore_removed,
    "link a passage": link,
    "say what a passage does": lambda s: linking.relate(
        claim(s), s.store.get(Evidence, "linked"), Relation.SUPPORTS, s.stamp()
    ),
    "write a note on a passage": lambda s: linking.comment(
        s.store.get(Evidence, "linked"), "Page 2.", s.stamp()
    ),
    "set a passage aside": lambda s: linking.set_aside(s.store.get(Evidence, "linked"), s.stamp()),
    "take a passage up again": take_up,
    "add a source": lambda s: register.add(Source("holm", "Ida Holm", SourceKind.PERSON), s.stamp()),
    "link a source": lambda s: linking.cite(
        claim(s), Source("agency", "An agency", SourceKind.AGENCY), "cited", s.stamp(), new=True
    ),
    "unlink a source": lambda s: linking.uncite(first(s, Citation), s.stamp()),
    "restore the link": restore_removed,
    "tie a text to a source": lambda s: register.tie(s.source("holm"), source_text(s).id, s.stamp()),
    "correct a source": lambda s: register.edit(
        s.source("holm"), replace(s.source("holm"), note="Careful."), s.stamp()
    ),
    "log a contact": log,
    "correct a contact": lambda s: register.correct(
        first(s, Contact), replace(first(s, Contact), answer="1998."), s.stamp()
    ),
    "strike a contact": lambda s: register.strike(first(s, Contact), s.stamp()),
    "join two sources": join_sources,
    "untie a text": lambda s: register.untie(s.source("holm"), source_text(s).id, s.stamp()),
    "remove a source": lambda s: register.remove(s.source("holm"), s.stamp()),
    "count a text on its own": lambda s: count_apart(
        source_text(s).id, None, s.rulings(), "apart", s.stamp()
    ),
    "count texts together": lambda s: count_together(
        source_text(s).id, s.story().id, None, s.rulings(), "together", s.stamp()
    ),
    "count as traced": lambda s: withdraw(source_text(s).id, None, s.rulings(), s.stamp()),
    "ask the author": ask,
    "reword the question": lambda s: queries.rephrase(
        s.query("asked"), replace(s.query("asked"), question="Which winter?"), s.stamp()
    ),
    "record the answer": lambda s: review.answer(
        s.query("asked"), replace(s.query("asked"), answer="1998", status=QueryStatus.ACCEPTED), s.stamp()
    ),
    "take the question back": lambda s: queries.take_back(s.query("asked"), s.stamp()),
    "change the rules": rule,
    "edit the scale": name_scale,
    "save a search": lambda s: saving.save("ferry", "The ferry", (), "search", s.stamp()),
    "rename a search": lambda s: saving.rename(first(s, SavedSearch), "Ferries", s.stamp()),
    "remove a search": lambda s: saving.remove(first(s, SavedSearch), s.stamp()),
    "join claims": lambda s: review.join(claim(s), claim(s, 1), s.stamp()),
    "part claims": part,
    "dismiss a claim": lambda s: review.dismiss(claim(s, 1), s.stamp()),
    "take a claim up again": take_up,
    "correct a document": lambda s: edited(s, outlet="The Post"),
    "bring in a document": new_document,
    "remove a document": lambda s: Change("Remove document", s.stamp(), removed(source_text(s))),
    "restore a document": restore_removed,
}


def holdings(session):
    """What the editor has made of the case; what Twosource proposes comes and goes by itself."""
    every = (value for kind in KINDS if kind is not Attribution for value in session.store.all(kind))
    return {value for value in every if getattr(value, "status", None) is not Status.PROPOSED}


@pytest.mark.parametrize("kind", [Scale, Ruling, Claim, Document])
def test_the_table_is_about_stored_values(kind):
    assert kind in KINDS


def test_every_kind_of_step_is_undone_and_redone_after_a_restart(make_window, checked, settled):
    session = checked.desk.session
    settled(checked)
    states = [holdings(session)]
    for name, step in STEPS.items():
        assert session.do(step(session)), name
        settled(checked)
        states.append(holdings(session))
        assert states[-1] != states[-2], name
    path = checked.desk.store.path
    checked.close()
    window = make_window()
    window.open_path(path)
    settled(window)
    session = window.desk.session
    for name, state in reversed(list(zip(STEPS, states[:-1], strict=True))):
        assert session.undo(), name
        settled(window)
        assert holdings(session) == state, name
    window.close()
    window = make_window()
    window.open_path(path)
    settled(window)
    session = window.desk.session
    for name, state in zip(STEPS, states[1:], strict=True):
        assert session.redo(), name
        settled(window)
        assert holdings(session) == state, name


def test_who_is_who_is_undone_after_a_restart(make_window, checked, settled):
    session = checked.desk.session
    who = Who("Ida Holm", Being.PERSON, (Seen(Form(session.story().id, "Ida Holm"), ()),))
    before = holdings(session)
    assert call(session, who, "Ida M. Holm")
    path = checked.desk.store.path
    settled(checked)
    checked.close()
    window = make_window()
    window.open_path(path)
    assert window.desk.session.undo()
    assert holdings(window.desk.session) == before


def test_nothing_in_the_window_writes_but_the_session():
    writing = re.compile(r"\bstore\.apply\(")
    found = {path.name for path in UI.rglob("*.py") if writing.search(path.read_text(encoding="utf-8"))}
    assert found <= {"session.py", "command.py", "command_line.py"}
