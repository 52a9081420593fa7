"""A claim that was checked in one case comes up in the next, and leads back there."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from db import open_checked
from ui.panels.buttons import LinkButton
from ui.panels.earlier_card import EarlierCard
from workbench.model import Role
from workbench.reading import read_paste

STORY = """Rebuilding at the harbour

The ferry Marit sank off Halden in 1998. A new pier is planned for the coming spring.
"""
OTHERWISE = "sank off Halden"


@pytest.fixture
def desk_of(checked, tmp_path, settled):
    """Opens a case anew in a window whose memory lies in a file."""
    checked.workshop = replace(
        checked.workshop, open_checked=lambda: open_checked(tmp_path / "checked.sqlite")
    )

    def reopen():
        settled(checked)
        checked.close_case()
        checked.open_path(tmp_path / "ferry.twosource")
        settled(checked)
        return checked.desk

    return reopen


def claim_about(session, words):
    return next(claim for claim in session.claims() if words in claim.wording)


def shown_cards(window):
    return [card for card in window.desk.evidence.findChildren(EarlierCard) if card.isVisible()]


def test_a_verdict_is_shown_in_the_next_case_and_leads_back(qtbot, checked, desk_of, tmp_path, settled):
    window, session = checked, desk_of().session
    session.choose(claim_about(session, OTHERWISE).id)
    window.desk.evidence.set_verdict("contradicted")
    window.cases.create(str(tmp_path / "harbour.twosource"))
    window.desk.checking.take_in(read_paste(STORY), Role.STORY)
    settled(window)
    window.desk.session.choose(claim_about(window.desk.session, OTHERWISE).id)
    qtbot.waitUntil(lambda: len(shown_cards(window)) == 1, timeout=20_000)
    (card,) = shown_cards(window)
    assert card.accessibleName() == "Checked before: Contradicted"
    assert window.desk.session.verdict(window.desk.session.current) is None

    (opening,) = [item for item in card.findChildren(LinkButton) if item.text() == "Open its case"]
    qtbot.mouseClick(opening, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.desk.store.path.name == "ferry.twosource", timeout=20_000)
    assert OTHERWISE in window.desk.session.claim(window.desk.session.current).wording


def test_what_is_remembered_can_be_forgotten(qtbot, checked, desk_of, tmp_path):
    desk = desk_of()
    desk.session.choose(claim_about(desk.session, OTHERWISE).id)
    desk.evidence.set_verdict("contradicted")
    desk_of()
    checked.commands("checked").forget()
    with qtbot.waitSignal(checked.desk.earlier.listed):
        pass
    checked.commands("checked")._forget((None,))
    with qtbot.waitSignal(checked.desk.earlier.listed) as told:
        checked.desk.earlier.list()
    assert told.args == [()]
