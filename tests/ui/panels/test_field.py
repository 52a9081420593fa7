"""The field that saves itself."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.panels.field import Field


@pytest.fixture
def field(qtbot, look):
    window = QWidget()
    qtbot.addWidget(window)
    field = Field(look, "Note", "Write a note")
    QVBoxLayout(window).addWidget(field)
    window.show()
    field.show_stored("stored", fresh=True)
    yield field
    window.close()


@pytest.fixture
def written(field):
    texts: list[str] = []
    field.written.connect(texts.append)
    return texts


def test_showing_is_not_writing(field, written) -> None:
    field.settle()
    assert written == []


def test_a_pause_saves_once(qtbot, field, written) -> None:
    qtbot.keyClicks(field, " and more")
    qtbot.waitUntil(lambda: bool(written), timeout=4_000)
    field.show_stored(written[0], fresh=False)
    field.settle()
    assert len(written) == 1


def test_leaving_saves_at_once(qtbot, field, written) -> None:
    field.setPlainText("new words")
    field.hide()
    assert written == ["new words"]


def test_a_refresh_spares_what_is_being_written(field) -> None:
    field.setPlainText("half a senten")
    field.show_stored("changed elsewhere", fresh=False)
    assert field.toPlainText() == "half a senten"


def test_a_refresh_shows_what_undo_brought_back(field) -> None:
    field.show_stored("earlier", fresh=False)
    assert field.toPlainText() == "earlier"


def test_another_value_starts_afresh(field) -> None:
    field.setPlainText("half a senten")
    field.show_stored("another note", fresh=True)
    assert field.toPlainText() == "another note"


def test_what_could_not_be_saved_is_tried_again(field, written) -> None:
    field.setPlainText("kept")
    field.settle()
    field.settle()
    assert written == ["kept", "kept"]


def test_it_grows_with_its_words(qtbot, field) -> None:
    before = field.height()
    field.setPlainText("one\ntwo\nthree\nfour")
    assert field.height() > before
