"""The list of sources, and what can be said of who is who."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListView, QPushButton

from ui.models.source_rows import source_rows
from ui.panels.sources import SourcesPanel
from workbench.model import Attribution, Credit, Identity, Relay, SourceKind, SpeakerKind, Voice
from workbench.text import Span


def credit(session, document, source, content, kind=SpeakerKind.PERSON, via=()):
    revision = session.revision(document)
    at = [
        Span(revision.text.index(words), revision.text.index(words) + len(words))
        for words in (source, content)
    ]
    told = Credit((at[0],), (), (at[1],), via, voice=Voice(kind))
    return Attribution(f"{document}{source}", document, revision.id, source, "said", told)


@pytest.fixture
def gathered(session):
    """Two persons, and an agency that passed words on."""
    found = [
        credit(session, "story", "Marten Oyelaran", "Nobody told us the valves had failed"),
        credit(
            session,
            "story",
            "the inspectors",
            "more than 340 households",
            SpeakerKind.ORGANISATION,
            (Relay("Norda", (), SourceKind.AGENCY),),
        ),
        credit(session, "agency", "inspectors", "More than 340 households", SpeakerKind.ORGANISATION),
    ]
    revisions = {session.revision(id).id: session.revision(id) for id in ("story", "agency")}

    def again():
        return source_rows(revisions, found, session.identities(), "story")

    return again


@pytest.fixture
def panel(qtbot, session, look, gathered):
    panel = SourcesPanel(session, look)
    qtbot.addWidget(panel)
    panel.resize(312, 700)
    panel.show()
    qtbot.waitExposed(panel)
    panel.show_sources(gathered())
    return panel


def button(panel, words):
    return next(found for found in panel.findChildren(QPushButton) if found.text() == words)


def test_the_filter_leaves_what_fits(qtbot, panel) -> None:
    assert "Marten Oyelaran" in [row.name for row in panel.rows()]
    qtbot.keyClicks(panel.findChild(QLineEdit), "news agency")
    assert [row.name for row in panel.rows()] == ["Norda"]
    qtbot.keyClicks(panel.findChild(QLineEdit), " zz")
    assert panel._empty.accessibleName().startswith("No source fits")


def test_a_source_with_its_own_text_in_the_case_opens_it(qtbot, panel) -> None:
    panel.choose("Norda")
    with qtbot.waitSignal(panel.open_document) as opened:
        qtbot.mouseClick(panel._credited._open, Qt.MouseButton.LeftButton)
    assert opened.args == ["agency"]
    assert panel.credited()[0].details == "passed on"


def test_a_passage_chosen_is_lit_in_the_story(qtbot, panel, session) -> None:
    panel.choose("Marten Oyelaran")
    with qtbot.waitSignal(panel.lit) as told:
        panel._credited._list.setCurrentIndex(panel._credited._model.index(0, 0))
    lit = told.args[0]
    text = session.revision("story").text
    assert [part.span.of(text) for part in lit] == ["Nobody told us the valves had failed", "Marten Oyelaran"]


def test_only_persons_with_persons_can_be_merged(panel) -> None:
    panel.choose("Marten Oyelaran", "Norda")
    assert not button(panel, "Merge…").isEnabled()
    panel.choose("Marten Oyelaran")
    assert not button(panel, "Merge…").isEnabled()
    assert button(panel, "Rename…").isEnabled()


def test_the_editors_name_is_marked_and_can_be_taken_back(panel, session, gathered) -> None:
    panel.choose("Marten Oyelaran")
    panel.who.ask_name()
    dialog = panel.findChildren(QLineEdit)[-1].window()
    dialog._name.setText("M. Oyelaran")
    dialog.accept()
    panel.show_sources(gathered())
    named = next(row for row in panel.rows() if row.name == "M. Oyelaran")
    assert named.decided
    heard = panel.findChild(QListView).model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Person" in heard or "Organisation" in heard
    session.undo()
    assert session.store.all(Identity) == ()
    assert "Marten Oyelaran" in [row.name for row in gathered()]
