"""The list of claims in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListView

from ui.models.claim_rows import ClaimFilter
from ui.models.origin_count import OriginCount, OriginCounts
from ui.origins.groups import Explained
from ui.panels.claims import ClaimsPanel
from workbench import review
from workbench.model import Disposition


@pytest.fixture
def panel(qtbot, session, look):
    panel = ClaimsPanel(session, look)
    qtbot.addWidget(panel)
    panel.resize(312, 700)
    panel.show()
    return panel


def _list(panel):
    return panel.findChild(QListView)


def _shown(panel):
    return [row.claim.id for row in panel.shown()]


def test_claims_stand_in_reading_order_with_their_numbers(panel) -> None:
    assert [(row.number, row.claim.id) for row in panel.shown()] == [
        (1, "level"),
        (2, "homes"),
        (3, "warned"),
        (4, "valves"),
        (5, "spent"),
        (6, "twice"),
        (7, "only"),
    ]


def test_arrow_keys_choose_the_claim(qtbot, panel, session) -> None:
    session.choose("level")
    qtbot.keyClick(_list(panel), Qt.Key.Key_Down)
    assert session.current == "homes"
    qtbot.keyClick(_list(panel), Qt.Key.Key_Down)
    assert session.current == "warned"


def test_enter_goes_to_the_claim(qtbot, panel, session) -> None:
    session.choose("homes")
    with qtbot.waitSignal(panel.entered):
        qtbot.keyClick(_list(panel), Qt.Key.Key_Return)
    assert session.current == "homes"


def test_the_list_follows_the_claim_chosen_elsewhere(panel, session) -> None:
    session.choose("only")
    assert [index.row() for index in _list(panel).selectedIndexes()] == [6]


def test_filtering_the_current_claim_away_leaves_it_current(panel, session) -> None:
    session.choose("level")
    panel.findChild(QLineEdit).setText("tankers")
    assert _shown(panel) == ["spent"]
    assert session.current == "level"
    panel.findChild(QLineEdit).clear()
    assert [index.row() for index in _list(panel).selectedIndexes()] == [0]


def test_a_state_narrows_the_list(panel) -> None:
    panel.show_state(ClaimFilter.CONFLICTS)
    assert _shown(panel) == ["homes"]
    panel.show_state(ClaimFilter.PROPOSED)
    assert _shown(panel) == ["valves", "twice"]


def test_a_decision_changes_the_row_and_undo_brings_it_back(panel, session) -> None:
    panel.show_state(ClaimFilter.OPEN)
    assert _shown(panel) == ["homes", "only"]
    session.do(review.dispose(session.claim("only"), Disposition.TK, session.stamp()))
    assert _shown(panel) == ["homes"]
    session.undo()
    assert _shown(panel) == ["homes", "only"]


def test_each_row_can_be_heard(panel) -> None:
    model = _list(panel).model()
    heard = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard.startswith("Claim 2. Open. more than 340 households")
    assert heard.endswith("1 source. 1 possible conflict to look at")


def test_the_heading_counts_what_is_checked(panel, session) -> None:
    from ui.panels.progress_bar import CheckBar

    assert panel.findChild(CheckBar).accessibleName() == "3 of 5 checked, 2 proposed"


def test_an_empty_list_says_what_to_do(panel) -> None:
    from ui.panels.words import EmptyState

    panel.findChild(QLineEdit).setText("no such words")
    assert panel.findChild(EmptyState).isVisible()
    assert "Clear the filter" in panel.findChild(EmptyState).accessibleName()


def test_rows_paint_in_light_and_dark(panel, look) -> None:
    light = panel.grab().toImage()
    look.set_mode("dark")
    assert panel.grab().toImage() != light


def test_a_row_says_how_many_origins_the_claim_has_once_they_are_counted(panel) -> None:
    counts = OriginCounts({"spent": OriginCount(2, 6, False, (), Explained())})
    panel.show_counts(counts)
    row = next(row for row in panel.shown() if row.claim.id == "spent")
    index = panel._model.index_of("spent")
    assert row.support.words == "2 origins"
    assert index.data(Qt.ItemDataRole.ToolTipRole).startswith("2 independent origins of 6 passages")
    assert "2 independent origins" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_change_keeps_what_has_been_counted(panel, session) -> None:
    panel.show_counts(OriginCounts({"spent": OriginCount(2, 6, False, (), Explained())}))
    session.do(review.dispose(session.claim("homes"), Disposition.CORRECTED, session.stamp()))
    assert next(row for row in panel.shown() if row.claim.id == "spent").support.words == "2 origins"
