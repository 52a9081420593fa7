"""When a claim appeared where, as a list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListView

from ui.map.appearance_rows import appearance_rows
from ui.map.timeline import Timeline
from ui.panels.comparison import Comparison
from ui.theme.look import Look
from workbench.model import Passage
from workbench.text import Quote, Span
from workbench.tracing.values import Appearance, Since


def appearance(document, date, words, *since):
    place = Passage(document, f"{document}-1", Span(0, len(words)), Quote(words, "", ""))
    return Appearance(place, date, since)


@pytest.fixture
def rows(documents):
    grew = Since("figure", "3", "5", "“3 places” became “5 places”.")
    found = (
        appearance("letter", "2026-01-05", "cracks in 3 places"),
        appearance("wire", "2026-02-02", "cracks  in\n5 places", grew),
        appearance("post", None, "cracks in places"),
    )
    return appearance_rows(found, {item.id: item for item in documents}, "story")


@pytest.fixture
def timeline(qtbot, rows):
    look = Look(QApplication.instance(), "light")
    timeline = Timeline(look)
    qtbot.addWidget(timeline)
    timeline.resize(700, 400)
    timeline.show_rows(rows, chosen=True)
    timeline.show()
    yield timeline
    look.deleteLater()


def test_each_text_has_its_date_its_words_and_what_changed(rows):
    assert [(row.date, row.words) for row in rows] == [
        ("5 Jan 2026", "cracks in 3 places"),
        ("2 Feb 2026", "cracks in 5 places"),
        ("No date", "cracks in places"),
    ]
    assert rows[0].first
    assert rows[0].details == "perhaps the oldest in the case · letter"
    assert rows[1].since == ("“3 places” became “5 places”.",)


def test_what_is_before_all_others_is_called_the_oldest(documents):
    found = (appearance("letter", "2026-01-05", "cracks"), appearance("wire", "2026-02-02", "cracks"))
    rows = appearance_rows(found, {item.id: item for item in documents}, "story")
    assert rows[0].details == "oldest in the case · letter"


def test_nothing_is_called_oldest_while_no_date_is_known(documents):
    found = (appearance("post", None, "cracks"), appearance("wire", None, "cracks"))
    rows = appearance_rows(found, {item.id: item for item in documents}, "story")
    assert not any(row.first for row in rows)


def test_a_document_that_is_gone_has_no_row(documents):
    found = (appearance("gone", "2026-01-01", "cracks"),)
    assert appearance_rows(found, {item.id: item for item in documents}, "story") == []


def test_enter_opens_the_passage_and_arrows_go_on(qtbot, timeline):
    view = timeline.findChild(QListView)
    timeline.take_keyboard()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(timeline.opened) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args[0].document == "wire"


def test_a_screen_reader_hears_what_changed(timeline):
    view = timeline.findChild(QListView)
    told = view.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith("2 Feb 2026. Cracks found.")
    assert "became" in told


def test_the_chosen_telling_stands_beside_the_oldest(qtbot, timeline):
    beside = timeline.findChild(Comparison)
    timeline.take_keyboard()
    assert beside.isHidden()
    qtbot.keyClick(timeline.findChild(QListView), Qt.Key.Key_Down)
    assert beside.isVisible()
    assert beside.accessibleName().split("\n") == [
        "5 Jan 2026 · Letter to the board: cracks in 3 places",
        "2 Feb 2026 · Cracks found: cracks in 5 places",
    ]
