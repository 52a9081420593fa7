"""A check from beginning to end, through the real window and a real case file."""

from db import verify
from ui.dialogs.ask import AskDialog
from ui.dialogs.link_source import LinkSourceDialog
from workbench.model import Claim, Disposition, Document, Evidence, Relation, Role, Status
from workbench.text import Span


def stored(window):
    store = window.desk.store
    return {kind: set(store.all(kind)) for kind in (Document, Claim, Evidence)}


def test_importing_proposes_claims_and_suggests_evidence(imported):
    session = imported.desk.session
    assert [claim.status for claim in session.claims()] == [Status.PROPOSED, Status.PROPOSED]
    relations = {item.relation for item in session.evidence(session.claims()[0].id)}
    assert Relation.CONTRADICTS in relations
    assert session.undo_stack.undoText() == "Import 3 documents"


def test_a_claim_is_taken_from_proposal_to_verdict_by_keyboard_commands(checked, press, qtbot):
    session = checked.desk.session
    id = session.current
    press(checked, "accept")
    press(checked, "contradicts")
    press(checked, "corrected")
    press(checked, "verdict_2")
    claim = session.claim(id)
    assert claim.status is Status.ACCEPTED
    assert claim.disposition is Disposition.CORRECTED
    assert session.verdict(id).step == "mostly"
    assert session.verdict(id).by == "Ada Lind"
    assert session.evidence(id)[0].status is Status.ACCEPTED


def test_everything_can_be_undone_and_done_again(checked, press, settled):
    before = stored(checked)
    for id in ("accept", "supports", "on_author", "verdict_1", "withdraw", "dismiss"):
        press(checked, id)
    settled(checked)
    after = stored(checked)
    for _ in range(6):
        press(checked, "undo")
    settled(checked)
    assert stored(checked) == before
    for _ in range(6):
        press(checked, "redo")
    settled(checked)
    assert stored(checked) == after
    assert verify(checked.desk.store.path) == ()


def test_undoing_the_import_empties_the_case_and_redo_fills_it(imported, press, settled):
    before = stored(imported)
    press(imported, "undo")
    settled(imported)
    assert stored(imported) == {Document: set(), Claim: set(), Evidence: set()}
    assert imported.desk.session.story() is None
    press(imported, "redo")
    settled(imported)
    assert stored(imported) == before


def test_selected_words_are_marked_and_compared_at_once(checked, press, settled):
    desk = checked.desk
    at = desk.story.view.text.index("The harbour was rebuilt")
    desk.story.view.select(Span(at, at + 31))
    press(checked, "mark")
    settled(checked)
    marked = desk.session.claim(desk.session.current)
    assert marked.wording == "The harbour was rebuilt later."
    assert desk.session.evidence(marked.id)


def test_marking_without_a_selection_says_what_to_do(checked, press):
    press(checked, "mark")
    assert "Select words" in checked.banner.sentence()


def test_a_dismissed_claim_is_not_proposed_again(checked, press, settled):
    press(checked, "dismiss")
    press(checked, "analyse")
    settled(checked)
    assert len(checked.desk.session.claims()) == 1


def test_moved_edges_cover_other_words_and_are_compared_again(checked, press, settled):
    id = checked.desk.session.current
    press(checked, "end_earlier")
    settled(checked)
    claim = checked.desk.session.claim(id)
    assert claim.wording == "The ferry Marit sank off Halden in 1998"
    assert claim.status is Status.ACCEPTED
    press(checked, "undo")
    assert checked.desk.session.claim(id).wording.endswith("1998.")


def test_words_of_a_source_are_linked_by_hand(checked, press):
    desk = checked.desk
    source = next(item for item in desk.session.documents() if item.filename == "letter.txt")
    desk.reading.show_document(source.id)
    at = desk.source.view.text.index("The harbour was closed.")
    desk.source.view.select(Span(at, at + 23))
    press(checked, "link_context")
    linked = desk.session.evidence(desk.session.current)[0]
    assert linked.passage.quote.exact == "The harbour was closed."
    assert (linked.relation, linked.score) == (Relation.CONTEXT, None)


def test_a_note_being_written_is_saved_when_the_window_closes(checked, press, tmp_path, make_window, qtbot):
    press(checked, "note")
    qtbot.keyClicks(checked.focusWidget(), "Ask the harbour office")
    path = checked.desk.store.path
    checked.close()
    again = make_window()
    again.open_path(path)
    assert again.desk.session.claims()[0].note == "Ask the harbour office"


def test_letters_typed_into_a_field_are_no_commands(checked, press, qtbot):
    press(checked, "note")
    checked.activateWindow()
    qtbot.keyClicks(checked.focusWidget(), "md2")
    session = checked.desk.session
    assert session.claim(session.current).status is Status.PROPOSED


def test_letters_typed_over_the_story_are_commands(checked, press, qtbot):
    checked.activateWindow()
    qtbot.waitUntil(checked.isActiveWindow)
    checked.desk.story.view.setFocus()
    qtbot.keyClick(checked.desk.story.view, "3")
    session = checked.desk.session
    assert session.claim(session.current).disposition is Disposition.CORRECTED


def test_swapping_the_roles_looks_at_the_texts_the_other_way_round(checked, settled):
    desk = checked.desk
    story = desk.session.story()
    register = next(item for item in desk.session.documents() if item.filename == "register.txt")
    checked.documents.set_role(register.id, Role.STORY)
    checked.documents.set_role(story.id, Role.SOURCE)
    settled(checked)
    assert desk.session.story().id == register.id
    assert any("register says" in claim.wording for claim in desk.session.claims())


def test_a_removed_document_takes_its_evidence_along_and_comes_back_whole(checked, press, settled):
    before = stored(checked)
    register = next(item for item in checked.desk.session.documents() if item.filename == "register.txt")
    checked.documents.remove_document(register.id)
    assert not any(item.passage.document == register.id for item in stored(checked)[Evidence])
    press(checked, "undo")
    settled(checked)
    assert stored(checked) == before


def test_the_summary_is_written_and_the_editor_told_where(checked, press, tmp_path, qtbot):
    press(checked, "verdict_1")
    path = tmp_path / "ferry.html"
    checked.commands("exporting").export_to(path)
    qtbot.waitUntil(lambda: str(path) in checked.banner.sentence(), timeout=20_000)
    page = path.read_text(encoding="utf-8")
    assert "The ferry Marit sank off Halden in 1998." in page
    assert "Ada Lind" in page


def test_a_source_the_story_credits_is_offered_and_linked(checked, press):
    desk = checked.desk
    at = desk.story.view.text.index("Nobody was warned")
    desk.story.view.select(Span(at, at + 28))
    press(checked, "mark")
    press(checked, "link_source")
    dialog = next(item for item in checked.findChildren(LinkSourceDialog) if item.isVisible())
    dialog.button.click()
    cited = [desk.session.source(item.source) for item in desk.session.citations(desk.session.current)]
    assert [source.name for source in cited] == ["Ida Holm"]
    press(checked, "undo")
    assert desk.session.sources() == ()


def test_a_question_to_the_author_is_kept(checked, press):
    press(checked, "ask")
    dialog = next(item for item in checked.findChildren(AskDialog) if item.isVisible())
    dialog._question.setPlainText("Which register?")
    dialog.button.click()
    session = checked.desk.session
    assert [query.question for query in session.queries(session.current)] == ["Which register?"]


def test_stepping_follows_the_list_and_skips_what_is_settled(checked, press):
    session = checked.desk.session
    first, second = (claim.id for claim in session.claims())
    press(checked, "next")
    assert session.current == second
    press(checked, "next")
    assert session.current == second
    press(checked, "corrected")
    press(checked, "next_open")
    assert session.current == first
    press(checked, "corrected")
    press(checked, "next_open")
    assert "checked" in checked.banner.sentence()
