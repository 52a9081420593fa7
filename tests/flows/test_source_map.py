"""The source map in the real window: shown in place of the story, lit for the claim, opened, exported."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from workbench.model import Relation

STORY = """Inquiry blames worn chains

Port inspectors found the mooring chains worn through, the harbour paper reported.

“We looked at them 11 years ago,” said Ida Holm.
"""
PAPER = """Chains worn through

Divers found two of the old mooring chains of the northern basin worn through on Tuesday, and the harbour
master closed it the same day. Fishing boats were sent to the inner quay, where there is room for nine.

“We looked at them 11 years ago,” said Ida Holm.
"""
COPY = PAPER.replace("Chains worn through", "Basin closed after dive").replace("the same day", "at once")


@pytest.fixture
def traced(qtbot, window, settled, tmp_path):
    """A window on a story and two papers of which one copied the other, traced."""
    texts = {"story": STORY, "paper": PAPER, "copy": COPY}
    paths = [Path(tmp_path / f"{name}.txt") for name in texts]
    for path, words in zip(paths, texts.values(), strict=True):
        path.write_text(words, encoding="utf-8")
    window.desk.checking.import_files(paths, paths[0])
    settled(window)
    qtbot.waitUntil(lambda: not window.desk.tracing.busy, timeout=30_000)
    return window


@pytest.fixture
def drawn(qtbot, traced, press):
    """The map, shown and lit."""
    press(traced, "source_map")
    wait_for_map(qtbot, traced)
    return traced


def wait_for_map(qtbot, window):
    place = window.desk.map
    qtbot.waitUntil(lambda: place.page.canvas.picture is not None and not place.steps.busy, timeout=30_000)


def picture(window):
    return window.desk.map.page.canvas.picture


def test_the_map_takes_the_place_of_the_story_and_gives_it_back(qtbot, drawn, press):
    desk = drawn.desk
    assert not desk.story.isVisibleTo(desk.centre)
    assert desk.map.page.isVisibleTo(desk.centre)
    assert not drawn.panes.evidence.isVisibleTo(drawn)
    assert drawn.panes.claims.isVisibleTo(drawn)
    assert drawn.focusWidget() is desk.map.page.canvas
    qtbot.keyClick(desk.map.page.canvas, Qt.Key.Key_Escape)
    assert desk.story.isVisibleTo(desk.centre)
    assert drawn.panes.evidence.isVisibleTo(drawn)


def test_every_text_is_on_it_and_copies_lie_in_one_stack(drawn):
    cards = picture(drawn).sheet.cards
    assert sorted(card.count for card in cards if card.documents) == [1, 2]
    assert [card.title for card in cards if card.is_story] == ["Inquiry blames worn chains"]


def test_a_stack_is_laid_out_and_its_texts_open_beside_the_map(qtbot, drawn):
    desk, canvas = drawn.desk, drawn.desk.map.page.canvas
    stack = next(card for card in picture(drawn).sheet.cards if card.count == 2)
    canvas.opened.emit(stack.key)
    qtbot.waitUntil(lambda: sum(bool(card.documents) for card in picture(drawn).sheet.cards) == 3)
    one = next(card for card in picture(drawn).sheet.cards if card.bundle == stack.bundle)
    canvas.choose(one.key)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert desk.source.isVisibleTo(desk.centre)
    assert desk.source.document == one.documents[0]
    assert desk.map.is_shown


def test_opening_the_story_leads_back_to_it(qtbot, drawn):
    canvas = drawn.desk.map.page.canvas
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert not drawn.desk.map.is_shown
    assert drawn.desk.story.isVisibleTo(drawn.desk.centre)


def test_the_claim_chosen_in_the_list_is_lit(qtbot, drawn):
    session = drawn.desk.session
    session.choose(None)
    qtbot.waitUntil(lambda: not picture(drawn).light.chosen)
    session.choose(session.claims()[0].id)
    qtbot.waitUntil(lambda: picture(drawn).light.chosen)
    story = next(card.key for card in picture(drawn).sheet.cards if card.is_story)
    assert story in picture(drawn).light.cards


def test_a_linked_passage_colours_its_card(qtbot, drawn):
    from ui.linked import link_passage
    from workbench.model import passage
    from workbench.text import Span

    session = drawn.desk.session
    claim = session.claim(session.current) or session.claims()[0]
    paper = next(item for item in session.documents() if item.filename == "paper.txt")
    revision = session.revision(paper.id)
    link_passage(session, claim, passage(revision, Span(22, 60)), Relation.CONTRADICTS)
    qtbot.waitUntil(lambda: any(sign.word == "Contradicts" for sign in picture(drawn).light.signs.values()))


def test_the_timeline_lists_where_the_claim_appeared(qtbot, traced, press):
    session = traced.desk.session
    quoted = next(claim for claim in session.claims() if "11 years" in claim.wording)
    session.choose(quoted.id)
    press(traced, "timeline")
    page = traced.desk.map.page
    assert page.shows_timeline
    titles = {row.title for row in page.timeline.rows()}
    assert "Inquiry blames worn chains" in titles
    assert len(titles) >= 2


def test_it_is_exported_as_a_drawing_and_as_a_picture(qtbot, drawn, press, tmp_path):
    press(drawn, "export_map")
    dialog = next(found for found in drawn.findChildren(QDialog) if found.isVisible())
    dialog._file.setText(str(tmp_path / "map.svg"))
    dialog.accept()
    qtbot.waitUntil(lambda: (tmp_path / "map.svg").is_file(), timeout=30_000)
    drawn.commands("map").export_to(tmp_path / "map.png")
    qtbot.waitUntil(lambda: (tmp_path / "map.png").is_file(), timeout=30_000)
    assert (tmp_path / "map.png").read_bytes().startswith(b"\x89PNG")
    assert "Inquiry blames" in (tmp_path / "map.svg").read_text(encoding="utf-8")


def test_without_other_texts_it_says_what_to_do(qtbot, window, settled, tmp_path, press):
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    window.desk.checking.import_files([path], path)
    settled(window)
    press(window, "source_map")
    page = window.desk.map.page
    assert page.canvas.picture is None
    assert "Ctrl+I" in page._empty.accessibleName()


def test_a_text_taken_out_leaves_the_map(qtbot, drawn, press, settled):
    copy = next(item for item in drawn.desk.session.documents() if item.filename == "copy.txt")
    drawn.documents.remove_document(copy.id)
    for dialog in drawn.findChildren(QDialog):
        if dialog.isVisible():
            dialog.accept()
    qtbot.waitUntil(
        lambda: not any(copy.id in card.documents for card in picture(drawn).sheet.cards), timeout=30_000
    )


def test_a_closed_case_takes_its_map_along(drawn, press):
    press(drawn, "close_case")
    assert drawn.desk is None
