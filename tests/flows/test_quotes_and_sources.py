"""Quotations of the story looked up in its sources, and the sources put in order."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog

from workbench.model import Identity, Relation, Status

STORY = """Ferry inquiry ends

“Nobody was warned that night,” said Ida Holm.

“The pumps were … opened every spring,” said Nils Berg. “We shall never know,” said Ida Holm.

“Nothing was hidden from the crew,” said Nils Berg.
"""
PAPER = """Talks at the harbour

“Nobody was warned that night,” said Ida Holm.

“The pumps were tested and opened every spring,” said Nils Berg.

“Nothing was hidden from the crew,” said Olga Lund.
"""


@pytest.fixture
def quoting(qtbot, window, settled, tmp_path):
    """A window on a story with quotations and a source that has most of them."""
    paths = [Path(tmp_path / name) for name in ("story.txt", "paper.txt")]
    for path, words in zip(paths, (STORY, PAPER), strict=True):
        path.write_text(words, encoding="utf-8")
    window.desk.checking.import_files(paths, paths[0])
    settled(window)
    qtbot.waitUntil(lambda: not window.desk.tracing.busy)
    return window


@pytest.fixture
def quotes(qtbot, quoting, press):
    quoting.activateWindow()
    press(quoting, "focus_quotes")
    qtbot.waitUntil(quoting.desk.quotes.has_keyboard)
    return quoting.desk.quotes


@pytest.fixture
def sources(quoting, press):
    press(quoting, "focus_sources")
    return quoting.desk.sources


def test_every_quotation_says_what_became_of_it(quotes):
    assert [(row.sign.word, row.title) for row in quotes.rows()] == [
        ("Exact", "Ida Holm"),
        ("Shortened", "Nils Berg"),
        ("Not found", "Ida Holm"),
        ("Someone else there", "Nils Berg"),
    ]
    assert "not\u00a0found" in quotes._count.text()


def test_choosing_one_shows_it_in_the_story_and_in_its_source(quoting, quotes):
    quotes.choose(3)
    source = quoting.desk.source
    assert source.isVisibleTo(quoting.desk.centre)
    assert source._passage.quote.exact.startswith("Nothing was hidden from the crew")
    assert quoting.desk.story.view._layer._lit[0].span.of(STORY).startswith("Nothing was hidden")


def test_a_quotation_becomes_a_claim_and_its_match_evidence_by_the_usual_keys(quoting, quotes, press):
    session = quoting.desk.session
    session.choose(None)
    quotes.choose(0)
    press(quoting, "mark")
    assert session.claim(session.current).wording.startswith("Nobody was warned that night")
    press(quoting, "supports")
    linked = [item for item in session.evidence(session.current) if item.status is Status.ACCEPTED]
    assert [item.relation for item in linked] == [Relation.SUPPORTS]
    press(quoting, "undo")
    assert not [item for item in session.evidence(session.current) if item.status is Status.ACCEPTED]


def test_a_source_shows_what_it_is_credited_with(sources):
    sources.choose("Ida Holm")
    assert [(row.title, row.text) for row in sources.credited()] == [
        ("This story", "“Nobody was warned that night,”"),
        ("This story", "“We shall never know,”"),
        ("Talks at the harbour", "“Nobody was warned that night,”"),
    ]


def test_merging_is_remembered_through_another_analysis_and_can_be_undone(
    qtbot, quoting, sources, settled, press
):
    def names():
        return [row.name for row in sources.rows()]

    sources.choose("Nils Berg", "Olga Lund")
    sources.who.ask_merge()
    quoting.findChild(QDialog).accept()
    qtbot.waitUntil(lambda: names() == ["Ida Holm", "Nils Berg"])
    assert sources.rows()[1].decided
    press(quoting, "analyse")
    settled(quoting)
    qtbot.waitUntil(lambda: not quoting.desk.tracing.busy)
    assert names() == ["Ida Holm", "Nils Berg"]
    press(quoting, "undo")
    qtbot.waitUntil(lambda: names() == ["Ida Holm", "Nils Berg", "Olga Lund"])
    assert quoting.desk.store.all(Identity) == ()


def test_a_name_is_split_off_and_another_given(qtbot, quoting, sources):
    sources.choose("Ida Holm")
    sources.who.ask_split()
    dialog = quoting.findChild(QDialog)
    dialog.tick(1)
    dialog.accept()
    qtbot.waitUntil(lambda: [row.name for row in sources.rows()].count("Ida Holm") == 2)
    sources.choose("Nils Berg")
    sources.who.ask_name()
    dialog = [found for found in quoting.findChildren(QDialog) if found.isVisible()][-1]
    dialog._name.setText("Nils Berg, engineer")
    dialog.accept()
    qtbot.waitUntil(lambda: "Nils Berg, engineer" in [row.name for row in sources.rows()])
